import type { Child } from "hono/jsx"
import { formatDate } from "../../../kernel/format.ts"
import { Actions, Button, Field, Form, Tag, useLang } from "../../../kernel/ui/index.ts"
import type { ClauseBodies, ClauseBody } from "../bodies.ts"
import {
  collapse,
  type DraftClause,
  type DraftTask,
  droppedTasks,
  keptTasks,
  originalWords,
  taskLabel,
} from "../domain.ts"
import { importPaths as paths } from "../paths.ts"
import { dueOf } from "../plan.ts"
import type { Review } from "../review.ts"
import { words } from "../words.ts"
import type { Editing } from "./head-card.tsx"
import { DoubtTag, howWords, OneButton, rowOfDoubt, Settle } from "./parts.tsx"
import { TaskEdit } from "./task-edit.tsx"

export type ClauseProps = {
  review: Review
  clause: DraftClause
  marks: ReadonlyMap<string, string>
  editing: Editing
  /** The clause whose bodies are being chosen. */
  choosing: string | null
}

/** A group of bodies and its tasks; the group opens into the real bodies of the day of issue. */
export function ClauseCard(props: ClauseProps) {
  const { review, clause, marks } = props
  const t = words[useLang()]
  const bodies = review.bodies.clauses.get(clause.id)
  const mark = marks.get(clause.id)
  const name = clause.addressees.join("; ") || collapse(clause.text)
  const dropped = droppedTasks(clause)
  return (
    <section class="card stack import-clause" id={`r-${clause.id}`} data-row={clause.id} tabindex={-1}>
      <h2>
        {mark === undefined ? (
          `${clause.path}. ${name}`
        ) : (
          <a
            class="quiet-link"
            href={`#m-${mark}`}
            title={t.review.seeInLetter(t.review.clause(clause.path))}
          >
            {`${clause.path}. ${name}`}
          </a>
        )}{" "}
        <Tag tone="brand">{t.clause.bodies(bodies?.chosen.length ?? 0)}</Tag>
      </h2>
      {review.doubts
        .filter((doubt) => rowOfDoubt(doubt) === clause.id && doubt.kind !== "unknownName")
        .map((doubt) => (
          <p>
            <DoubtTag doubt={doubt} /> <Settle review={review} doubt={doubt} />
          </p>
        ))}
      {bodies !== undefined && <Bodies {...props} bodies={bodies} />}
      {keptTasks(clause).length === 0 && <p class="quiet">{t.clause.empty}</p>}
      <ol class="tasks">
        {keptTasks(clause).map((task) => (
          <TaskRow {...props} task={task} />
        ))}
      </ol>
      {dropped.length > 0 && <Dropped review={review} tasks={dropped} />}
      <AddTask review={review} clause={clause} />
    </section>
  )
}

const namesShown = 4

function Bodies({ review, clause, bodies, choosing }: ClauseProps & { bodies: ClauseBodies }) {
  const t = words[useLang()]
  const names = bodies.chosen.map((body) => body.name)
  const out = bodies.all.filter((body) => body.part === "leftOut" || body.part === "removed")
  const isOpen = choosing === clause.id
  return (
    <div class="stack">
      {bodies.unknown.map((words_) => (
        <p>
          <Tag tone="soon">{t.doubt.unknown(words_)}</Tag>{" "}
          {review.doubts
            .filter(
              (doubt) =>
                doubt.about === "clause" &&
                doubt.kind === "unknownName" &&
                doubt.clauseId === clause.id &&
                doubt.words === words_,
            )
            .map((doubt) => (
              <Settle review={review} doubt={doubt} />
            ))}
        </p>
      ))}
      {bodies.notes.map((note) => (
        <p class="quiet">{note}</p>
      ))}
      <p class="quiet">
        {names.slice(0, namesShown).join(" · ")}
        {names.length > namesShown && ` · ${t.clause.and(names.length - namesShown)}`}
      </p>
      {out.length > 0 && (
        <p class="quiet">
          {t.clause.leftOut}: {out.map((body) => `${body.name} (${reasonOf(body, t)})`).join("; ")}
        </p>
      )}
      {isOpen ? (
        <ChooseBodies review={review} clause={clause} bodies={bodies} />
      ) : (
        <p>
          <a
            href={paths.bodies(review.id, clause.id)}
            aria-label={`${t.clause.choose}, ${t.review.clause(clause.path)}`}
          >
            {t.clause.choose}
          </a>
        </p>
      )}
    </div>
  )
}

const reasonOf = (body: ClauseBody, t: (typeof words)["vi"]) =>
  body.part === "removed" ? t.clause.removed : (body.reason ?? "")

function ChooseBodies({
  review,
  clause,
  bodies,
}: {
  review: Review
  clause: DraftClause
  bodies: ClauseBodies
}) {
  const t = words[useLang()]
  const known = new Set(bodies.all.map((body) => body.bodyId))
  const others = [...review.everyBody].filter(([bodyId]) => !known.has(bodyId))
  const hidden = { version: String(review.version), clauseId: clause.id, row: clause.id }
  return (
    <div class="import-form stack">
      <Form
        id={`bodies-${clause.id}`}
        action={paths.corrections(review.id)}
        hidden={{ ...hidden, form: "bodies" }}
      >
        <Field
          kind="checkbox"
          name="body"
          label={t.clause.chooseTitle}
          hint={t.clause.chooseHint}
          value={bodies.chosen.map((body) => body.bodyId)}
          options={bodies.all.map((body) => ({
            value: body.bodyId,
            label: body.name,
            ...(body.part === "leftOut" ? { hint: `${body.reason ?? ""}; ${t.clause.addBack}` } : {}),
          }))}
        />
        <Field
          kind="combobox"
          name="add"
          label={t.clause.another}
          optional
          options={others.map(([value, label]) => ({ value, label }))}
        />
        <Actions>
          <Button>{t.clause.save}</Button>
          <Button look="plain" href={paths.at(review.id, clause.id)}>
            {t.edit.cancel}
          </Button>
        </Actions>
      </Form>
      <Form
        id={`name-${clause.id}`}
        action={paths.corrections(review.id)}
        hidden={{ ...hidden, form: "clause" }}
      >
        <Field
          kind="textarea"
          rows={2}
          name="addressees"
          label={t.clause.addressees}
          hint={t.head.perLine}
          value={clause.addressees.join("\n")}
        />
        <Actions>
          <Button look="second">{t.clause.saveAddressees}</Button>
        </Actions>
      </Form>
    </div>
  )
}

