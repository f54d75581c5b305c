/** Lights up a reading and its words together, wherever the pointer or the focus is. */
const lit = new Set()

function light(row) {
  for (const one of lit) one.classList.remove("here")
  lit.clear()
  if (row === undefined) return
  for (const one of document.querySelectorAll(`[data-row="${CSS.escape(row)}"]`)) {
    one.classList.add("here")
    lit.add(one)
  }
}

const rowOf = (target) => (target instanceof Element ? target.closest("[data-row]")?.dataset.row : undefined)
document.addEventListener("pointerover", (event) => light(rowOf(event.target)))
document.addEventListener("focusin", (event) => light(rowOf(event.target)))

/** From a reading's number to its words, without losing the place on the other side. */
document.addEventListener("click", (event) => {
  const link = event.target instanceof Element ? event.target.closest('a[href^="#m-"], a[href^="#r-"]') : null
  if (link === null) return
  const goal = document.getElementById(decodeURIComponent(link.hash.slice(1)))
  if (goal === null) return
  event.preventDefault()
  goal.scrollIntoView({ block: "center" })
  goal.focus({ preventScroll: true })
  history.replaceState(null, "", link.hash)
  light(rowOf(goal))
})
