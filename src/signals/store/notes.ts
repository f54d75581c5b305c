/** Notes of a desk to itself on a tip or on a case, and the day on which it looks again. Row security keeps each body to its own. */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"

export type NoteAbout = { signalId: string } | { caseId: string }

export type DeskNote = { at: string; byName: string; text: string }
export type FollowUp = { on: string; what: string; byName: string; setAt: string }

const notesMax = 200

const idsOf = (about: NoteAbout) => ({
  signalId: "signalId" in about ? about.signalId : null,
  caseId: "caseId" in about ? about.caseId : null,
})
const isAbout = (about: NoteAbout) =>
  "signalId" in about ? sql<boolean>`signal_id = ${about.signalId}` : sql<boolean>`case_id = ${about.caseId}`

export async function insertNote(
  tx: Tx,
  about: NoteAbout,
  note: { text: string; byName: string },
): Promise<void> {
  const { signalId, caseId } = idsOf(about)
  await sql`insert into desk_notes (body_id, signal_id, case_id, text, by_officer, by_name)
    values (current_body(), ${signalId}, ${caseId}, ${note.text}, current_officer(), ${note.byName})`.execute(
    tx,
  )
}

/** Newest first. */
export async function readNotes(tx: Tx, about: NoteAbout): Promise<DeskNote[]> {
  const found = await sql<DeskNote>`select at, by_name, text from desk_notes where ${isAbout(about)}
    order by id desc limit ${notesMax}`.execute(tx)
  return found.rows
}

export async function readFollowUp(tx: Tx, about: NoteAbout): Promise<FollowUp | null> {
  const found = await sql<FollowUp>`select follow_on as on, what, by_name, set_at from desk_follow_ups
    where ${isAbout(about)}`.execute(tx)
  return found.rows[0] ?? null
}

export async function saveFollowUp(
  tx: Tx,
  about: NoteAbout,
  day: { on: string; what: string; byName: string },
): Promise<void> {
  const { signalId, caseId } = idsOf(about)
  await sql`insert into desk_follow_ups (body_id, signal_id, case_id, follow_on, what, by_name)
    values (current_body(), ${signalId}, ${caseId}, ${day.on}, ${day.what}, ${day.byName})
    on conflict (about_id, body_id) do update
      set follow_on = excluded.follow_on, what = excluded.what, by_name = excluded.by_name, set_at = acting_at()`.execute(
    tx,
  )
}

/** False: there was none. */
export async function dropFollowUp(tx: Tx, about: NoteAbout): Promise<boolean> {
  const done = await sql`delete from desk_follow_ups where ${isAbout(about)}`.execute(tx)
  return (done.numAffectedRows ?? 0n) > 0n
}

const casesMax = 500

/** For the slice of cases: those whose day has come. */
export async function casesToFollow(tx: Tx, today: string): Promise<string[]> {
  const found = await sql<{ caseId: string }>`select case_id from desk_follow_ups
    where body_id = (select current_body()) and case_id is not null and follow_on <= ${today} order by follow_on limit ${casesMax}`.execute(
    tx,
  )
  return found.rows.map(({ caseId }) => caseId)
}

/** For the slice of cases: the day of each of these that has one. */
export async function followUpsOfCases(tx: Tx, caseIds: readonly string[]): Promise<Map<string, string>> {
  if (caseIds.length === 0) return new Map()
  const found = await sql<{ caseId: string; on: string }>`select case_id, follow_on as on from desk_follow_ups
    where case_id = any (${[...caseIds]}::uuid[])`.execute(tx)
  return new Map(found.rows.map(({ caseId, on }) => [caseId, on]))
}

/** On a reform day: what a body noted on a case goes to its successor; where that one has a day of its own, its own stays. */
export async function passNotes(
  tx: Tx,
  caseId: string,
  { fromBodyId, toBodyId }: { fromBodyId: string; toBodyId: string },
): Promise<void> {
  await sql`update desk_notes set body_id = ${toBodyId} where case_id = ${caseId} and body_id = ${fromBodyId}`.execute(
    tx,
  )
  await sql`update desk_follow_ups f set body_id = ${toBodyId} where f.case_id = ${caseId} and f.body_id = ${fromBodyId}
    and not exists (select from desk_follow_ups o where o.case_id = f.case_id and o.body_id = ${toBodyId})`.execute(
    tx,
  )
}
