/** The task of a letter that a check serves: which it might, and which it does. */
import { directivePaths, type ServingReading, type TaskOption } from "../../directives/index.ts"
import type { Option } from "../../kernel/ui/index.ts"
import type { Lang } from "../../kernel/words.ts"
import { servingWords } from "../words-serving.ts"

const textCharsMax = 90
const shortened = (text: string) =>
  text.length <= textCharsMax ? text : `${text.slice(0, textCharsMax).replace(/[\s,;:]+\S*$/, "")}…`
const called = ({ directive, path, text }: Pick<TaskOption, "directive" | "path" | "text">, lang: Lang) =>
  servingWords[lang].option(directive, path, shortened(text.replaceAll(/\s+/g, " ")))

/** Proposals in a group of their own, first. */
export function taskOptions(tasks: readonly TaskOption[], lang: Lang): Option[] {
  const t = servingWords[lang]
  return tasks.map((one) => ({
    value: one.id,
    label: called(one, lang),
    group: one.isProposed ? t.proposed : t.others,
  }))
}

export function Serves({ serving, lang }: { serving: ServingReading; lang: Lang }) {
  const { now } = serving
  if (now === null) return null
  return (
    <p>
      {servingWords[lang].serves} <a href={directivePaths.assignment(now.id)}>{called(now, lang)}</a>
    </p>
  )
}
