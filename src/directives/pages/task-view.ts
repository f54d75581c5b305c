/** What a task's page is given to show. */
import type { Failed } from "../../kernel/forms/index.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import type { TaskReading } from "../actions/reading.ts"
import type { ServedReading, ServingRoom } from "../actions/serving.ts"
import type { Explanation, RecipeExplanation } from "../domain/explanation.ts"
import type { FormName } from "../forms.ts"
import type { ReportFigure } from "../outline.ts"

export type TaskView = {
  frame: Frame
  reading: TaskReading
  /** What was done for it in the other rooms. */
  served: ServedReading
  rooms: readonly ServingRoom[]
  sides: readonly ("body" | "issuer")[]
  /** Forms that this person may send now. */
  forms: readonly FormName[]
  explanation: { recipe: RecipeExplanation | null; left: Explanation | null }
  colleagues: readonly { officerId: string; name: string; title: string }[]
  figures: readonly ReportFigure[]
  /** A form that came back. */
  failed: Failed<FormName> | null
  /** What the person has just done. */
  changed: FormName | "subTaskEnd" | null
  /** Why nothing happened, when the task had moved on meanwhile. */
  refused: string | null
}
