/** From the act found to the fine paid. The law of the day of the act, the range of whoever did it, two officers where the data are silent. */

import { randomUUID } from "node:crypto"
import { colleaguesOf } from "../../accounts/index.ts"
import { legalRules } from "../../kernel/calendar/data.ts"
import { asOfficer, type Tx } from "../../kernel/db/database.ts"
import type { Desk } from "../../kernel/http/env.ts"
import { allPowers, allViolations, ownLimitations } from "../catalogue.ts"
import { limitationGrade } from "../domain/classes.ts"
import { ruleFor } from "../domain/clocks.ts"
import { competenceOf, type Post, postOf } from "../domain/competence.ts"
import {
  type Circumstances,
  checkFine,
  type FineRefusal,
  lawDayOf,
  type Range,
  type RangeAnswer,
  usableRange,
  type Violation,
  violationsOn,
} from "../domain/fines.ts"
import { lacksUnits, type Units, unitsKept, unitsRefused } from "../domain/units.ts"
import {
  type Act,
  actsMax,
  insertAct,
  insertSanctions,
  type NewAct,
  type NewSanction,
} from "../store/acts.ts"
import type { CaseRow } from "../store/cases.ts"
import type { PaperNumber } from "../store/numbers.ts"
import { type FromPaper, markTaken, recordedOn, takesNumber } from "./hearing.ts"
import { offenderHashOf } from "./offender-hash.ts"
import { mayBeExplained, violationOf } from "./range.ts"
import type { Signer } from "./signer.ts"
import { type Facts, noteWith, type Result, take, takeIn } from "./take.ts"

export type Finding = Omit<NewAct, "id" | "offenderHash" | "isOngoing" | "units"> & {
  /** Subscriber numbers and points, as far as they were asked; absent: nobody was asked. */
  units?: readonly Units[]
  /** The act still went on when it was found; absent: it had ended. */ isOngoing?: boolean
  /** Papers or tax number; kept as a keyed hash only. */ offenderCode: string | null
  /** Found by technical means or an expert: the day on which the offender was known, or the result came; absent or null: neither. */
  identifiedOn?: string | null
}

export const findAct = (desk: Desk, id: string, input: Finding): Promise<Result<FindRefusal>> =>
  asOfficer(desk.house.db, desk.who, (tx) => findActIn(tx, desk, id, input))

type FindRefusal = "unitsMissing" | "unitsOutside" | "noRowInForce" | "datesWrong" | "tooManyActs"

/** For who finds it together with something else, in one transaction. */
export const findActIn = (tx: Tx, desk: Desk, id: string, input: Finding): Promise<Result<FindRefusal>> =>
  takeIn<FindRefusal>(tx, desk, id, {
    step: "find",
    prepare: (facts, today) => {
      const { offenderCode, isOngoing = false, identifiedOn = null, units, ...act } = input
      const lawDay = lawDayOf({ ...act, isOngoing })
      const actId = randomUUID()
      if (act.committedOn > act.foundOn || act.foundOn > today) return { refused: "datesWrong" as const }
      if (identifiedOn !== null && (identifiedOn < act.foundOn || identifiedOn > today))
        return { refused: "datesWrong" as const }
      if (facts.acts.length >= actsMax) return { refused: "tooManyActs" as const }
      const violation = violationsOn(lawDay, allViolations()).find((one) => one.id === act.violationId)
      if (violation === undefined) return { refused: "noRowInForce" as const }
      const wrong = unitsRefused(violation, units)
      if (wrong !== null) return { refused: wrong }
      const limitation = limitationGrade(violation, lawDay, ownLimitations())
      return {
        at: act.foundOn,
        note: act.description,
        details: { violation: act.violationId, committedOn: act.committedOn, identifiedOn },
        taken: { act: { id: actId, runsFrom: lawDay, limitation, identifiedOn } },
        write: () =>
          insertAct(tx, id, {
            ...act,
            isOngoing,
            units: unitsKept(violation, units ?? []),
            id: actId,
            offenderHash: offenderHashOf(desk, offenderCode),
          }),
      }
    },
  })

