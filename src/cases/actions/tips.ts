/** A tip becomes a case or joins one, in one transaction; what becomes of the case answers its tips. */
import { asOfficer, type Tx } from "../../kernel/db/database.ts"
import type { Desk } from "../../kernel/http/env.ts"
import { journal } from "../../kernel/journal.ts"
import type { Subscriber } from "../../kernel/outbox.ts"
import {
  answerFromCase,
  type CaseAnswer,
  casesWithClues,
  cluesOfTip,
  isOnDesk,
  putInCase,
  readSignalRow,
  reopenFromCase,
  seatOf,
  signalsOfCase,
  spokenIdentifier,
  takeOutOfCase,
  tipsAlike,
} from "../../signals/index.ts"
import { addEvent, findCase, lockCase } from "../store/cases.ts"
import { transfersOf } from "../store/others.ts"
import type { Place } from "../store/written.ts"
import { tipWords } from "../words-tips.ts"
import { everyWordOf, isNamedIn, placesMasked, placesNaming } from "./naming.ts"
import { type Opening, openCaseIn } from "./steps.ts"

export type TipToOpen = {
  id: string
  text: string
  type: string
  /** The first number, account or site of a suspect that it names, as people write it. */
  clue: string | null
  /** Other tips of the desk that name the same suspect and are in no case. */
  siblings: number
  /** Cases whose tips name a suspect of this one. */
  cases: string[]
}

async function siblingsOf(tx: Tx, signalId: string): Promise<string[]> {
  const alike = await tipsAlike(tx, signalId, [])
  return alike
    .filter(
      ({ shared, state }) =>
        shared.length > 0 && state !== "in-case" && isOnDesk({ state, withdrawnAt: null }),
    )
    .map(({ id }) => id)
}

/** The masked words of the tip, to open a case with; null: none that this body holds. */
export function tipToOpenFrom(desk: Desk, signalId: string): Promise<TipToOpen | null> {
  return asOfficer(desk.house.db, desk.who, async (tx) => {
    const row = await readSignalRow(tx, signalId)
    if (row === null) return null
    const clues = (await cluesOfTip(tx, signalId)).filter(({ role }) => role === "suspect")
    return {
      id: row.id,
      text: row.redactedText,
      type: row.type,
      clue: clues[0] === undefined ? null : spokenIdentifier(clues[0].value),
      siblings: (await siblingsOf(tx, signalId)).length,
      cases: await casesWithClues(
        tx,
        clues.map(({ indicatorId }) => indicatorId),
      ),
    }
  })
}

/** Printed codes of the case's tips whose masked words nobody has compared with the original ones; they must not leave yet. */
export async function tipsNotCompared(tx: Tx, caseId: string): Promise<string[]> {
  const tips = await signalsOfCase(tx, caseId)
  return tips.filter((tip) => tip.redactionCheckedAt === null).map(({ id }) => id.slice(-6).toUpperCase())
}

class TipIsGone extends Error {}

/** Either both the case and its tip are there, or neither. */
export async function openCaseFrom(
  desk: Desk,
  input: Opening,
  signalId: string,
): Promise<{ id: string } | { refused: "gone" }> {
  try {
    return await asOfficer(desk.house.db, desk.who, async (tx) => {
      const made = await openCaseIn(tx, desk, input)
      if ("refused" in (await putInCase(tx, seatOf(desk), signalId, made.id))) throw new TipIsGone()
      return made
    })
  } catch (error) {
    if (error instanceof TipIsGone) return { refused: "gone" }
    throw error
  }
}

/** `named`: where the case's own words already say who reported the tip. */
export type Joining =
  | { id: string }
  | { refused: "gone" | "noCase" }
  | { refused: "named"; places: readonly Place[] }

