// The receipt: its code is copied by a button, and leaving the page asks as long as nothing was done to keep it.
const code = document.querySelector("[data-code]")
if (code) begin()

function begin() {
  const leaving = new AbortController()
  addEventListener("beforeunload", (event) => event.preventDefault(), { signal: leaving.signal })
  // Each form of this page carries the code on: to follow, to download, to the other language.
  document.addEventListener("submit", () => leaving.abort())
  const copy = document.querySelector("[data-copy]")
  const said = document.querySelector("[data-copied]")
  copy.hidden = false
  copy.addEventListener("click", async () => {
    if (!(await copied(code.dataset.code))) return
    said.textContent = said.dataset.copied
    leaving.abort()
  })
}

/** Over plain http there is no clipboard to write to; there the code is selected and copied as by hand. */
async function copied(text) {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    getSelection().selectAllChildren(code)
    return document.execCommand("copy")
  }
}
