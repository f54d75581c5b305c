/** Assignments whose deadline was counted by a recipe, for the count after a change of the calendar. */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"
import type { Recipe } from "../domain/recipe.ts"

export type CountedAssignment = {
  id: string
  bodyId: string
  state: string
  dueOn: string
  firstDueOn: string
  recipe: Recipe
  /** The letter's number and the task's place in it: "45/CT-UBND, II.3". */
  label: string
}

/** Open ones, a page at a time, locked until the count is written. What is done or withdrawn keeps its day. */
export async function lockCounted(tx: Tx, after: string | null, limit: number): Promise<CountedAssignment[]> {
  const from = after === null ? sql`true` : sql`a.id > ${after}`
  const { rows } = await sql<CountedAssignment>`
    select a.id, a.body_id, a.state, a.due_on, a.first_due_on, t.due_recipe as recipe,
      concat_ws(', ', concat_ws('/', d.number, nullif(d.symbol, '')), t.path) as label
    from assignments a join tasks t on t.id = a.task_id join directives d on d.id = a.directive_id
    where t.due_recipe is not null and a.period is null and a.due_on is not null and a.first_due_on is not null
      and a.state in ('sent', 'received', 'planned', 'in-progress', 'returned') and ${from}
    order by a.id limit ${limit} for update of a`.execute(tx)
  return rows
}

export async function saveCounted(
  tx: Tx,
  id: string,
  due: { dueOn: string; firstDueOn: string },
): Promise<void> {
  await tx.updateTable("assignments").set(due).where("id", "=", id).execute()
}

export async function addMove(
  tx: Tx,
  move: { assignmentId: string; bodyId: string; caseNumber: string; dueBefore: string; dueAfter: string },
): Promise<void> {
  await tx
    .insertInto("clockMoves")
    .values({ ...move, purpose: "directive", ruleId: "letter" })
    .execute()
}
