// The form of a tip: finds the proof of work while the person types, keeps a draft on this device when asked to, and
// holds what could not be sent until the network is back. Without this file the form works as the browser's own.
/** One draft for each door: what is written at one does not erase what was written at another. */
const storagePrefix = "lienphong-nhap:"
const draftFields = ["target", "text", "place"]
const draftDays = 3
const work = new Map()
let retry = 0
let isSending = false

begin()

function begin() {
  const form = document.querySelector("input[data-work]")?.form
  if (!form) return
  form.addEventListener("submit", (event) => {
    event.preventDefault()
    void send(form)
  })
  const device = form.querySelector("[data-device]")
  if (device) offerDraft(form, device)
  if (globalThis.crypto?.subtle) void search(form)
}

/** The number whose hash begins with enough zero bits (see src/signals/domain/work.ts). */
async function search(form) {
  const field = form.elements.namedItem("work")
  const once = form.elements.namedItem("once").value
  const bits = Number(field.dataset.work)
  const text = new TextEncoder()
  for (let n = 0; n < 4_000_000 && !work.has(once); n += 1) {
    const hash = await crypto.subtle.digest("SHA-256", text.encode(`${once}:${n}`))
    if (Math.clz32(new DataView(hash).getUint32(0)) >= bits) work.set(once, n)
    // The page stays quick under the finger.
    if (n % 500 === 499) await new Promise((resolve) => setTimeout(resolve))
  }
  field.value = work.get(once) ?? ""
}

/** The same form sent twice is one tip with one receipt: its token stays the same. */
async function send(form) {
  if (isSending) return
  isSending = true
  clearTimeout(retry)
  const said = form.querySelector("[data-sent]")
  said.hidden = false
  said.textContent = said.dataset.sending
  try {
    const answer = await fetch(form.action, {
      method: "POST",
      body: new FormData(form),
      headers: { accept: "text/html" },
    })
    if (answer.status >= 500) throw new Error(`${answer.status}`)
    const html = await answer.text()
    isSending = false
    const page = new DOMParser().parseFromString(html, "text/html")
    if (answer.ok) openReceipt(page, form.getAttribute("action"))
    else if (page.querySelector("input[data-work]")) showAgain(form, page)
    // Refused before the form was looked at, such as too much at once: what was typed stays where it is.
    else said.textContent = page.querySelector("h1")?.textContent ?? ""
  } catch {
    isSending = false
    said.textContent = said.dataset.kept
    // "online" may never come although the network is back, and the other way round.
    retry = setTimeout(() => void send(form), 15_000)
    addEventListener("online", () => void send(form), { once: true, signal: AbortSignal.timeout(15_000) })
  }
}

/** A page of its own, as without this script: a reload of it, or the way back to it, still shows the code. */
function openReceipt(page, door) {
  forget(door)
  const code = page.querySelector("[data-code]")?.dataset.code
  const form = [...page.querySelectorAll("form.as-link")].at(-1)
  if (!code || !form) return location.reload()
  form.setAttribute("action", new URL(form.getAttribute("action"), location.href).pathname)
  document.body.append(form)
  form.submit()
}

function showAgain(form, page) {
  const files = form.querySelector("input[type=file]")?.files
  document.title = page.title
  document.body.replaceWith(page.body)
  const again = document.querySelector("input[type=file]")
  if (again && files) again.files = files
  begin()
  scrollTo(0, 0)
  document.querySelector("[role=alert], main")?.focus()
}

function offerDraft(form, device) {
  const wanted = device.querySelector("input")
  const said = device.querySelector("[role=status]")
  const fields = draftFields.map((name) => form.elements.namedItem(name)).filter(Boolean)
  device.hidden = false
  const door = form.getAttribute("action")
  const draft = read(door)
  if (draft !== null) {
    wanted.checked = true
    for (const field of fields) field.value ||= draft.fields[field.name] ?? ""
    said.textContent = device.dataset.restored
  }
  const keep = () => {
    if (!wanted.checked) return forget(door)
    const entries = fields.map((field) => [field.name, field.value])
    write(door, { at: Date.now(), fields: Object.fromEntries(entries) })
  }
  form.addEventListener("input", keep)
  device.querySelector("button").addEventListener("click", () => {
    if (!confirm(device.dataset.ask)) return
    forgetAll()
    form.reset()
    for (const field of form.querySelectorAll("textarea, input:not([type=hidden], [type=checkbox])"))
      field.value = ""
    wanted.checked = false
    said.textContent = device.dataset.forgotten
  })
}

function read(door) {
  try {
    const draft = JSON.parse(localStorage.getItem(storagePrefix + door) ?? "null")
    if (draft === null || Date.now() - draft.at < draftDays * 86_400_000) return draft
  } catch {
    // A browser that keeps nothing, or what somebody else wrote there: there is no draft.
  }
  forget(door)
  return null
}

function write(door, draft) {
  try {
    localStorage.setItem(storagePrefix + door, JSON.stringify(draft))
  } catch {
    // Storage is full or forbidden: the person still has the form on the screen.
  }
}

/** Also what an earlier version of this file kept under one key. */
function forgetAll() {
  try {
    for (const key of Object.keys(localStorage))
      if (key.startsWith("lienphong-nhap")) localStorage.removeItem(key)
  } catch {
    // Forbidden storage holds nothing.
  }
}

function forget(door) {
  try {
    localStorage.removeItem(storagePrefix + door)
  } catch {
    // Forbidden storage holds nothing.
  }
}
