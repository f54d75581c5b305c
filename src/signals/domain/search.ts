/** What somebody types who looks for tips: words, a printed code, a number or its last digits, a link however it is spelled. */
import type { Identifier } from "../read/identifiers.ts"
import { readTarget } from "../read/read.ts"

export type Sought = {
  /** Exactly these. */
  named: Pick<Identifier, "kind" | "value">[]
  /** Digits in which a telephone number or an account ends; null: none asked for. */
  ending: string | null
  /** Host of a link or a bare domain; null: none asked for. */
  host: string | null
  /** Last characters of the tip's id, as printed behind "Tin"; null: none asked for. */
  code: string | null
}

const namedMax = 20
/** Fewer digits end too many numbers. */
const endingMin = 5

export function soughtIn(text: string): Sought {
  const words = text.trim()
  const code = /^(?:tin|report|#)?\s*#?\s*([0-9a-f]{6})$/i.exec(words)?.[1] ?? null
  const digits = words.replace(/[\s.,-]/g, "")
  const isDigits = /^\+?\d+$/.test(digits)
  const named = isDigits && digits.length < 8 ? [] : readTarget(words).slice(0, namedMax)
  const link = named.find((one) => one.kind === "url" || one.kind === "domain")
  return {
    named,
    ending: isDigits && digits.length >= endingMin && digits.length <= 19 ? endingOf(digits) : null,
    host: link === undefined ? null : (/^(?:https?:\/\/)?([^/:]+)/.exec(link.value)?.[1] ?? null),
    code: code === null ? null : code.toLowerCase(),
  }
}

/** Numbers are kept with the country's code in place of the zero. */
const endingOf = (digits: string) => digits.replace(/^\+?84(?=\d{9}$)/, "").replace(/^0(?=\d{9}$)/, "")
