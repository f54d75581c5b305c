// The key "/" leads to the box in which one looks for anything, unless somebody is typing.
addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || keysAreOff()) return
  if (event.target.closest?.("input, textarea, select, [contenteditable]")) return
  const boxes = [...document.querySelectorAll(".find input")]
  const box = boxes.find((one) => one.checkVisibility()) ?? openMenu(boxes)
  if (box === undefined) return
  event.preventDefault()
  box.focus()
})

/** On a narrow screen the box lies in the menu. */
function openMenu(boxes) {
  const box = boxes.find((one) => one.closest("details.menu"))
  if (box !== undefined) box.closest("details").open = true
  return box
}
