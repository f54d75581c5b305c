/** A browser that is told of warnings (RFC 8030, 8291, 8292): what it gave, and what is sent to it. Pure. */
import { ECDH } from "node:crypto"
import { z } from "zod"

const base64url = (bytes: (n: number) => boolean) =>
  z
    .string()
    .max(200)
    .regex(/^[\w-]+={0,2}$/)
    .refine((text) => bytes(Buffer.from(text, "base64url").length))

/** Nothing is encrypted for 65 bytes that are no point of the curve. */
function isPoint(text: string): boolean {
  try {
    ECDH.convertKey(Buffer.from(text, "base64url"), "prime256v1")
    return true
  } catch {
    return false
  }
}

/** The address is anybody's word: it is never asked without https. */
const shape = z.object({
  endpoint: z
    .url({ protocol: /^https$/ })
    .max(1_000)
    .refine((text) => new URL(text).username === ""),
  keys: z.object({
    p256dh: base64url((n) => n === 65).refine(isPoint),
    auth: base64url((n) => n >= 16 && n <= 64),
  }),
})
export type Browser = z.infer<typeof shape>

/** The subscription that the browser's own script put into the form; null: nothing of a browser. */
export function browserIn(text: string): Browser | null {
  try {
    const read = shape.safeParse(JSON.parse(text.slice(0, 5_000)))
    return read.success ? read.data : null
  } catch {
    return null
  }
}

export const pushLimits = { bytes: 10_000, ms: 10_000, seconds: 3 * 86_400, bodyChars: 200 } as const

/** `tag`: of one warning, so that a recall stands in the place of what it takes back. */
export type Notice = { title: string; body: string; url: string; tag: string }

export const shortOf = (text: string): string =>
  text.length > pushLimits.bodyChars ? `${text.slice(0, pushLimits.bodyChars - 1)}…` : text

const lineMax = 50

/**
 * One line for each push service, several for one that many browsers use; the longest first, so that the services of browser makers
 * come before addresses that stand alone.
 */
export function linesOf<One extends { browser: Browser | null }>(all: readonly One[]): One[][] {
  const byService = Map.groupBy(all, ({ browser }) =>
    browser === null ? "" : new URL(browser.endpoint).origin,
  )
  return [...byService.values()]
    .flatMap((of) =>
      Array.from({ length: Math.ceil(of.length / lineMax) }, (_, n) =>
        of.slice(n * lineMax, (n + 1) * lineMax),
      ),
    )
    .toSorted((one, other) => other.length - one.length)
}
