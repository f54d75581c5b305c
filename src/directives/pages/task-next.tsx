/** What this person may do with the task now: the likely step open, the others folded, each with its consequence. */
import type { Child } from "hono/jsx"
import { formatDate } from "../../kernel/format.ts"
import { Actions, Button, Card, Field, Form, Upload } from "../../kernel/ui/index.ts"
import { isClosed } from "../domain/progress.ts"
import { evidenceBytesMax, evidenceTypes } from "../inputs.ts"
import { paths } from "../paths.ts"
import { taskWords } from "../words-task.ts"
import type { FormName, TaskView } from "./task-view.ts"

/** In the order of a good day; the first that may be sent is open, the others wait behind their names. */
const order = [
  "receive",
  "grantExtension",
  "refuseExtension",
  "accept",
  "return",
  "plan",
  "report",
  "finish",
  "askExtension",
  "assign",
  "withdraw",
] as const satisfies readonly FormName[]
type NextForm = (typeof order)[number]

export function NextSteps({ view }: { view: TaskView }) {
  const { lang } = view.frame
  const { asked } = view.reading
  const t = taskWords[lang]
  const may = order.filter((name) => view.forms.includes(name))
  const first = likely(view, may)
  return (
    <Card title={t.next.title} id="buoc-tiep">
      {asked !== null && (
        <p>
          {t.extensionAsked(asked.askedName, formatDate(asked.wantedOn, lang))} <i>{asked.reason}</i>
        </p>
      )}
      {first === null && <p>{waiting(view)}</p>}
      {first !== null && <One view={view} name={first} isOpen />}
      {may
        .filter((name) => name !== first)
        .map((name) => (
          <One view={view} name={name} isOpen={view.failed?.form === name} />
        ))}
    </Card>
  )
}

/** After a plan comes a report, not another plan. Withdrawing and naming who is in charge are never the next step. */
function likely(view: TaskView, may: readonly NextForm[]): NextForm | null {
  const { state, percent } = view.reading.assignment
  const unlikely: readonly NextForm[] =
    state === "received" || state === "sent" ? ["askExtension"] : ["plan", "askExtension"]
  const main = may.filter((name) => name !== "withdraw" && name !== "assign" && !unlikely.includes(name))
  if (percent === 100 && main.includes("finish")) return "finish"
  return main[0] ?? null
}

function waiting(view: TaskView): string {
  const t = taskWords[view.frame.lang].next
  const { state } = view.reading.assignment
  if (isClosed(state)) return t.closed
  if (state === "done") return view.sides.includes("body") ? t.waiting : t.none
  return view.sides.includes("body") ? t.none : t.waitingBody
}

function One({ view, name, isOpen }: { view: TaskView; name: NextForm; isOpen: boolean }) {
  const { id } = view.reading.assignment
  const t = taskWords[view.frame.lang]
  const said = { ...t, plan: t.planning }[name]
  const form = formOf(view, name)
  const failed = view.failed?.form === name ? view.failed : null
  return (
    <details class="step-form" open={isOpen} id={`b-${name}`}>
      <summary>{said.title}</summary>
      <Form
        id={name}
        action={form.action(id)}
        {...(form.multipart === true ? { multipart: true } : {})}
        answers={{ ...form.answers, ...failed?.answers }}
        errors={failed?.errors ?? {}}
      >
        <p class="quiet">{said.consequence}</p>
        {form.fields}
        <Actions>
          <Button look={form.harm === true ? "harm" : "main"}>{said.submit}</Button>
        </Actions>
      </Form>
    </details>
  )
}

type Shown = {
  action: (id: string) => string
  multipart?: true
  harm?: true
  answers?: Readonly<Record<string, string>>
  fields?: Child
}

