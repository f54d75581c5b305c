// Turns <select data-combobox> into a searchable combobox (ARIA APG, list autocomplete). The select stays in the form
// and keeps the value; without this file it is the browser's own list.
const shownMax = 50

for (const select of document.querySelectorAll("select[data-combobox]")) enhance(select)

/** @param {HTMLSelectElement} select */
function enhance(select) {
  const options = [...select.options].filter((option) => option.value !== "")
  const known = options.map((option) => ({ option, plain: plainOf(option.text) }))
  const { input, list } = build(select)
  let active = -1

  const show = (matches) => {
    list.replaceChildren(
      ...matches.slice(0, shownMax).map(({ option }, index) => itemOf(option, `${input.id}-${index}`)),
    )
    if (matches.length === 0) list.append(noneOf(select.dataset.none))
    list.hidden = false
    input.setAttribute("aria-expanded", "true")
    move(-1)
  }
  const hide = () => {
    list.hidden = true
    input.setAttribute("aria-expanded", "false")
    input.removeAttribute("aria-activedescendant")
  }
  const move = (to) => {
    const items = list.querySelectorAll("[role=option]")
    active = items.length === 0 ? -1 : Math.min(to, items.length - 1)
    for (const [index, item] of items.entries()) item.setAttribute("aria-selected", String(index === active))
    if (active < 0) return input.removeAttribute("aria-activedescendant")
    input.setAttribute("aria-activedescendant", items[active].id)
    items[active].scrollIntoView({ block: "nearest" })
  }
  const choose = (value) => {
    select.value = value
    input.value = select.selectedOptions[0]?.value ? select.selectedOptions[0].text : ""
    select.dispatchEvent(new Event("change", { bubbles: true }))
    hide()
  }
  const matching = () => {
    const asked = plainOf(input.value)
    return known.filter(({ plain }) => plain.includes(asked))
  }

  input.addEventListener("input", () => show(matching()))
  input.addEventListener("click", () => list.hidden && show(known))
  input.addEventListener("blur", () => choose(input.value === "" ? "" : select.value))
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault()
      if (list.hidden) show(known)
      move(event.key === "ArrowDown" ? active + 1 : Math.max(0, active - 1))
    } else if (event.key === "Enter" && !list.hidden && active >= 0) {
      event.preventDefault()
      choose(list.children[active].dataset.value)
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault()
      hide()
    }
  })
  list.addEventListener("mousedown", (event) => {
    event.preventDefault()
    const item = event.target.closest("[role=option]")
    if (item !== null) choose(item.dataset.value)
  })
}

function build(select) {
  const box = document.createElement("div")
  box.className = "combobox"
  const input = document.createElement("input")
  const list = document.createElement("ul")
  input.type = "text"
  input.id = select.id
  input.autocomplete = "off"
  input.placeholder = select.dataset.combobox
  input.value = select.value === "" ? "" : select.selectedOptions[0].text
  for (const name of ["aria-describedby", "aria-invalid"])
    if (select.hasAttribute(name)) input.setAttribute(name, select.getAttribute(name))
  for (const [name, value] of [
    ["role", "combobox"],
    ["aria-autocomplete", "list"],
    ["aria-expanded", "false"],
    ["aria-controls", `${select.id}-list`],
  ])
    input.setAttribute(name, value)
  list.id = `${select.id}-list`
  list.setAttribute("role", "listbox")
  const label = document.querySelector(`label[for="${select.id}"]`)
  if (label !== null) list.setAttribute("aria-label", label.textContent)
  list.hidden = true
  select.removeAttribute("id")
  select.hidden = true
  select.before(box)
  box.append(input, list)
  return { input, list }
}

function itemOf(option, id) {
  const item = document.createElement("li")
  item.id = id
  item.setAttribute("role", "option")
  item.dataset.value = option.value
  item.textContent = option.text
  return item
}

function noneOf(text) {
  const item = document.createElement("li")
  item.className = "none"
  item.textContent = text
  return item
}

/** "Đắk Lắk" and "dak lak" are the same question. */
function plainOf(text) {
  return text
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll("đ", "d")
    .replaceAll("Đ", "d")
    .toLowerCase()
    .trim()
}
