/** A body runs a course for its own people: it invites them by a list and hands out a link to each. */
import { randomUUID } from "node:crypto"
import { readServing, type ServingReading } from "../../directives/index.ts"
import type { House } from "../../kernel/house.ts"
import { announce, journal } from "../../kernel/journal.ts"
import { readForeignTable } from "../../kernel/tables/read.ts"
import { receiptCode } from "../../signals/index.ts"
import { courseBySlug } from "../catalogue.ts"
import { type Invited, invitedMax, readList } from "../domain/list.ts"
import { pledgeOfCourse } from "../domain/pledge.ts"
import {
  countLearners,
  insertLearners,
  insertRound,
  type ListedLearner,
  type ListedRound,
  learnersOf,
  listRounds,
  type Round,
  readRound,
  removeLearner,
} from "../store/rounds.ts"
import { type Seat, todayOf } from "./publishing.ts"
import { countRound, roundRoom } from "./rooms.ts"

export const roundsOf = (seat: Seat): Promise<ListedRound[]> =>
  seat.look((tx) => listRounds(tx, todayOf(seat.house)))

export function openRound(
  seat: Seat,
  { course, title, closesOn }: { course: string; title: string; closesOn: string },
): Promise<{ id: string } | { refused: "past" | "noCourse" }> {
  return seat.open(async (tx) => {
    if (courseBySlug(course) === null) return { refused: "noCourse" as const }
    if (closesOn < todayOf(seat.house)) return { refused: "past" as const }
    const round = { course, title, closesOn, pledge: pledgeOfCourse(course), madeName: seat.name }
    const id = await insertRound(tx, round)
    await announce(tx, {
      what: "course-round.opened",
      record: { kind: "course-round", id },
      details: { course },
    })
    return { id }
  })
}

export type RoundReading = {
  round: Round
  courseName: { vi: string; en: string }
  learners: ListedLearner[]
  today: string
  serving: ServingReading
}

/** Names of people of the body: the reading is journaled first. */
export async function readRoundOf(seat: Seat, id: string): Promise<RoundReading | null> {
  const found = await seat.open(async (tx) => {
    const round = await readRound(tx, id)
    if (round === null) return null
    await journal(tx, { what: "course-round.read", record: { kind: "course-round", id } })
    const serving = await readServing(tx, { kind: roundRoom.kind, recordId: id }, roundRoom.words)
    return { round, serving, learners: await learnersOf(tx, id) }
  })
  if (found === null) return null
  const courseName = courseBySlug(found.round.course)?.name ?? {
    vi: found.round.course,
    en: found.round.course,
  }
  return { ...found, courseName, today: todayOf(seat.house) }
}

/** The end of a learner's link: made anew each time it is printed, kept nowhere. */
export const linkCode = (house: House, learnerId: string): string =>
  receiptCode(house.keys.hmac("receipt", JSON.stringify(["learner", learnerId])))

export const hashOfCode = (house: House, code: string): string => house.keys.hmac("receipt", code)

/** A list in a file, as the lines that a person would paste; null where it cannot be read as a list. */
export async function linesOfFile(file: Uint8Array): Promise<string | null> {
  const table = await readForeignTable(file, { rowsMax: invitedMax + 20, columnsMax: 20 })
  if ("refused" in table) return null
  // A list of text comes back cut in several ways: the one with most columns is how it was meant.
  const widest = table.sheets.toSorted(
    (one, other) => (other.rows[0]?.length ?? 0) - (one.rows[0]?.length ?? 0),
  )[0]
  return (widest?.rows ?? [])
    .map((row) => row.map(({ text }) => text.replace(/[\t\n;|]/g, " ")).join("\t"))
    .join("\n")
}

export { readList }

export function invite(
  seat: Seat,
  roundId: string,
  list: readonly Invited[],
): Promise<{ invited: number } | { refused: "over" | "tooMany" }> {
  return seat.open(async (tx) => {
    const round = await readRound(tx, roundId)
    if (round === null || round.closesOn < todayOf(seat.house)) return { refused: "over" as const }
    if ((await countLearners(tx, roundId)) + list.length > learnersMax) return { refused: "tooMany" as const }
    const invited = await insertLearners(
      tx,
      roundId,
      list.map((one) => {
        const id = randomUUID()
        return { ...one, id, receiptHash: hashOfCode(seat.house, linkCode(seat.house, id)) }
      }),
    )
    if (invited > 0) await countRound(tx, round)
    const record = { kind: "course-round", id: roundId }
    await announce(tx, { what: "course-round.invited", record, details: { invited } })
    return { invited }
  })
}

const learnersMax = 2_000

export function takeBackLink(
  seat: Seat,
  roundId: string,
  learnerId: string,
): Promise<{ done: true } | { refused: "noLearner" }> {
  return seat.open(async (tx) => {
    if (!(await removeLearner(tx, roundId, learnerId))) return { refused: "noLearner" as const }
    await announce(tx, { what: "learner.removed", record: { kind: "learner", id: learnerId } })
    return { done: true as const }
  })
}
