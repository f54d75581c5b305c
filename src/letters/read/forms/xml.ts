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
    const whole = wholeAt(xml, open)
    if (whole !== null) {
      if (whole.text !== "") yield { kind: "text", text: whole.text }
      at = whole.end
      continue
    }
    const close = endOfTag(xml, open)
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

/** A comment says nothing; a CDATA section is text as it stands. Null where neither opens. */
function wholeAt(xml: string, open: number): { text: string; end: number } | null {
  for (const [opens, closes] of [
    ["<!--", "-->"],
    ["<![CDATA[", "]]>"],
  ] as const) {
    if (!xml.startsWith(opens, open)) continue
    const to = xml.indexOf(closes, open + opens.length)
    const end = to < 0 ? xml.length : to
    return { text: opens === "<!--" ? "" : xml.slice(open + opens.length, end), end: end + closes.length }
  }
  return null
}

/** The sign that closes a tag, past those that stand between quotation marks. */
function endOfTag(xml: string, open: number): number {
  let quote = ""
  for (let at = open + 1; at < xml.length; at++) {
    const char = xml[at] ?? ""
    if (quote !== "") quote = char === quote ? "" : quote
    else if (char === '"' || char === "'") quote = char
    else if (char === ">") return at
  }
  return -1
}

/** What an attribute says; its name stands after white space, its value between quotation marks of either kind. */
export function attributeOf(attributes: string, name: string): string | null {
  for (let at = attributes.indexOf(name); at >= 0; at = attributes.indexOf(name, at + 1)) {
    const opens = /^\s{0,9}=\s{0,9}(["'])/.exec(attributes.slice(at + name.length, at + name.length + 20))
    if (opens?.[1] === undefined || !/^(?:|\s)$/.test(attributes.slice(Math.max(0, at - 1), at))) continue
    const from = at + name.length + opens[0].length
    const to = attributes.indexOf(opens[1], from)
    return to < 0 ? null : decoded(attributes.slice(from, to))
  }
  return null
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
