/** The private look-up's answer: prints that begin alike, filled up so that its length tells nothing. Pure. */

export const prefixPattern = /^[0-9a-f]{5}$/
export const prefixKinds = [
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

/** Every answer holds a multiple of this. */
export const paddedTo = 64

/**
 * `filler`: 64 hex digits for a number, the same each time, so that two answers laid side by side do not tell the real ones.
 */
export function padded(prefix: string, prints: readonly string[], filler: (n: number) => string): string[] {
  const wanted = Math.max(1, Math.ceil(prints.length / paddedTo)) * paddedTo
  const fill = Array.from({ length: wanted - prints.length }, (_, n) => `${prefix}${filler(n).slice(5, 64)}`)
  return [...prints, ...fill].toSorted()
}
