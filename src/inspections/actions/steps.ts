/** The steps of a check as people take them: one function a verb, one transaction each. */
import { nameOfColleague } from "../../accounts/index.ts"
import { type CarryRefusal, openCaseCarrying, takeExhibitIn } from "../../cases/index.ts"
import { servedOn } from "../../directives/index.ts"
import { legalRules } from "../../kernel/calendar/data.ts"
import { calendarIn } from "../../kernel/calendar/days-off.ts"
import type { Tx } from "../../kernel/db/database.ts"
import { allPowers } from "../catalogue.ts"
import type { Given } from "../domain/checklist.ts"
import { codeOf } from "../domain/code.ts"
import { lawOf, lengthOf } from "../domain/powers.ts"
import { paths } from "../paths.ts"
import {
  endPause,
  insertCase,
  insertMembers,
  insertPause,
  insertRecommendations,
  type Member,
  markPutRight,
  saveAnswers,
} from "../store/details.ts"
import type { Signing } from "../store/inspections.ts"
import { photosOf } from "../store/photos.ts"
import { words } from "../words.ts"
import { carriedFrom, memberLines, startsFrom } from "./carried.ts"
import { daysOf } from "./days.ts"
import { inspectionRoom } from "./rooms.ts"
import { bodyOf, type Seat } from "./seat.ts"
import { standingOf } from "./standing.ts"
import { type Facts, openFindingsOf, type Prepared, type Result, takeStep } from "./take.ts"

export type Deciding = {
  number: string
  decidedOn: string
  days: number
  headId: string
  members: string | null
}
export type DecideRefusal = "tooManyDays" | "noHead" | "badMember" | "lawChanged"

/** By whoever issues the decision. The team declares that no interest stands against it: the form asks for it. */
export const decideCheck = (seat: Seat, id: string, input: Deciding): Promise<Result<DecideRefusal>> =>
  takeStep<DecideRefusal>(seat, id, { step: "decide", on: input.decidedOn }, async (facts, on, tx) => {
    if (isOtherLaw(seat, facts, on)) return { refused: "lawChanged" }
    const length = lengthOf(facts.law, legalRules())
    if (length !== null && input.days > length.days) return { refused: "tooManyDays" }
    const head = await nameOfColleague(tx, seat.bodyId, input.headId)
    if (head === null) return { refused: "noHead" }
    const others = memberLines(input.members ?? "")
    if (others === null) return { refused: "badMember" }
    const { bodyName } = seat.desk.officer
    const common = { declaredOn: on }
    const team: Member[] = [
      {
        officerId: input.headId,
        name: head,
        title: words.vi.head,
        ofBody: bodyName,
        isHead: true,
        ...common,
      },
      ...others.map((one) => ({
        officerId: null,
        name: one.name,
        title: one.title,
        ofBody: one.ofBody ?? bodyName,
        isHead: false,
        ...common,
      })),
    ]
    return {
      change: {
        decidedNumber: input.number,
        decidedOn: on,
        decidedBy: nameAndTitle(seat),
        decidedByOfficer: seat.officerId,
        days: input.days,
      },
      note: input.number,
      details: { days: input.days, members: team.length },
      ...(length === null ? {} : { rule: length.rule.id }),
      write: () => insertMembers(tx, id, team),
    }
  })

const nameAndTitle = ({ name, desk }: Seat) =>
  [name, desk.officer.title].filter((one) => one !== "").join(", ")

/** NĐ 217/2025 Đ14: the plan of the check is approved by whoever issued the decision. */
export const approveCheck = (
  seat: Seat,
  id: string,
  input: { approvedOn: string },
): Promise<Result<"notTheIssuer">> =>
  takeStep<"notTheIssuer">(seat, id, { step: "approve", on: input.approvedOn }, ({ row }, on) =>
    row.decidedByOfficer !== seat.officerId
      ? { refused: "notTheIssuer" }
      : {
          change: {
            approvedOn: on,
            approvedBy: nameAndTitle(seat),
          },
        },
  )

