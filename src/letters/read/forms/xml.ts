/** Tags and text of an XML file, one after the other; what an attribute `w:val` says is given with its tag. */
export type Tag =
  | { kind: "open"; name: string; isEmpty: boolean; value: string | null; attributes: string }
  | { kind: "close"; name: string }
  | { kind: "text"; text: string }

export function* tagsOf(xml: string): Generator<Tag> {
  let at = 0
  while (at < xml.length) {
    const open = xml.indexOf("<", at)
    if (open < 0) break
    if (open > at) yield { kind: "text", text: decoded(xml.slice(at, open)) }
    const close = xml.indexOf(">", open)
    if (close < 0) break
    const inside = xml.slice(open + 1, close)
    at = close + 1
    if (inside.startsWith("/")) yield { kind: "close", name: inside.slice(1).trim() }
    else if (!/^[?!]/.test(inside)) {
      const isEmpty = inside.endsWith("/")
      const words = isEmpty ? inside.slice(0, -1) : inside
      const space = words.search(/\s/)
      const name = space < 0 ? words : words.slice(0, space)
      const attributes = space < 0 ? "" : words.slice(space)
      yield { kind: "open", name, isEmpty, value: attributeOf(attributes, "w:val"), attributes }
    }
  }
}

export function attributeOf(attributes: string, name: string): string | null {
  const at = attributes.indexOf(`${name}="`)
  if (at < 0) return null
  const from = at + name.length + 2
  const to = attributes.indexOf('"', from)
  return to < 0 ? null : decoded(attributes.slice(from, to))
}

const named: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" }

const decoded = (text: string) =>
  text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(lt|gt|amp|quot|apos));/g,
    (whole, decimal, hex, name) => {
      if (name !== undefined) return named[String(name)] ?? whole
      const code = decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal)
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ""
    },
  )
