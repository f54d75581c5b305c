/** What a task's page is given to show. */
import type { Frame } from "../../kernel/http/frame.ts"
import type { TaskReading } from "../actions/reading.ts"
import type { Explanation, RecipeExplanation } from "../domain/explanation.ts"
import type { Step } from "../domain/life.ts"
import type { ReportFigure } from "../outline.ts"
import type { taskWords } from "../words-task.ts"

/** Every form that a task's page may carry. */
export type FormName = Step | "comment" | "subTask"

type ErrorWords = (typeof taskWords)["vi"]["errors"]
/** Errors said with a sentence of their own; those with values are made by the route. */
export type TaskErrorKey = {
  [Key in keyof ErrorWords]: ErrorWords[Key] extends string ? Key : never
}[keyof ErrorWords]

export type TaskView = {
  frame: Frame
  reading: TaskReading
  sides: readonly ("body" | "issuer")[]
  /** Forms that this person may send now. */
  forms: readonly FormName[]
  explanation: { recipe: RecipeExplanation | null; left: Explanation | null }
  colleagues: readonly { officerId: string; name: string; title: string }[]
  figures: readonly ReportFigure[]
  /** A form that came back. */
  failed: {
    form: FormName
    answers: Readonly<Record<string, string>>
    errors: Readonly<Record<string, string>>
  } | null
  /** What the person has just done. */
  changed: FormName | "subTaskEnd" | null
  /** Why nothing happened, when the task had moved on meanwhile. */
  refused: string | null
}
