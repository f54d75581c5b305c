/** A list of subjects: looked at first, then taken, and taken back as a whole. The order of the register by risk. */
import { z } from "zod"
import type { Tx } from "../../kernel/db/database.ts"
import { announce } from "../../kernel/journal.ts"
import { carriedBack, type ListTrouble, readList } from "../../kernel/tables/read-list.ts"
import { addMonths, type LocalDate } from "../../kernel/time.ts"
import type { PastImport } from "../../kernel/ui/index.ts"
import {
  type RegisterLine,
  registerHeadings,
  registerLine,
  registerLinesMax,
  registerNeeds,
  sameShop,
  shopsOnce,
} from "../domain/register.ts"
import { type Risk, rankedMax, riskOf, yearsOfCases } from "../domain/risk.ts"
import { type NewSubject, type Subject, subjectFault, subjectForms, subjectKinds } from "../domain/subject.ts"
import { insertList, listsOfBody, riskFactsOf, shopsThere, undoList } from "../store/register.ts"
import { listSubjects, type SubjectQuestion } from "../store/subjects.ts"
import { type Seat, todayOf } from "./seat.ts"

export type RegisterPreview = { fileName: string; lines: RegisterLine[]; unused: readonly string[] }

/** Nothing is written. */
export async function previewRegister(
  seat: Seat,
  file: { name: string; bytes: Buffer },
): Promise<RegisterPreview | { refused: ListTrouble }> {
  const found = await readList(file.bytes, {
    headings: registerHeadings,
    needs: registerNeeds,
    linesMax: registerLinesMax,
  })
  if ("refused" in found) return found
  const lines = found.lines.map(registerLine)
  const drafts = lines.flatMap((one) => ("draft" in one ? [one.draft] : []))
  const there = await seat.look((tx) => shopsThere(tx, drafts))
  return { fileName: file.name, lines: shopsOnce(lines, there), unused: found.unused }
}

const day = z.iso.date().nullable()
const short = (max: number) => z.string().min(1).max(max)
const carried = z
  .array(
    z
      .strictObject({
        kind: z.enum(subjectKinds),
        name: short(200),
        form: z.enum(subjectForms),
        taxCode: short(14).nullable(),
        licenceNumber: short(100).nullable(),
        licenceOn: day,
        licenceUntil: day,
        address: short(300),
        commune: short(100).nullable(),
      })
      .refine((one) => subjectFault(one) === null),
  )
  .min(1)
  .max(registerLinesMax)

export const shopsCarried = (text: string): NewSubject[] | null => carriedBack(carried, text)

export function takeRegister(
  seat: Seat,
  { fileName, shops }: { fileName: string; shops: readonly NewSubject[] },
): Promise<{ rows: number } | { refused: "gone" }> {
  return seat.open(async (tx) => {
    const there = await shopsThere(tx, shops)
    const keys = shops.map(sameShop)
    // A shop stands in the list twice, or some body wrote it down meanwhile.
    if (new Set(keys).size < keys.length || keys.some((key) => there.has(key)))
      return { refused: "gone" as const }
    const name = fileName.slice(0, 200) || "danh-sach"
    const id = await insertList(tx, { fileName: name, byName: seat.name }, shops)
    const details = { rows: shops.length }
    await announce(tx, {
      what: "inspection-subjects.list-taken",
      record: { kind: "inspection-import", id },
      details,
    })
    return { rows: shops.length }
  })
}

export const pastRegisters = (seat: Seat): Promise<PastImport[]> => seat.look(listsOfBody)

export function undoRegister(seat: Seat, id: string): Promise<{ gone: number } | { refused: "gone" }> {
  return seat.open(async (tx) => {
    const gone = await undoList(tx, id, seat.name)
    if (gone === null) return { refused: "gone" as const }
    await announce(tx, {
      what: "inspection-subjects.list-undone",
      record: { kind: "inspection-import", id },
      details: { rows: gone },
    })
    return { gone }
  })
}

export type Ranked = { subject: Subject; risk: Risk }
export async function riskIn(
  tx: Tx,
  subjects: readonly Subject[],
  today: LocalDate,
): Promise<ReadonlyMap<string, Risk>> {
  const facts = await riskFactsOf(
    tx,
    subjects.map(({ id }) => id),
    { today, since: addMonths(today, -12 * yearsOfCases) },
  )
  const none = { cases: 0, overdue: 0, lastOn: null }
  return new Map(subjects.map((one) => [one.id, riskOf(one, facts.get(one.id) ?? none, today)]))
}

/** The register with the highest score first; where two are equal, by name. */
export function rankedSubjects(
  seat: Seat,
  asked: SubjectQuestion,
  page: { limit: number; offset: number },
): Promise<{ rows: Ranked[]; total: number }> {
  return seat.open(async (tx) => {
    const { rows, total } = await listSubjects(tx, asked, { limit: rankedMax, offset: 0 })
    const risks = await riskIn(tx, rows, todayOf(seat))
    const ranked = rows
      .map((subject) => ({ subject, risk: risks.get(subject.id) ?? { points: 0, parts: [] } }))
      .sort((a, b) => b.risk.points - a.risk.points || a.subject.name.localeCompare(b.subject.name, "vi"))
    return { rows: ranked.slice(page.offset, page.offset + page.limit), total }
  })
}
