/** A form's questions as controls, and a form that lies folded among the others of a page. */
import type { Child } from "hono/jsx"
import { Field, type Option } from "../ui/field.tsx"
import { Actions, type Answers, Button, Form as Sheet } from "../ui/form.tsx"
import { useLang } from "../ui/language.ts"
import { NowThere, useMoved, useTyped } from "../ui/typed.tsx"
import type { Ask } from "./ask.ts"
import type { Asks, Errors, Form } from "./form.ts"

/** A form that came back: which one, what was typed, what is wrong. */
export type Failed<Name extends string = string> = { form: Name; answers: Answers; errors: Errors }
/** The first day that the calendar of a question offers. */
export type From = Readonly<Record<string, string>>
export type Options = Readonly<Record<string, readonly Option[] | undefined>>

/** The questions in the order in which they are declared; `only` narrows them to those that the record allows. */
export function Questions(props: {
  asks: Asks
  options?: Options | undefined
  only?: ((name: string) => boolean) | undefined
  from?: From | undefined
}) {
  return (
    <>
      {Object.entries(props.asks)
        .filter(([name]) => props.only?.(name) !== false)
        .map(([name, ask]) => (
          <Question name={name} ask={ask} options={props.options?.[name]} from={props.from?.[name]} />
        ))}
    </>
  )
}

export function Question(props: {
  name: string
  ask: Ask
  options?: readonly Option[] | undefined
  from?: string | undefined
}) {
  const lang = useLang()
  const { name, ask } = props
  const known = Object.entries(ask.options ?? {}).map(([value, label]) => ({ value, label: label[lang] }))
  const options = props.options ?? known
  const common = {
    name,
    label: ask.label[lang],
    ...(ask.isOptional ? { optional: true } : {}),
    ...(ask.hint === null || ask.kind === "tick" ? {} : { hint: ask.hint[lang] }),
  }
  switch (ask.kind) {
    case "text":
      return <Field kind="text" {...common} maxlength={ask.max} />
    case "email":
      return <Field kind="email" {...common} maxlength={ask.max} autocomplete="off" />
    case "time":
      return <Field kind="text" {...common} width="short" maxlength={ask.max} />
    case "number": {
      const { least, most, unit } = ask.range ?? {}
      return <Field kind="number" {...common} min={least} max={most} unit={unit?.[lang]} />
    }
    case "money":
      return <Field kind="text" {...common} width="short" inputmode="numeric" maxlength={ask.max} />
    case "paragraph":
    case "lines":
      return <Field kind="textarea" {...common} rows={ask.rows} maxlength={ask.max} />
    case "day":
      return <Field kind="date" {...common} min={props.from} />
    case "choice":
      return <Field kind="radio" {...common} options={options} />
    case "several":
      return <Field kind="checkbox" {...common} options={options} />
    case "search":
      return <Field kind="combobox" {...common} options={options} />
    case "pick":
      return <Field kind="select" {...common} options={options} />
    case "tick":
      return (
        <Field
          kind="checkbox"
          {...common}
          options={[{ value: "yes", label: (ask.hint ?? ask.label)[lang] }]}
        />
      )
    case "hidden":
    case "files":
      return null
  }
}

export type StepFormProps = {
  name: string
  form: Form
  action: string
  /** The form of this page that came back, this one or another. */
  failed: Failed | null
  /** Where no form came back. */
  isOpen?: boolean
  /** What the record says now, by field. */
  start?: Answers
  options?: Options
  only?: (name: string) => boolean
  from?: From
  hidden?: Readonly<Record<string, string>>
  multipart?: boolean
  /** Between the sentence and the questions. */
  children?: Child
  /** Between the questions and the button. */
  after?: Child
}

/** Beside the answers of an edit that came back: what the record says now, where it is something else. */
function StandsNow(props: StepFormProps & { typed: Answers; start: Answers }) {
  const lang = useLang()
  const { form, typed, start, options } = props
  const last = (answers: Answers, name: string) => [answers[name] ?? ""].flat().at(-1) ?? ""
  const items = Object.entries(form.asks).flatMap(([name, ask]) => {
    const value = last(start, name)
    if (!(name in start) || value === last(typed, name)) return []
    const listed = options?.[name]?.find((one) => one.value === value)?.label
    return [{ label: ask.label[lang], value: listed ?? ask.options?.[value]?.[lang] ?? value }]
  })
  return useMoved() === null ? null : <NowThere items={items} />
}

/** One step of several: its name to open it by, what will follow, what it asks, its button. */
export function StepForm(props: StepFormProps) {
  const { name, form, action, failed, start = {}, children, after } = props
  const lang = useLang()
  const own = failed?.form === name ? failed : null
  const isBack = useTyped(action)?.why === "ended"
  const isOpen = isBack || (failed === null ? props.isOpen === true : own !== null)
  return (
    <details class="step-form" open={isOpen} id={`b-${name}`}>
      <summary>{form.title[lang]}</summary>
      <Sheet
        id={name}
        action={action}
        answers={own?.answers ?? start}
        errors={own?.errors ?? {}}
        hidden={props.hidden ?? {}}
        multipart={props.multipart === true}
      >
        {form.follows !== null && <p class="quiet">{form.follows[lang]}</p>}
        {children}
        {own !== null && form.edits && <StandsNow {...props} typed={own.answers} start={start} />}
        <Questions asks={form.asks} options={props.options} only={props.only} from={props.from} />
        {after}
        <Actions>
          <Button look={form.look}>{form.submit[lang]}</Button>
        </Actions>
      </Sheet>
    </details>
  )
}
