/** The task of a letter that an indicator, a warning or a block serves: what it is now, which it might be, choosing it. */

import {
  directivePaths,
  namingWords,
  taskOptions as optionsOf,
  type ServingReading,
  type TaskOption,
  taskChosen,
  taskNamed,
} from "../../directives/index.ts"
import { type Failed, type Form, StepForm } from "../../kernel/forms/index.ts"
import { Card, type Option } from "../../kernel/ui/index.ts"
import type { Lang } from "../../kernel/words.ts"
import { servingWords } from "../words-serving.ts"

/** The tasks that a record which is still to be written may name. */
export const taskOptions = (tasks: readonly TaskOption[], lang: Lang): Option[] =>
  optionsOf({ now: null, tasks }, lang)

/** The best proposal for it, where there is one. */
export const proposedTask = (tasks: readonly TaskOption[]): string =>
  taskChosen({ now: null, tasks }).assignmentId

export function ServingCard(props: {
  serving: ServingReading
  /** Null: it may be looked at only. */
  form: Form | null
  action: string
  failed: Failed | null
  lang: Lang
}) {
  const { serving, form, action, failed, lang } = props
  const { now, tasks } = serving
  const t = servingWords[lang]
  const best = tasks.find((one) => one.isProposed)
  return (
    <Card title={t.card} id="nhiem-vu">
      {now === null ? (
        <p class="quiet">{t.servesNone}</p>
      ) : (
        <p>
          {namingWords.serves[lang]} <a href={directivePaths.assignment(now.id)}>{taskNamed(now)}</a>
        </p>
      )}
      {now === null && best !== undefined && <p>{t.proposed(taskNamed(best))}</p>}
      {tasks.length === 0 && now === null && <p class="quiet">{t.noTasks}</p>}
      {form !== null && tasks.length > 0 && (
        <StepForm
          name="serve"
          form={form}
          action={action}
          failed={failed}
          start={taskChosen(serving)}
          options={{ assignmentId: optionsOf(serving, lang) }}
        />
      )}
    </Card>
  )
}