export async function joinCase(
  desk: Desk,
  { caseId, signalId, withSiblings = false }: { caseId: string; signalId: string; withSiblings?: boolean },
): Promise<Joining> {
  const words = await everyWordOf(desk, caseId)
  const places = await placesNaming(desk, words, signalId)
  if (places.length > 0) return { refused: "named", places }
  const siblings = withSiblings
    ? await asOfficer(desk.house.db, desk.who, (tx) => siblingsOf(tx, signalId))
    : []
  const named = new Set<string>()
  for (const id of siblings) if (await isNamedIn(desk, words, id)) named.add(id)
  return asOfficer(desk.house.db, desk.who, async (tx) => {
    const row = await lockCase(tx, caseId)
    if (row === null || row.bodyId !== desk.who.bodyId || row.state === "closed")
      return { refused: "noCase" as const }
    const done = await putInCase(tx, seatOf(desk), signalId, caseId)
    if ("refused" in done) return { refused: "gone" as const }
    const joined = [signalId]
    // One that somebody took meanwhile, or whose reporter the case names, stays where it is.
    for (const id of siblings)
      if (!named.has(id) && !("refused" in (await putInCase(tx, seatOf(desk), id, caseId)))) joined.push(id)
    for (const signal of joined)
      await journal(tx, {
        what: "case.signal-joined",
        record: { kind: "case", id: caseId },
        details: { signal },
      })
    return { id: caseId }
  })
}

/** Null: no such tip in a case of this body. */
export function tipInCase(
  desk: Desk,
  { caseId, signalId }: { caseId: string; signalId: string },
): Promise<{ title: string; tip: { id: string; gist: string } } | null> {
  return asOfficer(desk.house.db, desk.who, async (tx) => {
    const row = await findCase(tx, caseId)
    const tip = row?.bodyId === desk.who.bodyId ? await readSignalRow(tx, signalId) : null
    if (row === null || tip?.caseId !== caseId) return null
    return { title: row.title, tip: { id: tip.id, gist: tip.redactedText } }
  })
}

/** `dossier`: the police hold the file, and the tip is in it. `named`: with the tip would go the seal that masks words of the case. */
export type TakenOut =
  | { done: true }
  | { refused: "gone" | "closed" | "dossier" | "withdrawn" }
  | { refused: "named"; places: readonly Place[] }

/** Both sides, their events and the journal in one transaction. */
export function takeTipOut(
  desk: Desk,
  { caseId, signalId }: { caseId: string; signalId: string },
  reason: string,
): Promise<TakenOut> {
  return asOfficer(desk.house.db, desk.who, async (tx) => {
    const row = await lockCase(tx, caseId)
    if (row === null || row.bodyId !== desk.who.bodyId) return { refused: "gone" as const }
    if (row.state === "closed") return { refused: "closed" as const }
    const transfers = await transfersOf(tx, caseId)
    if (transfers.some(({ result }) => result !== "returned")) return { refused: "dossier" as const }
    const places = await placesMasked(tx, desk, caseId)
    if (places.length > 0) return { refused: "named" as const, places }
    const done = await takeOutOfCase(tx, seatOf(desk), signalId, { caseId, reason })
    if ("refused" in done)
      return { refused: done.refused === "withdrawn" ? ("withdrawn" as const) : ("gone" as const) }
    const what = "case.signal-left"
    await addEvent(tx, {
      ...{ caseId, what, stateBefore: row.state, stateAfter: row.state },
      ...{ byName: desk.officer.name, note: reason, details: { signal: signalId } },
    })
    await journal(tx, { what, record: { kind: "case", id: caseId }, details: { signal: signalId } })
    return { done: true as const }
  })
}

const moves = [
  "case.transferred",
  "case.signed",
  "case.returned",
  "case.prosecuted",
  "case.suspended",
  "case.resumed",
] as const

/** Stored in Vietnamese: it is an answer of the office to a person, not a label of a page. */
const told = tipWords.vi

export const tipsAreAnswered: Subscriber = {
  name: "cases.tips-are-answered",
  events: [...moves, "case.closed", "case.reopened"],
  async handle(tx, { event, recordId }) {
    if (event === "case.reopened") return reopenFromCase(tx, recordId, told.told[event])
    const move = moves.find((one) => one === event)
    if (move !== undefined) return answerFromCase(tx, recordId, { note: told.told[move], end: null })
    const row = await findCase(tx, recordId)
    await answerFromCase(tx, recordId, endOf(row?.outcome ?? null))
  },
}

function endOf(outcome: keyof typeof told.ended | null): CaseAnswer {
  return {
    note: told.ended[outcome ?? "other"],
    end: outcome === "no-violation" ? "no-violation" : "handled",
  }
}
