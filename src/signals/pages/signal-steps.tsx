/** What this person may do with the tip now: the likely step open, the others folded, each with its consequence. */
import { Actions, Button, Card, Field, Form, type Option } from "../../kernel/ui/index.ts"
import { charsMax, type FieldName, type FieldSpec, type FormName, forms, stepForms } from "../forms.ts"
import { paths } from "../paths.ts"
import { deskWords } from "../words-desk.ts"
import { formWords } from "../words-forms.ts"
import { signalWords } from "../words-signal.ts"
import type { SignalView } from "./signal.tsx"
import { shortId } from "./state-tag.tsx"

/** These stand with the clue that they are about. */
const besideAClue: readonly FormName[] = ["setRole", "lookUp", "askShare"]
const harms: readonly FormName[] = ["openText", "openIdentity"]

export function Steps({ view }: { view: SignalView }) {
  const t = signalWords[view.frame.lang].page
  const isStep = (name: FormName) => name in stepForms
  const steps = view.may.filter(isStep)
  const rest = view.may.filter((name) => !isStep(name) && !besideAClue.includes(name))
  const first = view.opened === null && view.reading.row.handlerId === null ? steps[0] : undefined
  return (
    <>
      <Card title={t.next} id="buoc-tiep">
        {view.openCase !== null && (
          <div>
            <Actions>
              <Button href={view.openCase}>{t.openCase}</Button>
            </Actions>
            <p class="quiet">{t.openCaseHint}</p>
          </div>
        )}
        {steps.map((name) => (
          <One view={view} name={name} isFirst={name === first} />
        ))}
      </Card>
      {rest.length > 0 && (
        <Card title={t.correct} id="sua">
          {rest.map((name) => (
            <One view={view} name={name} isFirst={name === "mask"} />
          ))}
        </Card>
      )}
    </>
  )
}

function One({ view, name, isFirst }: { view: SignalView; name: FormName; isFirst: boolean }) {
  const t = formWords[view.frame.lang]
  const failed = view.failed?.form === name ? view.failed : null
  const { row } = view.reading
  return (
    <details class="step-form" open={view.failed === null ? isFirst : failed !== null} id={`b-${name}`}>
      <summary>{t.forms[name]}</summary>
      <Form
        id={name}
        action={paths.signalForm(row.id, forms[name].slug)}
        answers={failed?.answers ?? { type: row.type, urgency: row.urgency, redactedText: row.redactedText }}
        errors={failed?.errors ?? {}}
      >
        <p class="quiet">{t.consequences[name]}</p>
        {forms[name].fields.map((spec) => (
          <Question spec={spec} view={view} />
        ))}
        <Actions>
          <Button look={harms.includes(name) ? "harm" : "main"}>{t.forms[name]}</Button>
        </Actions>
      </Form>
    </details>
  )
}

function Question({ spec, view }: { spec: FieldSpec; view: SignalView }) {
  const { name, kind, optional } = spec
  const common = {
    name,
    label: formWords[view.frame.lang].fields[name],
    ...(optional === true ? { optional: true } : {}),
  }
  const max = name === "redactedText" ? 20_000 : charsMax[kind]
  switch (kind) {
    case "text":
      return <Field kind="text" {...common} maxlength={max} />
    case "textarea":
      return <Field kind="textarea" {...common} rows={name === "redactedText" ? 8 : 3} maxlength={max} />
    case "choice":
      return <Field kind="radio" {...common} options={optionsOf(name, view)} />
    case "pick":
      return <Field kind="select" {...common} options={optionsOf(name, view)} />
  }
}

function optionsOf(name: FieldName, view: SignalView): readonly Option[] {
  const t = { ...signalWords[view.frame.lang], urgencies: deskWords[view.frame.lang].urgencies }
  const all = (of: Readonly<Record<string, string>>) =>
    Object.entries(of).map(([value, label]) => ({ value, label }))
  switch (name) {
    case "officerId":
      return view.colleagues.map((one) => ({ value: one.officerId, label: `${one.name}, ${one.title}` }))
    case "toBodyId":
      return view.reading.bodies
    case "into":
      return view.reading.alike
        .filter((one) => one.state !== "merged")
        .map((one) => ({ value: one.id, label: `${shortId(one.id)}: ${one.gist.slice(0, 60)}` }))
    case "closeReason":
      return all(t.closeReasons)
    case "urgency":
      return all(t.urgencies)
    case "role":
      return all(t.roles)
    case "type":
      return view.types
    default:
      return []
  }
}
