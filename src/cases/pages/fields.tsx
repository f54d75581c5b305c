/** A form's fields from its specification, with the choices that the page knows. */
import { Field, type Option } from "../../kernel/ui/index.ts"
import type { Lang } from "../../kernel/words.ts"
import type { FieldName, FieldSpec } from "../forms.ts"
import { formWords } from "../words-forms.ts"

export type Options = Partial<Record<FieldName, readonly Option[]>>

export function Fields({
  specs,
  options,
  lang,
}: {
  specs: readonly FieldSpec[]
  options: Options
  lang: Lang
}) {
  return (
    <>
      {specs.map((spec) => (
        <One spec={spec} options={options[spec.name] ?? []} lang={lang} />
      ))}
    </>
  )
}

function One({ spec, options, lang }: { spec: FieldSpec; options: readonly Option[]; lang: Lang }) {
  const t = formWords[lang]
  const hints: Partial<Record<FieldName, string>> = t.hints
  const hint = spec.kind === "tick" ? undefined : hints[spec.name]
  const common = {
    name: spec.name,
    label: t.fields[spec.name],
    ...(spec.optional === true ? { optional: true } : {}),
    ...(hint === undefined ? {} : { hint }),
  }
  switch (spec.kind) {
    case "text":
      return <Field kind="text" {...common} maxlength={300} />
    case "time":
      return <Field kind="text" {...common} width="short" maxlength={5} />
    case "money":
      return <Field kind="text" {...common} width="short" inputmode="numeric" maxlength={20} />
    case "textarea":
      return <Field kind="textarea" {...common} rows={3} maxlength={5000} />
    case "date":
      return <Field kind="date" {...common} />
    case "choice":
      return <Field kind="radio" {...common} options={options} />
    case "pick":
      return <Field kind="select" {...common} options={options} />
    case "tick":
      return (
        <Field
          kind="checkbox"
          {...common}
          options={[{ value: "yes", label: hints[spec.name] ?? common.label }]}
        />
      )
  }
}

/** A catalogue's entries as options, in its own order. */
export const optionsOf = (of: Readonly<Record<string, string>>): Option[] =>
  Object.entries(of).map(([value, label]) => ({ value, label }))