/** Another visit may have taken place since the plan: the limits are asked again on the day itself. */
export const announceCheck = (
  seat: Seat,
  id: string,
  input: { announcedOn: string },
): Promise<Result<"overLimit" | "lawChanged">> =>
  takeStep<"overLimit" | "lawChanged">(
    seat,
    id,
    { step: "announce", on: input.announcedOn },
    async (facts, on, tx) => {
      if (isOtherLaw(seat, facts, on)) return { refused: "lawChanged" }
      const { row, subject } = facts
      const { limits } = await standingOf(tx, {
        power: row.power,
        matter: row.matter,
        on,
        subject,
        bodyName: seat.desk.officer.bodyName,
        without: id,
      })
      if (limits.length > 0 && row.overrideReason === null) return { refused: "overLimit" }
      return { change: { announcedOn: on }, details: { limits: limits.length } }
    },
  )

/** The plan was made under the law of one day; a day under another law needs another plan. */
const isOtherLaw = (seat: Seat, { row, law }: Facts, on: string) =>
  lawOf(row.power, bodyOf(seat), on, allPowers())?.id !== law.id

export const answerCheck = (seat: Seat, id: string, given: readonly Given[]): Promise<Result> =>
  takeStep(seat, id, { step: "answer", on: null }, answerStep(seat, id, given))

export const answerStep =
  (seat: Seat, id: string, given: readonly Given[]) =>
  ({ version }: Facts, _on: string, tx: Tx) => {
    const known = given.filter((one) => version.questions.some((question) => question.id === one.question))
    return { details: { answers: known.length }, write: () => saveAnswers(tx, id, known, seat.name) }
  }

export const extendCheck = (
  seat: Seat,
  id: string,
  input: { days: number; number: string; extendedOn: string },
): Promise<Result<"tooManyDays" | "ranOut">> =>
  takeStep<"tooManyDays" | "ranOut">(
    seat,
    id,
    { step: "extend", on: input.extendedOn },
    async (facts, on, tx) => {
      const length = lengthOf(facts.law, legalRules())
      if (length === null || input.days > length.more) return { refused: "tooManyDays" }
      const due = daysOf(facts, await calendarIn(tx))?.deadline.due ?? null
      if (due !== null && on > due) return { refused: "ranOut" }
      return {
        change: { extendedDays: input.days, extendedOn: on, extendedNumber: input.number },
        note: input.number,
        details: { days: input.days },
        rule: length.rule.id,
      }
    },
  )

export const pauseCheck = (
  seat: Seat,
  id: string,
  input: { fromOn: string; reason: string },
): Promise<Result> =>
  takeStep(seat, id, { step: "pause", on: input.fromOn }, (_facts, on, tx) => ({
    note: input.reason,
    write: () => insertPause(tx, id, { fromOn: on, reason: input.reason }),
  }))

export const resumeCheck = (
  seat: Seat,
  id: string,
  input: { untilOn: string },
): Promise<Result<"beforePause">> =>
  takeStep<"beforePause">(seat, id, { step: "resume", on: input.untilOn }, ({ pauses }, on, tx) =>
    on < (pauses.at(-1)?.fromOn ?? "") ? { refused: "beforePause" } : { write: () => endPause(tx, id, on) },
  )

export type Recording = {
  recordedOn: string
  time: string
  opinion: string
  signing: Signing
  refusalReason: string | null
  witness: string | null
}

export const recordCheck = (
  seat: Seat,
  id: string,
  input: Recording,
): Promise<Result<"refusalMissing" | "witnessMissing">> =>
  takeStep<"refusalMissing" | "witnessMissing">(
    seat,
    id,
    { step: "record", on: input.recordedOn },
    recordStep(input),
  )

/** Who refuses to sign is not forced: somebody of the commune authority, or one witness, signs that it was refused (Đ15.3.a). */
export const recordStep =
  (input: Recording) =>
  (facts: Facts, on: string): Prepared<"refusalMissing" | "witnessMissing"> => {
    const isSigned = input.signing === "signed"
    if (!isSigned && input.refusalReason === null) return { refused: "refusalMissing" }
    if (!isSigned && input.witness === null) return { refused: "witnessMissing" }
    return {
      change: {
        recordedOn: on,
        recordedTime: input.time,
        opinion: input.opinion,
        signing: input.signing,
        refusalReason: isSigned ? null : input.refusalReason,
        witness: isSigned ? null : input.witness,
      },
      details: { signing: input.signing, findings: facts.findings.length },
    }
  }

