/** People without an account: they complain of content that concerns them and follow it; the account holder objects and appeals. */
import { endOfTerm } from "../../kernel/calendar/term.ts"
import { asReporter, readAsPublic } from "../../kernel/db/database.ts"
import type { House } from "../../kernel/house.ts"
import { announce } from "../../kernel/journal.ts"
import { instantOf, localDateOf } from "../../kernel/time.ts"
import { receiptCode } from "../../signals/index.ts"
import { leadsTo } from "../domain/life.ts"
import {
  addHolderEvent,
  changeNotice,
  insertComplaint,
  insertObjection,
  noticeOfCode,
  type OwnNotice,
  type OwnObjection,
  ownObjections,
  type PublicRecord,
  publicRecords,
  type Standing,
} from "../store/notices.ts"
import { objectionRules } from "./terms.ts"

export type Complaint = {
  standing: Standing
  url: string
  holder: string | null
  seenOn: string
  seenTime: string
  copyHash: string | null
  said: string
  who: string
  contact: string
}
export type ComplaintRefusal = "noUrl" | "ahead" | "noHash" | "nobodyLeads"

/** `once`: the form's random token, so that sending twice is one complaint with one code. */
export async function complain(
  house: House,
  one: Complaint,
  once: string,
): Promise<{ code: string } | { refused: ComplaintRefusal }> {
  const host = hostOf(one.url)
  if (host === null) return { refused: "noUrl" }
  const seenAt = instantOf(one.seenOn, one.seenTime)
  if (Date.parse(seenAt) > house.clock.now().getTime()) return { refused: "ahead" }
  const copyHash = one.copyHash?.toLowerCase().replace(/\s/g, "") ?? null
  if (copyHash !== null && !/^[0-9a-f]{64}$/.test(copyHash)) return { refused: "noHash" }
  const code = receiptCode(house.keys.hmac("receipt", JSON.stringify(["notice", once, one])))
  const hash = house.keys.hmac("receipt", code)
  const { said, who, contact, standing, url, holder } = one
  const sealed = house.keys.seal("identity", Buffer.from(JSON.stringify({ said, who, contact })))
  const isFiled = await asReporter(house.db, hash, async (tx) => {
    if (
      !(await insertComplaint(tx, { standing, url, platform: host, holder, seenAt, copyHash, sealed, hash }))
    )
      return false
    const filed = await noticeOfCode(tx)
    if (filed !== null)
      await announce(tx, { what: "notice.complained", record: { kind: "notice", id: filed.id } })
    return true
  })
  return isFiled ? { code } : { refused: "nobodyLeads" }
}

/** The host of an address of the web, in small letters; null for what is none. */
function hostOf(url: string): string | null {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return null
  const { hostname } = new URL(url)
  return hostname.includes(".") ? hostname.replace(/^www\./, "") : null
}

export type Followed = {
  notice: OwnNotice
  objections: OwnObjection[]
  mayObject: "object" | "appeal" | null
}

/** By the code of a complaint or by that of a notice; null where it opens nothing. */
export function followNotice(house: House, code: string): Promise<Followed | null> {
  return asReporter(house.db, house.keys.hmac("receipt", code), async (tx) => {
    const notice = await noticeOfCode(tx)
    if (notice === null) return null
    const isHolder = objectionCode(house, notice.id) === code
    const objections = isHolder ? await ownObjections(tx) : []
    return { notice, objections, mayObject: isHolder ? openTo(notice, objections) : null }
  })
}

function openTo(notice: OwnNotice, objections: readonly OwnObjection[]): "object" | "appeal" | null {
  const life = {
    state: notice.state,
    isAnswered: notice.outcome !== null,
    objections: objections.map(({ level }) => level),
  }
  if (leadsTo(life, "object") !== null) return "object"
  return leadsTo(life, "appeal") !== null ? "appeal" : null
}

/** Stands on the notice: whoever was sent it objects with it. Kept nowhere but in the letter that prints it. */
export const objectionCode = (house: House, noticeId: string): string =>
  receiptCode(house.keys.hmac("receipt", JSON.stringify(["notice-objection", noticeId])))

export type ObjectionRefusal = "noCode" | "notNow"

/** The term of the notice stands still until it is decided. */
export function fileObjection(
  house: House,
  code: string,
  words: { said: string; who: string | null; contact: string | null },
): Promise<{ filed: true } | { refused: ObjectionRefusal }> {
  return asReporter(house.db, house.keys.hmac("receipt", code), async (tx) => {
    const notice = await noticeOfCode(tx)
    if (notice === null || objectionCode(house, notice.id) !== code) return { refused: "noCode" as const }
    const event = openTo(notice, await ownObjections(tx))
    if (event === null) return { refused: "notNow" as const }
    const level = event === "object" ? "objection" : "appeal"
    const dueOn = await endOfTerm(tx, objectionRules[level], localDateOf(house.clock.now()))
    const sealed = house.keys.seal("identity", Buffer.from(JSON.stringify(words)))
    await insertObjection(tx, notice, { level, sealed, dueOn, dueRule: objectionRules[level] })
    const state = event === "object" ? "objected" : "appealed"
    await changeNotice(tx, notice.id, { state })
    await addHolderEvent(tx, notice, { what: event, before: notice.state, after: state })
    await announce(tx, { what: `notice.${state}`, record: { kind: "notice", id: notice.id } })
    return { filed: true as const }
  })
}

/** For everybody: each notice that was sent, without address, name or word of anybody. */
export const recordsOf = (house: House): Promise<PublicRecord[]> => readAsPublic(house.db, publicRecords)
