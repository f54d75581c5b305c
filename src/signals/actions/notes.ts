/**
 * Internal notes and the day on which a desk looks again, on tips and, for the slice of cases, on cases. The journal keeps that
 * there was one, never its words; nothing of it goes to the reporter, into a sheet, a dossier or an export.
 */
import type { Tx } from "../../kernel/db/database.ts"
import type { Desk } from "../../kernel/http/env.ts"
import { announce } from "../../kernel/journal.ts"
import { addMonths, localDateOf } from "../../kernel/time.ts"
import { lockSignal } from "../store/desk.ts"
import {
  type DeskNote,
  dropFollowUp,
  type FollowUp,
  insertNote,
  type NoteAbout,
  readFollowUp,
  readNotes,
  saveFollowUp,
} from "../store/notes.ts"
import type { Seat } from "./seat.ts"

export type DeskNotes = { notes: DeskNote[]; followUp: FollowUp | null }
export type NotesRefusal = "notFound" | "followDay"
export type Noted = { done: true } | { refused: NotesRefusal }

export const notesOn = async (tx: Tx, about: NoteAbout): Promise<DeskNotes> => ({
  notes: await readNotes(tx, about),
  followUp: await readFollowUp(tx, about),
})

const recordOf = (about: NoteAbout) =>
  "signalId" in about
    ? { kind: "signal" as const, id: about.signalId }
    : { kind: "case" as const, id: about.caseId }

/** The record is locked by whoever calls, and seen by the acting body. */
export async function addNote(tx: Tx, desk: Desk, about: NoteAbout, text: string): Promise<Noted> {
  await insertNote(tx, about, { text, byName: desk.officer.name })
  const record = recordOf(about)
  await announce(tx, { what: `${record.kind}.noted`, record, details: { characters: text.length } })
  return { done: true }
}

/** Nobody looks ahead further; a later day is a slip of the year. */
const aheadMonthsMax = 24

/** `on` null: the day that there was is taken away. */
export async function setFollowUp(
  tx: Tx,
  desk: Desk,
  about: NoteAbout,
  { on, what }: { on: string | null; what: string | null },
): Promise<Noted> {
  const record = recordOf(about)
  if (on === null) {
    if (await dropFollowUp(tx, about)) await announce(tx, { what: `${record.kind}.follow-up-ended`, record })
    return { done: true }
  }
  const today = localDateOf(desk.house.clock.now())
  if (on < today || on > addMonths(today, aheadMonthsMax)) return { refused: "followDay" }
  await saveFollowUp(tx, about, { on, what: what ?? "", byName: desk.officer.name })
  await announce(tx, { what: `${record.kind}.follow-up-set`, record, details: { on } })
  return { done: true }
}

export const noteOnTip = (seat: Seat, id: string, text: string): Promise<Noted> =>
  seat.open(async (tx) =>
    (await lockSignal(tx, id)) === null
      ? { refused: "notFound" }
      : addNote(tx, seat.desk, { signalId: id }, text),
  )

export const followTip = (
  seat: Seat,
  id: string,
  day: { on: string | null; what: string | null },
): Promise<Noted> =>
  seat.open(async (tx) =>
    (await lockSignal(tx, id)) === null
      ? { refused: "notFound" }
      : setFollowUp(tx, seat.desk, { signalId: id }, day),
  )