/** Everything that was found and no case carries yet becomes one case, with its acts, its words and the visit's record. */
export const openCaseOf = (
  seat: Seat,
  id: string,
  input: { committedOn: string; isOngoing: boolean },
): Promise<Result<CarryRefusal | "noArticle">> =>
  takeStep<CarryRefusal | "noArticle">(seat, id, { step: "openCase", on: null }, async (facts, _on, tx) => {
    const found = openFindingsOf(facts)
    if (found.some(({ violationId }) => violationId === null)) return { refused: "noArticle" }
    const carried = carriedFrom(facts, found, input)
    const made = await openCaseCarrying(tx, seat.desk, {
      ...carried,
      origin: {
        kind: "inspection",
        path: paths.inspection(id),
        label: words.vi.originOf(codeOf(facts.row)),
        starts: startsFrom(facts),
      },
    })
    if ("refused" in made) return made
    const questions = found.map(({ question }) => question.id)
    for (const { sha256, bytes, mediaType, name, addedName } of await photosOf(tx, id))
      await takeExhibitIn(tx, seat.desk, made.id, {
        title: name,
        file: { sha256, bytes, mediaType },
        place: facts.row.place.slice(0, 200),
        fromWhom: addedName,
        reason: words.vi.originOf(codeOf(facts.row)),
      })
    return {
      note: made.number,
      details: { case: made.id, acts: questions.length },
      write: () => insertCase(tx, id, { caseId: made.id, questions }),
    }
  })

export type Concluding = {
  number: string
  concludedOn: string
  conclusion: string
  recommendations: string | null
  dueOn: string | null
}

export const concludeCheck = (
  seat: Seat,
  id: string,
  input: Concluding,
): Promise<Result<"dueMissing" | "duePast" | "tooManyRecommendations">> =>
  takeStep<"dueMissing" | "duePast" | "tooManyRecommendations">(
    seat,
    id,
    { step: "conclude", on: input.concludedOn },
    (_facts, on, tx) => {
      const asked = linesIn(input.recommendations ?? "")
      const { dueOn } = input
      if (asked.length > recommendationsMax) return { refused: "tooManyRecommendations" }
      if (asked.length > 0 && dueOn === null) return { refused: "dueMissing" }
      if (dueOn !== null && dueOn < on) return { refused: "duePast" }
      const rows = dueOn === null ? [] : asked.map((what) => ({ what: what.slice(0, 1_000), dueOn }))
      return {
        change: { conclusion: input.conclusion, concludedNumber: input.number, concludedOn: on },
        note: input.number,
        details: { recommendations: rows.length },
        write: async () => {
          await insertRecommendations(tx, id, rows)
          await servedOn(tx, { kind: inspectionRoom.kind, recordId: id }, on)
        },
      }
    },
  )
const recommendationsMax = 20
const linesIn = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")

export const putRight = (
  seat: Seat,
  id: string,
  input: { recommendationId: string; doneOn: string; note: string },
): Promise<Result<"noRecommendation">> =>
  takeStep<"noRecommendation">(seat, id, { step: "putRight", on: input.doneOn }, async (facts, on, tx) => {
    const one = facts.recommendations.find((row) => row.id === input.recommendationId)
    if (one === undefined || one.doneOn !== null) return { refused: "noRecommendation" }
    return {
      note: input.note,
      write: () =>
        markPutRight(
          tx,
          { id: one.id, inspectionId: id },
          { doneOn: on, doneNote: input.note, doneName: seat.name },
        ),
    }
  })

export const closeCheck = (seat: Seat, id: string): Promise<Result> =>
  takeStep(seat, id, { step: "close", on: null }, (_facts, on) => ({ change: { closedOn: on } }))

export const stopCheck = (seat: Seat, id: string, { reason }: { reason: string }): Promise<Result> =>
  takeStep(seat, id, { step: "stop", on: null }, () => ({ change: { endReason: reason }, note: reason }))

export const dropCheck = (seat: Seat, id: string, { reason }: { reason: string }): Promise<Result> =>
  takeStep(seat, id, { step: "drop", on: null }, () => ({ change: { endReason: reason }, note: reason }))
