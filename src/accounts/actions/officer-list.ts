/**
 * Officers by list: read and shown first, line by line; then invited in one go. The same list again invites nobody twice.
 * What the page sends back is judged anew: it may be hours old, or not ours.
 */
import { asOfficer, type Tx } from "../../kernel/db/database.ts"
import type { Desk } from "../../kernel/http/env.ts"
import { type Listed, listedIn } from "../../kernel/tables/listed.ts"
import { readForeignTable, type TableTrouble } from "../../kernel/tables/read.ts"
import {
  columnsMax,
  headings,
  type ListField,
  linesMax,
  needed,
  type OfficerLine,
  readOfficers,
  rowsMax,
  type Surroundings,
} from "../domain/officer-list.ts"
import { can } from "../policy.ts"
import { openInvitations } from "../store/invitations.ts"
import { bodiesToday, postsOfBody, unitsToday } from "../store/officers.ts"
import { inviteIn, type Sent } from "./invitations.ts"

export type ListTrouble = TableTrouble | "noColumns" | "tooMany" | "nothing"
/** A line as the form carries it on: its number in the file, and the fields that were filled. */
export type Carried = { line: number } & Partial<Record<ListField, string>>
export type ListPreview = {
  lines: readonly OfficerLine[]
  carried: readonly Carried[]
  unused: readonly string[]
  sheet: string | null
}

export async function previewOfficers(
  desk: Desk,
  file: Uint8Array,
): Promise<ListPreview | { refused: ListTrouble; at?: string }> {
  const table = await readForeignTable(file, { rowsMax, columnsMax })
  if ("refused" in table) return table
  const found = listedIn(table.sheets, headings, needed)
  if (found === null) return { refused: "noColumns" }
  if (found.lines.length === 0) return { refused: "nothing" }
  if (found.lines.length > linesMax) return { refused: "tooMany" }
  const { lines, unused, sheet } = found
  const read = await asOfficer(desk.house.db, desk.who, async (tx) =>
    readOfficers(lines, await around(tx, desk)),
  )
  return { lines: read, unused, sheet, carried: carriedOf(found, read) }
}

function carriedOf({ lines, has }: Listed<ListField>, read: readonly OfficerLine[]): Carried[] {
  const wanted = new Set(read.flatMap((one) => (one.at === "wanted" ? [one.wanted.line] : [])))
  return lines
    .filter(({ line }) => wanted.has(line))
    .map(({ line, of }) => ({ line, ...Object.fromEntries(has.map((field) => [field, of(field)])) }))
}

export type Invited = { name: string; email: string; role: string; title: string; bodyName: string } & Sent
export type InvitedList = { invited: Invited[]; left: OfficerLine[] }

/** One transaction: all of them, or none. Lines that meanwhile no longer fit are told, the others are invited. */
export function inviteOfficers(desk: Desk, carried: readonly Carried[]): Promise<InvitedList> {
  const lines = carried.slice(0, linesMax).map((one) => ({
    line: one.line,
    of: (field: ListField) => (one[field] ?? "").replace(/\s+/g, " ").trim(),
  }))
  return asOfficer(desk.house.db, desk.who, async (tx) => {
    const read = readOfficers(lines, await around(tx, desk))
    const invited: Invited[] = []
    for (const one of read) {
      if (one.at !== "wanted") continue
      const { name, email, title, unitId, bodyId, bodyName } = one.wanted
      for (const role of one.wanted.roles) {
        const sent = await inviteIn(tx, desk, { email, fullName: name, title, role, unitId, bodyId })
        invited.push({ name, email, role, title, bodyName, ...sent })
      }
    }
    return { invited, left: read.filter(({ at }) => at !== "wanted") }
  })
}

async function around(tx: Tx, desk: Desk): Promise<Surroundings> {
  const { bodyId } = desk.who
  const posts = await postsOfBody(tx, bodyId)
  const open = await openInvitations(tx)
  const keyOf = (of: { email: string; role: string; bodyId: string }) => `${of.email} ${of.role} ${of.bodyId}`
  const has = new Set([
    ...posts.filter(({ hasEnded }) => !hasEnded).map(keyOf),
    ...open.filter(({ purpose }) => purpose === "post").map(keyOf),
  ])
  const elsewhere = can(desk.officer, "administrator.invite-elsewhere") ? await bodiesToday(tx) : []
  return {
    own: { id: bodyId, name: desk.officer.bodyName },
    units: await unitsToday(tx, bodyId),
    elsewhere: elsewhere.filter(({ id }) => id !== bodyId),
    has: (wanted) => has.has(keyOf(wanted)),
  }
}
