// The keys j and k lead on and back: among the rows of a list, and from a record to the next one of its list, unless somebody is typing.
addEventListener("keydown", (event) => {
  if (
    (event.key !== "j" && event.key !== "k") ||
    event.ctrlKey ||
    event.metaKey ||
    event.altKey ||
    keysAreOff()
  )
    return
  if (event.target.closest?.("input:not([type=checkbox]), textarea, select, [contenteditable]")) return
  const isOn = event.key === "j"
  const link = document.querySelector(`nav.walk a[rel="${isOn ? "next" : "prev"}"]`)
  const to = link ?? rowBeside(isOn)
  if (to === undefined) return
  event.preventDefault()
  if (link === null) to.focus()
  else link.click()
})

function rowBeside(isOn) {
  const rows = [...document.querySelectorAll(".table tbody th[scope=row] a")]
  const at = rows.findIndex((row) => row.closest("tr").contains(document.activeElement))
  if (at < 0) return rows[0]
  return rows[isOn ? at + 1 : at - 1]
}
