/** A source that a body subscribes to: a TAXII 2.1 collection of another province or of a centre. Pure. */
import type { UnreachableReason } from "../../../kernel/http/outgoing.ts"
import { webAddress } from "../../domain/web-address.ts"
import type { FileFault } from "../../imports/domain/line.ts"

export const sourceStates = ["live", "paused", "ended"] as const
export type SourceState = (typeof sourceStates)[number]

/** Within one run; what is left comes with the next. */
export const sourceLimits = {
  ...{ objects: 500, pages: 100, runMs: 120_000 },
  ...{ pageBytes: 10_000_000, pageMs: 30_000, urlChars: 1_000, authorizationChars: 5_000 },
} as const
export const minutesBetween = 15
export const sourcesMax = 20

/**
 * A run that did not come to its end: the network, the server's answer, what stood in it, or a fault of this program ("ours").
 * "unfinished": nothing went wrong, there is more.
 */
export type FetchFault =
  | UnreachableReason
  | FileFault
  | "refusedUs"
  | "notThere"
  | "answer"
  | "noEnd"
  | "unfinished"
  | "ours"
export const isFailed = (fault: FetchFault | null): boolean => fault !== null && fault !== "unfinished"

/** The address of a collection as one writes it, with or without what follows; null: it is none. */
export function collectionAt(text: string): string | null {
  const url = webAddress(text)
  if (url === null) return null
  const path = /^(.*\/collections\/[^/]+)\/?(?:objects\/?)?$/.exec(url.pathname)?.[1]
  const whole = `${url.origin}${path}/`
  // In an address each letter beyond Latin takes three signs or more.
  return path === undefined || whole.length > sourceLimits.urlChars ? null : whole
}

/** TAXII 2.1, section 5.4: indicators, and the markings that they name. */
export function questionOf(url: string, { addedAfter, next }: Position): string {
  const asked = new URL("objects/", url)
  asked.searchParams.set("limit", String(sourceLimits.objects))
  asked.searchParams.set("match[type]", "indicator,marking-definition")
  if (addedAfter !== null) asked.searchParams.set("added_after", addedAfter)
  if (next !== null) asked.searchParams.set("next", next)
  return asked.href
}

export type Position = { addedAfter: string | null; next: string | null }

/** A token alone, or a name with its password; null: neither. "unfit": no request carries it. */
export function authorizationOf(user: string, password: string): { header: string | null } | "unfit" {
  if (password === "") return { header: null }
  const header =
    user === "" ? `Bearer ${password}` : `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`
  return /^[\x21-\x7e ]+$/.test(header) && header.length <= sourceLimits.authorizationChars
    ? { header }
    : "unfit"
}
