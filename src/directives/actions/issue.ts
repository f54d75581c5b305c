/** Issuing: the letter that a person has confirmed becomes work for every body it names, in one transaction. */
import { createHash, randomUUID } from "node:crypto"
import type { Tx } from "../../kernel/db/database.ts"
import type { Desk } from "../../kernel/http/env.ts"
import { journal, tell } from "../../kernel/journal.ts"
import { firstDueAfter } from "../domain/periods.ts"
import { type CheckedPlan, type DirectivePlan, directivePlan } from "../plan.ts"
import {
  bodyNames,
  directiveOfPlan,
  insertDirective,
  insertParts,
  type NewAssignment,
  type NewClause,
  type NewPart,
  type NewTask,
} from "../store/issue.ts"
import { type Seat, seatOf } from "./seat.ts"

/** One letter to every commune of the country is still below this. */
export const assignmentsMax = 20_000

export type Issued = { id: string; tasks: number; assignments: number; bodies: number; again: boolean }
export type IssueRefused = {
  refused: "planWrong" | "unknownBody" | "dueBeforeIssue" | "tooMany"
  /** JSON pointer into the plan, and what stands there. */
  at: string
  detail: string
}

/** One transaction of its own. `plan.key` makes a second call with the same plan give the first directive. */
export function issueDirective(desk: Desk, plan: DirectivePlan): Promise<Issued | IssueRefused> {
  return issueFrom(seatOf(desk), plan)
}

export async function issueFrom(seat: Seat, plan: DirectivePlan): Promise<Issued | IssueRefused> {
  const checked = checkPlan(plan)
  if ("refused" in checked) return checked
  return seat.open((tx) => issueIn(tx, seat.bodyId, checked))
}

/** In the caller's transaction (an import closes its draft in the same one). The acting body is the issuer. */
export async function issueIn(
  tx: Tx,
  issuerBodyId: string,
  plan: CheckedPlan,
): Promise<Issued | IssueRefused> {
  const names = await bodyNames(tx, bodiesOf(plan))
  const unknown = bodiesOf(plan).find((id) => !names.has(id))
  if (unknown !== undefined) return { refused: "unknownBody", at: "/clauses", detail: unknown }
  const id = randomUUID()
  const textSha256 = sha256(plan.normalizedText)
  const { letter, original, normalizedText, key } = plan
  const isNew = await insertDirective(tx, {
    id,
    letter,
    original,
    normalizedText,
    textSha256,
    planKey: key,
  })
  const content = contentOf(plan, names)
  const counts = {
    tasks: content.tasks.length,
    assignments: content.assignments.length,
    bodies: new Set(content.assignments.map((one) => one.bodyId)).size,
  }
  if (!isNew)
    return { id: (await directiveOfPlan(tx, issuerBodyId, key ?? "")) ?? id, ...counts, again: true }
  await insertParts(tx, id, issuerBodyId, content, letter.issuedOn)
  await journal(tx, { what: "directive.issued", record: { kind: "directive", id }, details: counts })
  await tell(tx, "directive.issued", id, counts)
  return { id, ...counts, again: false }
}

export function checkPlan(plan: DirectivePlan): CheckedPlan | IssueRefused {
  const parsed = directivePlan.safeParse(plan)
  if (!parsed.success) {
    const first = parsed.error.issues[0]
    return { refused: "planWrong", at: `/${first?.path.join("/") ?? ""}`, detail: first?.message ?? "" }
  }
  const { letter, clauses } = parsed.data
  const count = clauses.flatMap((clause) => clause.tasks).reduce((sum, task) => sum + task.bodies.length, 0)
  if (count > assignmentsMax) return { refused: "tooMany", at: "/clauses", detail: String(count) }
  for (const [c, clause] of clauses.entries())
    for (const [t, task] of clause.tasks.entries()) {
      if (task.dueOn !== null && task.dueOn < letter.issuedOn)
        return { refused: "dueBeforeIssue", at: `/clauses/${c}/tasks/${t}/dueOn`, detail: task.dueOn }
    }
  return parsed.data
}

function bodiesOf(plan: CheckedPlan): string[] {
  const all = plan.clauses.flatMap((clause) =>
    clause.tasks.flatMap((task) => [
      ...task.bodies,
      ...task.lead,
      ...task.coordinateWith.flatMap((one) => ("bodyId" in one ? [one.bodyId] : [])),
    ]),
  )
  return [...new Set(all)]
}

type Content = {
  clauses: NewClause[]
  tasks: NewTask[]
  parts: NewPart[]
  assignments: NewAssignment[]
}

function contentOf(plan: CheckedPlan, names: ReadonlyMap<string, string>): Content {
  const content: Content = { clauses: [], tasks: [], parts: [], assignments: [] }
  for (const [position, clause] of plan.clauses.entries()) {
    const clauseId = randomUUID()
    content.clauses.push({ id: clauseId, position, path: clause.path, heading: clause.heading })
    for (const task of clause.tasks) {
      const added: NewTask = { id: randomUUID(), clauseId, position: content.tasks.length, task }
      content.tasks.push(added)
      addParties(content, added, names, plan.letter.issuedOn)
    }
  }
  return content
}

/** Who leads is assigned too; who is assigned need not be named again as coordinating. */
function addParties(
  content: Content,
  { id: taskId, task }: NewTask,
  names: ReadonlyMap<string, string>,
  issuedOn: string,
): void {
  const lead = new Set(task.lead)
  const doing = new Set([...task.lead, ...task.bodies])
  const first = task.periodic === null ? null : firstDueAfter(issuedOn, task.periodic)
  const dueOn = first?.dueOn ?? task.dueOn
  for (const bodyId of doing) {
    const part = lead.has(bodyId) ? "lead" : "assigned"
    const name = names.get(bodyId) ?? ""
    content.parts.push({ taskId, bodyId, part, name })
    content.assignments.push({ taskId, bodyId, bodyName: name, part, dueOn, period: first?.period ?? null })
  }
  const coordinating = new Set(task.coordinateWith.flatMap((one) => ("bodyId" in one ? [one.bodyId] : [])))
  for (const bodyId of coordinating) {
    if (!doing.has(bodyId))
      content.parts.push({ taskId, bodyId, part: "coordinate", name: names.get(bodyId) ?? "" })
  }
}

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex")
