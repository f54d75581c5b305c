/** The real letter of July 2023, read, its deadlines set as a clerk would, and issued on 17 July 2023. */
import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { bodiesOf } from "../directives/import/bodies.ts"
import { draftOf } from "../directives/import/domain.ts"
import { planOf } from "../directives/import/plan.ts"
import { type DirectivePlan, type Issued, issueDirective } from "../directives/index.ts"
import { stateCalendar } from "../kernel/calendar/data.ts"
import { asPublic } from "../kernel/db/database.ts"
import { putFile } from "../kernel/files.ts"
import type { Desk } from "../kernel/http/env.ts"
import { readLetter } from "../letters/index.ts"
import { bodiesOn, loadChart, resolveClauses } from "../organizations/index.ts"

export const issuedOn = "2023-07-17"

/** The letter prints no date for its tasks; these are the clerk's, by clause and task, counted from one. */
const deadlines: Readonly<Record<string, string>> = {
  "1.2": "2023-09-29",
  "1.3": "2023-09-08",
  "1.4": "2023-09-13",
  "1.5": "2023-12-15",
  "2.1": "2023-09-18",
  "2.2": "2023-09-12",
  "2.3": "2023-11-30",
  "3.1": "2023-09-15",
  "3.2": "2023-10-31",
}

export async function issueLetter(desk: Desk): Promise<Issued> {
  const name = "hung-yen-2023.pdf"
  const bytes = await readFile(join(import.meta.dirname, "../../data/letters", name))
  return issueRead(desk, { bytes, name, mediaType: "application/pdf", issuedOn, key: "demo" }, withDeadlines)
}

export type LetterFile = {
  bytes: Uint8Array
  name: string
  mediaType: string
  issuedOn: string
  /** The same letter under the same key is issued once. */
  key: string
}

/** A letter on its whole way: read, its bodies found in the chart of its day, issued. `finish`: what a clerk adds to the plan. */
export async function issueRead(
  desk: Desk,
  { bytes, name, mediaType, issuedOn: day, key }: LetterFile,
  finish: (plan: DirectivePlan) => DirectivePlan = (plan) => plan,
): Promise<Issued> {
  const reading = await readLetter(bytes, name)
  if ("refused" in reading) throw new Error(`the demo's letter ${name} was not read: ${reading.refused}`)
  const draft = { ...draftOf(reading), issuedOn: day }
  const chart = await asPublic(desk.house.db, loadChart)
  const resolution = resolveClauses(chart, draft.clauses, day)
  const everyBody = new Map(bodiesOn(chart, day).map((body) => [body.id, body.name]))
  const plan = planOf({
    draft,
    bodies: bodiesOf(draft, resolution, everyBody),
    resolution,
    calendar: stateCalendar(),
    original: { ...(await putFile(desk.house, bytes)), name, mediaType },
    symbol: "UBND-KGVX",
    key,
  })
  const issued = await issueDirective(desk, finish(plan))
  if ("refused" in issued)
    throw new Error(`the demo's letter ${name} was not issued: ${issued.refused} ${issued.detail}`)
  return issued
}

function withDeadlines(plan: DirectivePlan): DirectivePlan {
  return {
    ...plan,
    clauses: plan.clauses.map((clause, c) => ({
      ...clause,
      tasks: clause.tasks.map((task, t) => ({
        ...task,
        dueOn: task.dueOn ?? deadlines[`${c + 1}.${t + 1}`] ?? null,
      })),
    })),
  }
}
