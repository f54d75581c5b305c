/**
 * The case file as another body reads it. An officer may have written the reporter's number into a note before anybody knew whose it
 * was, or a tip came into the case only afterwards: so all that leaves the body which holds the seals is masked when it is
 * read. What a body adds to another's case stays as it wrote it: a mask in it would answer whoever tries one name after another.
 * On the page of its own case such words are masked too, and opened with a reason (`opening.ts`).
 */
import type { Tx } from "../../kernel/db/database.ts"
import type { Desk } from "../../kernel/http/env.ts"
import { type SealsOfCase, sealsOfCases } from "../../signals/index.ts"
import { maskedIn } from "../domain/masked.ts"
import type { Custody } from "../store/files.ts"
import type { Facts } from "./take.ts"

type Without = SealsOfCase["without"]
const asTheyAre: Without = (text) => text

/** By case of other bodies; of the acting body's own cases words are shown as they stand. */
export async function maskFor(
  tx: Tx,
  desk: Desk,
  cases: readonly { id: string; bodyId: string }[],
): Promise<(caseId: string) => Without> {
  const foreign = cases.filter(({ bodyId }) => bodyId !== desk.who.bodyId).map(({ id }) => id)
  const seals = await sealsOfCases(tx, desk.house, foreign)
  return (caseId) => seals.get(caseId)?.without ?? asTheyAre
}

/** Rows of a list, without those that were found by the very words that are masked in them. */
export async function maskedRows<Row extends { id: string; bodyId: string; title: string; summary: string }>(
  tx: Tx,
  desk: Desk,
  { rows, text }: { rows: readonly Row[]; text: string },
): Promise<Row[]> {
  const maskOf = await maskFor(tx, desk, rows)
  return rows.flatMap((row) => {
    const without = maskOf(row.id)
    const { title, summary } = row
    return without(text) === text ? [{ ...row, title: without(title), summary: without(summary) }] : []
  })
}

export function maskedFacts(facts: Facts, without: Without): Facts {
  const masked = maskedIn(facts, without)
  // The outcome of a file was written by the police themselves.
  const transfers = masked.transfers.map((one, at) => ({
    ...one,
    resultNote: facts.transfers[at]?.resultNote ?? null,
  }))
  return { ...masked, transfers }
}

/** A text to which several bodies add: unmasked where the acting body itself wrote it. */
export const maskedButOwn = <One>(
  all: readonly One[],
  isOwn: (one: One) => boolean,
  without: Without,
): One[] => all.map((one) => (isOwn(one) ? one : maskedIn(one, without)))

/** Who gives a thing is named by whoever gave it before, so that this is masked also in a line of `bodyId`'s own. */
export const maskedCustody = (
  custody: readonly Custody[],
  bodyId: string | null,
  without: Without,
): Custody[] =>
  custody.map((one) =>
    bodyId !== null && one.byBodyId === bodyId
      ? { ...one, fromWhom: without(one.fromWhom) }
      : maskedIn(one, without),
  )