export const recordViolation = async (
  desk: Desk,
  id: string,
  input: {
    recordedAt: string
    number: string
    note: string | null
    /** Who signed the record; absent: nobody said, and it has to be passed on. */
    signerId?: string
  } & FromPaper,
): Promise<Result<"numberTaken">> => {
  const colleagues = await colleaguesOf(desk)
  const body = { kind: desk.officer.bodyKind, name: desk.officer.bodyName }
  const signer = colleagues.find(({ officerId }) => officerId === input.signerId)
  const posts = colleagues.flatMap(({ title }) => postOf(title, body) ?? [])
  return take<"datesWrong" | "numberTaken">(desk, id, "record", async ({ acts }, today, tx) => {
    const on = input.recordedAt.slice(0, 10)
    if (on > today || acts.some((act) => act.foundOn > on)) return { refused: "datesWrong" as const }
    const given = { book: "record", number: input.number, on, caseId: id } as const
    if (!(await takesNumber(tx, given, input))) return { refused: "numberTaken" as const }
    return {
      at: input.recordedAt,
      note: noteWith(input.number, input.note),
      ...ruleOf("record", on),
      details: { recordedOn: on },
      shown: { number: input.number },
      taken: {
        mayExplain: acts.some(mayBeExplained),
        // Whoever types it may sanction, and tells nothing of who made it.
        passesRecord: signer === undefined || postOf(signer.title, body) === null,
        isPassedUp: acts.some((act) => isAboveAll(posts, act, on)),
      },
      write: () => markTaken(tx, input, today),
    }
  })
}

/** No post of the body reaches the upper end of the range; unknown where nobody of it may sanction, or a limit was not read. */
function isAboveAll(posts: readonly Post[], act: Act, on: string): boolean {
  const violation = violationOf(act)
  const usable = usableRange(violation, act.offenderKind, act.typed)
  if ("refused" in usable || posts.length === 0) return false
  const asked = { violation, on, whose: act.offenderKind, range: usable.range }
  return posts.every((post) => {
    const power = competenceOf({ ...asked, post }, allPowers())
    return power.is === "no" && power.why === "amount"
  })
}

export type Deciding = FromPaper & {
  number: string
  /** The day of the decision, not before the record and not after today; absent: today. */
  decidedOn?: string | null
  signer: Signer
  circumstances?: Circumstances
  /** đồng, by act: one decision covers every act of the case. */
  amounts: Readonly<Record<string, number>>
  remedy: string
}
type Incompetent =
  | "notCompetent"
  | "aboveCompetence"
  | "competenceUnsure"
  | "checkedLater"
  | "delegationMissing"
export type DecidingRefusal =
  | Incompetent
  | FineRefusal
  | Extract<RangeAnswer, { refused: string }>["refused"]
  | "unitsMissing"
  | "notAnAmount"
  | "belowRange"
  | "aboveRange"

export const decideSanction = (
  desk: Desk,
  id: string,
  input: Deciding,
): Promise<Result<DecidingRefusal | "datesWrong" | "numberTaken">> => {
  const decide = take<DecidingRefusal | "datesWrong" | "numberTaken">
  return decide(
    desk,
    id,
    "decide",
    async (facts, today, tx) => {
      const on = input.decidedOn ?? today
      if (on > today || on < recordedOn(facts)) return { refused: "datesWrong" }
      const made = sanctionsFor(desk, facts, input, on)
      if ("refused" in made) return made
      if (!(await takesNumber(tx, decisionNumber(input, on, id), input))) return { refused: "numberTaken" }
      const total = made.sanctions.reduce((sum, one) => sum + (one.amount ?? 0), 0)
      return {
        at: on,
        note: input.number,
        ...ruleOf("decide", on),
        details: { acts: made.sanctions.length, total, decidedOn: on },
        write: () => keep(tx, made.sanctions, input, today),
      }
    },
    input.decidedOn ?? null,
  )
}

/** In the book of whoever signs: our own, or that of the other body's post. */
export const decisionNumber = (
  { number, signer }: Pick<Deciding, "number" | "signer">,
  on: string,
  caseId: string,
): PaperNumber => ({
  book: signer.officerId === null ? `decision:${signer.post}` : "decision",
  number,
  on,
  caseId,
})

async function keep(tx: Tx, sanctions: readonly NewSanction[], input: FromPaper, today: string) {
  await insertSanctions(tx, sanctions)
  await markTaken(tx, input, today)
}

/** What a decision would make of every open act, or why it may not be made. */
export function sanctionsFor(
  desk: Desk,
  facts: Facts,
  input: Deciding,
  on: string,
): { sanctions: NewSanction[] } | { refused: DecidingRefusal } {
  const sanctions: NewSanction[] = []
  for (const act of openActs(facts)) {
    const made = sanctionOf(desk, { act, input, row: facts.row, on })
    if ("refused" in made) return made
    sanctions.push(made)
  }
  return { sanctions }
}

