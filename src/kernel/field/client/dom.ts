/** Elements of the page, made by hand: the policy of the site lets no framework write scripts or styles of its own. */
type Parts = readonly (Node | string | null)[]

export function el<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>> = {},
  ...parts: Parts
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  made.append(...parts.filter((part) => part !== null))
  return made
}

export function button(label: string, look: string, run: () => unknown): HTMLButtonElement {
  const made = el("button", { type: "button", class: look === "" ? "button" : `button ${look}` }, label)
  made.addEventListener("click", () => void run())
  return made
}

export function notice(tone: string, ...parts: Parts): HTMLElement {
  return el("div", { class: `notice ${tone}`, role: "status" }, ...parts)
}

export const timeSaid = (iso: string): string =>
  new Date(iso).toLocaleString(document.documentElement.lang || "vi")
