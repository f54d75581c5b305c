/** What opens an item of a letter: Roman and Arabic numbers, "Điều", letters, dashes and signs. */
export type MarkerKind = "section" | "article" | "number" | "letter" | "dash" | "plus"
export type Marker = {
  kind: MarkerKind
  /** As in a clause's path: "II", "Điều 3", "1.2", "đ"; empty for dashes. */
  label: string
  /** Smaller is nearer to the root. */
  rank: number
  /** How many characters the marker takes, the white space after it included. */
  length: number
}

const roman = /^(?:phần (?:thứ )?)?([ivx]{1,5})(?:[.)/]|\s?[-:])\s{0,3}(?=\S|$)/
const article = /^(điều \d{1,3}[a-zđ]?)\s{0,2}[.:]?\s{0,3}(?:[-–] )?/
const number = /^(\d{1,2}(?:\.\d{1,2}){0,3})(?:[.)/]|-(?=\s\p{L})|(?=\s))\s{0,3}/u
/** "(1)" under "2.": one level below the number. */
const bracketed = /^\((\d{1,2})\)\s{1,3}(?=\S)/
/** "(i)" under "a)". */
const smallRoman = /^\(([ivx]{1,5})\)\s{1,3}(?=\S)/
const letter = /^([a-zđ]\d?)[.)]\s{1,3}/
const sign = /^([-•●▪◦*+o])\s{1,3}/

/** The marker at the start of a line or paragraph; `low` in small letters. */
export function markerOf(text: string, low: string): Marker | null {
  const asArticle = article.exec(low)
  if (asArticle?.[1] !== undefined && /^[ĐđdD]/.test(text)) {
    const isHeading = /^điều \d{1,3}[a-zđ]?\s{0,2}[.:]/.test(low)
    if (isHeading)
      return { kind: "article", label: `Điều ${asArticle[1].slice(5)}`, rank: 0, length: asArticle[0].length }
  }
  const asRoman = roman.exec(low)
  if (asRoman?.[1] !== undefined && /^(?:I|V|X|P)/.test(text) && !/^v\/v/.test(low) && isRoman(asRoman[1]))
    return { kind: "section", label: asRoman[1].toUpperCase(), rank: 0, length: asRoman[0].length }
  const asBracketed = bracketed.exec(low)
  if (asBracketed?.[1] !== undefined)
    return { kind: "number", label: asBracketed[1], rank: 2.5, length: asBracketed[0].length }
  const asSmallRoman = smallRoman.exec(low)
  if (asSmallRoman?.[1] !== undefined && isRoman(asSmallRoman[1]))
    return { kind: "letter", label: asSmallRoman[1], rank: 5.4, length: asSmallRoman[0].length }
  return numberOf(low) ?? letterOf(text, low) ?? signOf(low)
}

export const opensItem = (line: { text: string; low: string }) => markerOf(line.text, line.low) !== null

function numberOf(low: string): Marker | null {
  const found = number.exec(low)
  if (found?.[1] === undefined) return null
  const dotted = found[1].includes(".")
  // "15 ngày" and "2.500 hộ" are no numbers of items; "1.1 Sở Y tế" is.
  const closed = /[.)/-]\s{0,3}$/.test(found[0])
  if (!closed && !(dotted && /^\d{1,2}(?:\.\d{1,2}){1,3}$/.test(found[1]))) return null
  if (/^\d/.test(low.slice(found[0].length))) return null
  // "13/ct-ttg", "226/ttr-bkhcn": the number of a document whose line broke before it.
  if (found[0].endsWith("/") && /^[\p{L}-]/u.test(low.slice(found[0].length))) return null
  const depth = found[1].split(".").length
  return { kind: "number", label: found[1], rank: depth, length: found[0].length }
}

function letterOf(text: string, low: string): Marker | null {
  const found = letter.exec(low)
  if (found?.[1] === undefined || !/^[a-zđA-ZĐ]/.test(text)) return null
  return { kind: "letter", label: found[1], rank: 5, length: found[0].length }
}

function signOf(low: string): Marker | null {
  const found = sign.exec(low) ?? /^(-)(?=\p{L})/u.exec(low)
  if (found?.[1] === undefined) return null
  const isPlus = found[1] === "+" || found[1] === "o" || found[1] === "◦"
  return { kind: isPlus ? "plus" : "dash", label: "", rank: isPlus ? 7 : 6, length: found[0].length }
}

const isRoman = (label: string) => /^(?:x{0,3})(?:ix|iv|v?i{0,3})$/.test(label)
