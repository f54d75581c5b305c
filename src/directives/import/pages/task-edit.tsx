import { Actions, Button, Field, Form, useLang } from "../../../kernel/ui/index.ts"
import { type DraftClause, type DraftTask, keptTasks, taskLabel } from "../domain.ts"
import { importPaths as paths } from "../paths.ts"
import { dueOf } from "../plan.ts"
import type { Review } from "../review.ts"
import { words } from "../words.ts"
import type { Editing } from "./head-card.tsx"
import { howWords, OneButton } from "./parts.tsx"

type Props = { review: Review; clause: DraftClause; task: DraftTask; editing: Editing }

/** Every field of a task in one form; splitting, joining, moving and dropping are forms of their own below it. */
export function TaskEdit(props: Props) {
  const { review, clause, task } = props
  const t = words[useLang()].edit
  const kept = keptTasks(clause)
  const next = kept[kept.indexOf(task) + 1]
  const row = { row: task.id, taskId: task.id }
  return (
    <div class="import-form stack">
      <h3>{t.title(taskLabel(clause, task))}</h3>
      <Fields {...props} />
      <details>
        <summary>{t.split}</summary>
        <Form
          id={`split-${task.id}`}
          action={paths.corrections(review.id)}
          hidden={{ ...row, form: "split", version: String(review.version) }}
        >
          <Field kind="textarea" rows={5} name="text" label={t.text} hint={t.splitHint} value={task.text} />
          <Actions>
            <Button look="second">{t.splitDo}</Button>
          </Actions>
        </Form>
      </details>
      <Move {...props} />
      <div class="actions">
        {next !== undefined && (
          <OneButton review={review} fields={{ ...row, form: "join", withId: next.id }} look="button second">
            {t.join(taskLabel(clause, next))}
          </OneButton>
        )}
        <OneButton review={review} fields={{ ...row, form: "drop" }} look="button second">
          {t.drop}
        </OneButton>
      </div>
    </div>
  )
}

function Fields({ review, clause, task, editing }: Props) {
  const lang = useLang()
  const t = words[lang]
  const due = dueOf(task, review.draft.issuedOn, review.calendar)
  const shownDue = due.dueOn ?? ""
  const how = howWords(due.proposal, lang)
  const answer = (name: string, standing: string) => editing.answers[name]?.[0] ?? standing
  const everies = ["month", "quarter", "half-year", "year"] as const
  return (
    <Form
      id={`edit-${task.id}`}
      action={paths.corrections(review.id)}
      errors={editing.errors}
      hidden={{
        form: "task",
        row: task.id,
        taskId: task.id,
        version: String(review.version),
        shownDue,
        shownEvery: due.period?.every ?? "",
        shownPeriodDay: String(due.period?.day ?? ""),
        shownPeriodMonth: String(due.period?.month ?? ""),
      }}
    >
      <Field kind="textarea" rows={4} name="text" label={t.edit.text} value={answer("text", task.text)} />
      <Field
        kind="text"
        name="deadline"
        label={t.edit.deadline}
        value={answer("deadline", task.deadline ?? "")}
        optional
      />
      <div class="import-pair">
        <Field
          kind="date"
          name="dueOn"
          label={t.edit.dueOn}
          value={answer("dueOn", shownDue)}
          optional
          {...(how === null ? {} : { hint: t.edit.dueHint(how) })}
        />
        <Field
          kind="select"
          name="every"
          label={t.edit.every}
          empty={t.task.once}
          value={answer("every", due.period?.every ?? "")}
          options={everies.map((value) => ({ value, label: t.task.every[value] }))}
          optional
        />
        <Field
          kind="number"
          name="periodDay"
          label={t.edit.periodDay}
          hint={t.edit.periodDayHint}
          min={1}
          max={31}
          value={answer("periodDay", String(due.period?.day ?? ""))}
          optional
        />
      </div>
      <div class="import-pair">
        <Field
          kind="textarea"
          rows={2}
          name="lead"
          label={t.edit.lead}
          hint={t.head.perLine}
          value={answer("lead", task.lead.join("\n"))}
          optional
        />
        <Field
          kind="textarea"
          rows={2}
          name="coordinateWith"
          label={t.edit.coordinateWith}
          hint={t.head.perLine}
          value={answer("coordinateWith", task.coordinateWith.join("\n"))}
          optional
        />
      </div>
      <Who review={review} clause={clause} task={task} editing={editing} />
      <Actions>
        <Button>{t.edit.save}</Button>
        <Button look="plain" href={paths.at(review.id, task.id)}>
          {t.edit.cancel}
        </Button>
      </Actions>
    </Form>
  )
}

/** The whole clause, or bodies chosen for this task alone: of the clause, and of those that the letter names. */
function Who({ review, clause, task, editing }: Props) {
  const t = words[useLang()].edit
  const whole = review.bodies.clauses.get(clause.id)?.chosen ?? []
  const chosen = review.bodies.tasks.get(task.id)?.chosen ?? []
  const choices = new Map([...whole, ...chosen].map((body) => [body.bodyId, body.name]))
  return (
    <>
      <Field
        kind="textarea"
        rows={2}
        name="ownAddressees"
        label={t.ownAddressees}
        hint={t.ownHint}
        value={editing.answers.ownAddressees?.[0] ?? (task.addressees ?? []).join("\n")}
        optional
      />
      <Field
        kind="radio"
        name="who"
        label={t.who}
        value={editing.answers.who?.[0] ?? (task.only === null ? "clause" : "own")}
        options={[
          { value: "clause", label: t.whoClause(whole.length) },
          { value: "own", label: t.whoOwn },
        ]}
      />
      <details open={task.only !== null}>
        <summary>
          {t.bodies} ({chosen.length})
        </summary>
        <Field
          kind="checkbox"
          name="body"
          label={t.bodies}
          quietLabel
          value={editing.answers.body ?? chosen.map((body) => body.bodyId)}
          options={[...choices].map(([value, label]) => ({ value, label }))}
        />
      </details>
    </>
  )
}

function Move({ review, clause, task }: Props) {
  const t = words[useLang()].edit
  const others = review.draft.clauses.filter((one) => one.id !== clause.id)
  if (others.length === 0) return null
  return (
    <details>
      <summary>{t.moveTo}</summary>
      <Form
        id={`move-${task.id}`}
        action={paths.corrections(review.id)}
        hidden={{
          form: "move",
          taskId: task.id,
          row: task.id,
          place: "9999",
          version: String(review.version),
        }}
      >
        <Field
          kind="select"
          name="clauseId"
          label={t.moveTo}
          empty={null}
          options={others.map((one) => ({
            value: one.id,
            label: `${one.path}. ${one.addressees.join("; ") || one.text}`.slice(0, 90),
          }))}
        />
        <Actions>
          <Button look="second">{t.move}</Button>
        </Actions>
      </Form>
    </details>
  )
}
