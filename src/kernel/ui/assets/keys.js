// The choice on the page of keys. A browser that remembers nothing is not asked.
const chosen = document.querySelector("[data-single-keys]")
try {
  localStorage.setItem(keysChoice, keysAreOff() ? "off" : "on")
  const box = chosen.querySelector("input")
  box.checked = !keysAreOff()
  box.addEventListener("change", () => localStorage.setItem(keysChoice, box.checked ? "on" : "off"))
  chosen.hidden = false
} catch {
  document.querySelector("[data-keys-unkept]").hidden = false
}
