/**
 * Words of a case beside the seals of its tips. What goes on being changed elsewhere is compared as the case's own forms are;
 * and a tip joins no case whose words name whoever reported it.
 */
import { asOfficer, type Tx } from "../../kernel/db/database.ts"
import type { Desk } from "../../kernel/http/env.ts"
import { wordsOfDocuments } from "../../letters/index.ts"
import { fieldsNamingReporter, notesOn, sealsOfCases, writtenNamingReporter } from "../../signals/index.ts"
import { caseOfPaper, papersOf } from "../store/papers.ts"
import { type Place, places, wordsOfCase } from "../store/written.ts"

/** Fields of a paper, changed among the outgoing documents, that name a reporter of its case; empty: no paper of a case. */
export async function namedInPaper(
  desk: Desk,
  documentId: string,
  values: Readonly<Record<string, string>>,
): Promise<string[]> {
  const caseId = await asOfficer(desk.house.db, desk.who, (tx) => caseOfPaper(tx, documentId))
  return caseId === null ? [] : fieldsNamingReporter(desk, { caseId }, values)
}

type WordsOfCase = Record<Place, string>

/** Read once, and held against as many tips as want to join. */
export const everyWordOf = (desk: Desk, caseId: string): Promise<WordsOfCase> =>
  asOfficer(desk.house.db, desk.who, (tx) => wordsAndPapers(tx, caseId))

/** Where the case already says who reported this tip: it must not join, or the seal of its reporter is worth nothing. */
export async function placesNaming(desk: Desk, words: WordsOfCase, signalId: string): Promise<Place[]> {
  const named = new Set(await fieldsNamingReporter(desk, { signalId }, words))
  return places.filter((place) => named.has(place))
}

/** The same of a tip that nobody asked for by itself: nothing is journaled. */
export const isNamedIn = async (desk: Desk, words: WordsOfCase, signalId: string): Promise<boolean> =>
  (await writtenNamingReporter(desk, { signalId }, words)).length > 0

/**
 * Where words of the case are masked because of its tips, also for a number of which nobody knows whose it is. None of the tips
 * may leave: with it would go the seal by which those words are masked.
 */
export async function placesMasked(tx: Tx, desk: Desk, caseId: string): Promise<Place[]> {
  const seals = (await sealsOfCases(tx, desk.house, [caseId])).get(caseId)
  if (seals === undefined) return []
  const words = await wordsAndPapers(tx, caseId)
  // Notes leave for no other body, so that nothing masks them there.
  return places.filter((place) => place !== "notes" && seals.names(words[place], { isSure: false }))
}

async function wordsAndPapers(tx: Tx, caseId: string): Promise<WordsOfCase> {
  const words = await wordsOfCase(tx, caseId)
  const ids = (await papersOf(tx, caseId)).map(({ documentId }) => documentId)
  const { notes, followUp } = await notesOn(tx, { caseId })
  const noted = [...notes.map(({ text }) => text), followUp?.what ?? ""].join("\n")
  return { ...words, notes: noted, papers: `${words.papers}\n${await wordsOfDocuments(tx, ids)}` }
}

/**
 * Where the case names the reporter of a tip that is in it already: an officer has said only afterwards whose a number is.
 * What was written stays as evidence of the case; the desk is told, and whatever leaves is masked (`dossier.ts`).
 */
export async function placesThatName(
  desk: Desk,
  { caseId, signalId }: { caseId: string; signalId: string },
): Promise<Place[]> {
  const words = await everyWordOf(desk, caseId)
  const named = new Set(await writtenNamingReporter(desk, { signalId }, words))
  return places.filter((place) => named.has(place))
}
