/** Contests: filed and followed with a receipt, decided by an officer who had no hand in what is contested. */

import { endOfTerm } from "../../kernel/calendar/term.ts"
import { asReporter, readAsPublic } from "../../kernel/db/database.ts"
import type { House } from "../../kernel/house.ts"
import { announce, journal } from "../../kernel/journal.ts"
import { localDateOf } from "../../kernel/time.ts"
import { messageCharsMax, namesReporter, readMessage, receiptCode, writerOf } from "../../signals/index.ts"
import { askedLists } from "../catalogue.ts"
import { deviceIn, printOf, shortNumberIn, thingsIn } from "../domain/asked.ts"
import { type ContestRefusal, contestRule, mayDecide, type Outcome } from "../domain/contest.ts"
import {
  type ContestFigures,
  type ContestRow,
  closeContest,
  contestFigures,
  contestRow,
  fileContest,
  type ListedContest,
  listContests,
  type OwnContest,
  ownContests,
} from "../store/contests.ts"
import type { Seat } from "./seat.ts"
import { takeStepIn } from "./steps.ts"

export type Statement = { named: string; said: string; who: string; contact: string }
export type Filed = { code: string } | { refused: "notWarned" | "tooMany" }

/** `once`: the form's random token, so that sending twice is one contest with one code. */
export async function sendContest(house: House, statement: Statement, once: string): Promise<Filed> {
  const code = receiptCode(house.keys.hmac("receipt", JSON.stringify(["contest", once, statement])))
  const { prints, warningCode } = meantBy(statement.named)
  if (prints.length === 0 && warningCode === null) return { refused: "notWarned" }
  const filed = await asReporter(house.db, hashOf(house, code), async (tx) => {
    const count = await fileContest(tx, {
      prints,
      warningCode,
      sealed: house.keys.seal("identity", Buffer.from(JSON.stringify(statement))),
      dueOn: await endOfTerm(tx, contestRule, localDateOf(house.clock.now())),
      rule: contestRule,
    })
    for (const { id } of count > 0 ? await ownContests(tx) : [])
      await announce(tx, { what: "contest.filed", record: { kind: "contest", id } })
    return count
  })
  if (filed === -1) return { refused: "tooMany" }
  return filed === 0 ? { refused: "notWarned" } : { code }
}

const hashOf = (house: House, code: string) => house.keys.hmac("receipt", code)

/** A number, link or account as the check reads it; "27" or "cảnh báo 27" is a warning's number. */
function meantBy(named: string): { prints: string[]; warningCode: number | null } {
  const text = named.trim().slice(0, messageCharsMax)
  const code = /^(?:cảnh báo|canh bao|warning)?\s*(?:số|so|no\.?)?\s*(\d{1,6})$/iu.exec(text)?.[1]
  const read = thingsIn(readMessage(text), askedLists())
  const things =
    read.length > 0 ? read : code === undefined ? [...shortNumberIn(text), ...deviceIn(text)] : []
  const prints = [...new Set(things.flatMap(({ asked }) => asked.map(printOf)))].slice(0, 200)
  return { prints, warningCode: prints.length === 0 && code !== undefined ? Number(code) : null }
}

export type FollowedContest = Omit<OwnContest, "sealed"> & { named: string }

/** Null: no contest has this code. */
export async function followContest(house: House, code: string): Promise<FollowedContest[] | null> {
  const rows = await asReporter(house.db, hashOf(house, code), ownContests)
  if (rows.length === 0) return null
  return rows.map(({ sealed, ...row }) => ({ ...row, named: opened(house, sealed).named }))
}

const opened = (house: House, sealed: Buffer): Statement =>
  JSON.parse(house.keys.open("identity", sealed).toString("utf8"))

export const contestsOf = (seat: Seat): Promise<ListedContest[]> => seat.look(listContests)

export type ContestReading = Omit<ContestRow, "sealed"> & {
  statement: Statement
  mayDecide: true | ContestRefusal
}

/** What the contestant wrote is protected: the reading is journaled before it is shown. */
export async function openContest(seat: Seat, id: string): Promise<ContestReading | null> {
  const row = await seat.open(async (tx) => {
    const found = await contestRow(tx, id, { lock: false })
    if (found !== null) await journal(tx, { what: "contest.read", record: { kind: "contest", id } })
    return found
  })
  if (row === null) return null
  const { sealed, ...rest } = row
  const may = mayDecide(row.state, row, seat.officerId)
  return { ...rest, statement: opened(seat.house, sealed), mayDecide: may === true ? true : may.refused }
}

export type Decided = { done: true } | { refused: ContestRefusal | "missing" | "namesContestant" }

/** Removed: what was contested is recalled in the same transaction, so that no check answers with it any more. */
export async function decideContest(
  seat: Seat,
  id: string,
  { outcome, reasons }: { outcome: Outcome; reasons: string },
): Promise<Decided> {
  return seat.open(async (tx) => {
    const row = await contestRow(tx, id, { lock: true })
    if (row === null) return { refused: "missing" }
    const may = mayDecide(row.state, row, seat.officerId)
    if (may !== true) return may
    if (nameContestant(reasons, opened(seat.house, row.sealed), row.value)) {
      await journal(tx, { what: "identity.nearly-written", record: { kind: "contest", id } })
      return { refused: "namesContestant" }
    }
    const of =
      row.indicatorId === null
        ? ({ kind: "warning", id: row.warningId ?? "" } as const)
        : ({ kind: "indicator", id: row.indicatorId } as const)
    if (outcome === "removed" && row.subjectState === "released") {
      const recalled = await takeStepIn(tx, seat, of, { step: "recall", note: reasons })
      if ("refused" in recalled)
        throw new Error(`a contested ${of.kind} was not recalled: ${recalled.refused}`)
    }
    await closeContest(tx, id, { outcome, reasons, name: seat.name })
    await announce(tx, {
      what: "contest.decided",
      record: { kind: "contest", id },
      details: { outcome, of: of.id },
    })
    return { done: true }
  })
}

/** Everybody reads the reasons, while who contests lies sealed; the number contested is known to all. */
function nameContestant(reasons: string, { named, ...writer }: Statement, value: string | null): boolean {
  const open = [...readMessage(named).identifiers.map((one) => one.value), ...(value === null ? [] : [value])]
  return namesReporter(reasons, writerOf(writer, open))
}

export const figuresOfContests = (house: House): Promise<ContestFigures | null> =>
  readAsPublic(house.db, contestFigures)
