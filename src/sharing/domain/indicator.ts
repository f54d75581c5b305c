/** What an indicator may be and say, before anybody decides about it: kinds, TLP 2.0, audience, days. Pure. */
import { addDays, type LocalDate } from "../../kernel/time.ts"
import { walletOf } from "./wallets.ts"

export const indicatorKinds = [
  "phone",
  "phone-range",
  "url",
  "domain",
  "ip",
  "bank-account",
  "e-wallet",
  "social",
  "email",
  "brandname",
  "crypto",
  "imei",
] as const
export type IndicatorKind = (typeof indicatorKinds)[number]

/** TLP 2.0 (FIRST), from the most open to the closest. */
export const tlps = ["clear", "green", "amber", "amber+strict", "red"] as const
export type Tlp = (typeof tlps)[number]

/** From the narrowest to the widest. */
export const audiences = ["chosen", "enterprises", "bodies", "public"] as const
export type Audience = (typeof audiences)[number]

/** How sure; the number is what leaves in lists (STIX 2.1 counts 0–100). */
export const confidences = { low: 30, medium: 60, high: 85 } as const
export type Confidence = keyof typeof confidences
export const confidenceOf = (value: number): Confidence =>
  value >= 75 ? "high" : value >= 45 ? "medium" : "low"

/** The same as `shared_indicators_audience_within_tlp`. */
export function audiencesWithin(tlp: Tlp): readonly Audience[] {
  switch (tlp) {
    case "clear":
      return audiences
    case "green":
      return ["chosen", "enterprises", "bodies"]
    case "amber":
      return ["chosen", "enterprises"]
    default:
      return ["chosen"]
  }
}

/** A number goes to somebody else after some time: nothing is warned of for longer without being looked at anew. */
export const validDaysMax = 365
export const validDaysUsual = 90

export type Draft = {
  kind: IndicatorKind
  value: string
  openDigits: number | null
  tlp: Tlp
  audience: Audience
  recipients: readonly string[]
  trick: string | null
  confidence: Confidence
  reasons: string
  validUntil: LocalDate
}

export type DraftFault =
  | "audienceTooWide"
  | "onlyAuthorities"
  | "noRecipients"
  | "endsTooEarly"
  | "endsTooLate"
  | "widerThanSource"

export function faultOf(
  { tlp, audience, recipients, validUntil }: Pick<Draft, "tlp" | "audience" | "recipients" | "validUntil">,
  { isAuthority, today }: { isAuthority: boolean; today: LocalDate },
): DraftFault | null {
  if (!audiencesWithin(tlp).includes(audience)) return "audienceTooWide"
  if (audience === "public" && !isAuthority) return "onlyAuthorities"
  if (audience === "chosen" && recipients.length === 0) return "noRecipients"
  if (validUntil < today) return "endsTooEarly"
  return validUntil > addDays(today, validDaysMax) ? "endsTooLate" : null
}

/** An indicator from elsewhere goes no further than its source allowed: migration 0837 holds the same. */
export const isWider = (tlp: Tlp, { origin, tlp: of }: { origin: string; tlp: Tlp }): boolean =>
  origin === "received" && tlps.indexOf(tlp) < tlps.indexOf(of)

/** Reads one thing that somebody typed, in the canonical form of its kind; null: it is none of that kind. */
export function canonicalOf(
  kind: IndicatorKind,
  typed: string,
  read: (text: string) => readonly { kind: string; value: string }[],
): { value: string; openDigits: number | null } | null {
  const whole = (value: string | null | undefined) =>
    value === null || value === undefined || value === "" ? null : { value, openDigits: null }
  const text = typed.trim()
  switch (kind) {
    case "phone-range":
      return rangeOf(text, (one) => read(one).find((found) => found.kind === "phone")?.value ?? null)
    case "brandname":
      return whole(/^[\p{L}\p{N}][\p{L}\p{N} ._-]{1,20}$/u.test(text) ? text.toUpperCase() : null)
    case "imei":
      return whole(isImei(text.replace(/[\s.-]/g, "")) ? text.replace(/[\s.-]/g, "") : null)
    case "crypto":
      return whole(
        /^(?:0x[0-9a-f]{40}|[13][1-9A-HJ-NP-Za-km-z]{25,34}|bc1[0-9a-z]{20,80}|T[1-9A-HJ-NP-Za-km-z]{33})$/i.test(
          text,
        )
          ? cryptoOf(text)
          : null,
      )
    case "e-wallet":
      return whole(walletOf(text))
    case "phone":
      // Short numbers of the State and of operators are no clue of a tip's reader; here they are told to be good names.
      return whole(/^1\d{2,4}$/.test(text) ? text : read(text).find((found) => found.kind === kind)?.value)
    default:
      return whole(read(text).find((found) => found.kind === kind)?.value)
  }
}

/** Ethereum's and Bitcoin's newer addresses are the same in capitals; the others are not. */
export const cryptoOf = (address: string): string =>
  /^(?:0x|bc1)/i.test(address) ? address.toLowerCase() : address

/** "0249999xxxx", or its first and last number with a dash between; at most 10,000 numbers with one beginning. */
function rangeOf(
  text: string,
  phone: (text: string) => string | null,
): { value: string; openDigits: number } | null {
  const open = /^(.*?\d)([x*]{1,4})$/i.exec(text.replace(/[\s.]/g, ""))
  const [from, to] =
    open === null
      ? text.split(/\s*[-–]\s*/)
      : [
          `${open[1] ?? ""}${"0".repeat((open[2] ?? "").length)}`,
          `${open[1] ?? ""}${"9".repeat((open[2] ?? "").length)}`,
        ]
  const [first, last] = [phone(from ?? ""), phone(to ?? "")]
  if (first === null || last === null || first.length !== last.length) return null
  for (let digits = 1; digits <= 4; digits += 1) {
    const value: string = first.slice(0, -digits)
    if (first === value + "0".repeat(digits) && last === value + "9".repeat(digits))
      return { value, openDigits: digits }
  }
  return null
}

/** Fifteen digits of which the last is Luhn's check digit. */
export function isImei(digits: string): boolean {
  if (!/^\d{15}$/.test(digits)) return false
  const sum = [...digits].reduce((total, digit, at) => {
    const doubled = Number(digit) * (at % 2 === 1 ? 2 : 1)
    return total + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)
  return sum % 10 === 0
}
