/** What this person may do with the task now: the likely step open, the others folded, each with its consequence. */
import { formatDate } from "../../kernel/format.ts"
import { StepForm } from "../../kernel/forms/index.ts"
import { type Answers, Card, Field, Upload } from "../../kernel/ui/index.ts"
import { isClosed } from "../domain/progress.ts"
import { type FormName, forms } from "../forms.ts"
import { evidenceBytesMax, evidenceTypes } from "../inputs.ts"
import { paths } from "../paths.ts"
import { taskWords } from "../words-task.ts"
import type { TaskView } from "./task-view.ts"

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
          <One view={view} name={name} isOpen={false} />
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
  const { assignment, today } = view.reading
  const hasFiles = name === "report" || name === "finish"
  return (
    <StepForm
      name={name}
      form={forms[name]}
      action={paths.form(assignment.id, forms[name].slug)}
      failed={view.failed}
      isOpen={isOpen}
      start={startOf(view, name)}
      options={{ officer: colleaguesIn(view) }}
      from={{ until: today, ...(assignment.dueOn === null ? {} : { wantedOn: assignment.dueOn }) }}
      multipart={hasFiles}
      after={
        hasFiles && (
          <>
            <FigureRows view={view} form={name} />
            <Files view={view} />
          </>
        )
      }
    />
  )
}

/** What stands in the record already. */
function startOf(view: TaskView, name: NextForm): Answers {
  const { assignment, asked } = view.reading
  switch (name) {
    case "plan":
      return { text: assignment.planText ?? "", until: assignment.plannedUntil ?? "" }
    case "report":
      return { percent: String(assignment.percent) }
    case "grantExtension":
      return { dueOn: asked?.wantedOn ?? "" }
    case "assign":
      return { officer: assignment.handlerId ?? "" }
    default:
      return {}
  }
}

export const colleaguesIn = ({ colleagues }: TaskView) =>
  colleagues.map(({ officerId, name, title }) => ({ value: officerId, label: `${name}, ${title}` }))

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

const filledOf = (answers: Answers) =>
  Object.entries(answers).flatMap(([name, value]) => (String(value ?? "") === "" ? [] : [name]))

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
