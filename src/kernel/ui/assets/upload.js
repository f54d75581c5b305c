// Sends a multipart form with visible progress. Without this file the form still works as the browser's own.
for (const form of document.querySelectorAll("form[data-upload]")) enhance(form)

/** @param {HTMLFormElement} form */
function enhance(form) {
  for (const zone of form.querySelectorAll("[data-drop]")) acceptDrops(zone)
  form.addEventListener("submit", (event) => {
    const input = form.querySelector(".upload input[type=file]")
    if (input === null || input.files.length === 0) return
    event.preventDefault()
    if (!isTooLarge(input)) send(form, input.closest(".upload"), event.submitter)
  })
}

function acceptDrops(zone) {
  const input = zone.querySelector("input[type=file]")
  for (const name of ["dragenter", "dragover"])
    zone.addEventListener(name, (event) => {
      event.preventDefault()
      zone.classList.add("over")
    })
  for (const name of ["dragleave", "drop"]) zone.addEventListener(name, () => zone.classList.remove("over"))
  zone.addEventListener("drop", (event) => {
    event.preventDefault()
    if (event.dataTransfer.files.length === 0) return
    input.files = event.dataTransfer.files
    isTooLarge(input)
  })
  input.addEventListener("change", () => isTooLarge(input))
}

function isTooLarge(input) {
  const most = Number(input.dataset.bytesMax)
  const large = [...input.files].find((file) => file.size > most)
  say(input.closest(".upload"), large === undefined ? "" : `${large.name}: ${input.dataset.tooLarge}`)
  return large !== undefined
}

function say(zone, text) {
  zone.querySelector(".upload-said").textContent = text
}

function send(form, zone, submitter) {
  const progress = zone.querySelector(".upload-progress")
  const bar = progress.querySelector("progress")
  const words = progress.dataset
  const request = new XMLHttpRequest()
  const body = new FormData(form, submitter)
  const buttons = form.querySelectorAll("button[type=submit]")
  const running = (is) => {
    progress.hidden = !is
    for (const button of buttons) button.disabled = is
  }
  running(true)
  const quarters = new Set()
  request.upload.onprogress = ({ loaded, total }) => {
    const percent = Math.floor((loaded / total) * 100)
    bar.value = percent
    // Said aloud at every quarter only: a reader that speaks each per cent says nothing.
    const quarter = Math.floor(percent / 25)
    if (quarters.has(quarter)) return
    quarters.add(quarter)
    say(zone, words.sending.replace("{percent}", `${percent} %`))
  }
  request.upload.onload = () => say(zone, words.finishing)
  request.onerror = () => {
    running(false)
    say(zone, words.failed)
  }
  request.onabort = () => {
    running(false)
    say(zone, words.cancelled)
  }
  request.onload = () => {
    if (arrive(form, request)) return
    running(false)
    // Refused before the form was looked at: what was typed stays where it is.
    const page = new DOMParser().parseFromString(request.responseText, "text/html")
    say(zone, page.querySelector("h1")?.textContent ?? words.failed)
  }
  progress.querySelector("button").onclick = () => request.abort()
  // `formAction` of a button without the attribute is the page's own address, not the form's.
  request.open("POST", submitter?.hasAttribute("formaction") ? submitter.formAction : form.action)
  request.setRequestHeader("accept", "text/html")
  request.send(body)
}

/** A redirect has been followed: go there. Otherwise the answer is the same form with its errors: show it; false if not. */
function arrive(form, request) {
  const wasRedirected =
    request.responseURL !== "" && request.responseURL !== new URL(form.action, location.href).href
  if (wasRedirected && request.status < 400) {
    location.assign(request.responseURL)
    return true
  }
  const page = new DOMParser().parseFromString(request.responseText, "text/html")
  if (request.status >= 400 && !page.querySelector("form[data-upload]")) return false
  document.title = page.title
  document.body.replaceWith(page.body)
  for (const again of document.querySelectorAll("form[data-upload]")) enhance(again)
  document.querySelector("[role=alert]")?.focus()
  return true
}
