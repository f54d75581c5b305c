/** One form on the screen: what is typed is saved on the device as it is typed. */
import { button, el, notice, timeSaid } from "./dom.ts"
import type { Item, Named } from "./items.ts"
import { recording, stamping } from "./track.ts"
import type { Vault } from "./vault.ts"
import type { Words } from "./words.ts"

export type Writing = { vault: Vault; words: Words; item: Named; done: (item: Named) => unknown }

/** So long after the last key. */
const saveAfterMs = 300
const ownFields = new Set(["csrf", "once", "opened"])

export function showForm(root: HTMLElement, { vault, words: t, item, done }: Writing): void {
  const { name } = item
  let value: Item = item.value
  const saved = el("p", { class: "quiet", role: "status" })
  const holder = el("div")
  // From our own server, kept encrypted since; the site's policy runs no script that stands in it.
  holder.innerHTML = value.form.html
  const form = holder.querySelector("form")
  if (form === null) return
  for (const hidden of form.querySelectorAll<HTMLInputElement>("input[type=hidden]"))
    if (ownFields.has(hidden.name)) hidden.remove()
  fill(form, value.answers)
  const input = form.querySelector<HTMLInputElement>("input[type=file]")
  const files = el("ul", { class: "plain stack" })
  input?.after(files)

  let timer: ReturnType<typeof setTimeout> | undefined
  // One after another, so that the last that was typed is the last that is saved.
  let queue: Promise<unknown> = Promise.resolve()
  const keep = (change: Partial<Item> = {}) => {
    clearTimeout(timer)
    const next = queue.then(async () => {
      value = { ...value, ...change, answers: answersOf(form), savedAt: new Date().toISOString() }
      try {
        await vault.write(name, value)
        saved.className = "quiet"
        saved.textContent = t.savedAt.replace("{time}", timeSaid(value.savedAt))
      } catch (error) {
        if (!isFull(error)) throw error
        saved.className = "error"
        saved.textContent = t.full
      }
    })
    queue = next.catch(() => undefined)
    return next
  }
  form.addEventListener("input", (event) => {
    if (event.target === input) return
    clearTimeout(timer)
    timer = setTimeout(() => void keep(), saveAfterMs)
  })
  // A phone may end the page at any time after this, without another word.
  const closed = new AbortController()
  document.addEventListener("visibilitychange", () => document.hidden && void keep(), {
    signal: closed.signal,
  })

  const showFiles = () => {
    files.replaceChildren(
      ...value.files.map((file) =>
        el(
          "li",
          {},
          `${file.name} (${Math.ceil(file.size / 1024)} KB) `,
          button(t.dropFile, "plain", async () => {
            await vault.dropFile(file.id)
            await keep({ files: value.files.filter(({ id }) => id !== file.id) })
            showFiles()
          }),
        ),
      ),
    )
    if (value.files.length > 0) files.prepend(el("li", { class: "quiet" }, t.files))
  }
  input?.addEventListener("change", async () => {
    for (const file of [...(input.files ?? [])]) {
      try {
        const id = await vault.keepFile(name, file)
        await keep({ files: [...value.files, { id, name: file.name, type: file.type, size: file.size }] })
      } catch (error) {
        if (!isFull(error)) throw error
        saved.className = "error"
        saved.textContent = t.full
        break
      }
    }
    input.value = ""
    showFiles()
  })
  showFiles()
  locating(form, t, keep)
  stamping(form, t, keep)
  const stopRecording = recording(form, t, keep)

  form.querySelector(".actions")?.remove()
  const close = async (change: Partial<Item>) => {
    stopRecording()
    await keep(change)
    closed.abort()
    done({ name, value })
  }
  const finish = button(t.finish, "", () =>
    close({ state: "waiting", doneAt: new Date().toISOString(), said: [] }),
  )
  const later = button(t.later, "second", () => close({}))
  form.addEventListener("submit", (event) => {
    event.preventDefault()
    finish.click()
  })
  form.append(el("div", { class: "actions" }, finish, later), saved)
  const said =
    value.said.length === 0
      ? null
      : notice("late", el("ul", {}, ...value.said.map((one) => el("li", {}, one))))
  root.replaceChildren(el("h2", {}, value.form.title), ...(said === null ? [] : [said]), holder)
  root.querySelector("h2")?.setAttribute("tabindex", "-1")
  root.querySelector("h2")?.focus()
}

function answersOf(form: HTMLFormElement): [string, string][] {
  return [...new FormData(form)].flatMap(([key, value]) => (typeof value === "string" ? [[key, value]] : []))
}

function fill(form: HTMLFormElement, answers: readonly [string, string][]): void {
  for (const field of form.elements) {
    if (
      !(
        field instanceof HTMLInputElement ||
        field instanceof HTMLTextAreaElement ||
        field instanceof HTMLSelectElement
      )
    )
      continue
    const own = answers.filter(([key]) => key === field.name).map(([, value]) => value)
    if (field instanceof HTMLInputElement && (field.type === "radio" || field.type === "checkbox"))
      field.checked = answers.length === 0 ? field.checked : own.includes(field.value)
    else if (!(field instanceof HTMLInputElement && field.type === "file"))
      field.value = own.at(-1) ?? field.value
  }
}

const isFull = (error: unknown) => error instanceof DOMException && error.name === "QuotaExceededError"

/** Where a form asks for a latitude and a longitude, the device's own position is one press away. */
function locating(form: HTMLFormElement, t: Words, keep: () => Promise<unknown>): void {
  const lat = form.elements.namedItem("lat")
  const lon = form.elements.namedItem("lon")
  if (!(lat instanceof HTMLInputElement && lon instanceof HTMLInputElement) || !("geolocation" in navigator))
    return
  const said = el("p", { class: "quiet", role: "status" })
  const take = button(t.locate, "second", () =>
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        lat.value = coords.latitude.toFixed(5)
        lon.value = coords.longitude.toFixed(5)
        said.textContent = `± ${Math.round(coords.accuracy)} m`
        void keep()
      },
      () => {
        said.textContent = t.locateFailed
      },
      { enableHighAccuracy: true, timeout: 20_000 },
    ),
  )
  lat.closest(".field")?.before(take, said)
}
