/**
 * Each form of ours says who opened it, when and on which page (`opened`, written by `OwnForm`): so that one sent after its
 * session ended goes back to the officer who typed it, and one sent after a colleague's change is told so.
 */
import { timingSafeEqual } from "node:crypto"
import type { Ctx } from "./env.ts"

/** The name of the hidden field. */
export const openedField = "opened"

/** `officerId` is null for a visitor; `at` in milliseconds; `page`: path and query of the page that held the form. */
export type Opened = { officerId: string | null; at: number; page: string }

const pageCharsMax = 400
const pattern = /^([0-9a-f]{64}) (-|[0-9a-f-]{36}) (\d{1,16}) (\/.*)$/

/**
 * Answers to a form keep the page that the form stood on first: their own address takes no GET. A form that came back after
 * signing in again keeps its first time, so that a change made meanwhile is still seen.
 */
export function openedText(c: Ctx): string {
  const posted = c.get("opened")
  const typed = c.get("typed")
  const at = typed?.why === "ended" ? typed.openedAt : c.get("askedAt")
  const { pathname, search } = new URL(c.req.url)
  const page = (posted?.page ?? `${pathname}${search}`).slice(0, pageCharsMax)
  const said = `${c.get("officer")?.officerId ?? "-"} ${at} ${page}`
  return `${macOf(c, said)} ${said}`
}

/** Null for what we have not written: a form of a program, or one that somebody changed. */
export function readOpened(c: Ctx, text: string | undefined): Opened | null {
  const match = pattern.exec(text ?? "")
  if (match === null) return null
  const [, mac = "", officerId = "-", at = "0", page = "/"] = match
  const expected = macOf(c, `${officerId} ${at} ${page}`)
  if (!timingSafeEqual(Buffer.from(mac, "hex"), Buffer.from(expected, "hex"))) return null
  return { officerId: officerId === "-" ? null : officerId, at: Number(at), page }
}

const macOf = (c: Ctx, said: string) => c.get("house").keys.hmac("session", `opened ${said}`)

/** What a colleague did last: an ISO instant, who, and in words what. */
export type Moved = { at: string; by: string | null; what: string | null }

/** The last change of a record, where it came after this form was opened; else null. */
export function movedSince(c: Ctx, last: Moved | null | undefined): Moved | null {
  const opened = c.get("opened")
  if (opened == null || last == null) return null
  return Date.parse(last.at) > opened.at ? last : null
}

/** The answer says who was quicker, beside the form or the words that were typed. Before the page is drawn. */
export function tellMoved(c: Ctx, moved: Moved | null): void {
  if (moved !== null) c.set("moved", moved)
}