function formOf(view: TaskView, name: NextForm): Shown {
  const { assignment, asked, today } = view.reading
  const t = taskWords[view.frame.lang]
  switch (name) {
    case "receive":
      return { action: paths.receipt }
    case "plan":
      return {
        action: paths.plan,
        answers: { text: assignment.planText ?? "", until: assignment.plannedUntil ?? "" },
        fields: (
          <>
            <Field kind="textarea" name="text" label={t.planning.text} maxlength={5000} />
            <Field kind="date" name="until" label={t.planning.until} min={today} optional />
          </>
        ),
      }
    case "report":
      return {
        action: paths.reports,
        multipart: true,
        answers: { percent: String(assignment.percent) },
        fields: (
          <>
            <Field kind="textarea" name="text" label={t.report.text} maxlength={5000} />
            <Field kind="number" name="percent" label={t.report.percent} min={0} max={100} unit="%" />
            <FigureRows view={view} form="report" />
            <Files view={view} />
          </>
        ),
      }
    case "finish":
      return {
        action: paths.completion,
        multipart: true,
        fields: (
          <>
            <Field kind="textarea" name="text" label={t.finish.text} maxlength={5000} />
            <FigureRows view={view} form="finish" />
            <Files view={view} />
          </>
        ),
      }
    case "accept":
      return {
        action: paths.acceptance,
        fields: (
          <Field kind="textarea" name="note" label={t.accept.note} maxlength={2000} rows={2} optional />
        ),
      }
    case "return":
      return {
        action: paths.return,
        fields: <Field kind="textarea" name="reason" label={t.return.reason} maxlength={2000} />,
      }
    case "askExtension":
      return {
        action: paths.extensions,
        fields: (
          <>
            <Field
              kind="date"
              name="wantedOn"
              label={t.askExtension.wantedOn}
              {...(assignment.dueOn === null ? {} : { min: assignment.dueOn })}
            />
            <Field kind="textarea" name="reason" label={t.askExtension.reason} maxlength={2000} />
          </>
        ),
      }
    case "grantExtension":
      return {
        action: paths.extensionGrant,
        answers: { dueOn: asked?.wantedOn ?? "" },
        fields: (
          <>
            <Field kind="date" name="dueOn" label={t.grantExtension.dueOn} />
            <Field
              kind="textarea"
              name="answer"
              label={t.grantExtension.answer}
              maxlength={2000}
              rows={2}
              optional
            />
          </>
        ),
      }
    case "refuseExtension":
      return {
        action: paths.extensionRefusal,
        fields: <Field kind="textarea" name="answer" label={t.refuseExtension.answer} maxlength={2000} />,
      }
    case "withdraw":
      return {
        action: paths.withdrawal,
        harm: true,
        fields: <Field kind="textarea" name="reason" label={t.withdraw.reason} maxlength={2000} />,
      }
    case "assign":
      return {
        action: paths.handler,
        answers: { officer: assignment.handlerId ?? "" },
        fields: <Colleagues view={view} label={t.assign.officer} />,
      }
  }
}

export function Colleagues({ view, label }: { view: TaskView; label: string }) {
  const options = view.colleagues.map(({ officerId, name, title }) => ({
    value: officerId,
    label: `${name}, ${title}`,
  }))
  return <Field kind="select" name="officer" label={label} options={options} />
}

/** Folded away: most reports carry no figure. Open when one of them has to be put right. */
function FigureRows({ view, form }: { view: TaskView; form: FormName }) {
  const t = taskWords[view.frame.lang].entries
  const failed = view.failed?.form === form ? view.failed : null
  const names = [...Object.keys(failed?.errors ?? {}), ...filledOf(failed?.answers ?? {})]
  const isOpen = names.some((name) => /^(figure|period|value|note)-\d$/.test(name))
  const options = view.figures.map(({ id, name, section, unit }) => ({
    value: id,
    label: `${id} ${name}${unit === null ? "" : ` (${unit})`}`,
    group: section,
  }))
  return (
    <details class="step-form" open={isOpen}>
      <summary>{t.title}</summary>
      {[1, 2, 3].map((row) => (
        <fieldset class="stack">
          <legend>{t.row(String(row))}</legend>
          <Field kind="select" name={`figure-${row}`} label={t.figure} options={options} optional />
          <Field kind="text" name={`period-${row}`} label={t.period} maxlength={7} width="short" optional />
          <Field kind="number" name={`value-${row}`} label={t.value} optional />
          <Field kind="text" name={`note-${row}`} label={t.note} maxlength={500} optional />
        </fieldset>
      ))}
    </details>
  )
}

const filledOf = (answers: Readonly<Record<string, string>>) =>
  Object.entries(answers).flatMap(([name, value]) => (value === "" ? [] : [name]))

/** The declaration stands above the files, so that it arrives before them: nothing is written to a disk without it. */
function Files({ view }: { view: TaskView }) {
  const t = taskWords[view.frame.lang].files
  return (
    <>
      <Field
        kind="checkbox"
        name="declared"
        label={t.declaration}
        options={[{ value: "yes", label: t.declared }]}
        optional
      />
      <Upload
        name="files"
        label={t.label}
        hint={t.hint}
        bytesMax={evidenceBytesMax}
        accept={Object.keys(evidenceTypes).join(",")}
        multiple
        optional
      />
    </>
  )
}
