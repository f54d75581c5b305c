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
  const reading = await readLetter(bytes, name)
  if ("refused" in reading) throw new Error(`the demo's letter was not read: ${reading.refused}`)
  const draft = { ...draftOf(reading), issuedOn }
  const chart = await asPublic(desk.house.db, loadChart)
  const resolution = resolveClauses(chart, draft.clauses, issuedOn)
  const everyBody = new Map(bodiesOn(chart, issuedOn).map((body) => [body.id, body.name]))
  const calendar = stateCalendar()
  const plan = planOf({
    draft,
    bodies: bodiesOf(draft, resolution, everyBody),
    resolution,
    calendar,
    original: { ...(await putFile(desk.house, bytes)), name, mediaType: "application/pdf" },
    symbol: "UBND-KGVX",
    key: "demo",
  })
  const issued = await issueDirective(desk, withDeadlines(plan))
  if ("refused" in issued)
    throw new Error(`the demo's letter was not issued: ${issued.refused} ${issued.detail}`)
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
