/** Styles of a DOCX whose words mean "not this": hidden (`w:vanish`) and struck out. */
import { attributeOf, tagsOf } from "./xml.ts"

export type RunMarks = { isHidden: boolean; isStruck: boolean }

export function marksOf(xml: string): Map<string, RunMarks> {
  const own = new Map<string, Partial<RunMarks> & { basedOn?: string }>()
  let style: (Partial<RunMarks> & { basedOn?: string }) | null = null
  for (const tag of tagsOf(xml)) {
    if (tag.kind === "close" && tag.name === "w:style") style = null
    if (tag.kind !== "open") continue
    if (tag.name === "w:style") {
      style = {}
      own.set(attributeOf(tag.attributes, "w:styleId") ?? "", style)
    } else if (style === null) continue
    else if (tag.name === "w:basedOn" && tag.value !== null) style.basedOn = tag.value
    else if (tag.name === "w:vanish") style.isHidden = isOn(tag.value)
    else if (tag.name === "w:strike" || tag.name === "w:dstrike") style.isStruck = isOn(tag.value)
  }
  const marks = new Map<string, RunMarks>()
  for (const id of own.keys()) {
    const made = { isHidden: inherited(own, id, "isHidden"), isStruck: inherited(own, id, "isStruck") }
    if (made.isHidden || made.isStruck) marks.set(id, made)
  }
  return marks
}

const depthMax = 12

function inherited(
  own: ReadonlyMap<string, Partial<RunMarks> & { basedOn?: string }>,
  id: string,
  mark: keyof RunMarks,
): boolean {
  let at: string | undefined = id
  for (let depth = 0; depth < depthMax && at !== undefined; depth++) {
    const style: (Partial<RunMarks> & { basedOn?: string }) | undefined = own.get(at)
    const said = style?.[mark]
    if (said !== undefined) return said
    at = style?.basedOn
  }
  return false
}

const isOn = (value: string | null) => value === null || !/^(?:0|false|off)$/.test(value)