function sanctionOf(
  desk: Desk,
  { act, input, row, on }: { act: Act; input: Deciding; row: CaseRow; on: string },
): NewSanction | { refused: DecidingRefusal } {
  const violation = violationOf(act)
  if (lacksUnits(violation, act.units)) return { refused: "unitsMissing" }
  const usable = usableRange(violation, act.offenderKind, act.typed)
  if ("refused" in usable) return usable
  const wrong = incompetence(desk, row, { act, violation, range: usable.range }, input, on)
  if (wrong !== null) return { refused: wrong }
  const found = input.circumstances ?? { mitigating: "", aggravating: "" }
  const fine = checkFine(input.amounts[act.id] ?? 0, usable.range, found)
  if ("refused" in fine) return fine
  return {
    ...headOf(act, row, input, on),
    kind: "fine",
    article: usable.article,
    amount: fine.amount,
    rangeMin: usable.range.min,
    rangeMax: usable.range.max,
  }
}

/** What the form of a decision gave, but its number and who signs. */
export function decidingFrom(
  answers: Readonly<Record<string, string>>,
  amounts: Deciding["amounts"],
): Omit<Deciding, "number" | "signer"> {
  const { mitigating = "", aggravating = "" } = answers
  return { remedy: answers.remedy ?? "", amounts, circumstances: { mitigating, aggravating } }
}

/** Past the deadline: confiscation and remedy only (Điều 65.2). */
export const decideRemedy = (
  desk: Desk,
  id: string,
  input: Omit<Deciding, "amounts">,
): Promise<Result<Incompetent | "datesWrong" | "numberTaken">> => {
  const decide = take<Incompetent | "datesWrong" | "numberTaken">
  return decide(
    desk,
    id,
    "remedy",
    async (facts, today, tx) => {
      const on = input.decidedOn ?? today
      if (on > today) return { refused: "datesWrong" }
      const made = remediesFor(desk, facts, input, on)
      if ("refused" in made) return made
      if (!(await takesNumber(tx, decisionNumber(input, on, id), input))) return { refused: "numberTaken" }
      return {
        at: on,
        note: `${input.number}. ${input.remedy}`,
        details: { acts: made.sanctions.length, decidedOn: on },
        write: () => keep(tx, made.sanctions, input, today),
      }
    },
    input.decidedOn ?? null,
  )
}

export function remediesFor(
  desk: Desk,
  facts: Facts,
  input: Omit<Deciding, "amounts">,
  on: string,
): { sanctions: NewSanction[] } | { refused: Incompetent } {
  const acts = openActs(facts)
  const wrong = acts
    .map((act) => incompetence(desk, facts.row, { act, violation: violationOf(act), range: null }, input, on))
    .find((one) => one !== null)
  if (wrong != null) return { refused: wrong }
  const none = { kind: "remedy" as const, amount: null, rangeMin: null, rangeMax: null }
  const sanctions = acts.map((act) => ({
    ...headOf(act, facts.row, input, on),
    ...none,
    article: act.typed?.article ?? violationOf(act).article,
  }))
  return { sanctions }
}

const headOf = (act: Act, row: CaseRow, { signer, ...input }: Omit<Deciding, "amounts">, on: string) => ({
  actId: act.id,
  caseId: row.id,
  number: input.number,
  office: signer.post,
  remedy: input.remedy,
  decidedOn: on,
  decidedBy: signer.officerId,
  decidedName: signer.name,
  signerTitle: signer.title,
  delegation: signer.delegation?.number ?? null,
  delegatedOn: signer.delegation?.on ?? null,
  checkedName: row.checkedOffice === signer.post ? row.checkedName : null,
})

/**
 * Whether the post of whoever signs may decide this, on that day. What the data do not have, another officer has held against
 * the texts: who signs does not confirm it.
 */
function incompetence(
  desk: Desk,
  row: CaseRow,
  { act, violation, range }: { act: Act; violation: Violation; range: Range | null },
  { signer }: Omit<Deciding, "amounts">,
  on: string,
): Incompetent | null {
  if (signer.delegation !== null && signer.delegation.on > on) return "delegationMissing"
  const asked = { violation, post: signer.post, on, whose: act.offenderKind, range }
  const found = competenceOf(asked, allPowers())
  if (found.is === "no") return found.why === "amount" ? "aboveCompetence" : "notCompetent"
  if (found.is === "yes") return null
  // Of a decision signed elsewhere the recorder is the one who must not vouch alone.
  const isChecked =
    row.checkedOffice === signer.post && row.checkedBy !== (signer.officerId ?? desk.who.officerId)
  if (!isChecked) return "competenceUnsure"
  return row.checkedOn !== null && row.checkedOn > on ? "checkedLater" : null
}

export const openActs = (facts: Facts) => facts.acts.filter((act) => act.sanction === null)

function ruleOf(purpose: "record" | "decide", on: string): { rule?: string } {
  const rule = ruleFor(purpose, on, legalRules())
  return rule === null ? {} : { rule: rule.id }
}
