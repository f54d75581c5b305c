/**
 * Words of a case beside the seals of its tips. What goes on being changed elsewhere is compared as the case's own forms are;
 * and a tip joins no case whose words name whoever reported it.
 */
import { asOfficer, type Tx } from "../../kernel/db/database.ts"
import type { Desk } from "../../kernel/http/env.ts"
import { wordsOfDocuments } from "../../letters/index.ts"
import { fieldsNamingReporter, writtenNamingReporter } from "../../signals/index.ts"
import { caseOfPaper, papersOf } from "../store/papers.ts"
import { type Place, wordsOfCase } from "../store/written.ts"

/** Fields of a paper, changed among the outgoing documents, that name a reporter of its case; empty: no paper of a case. */
export async function namedInPaper(
  desk: Desk,
  documentId: string,
  values: Readonly<Record<string, string>>,
): Promise<string[]> {
  const caseId = await asOfficer(desk.house.db, desk.who, (tx) => caseOfPaper(tx, documentId))
  return caseId === null ? [] : fieldsNamingReporter(desk, { caseId }, values)
}

/** Where the case already says who reported this tip: it must not join, or the seal of its reporter is worth nothing. */
export async function placesNaming(
  desk: Desk,
  { caseId, signalId }: { caseId: string; signalId: string },
): Promise<Place[]> {
  const words = await asOfficer(desk.house.db, desk.who, (tx) => wordsAndPapers(tx, caseId))
  const named = new Set(await fieldsNamingReporter(desk, { signalId }, words))
  return (Object.keys(words) as Place[]).filter((place) => named.has(place))
}

async function wordsAndPapers(tx: Tx, caseId: string): Promise<Record<Place, string>> {
  const words = await wordsOfCase(tx, caseId)
  const ids = (await papersOf(tx, caseId)).map(({ documentId }) => documentId)
  return { ...words, papers: `${words.papers}\n${await wordsOfDocuments(tx, ids)}` }
}

/**
 * Where the case names the reporter of a tip that is in it already: an officer has said only afterwards whose a number is.
 * What was written stays as evidence of the case; the desk is told, and whatever leaves is masked (`dossier.ts`).
 */
export async function placesThatName(
  desk: Desk,
  { caseId, signalId }: { caseId: string; signalId: string },
): Promise<Place[]> {
  const words = await asOfficer(desk.house.db, desk.who, (tx) => wordsAndPapers(tx, caseId))
  const named = new Set(await writtenNamingReporter(desk, { signalId }, words))
  return (Object.keys(words) as Place[]).filter((place) => named.has(place))
}