function TaskRow({ review, clause, marks, editing, task }: ClauseProps & { task: DraftTask }) {
  const t = words[useLang()]
  const label = taskLabel(clause, task)
  const mark = marks.get(task.id)
  if (editing.what === task.id)
    return (
      <li class="task here" id={`r-${task.id}`} data-row={task.id} tabindex={-1}>
        <TaskEdit review={review} clause={clause} task={task} editing={editing} />
      </li>
    )
  return (
    <li class="task numbered import-task" id={`r-${task.id}`} data-row={task.id} tabindex={-1}>
      {mark === undefined ? (
        <b>{label}</b>
      ) : (
        <b>
          <a href={`#m-${mark}`} aria-label={t.review.seeInLetter(t.review.task(label))}>
            {label}
          </a>
        </b>
      )}
      <div>
        <p>{task.text}</p>
        <TaskFacts review={review} task={task} />
      </div>
      <a href={paths.edit(review.id, task.id)} aria-label={t.review.editWhat(t.review.task(label))}>
        {t.review.edit}
      </a>
    </li>
  )
}

function TaskFacts({ review, task }: { review: Review; task: DraftTask }) {
  const t = words[useLang()]
  const bodies = review.bodies.tasks.get(task.id)
  const doubts = review.doubts.filter((doubt) => rowOfDoubt(doubt) === task.id)
  const facts: Child[] = []
  if (task.addressees !== null) facts.push(t.task.own(task.addressees.join("; ")))
  if (bodies !== undefined && bodies.by !== "clause") facts.push(t.task.ownBodies(bodies.chosen.length))
  if (task.lead.length > 0) facts.push(t.task.lead(task.lead.join(", ")))
  if (task.coordinateWith.length > 0) facts.push(t.task.coordinate(task.coordinateWith.join(", ")))
  facts.push(<Deadline review={review} task={task} />)
  const original = originalWords(review.draft, task).replace(/^[-–+•]\s*/, "")
  const isEdited = task.spans.length > 0 && collapse(original) !== task.text
  return (
    <>
      <p class="quiet">
        {facts.map((fact, i) => (
          <>
            {i > 0 && " · "}
            {fact}
          </>
        ))}
        {task.spans.length === 0 && ` · ${t.task.added}`}
      </p>
      {doubts.length > 0 && (
        <p class="import-doubts">
          {doubts.map((doubt) => (
            <>
              <DoubtTag doubt={doubt} /> <Settle review={review} doubt={doubt} />
            </>
          ))}
        </p>
      )}
      {isEdited && (
        <details class="quiet">
          <summary>{t.task.original}</summary>
          <p>{original}</p>
        </details>
      )}
    </>
  )
}

function Deadline({ review, task }: { review: Review; task: DraftTask }) {
  const lang = useLang()
  const t = words[lang].task
  const due = dueOf(task, review.draft.issuedOn, review.calendar)
  const how = due.by === "letter" ? howWords(due.proposal, lang) : null
  if (due.period !== null)
    return (
      <span title={how ?? undefined}>
        {t.periodic(t.every[due.period.every], due.dueOn === null ? "…" : formatDate(due.dueOn, lang))}
        {due.by === "letter" && ` (${t.proposed})`}
      </span>
    )
  if (due.dueOn !== null)
    return (
      <span>
        {t.due(formatDate(due.dueOn, lang))}
        {how !== null && ` (${t.proposed}: ${how.replace(`${formatDate(due.dueOn, lang)}, `, "")})`}
      </span>
    )
  if (task.deadline !== null)
    return <span>{`${t.words(task.deadline)}${how === null ? "" : `. ${how}`}`}</span>
  return (
    <span>
      {t.noDeadline}, <a href={paths.edit(review.id, task.id)}>{t.set}</a>
    </span>
  )
}

function Dropped({ review, tasks }: { review: Review; tasks: readonly DraftTask[] }) {
  const t = words[useLang()].clause
  return (
    <details open>
      <summary>{t.dropped(tasks.length)}</summary>
      <ul class="import-dropped">
        {tasks.map((task) => (
          <li id={`r-${task.id}`} data-row={task.id} tabindex={-1}>
            <s>{task.text}</s>{" "}
            <OneButton review={review} fields={{ form: "restore", taskId: task.id, row: task.id }}>
              {t.restore}
            </OneButton>
          </li>
        ))}
      </ul>
    </details>
  )
}

function AddTask({ review, clause }: { review: Review; clause: DraftClause }) {
  const t = words[useLang()].clause
  const hidden = { form: "addTask", clauseId: clause.id, row: clause.id, version: String(review.version) }
  return (
    <details class="import-add">
      <summary>{t.addTask}</summary>
      <Form id={`add-${clause.id}`} action={paths.corrections(review.id)} hidden={hidden}>
        <Field kind="textarea" rows={3} name="text" label={t.newTask} />
        <Actions>
          <Button look="second">{t.addTask}</Button>
        </Actions>
      </Form>
    </details>
  )
}
