/** The numbers that Word counts by itself: they are not in the words of a DOCX, and yet the letter's levels. */
import { attributeOf, tagsOf } from "./xml.ts"

type Level = { format: string; pattern: string; start: number }
type List = { levels: Level[]; counts: number[] }
type Place = { id: string | null; level: number; style: string | null }

export type Numbering = {
  /** "1. ", "a) ", "- " for the next paragraph of this list; empty outside lists. */
  next: (place: Place) => string
}

export function numberingOf(numberingXml: string, stylesXml: string): Numbering {
  const { abstracts, instances } = definitionsOf(numberingXml)
  const styles = stylesOf(stylesXml)
  const lists = new Map<string, List>()
  return {
    next: (place) => {
      const id = place.id ?? styles.get(place.style ?? "") ?? null
      const levels = abstracts.get(instances.get(id ?? "") ?? "")
      if (id === null || id === "0" || levels === undefined) return ""
      // Lists that share a definition go on counting together.
      const key = instances.get(id) ?? id
      const list = lists.get(key) ?? { levels, counts: [] }
      lists.set(key, list)
      return labelOf(list, Math.min(place.level, 8))
    },
  }
}

function labelOf(list: List, at: number): string {
  const level = list.levels[at]
  if (level === undefined) return ""
  list.counts.length = at + 1
  list.counts[at] = (list.counts[at] ?? level.start - 1) + 1
  if (level.format === "bullet") return at > 0 && /[+o]/.test(level.pattern) ? "+ " : "- "
  if (level.format === "none") return ""
  const text = level.pattern.replace(/%(\d)/g, (_, digit: string) => {
    const place = Number(digit) - 1
    const other = list.levels[place]
    return other === undefined ? "" : written(list.counts[place] ?? other.start, other.format)
  })
  return text === "" ? "" : `${text} `
}

function written(count: number, format: string): string {
  const letters = "abcdefghijklmnopqrstuvwxyz"
  if (format === "lowerLetter") return letters[(count - 1) % 26] ?? ""
  if (format === "upperLetter") return (letters[(count - 1) % 26] ?? "").toUpperCase()
  if (format === "upperRoman") return romanOf(count)
  if (format === "lowerRoman") return romanOf(count).toLowerCase()
  return String(count)
}

const romans: [number, string][] = [
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
]

function romanOf(count: number): string {
  let rest = Math.min(count, 89)
  let text = ""
  for (const [value, sign] of romans) for (; rest >= value; rest -= value) text += sign
  return text
}

function definitionsOf(xml: string) {
  const abstracts = new Map<string, Level[]>()
  const instances = new Map<string, string>()
  let levels: Level[] | null = null
  let level: Level | null = null
  let instance: string | null = null
  for (const tag of tagsOf(xml)) {
    if (tag.kind === "close") {
      if (tag.name === "w:abstractNum") levels = null
      if (tag.name === "w:lvl") level = null
      if (tag.name === "w:num") instance = null
    }
    if (tag.kind !== "open") continue
    if (tag.name === "w:abstractNum") {
      levels = []
      abstracts.set(attributeOf(tag.attributes, "w:abstractNumId") ?? "", levels)
    } else if (tag.name === "w:lvl" && levels !== null) {
      level = { format: "decimal", pattern: "", start: 1 }
      levels[Math.min(Number(attributeOf(tag.attributes, "w:ilvl") ?? 0), 8)] = level
    } else if (tag.name === "w:numFmt" && level !== null) level.format = tag.value ?? "decimal"
    else if (tag.name === "w:lvlText" && level !== null) level.pattern = tag.value ?? ""
    else if (tag.name === "w:start" && level !== null) level.start = Number(tag.value ?? 1)
    else if (tag.name === "w:num") instance = attributeOf(tag.attributes, "w:numId")
    else if (tag.name === "w:abstractNumId" && instance !== null) instances.set(instance, tag.value ?? "")
  }
  return { abstracts, instances }
}

/** Styles that bring their own list. */
function stylesOf(xml: string): Map<string, string> {
  const styles = new Map<string, string>()
  let style: string | null = null
  for (const tag of tagsOf(xml)) {
    if (tag.kind !== "open") continue
    if (tag.name === "w:style") style = attributeOf(tag.attributes, "w:styleId")
    else if (tag.name === "w:numId" && style !== null && tag.value !== null) styles.set(style, tag.value)
  }
  return styles
}
