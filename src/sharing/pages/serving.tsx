/** The task of a letter that an indicator, a warning or a block serves: what it is now, which it might be, choosing it. */

import { directivePaths, type ServingReading, type TaskOption } from "../../directives/index.ts"
import { type Failed, type Form, StepForm } from "../../kernel/forms/index.ts"
import { Card, type Option } from "../../kernel/ui/index.ts"
import type { Lang } from "../../kernel/words.ts"
import { servingWords } from "../words-serving.ts"

const textCharsMax = 90
const shortened = (text: string) =>
  text.length <= textCharsMax ? text : `${text.slice(0, textCharsMax).replace(/[\s,;:]+\S*$/, "")}…`
const called = ({ directive, path, text }: Omit<TaskOption, "isProposed" | "id">, lang: Lang) =>
  servingWords[lang].option(directive, path, shortened(text.replaceAll(/\s+/g, " ")))

/** Proposals in a group of their own, first. */
export function taskOptions(tasks: readonly TaskOption[], lang: Lang): Option[] {
  const t = servingWords[lang]
  return tasks.map((one) => ({
    value: one.id,
    label: called(one, lang),
    group: one.isProposed ? t.groupProposed : t.groupOthers,
  }))
}

/** What a form begins with: the best proposal, where there is one. */
export const proposedTask = (tasks: readonly TaskOption[]): string =>
  tasks.find((one) => one.isProposed)?.id ?? ""

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
          {t.serves} <a href={directivePaths.assignment(now.id)}>{called(now, lang)}</a>
        </p>
      )}
      {now === null && best !== undefined && <p>{t.proposed(called(best, lang))}</p>}
      {tasks.length === 0 && now === null && <p class="quiet">{t.noTasks}</p>}
      {form !== null && tasks.length > 0 && (
        <StepForm
          name="serve"
          form={form}
          action={action}
          failed={failed}
          start={{ assignmentId: now?.id ?? proposedTask(tasks) }}
          options={{ assignmentId: taskOptions(tasks, lang) }}
        />
      )}
    </Card>
  )
}
