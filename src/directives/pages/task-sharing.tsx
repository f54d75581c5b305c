/** Talking across the two bodies, and sharing the work inside one. */
import { formatInstant } from "../../kernel/format.ts"
import { Questions, StepForm } from "../../kernel/forms/index.ts"
import { Actions, Button, Card, DueTag, Form, OwnForm, Tag } from "../../kernel/ui/index.ts"
import { forms } from "../forms.ts"
import { paths } from "../paths.ts"
import { taskWords } from "../words-task.ts"
import { Paragraphs } from "./paragraphs.tsx"
import { colleaguesIn } from "./task-next.tsx"
import type { TaskView } from "./task-view.ts"

export function Comments({ view }: { view: TaskView }) {
  const { comments, assignment } = view.reading
  const { lang } = view.frame
  const t = taskWords[lang].comments
  const failed = view.failed?.form === "comment" ? view.failed : null
  return (
    <Card title={t.title} id="trao-doi">
      {comments.length === 0 && <p class="quiet">{t.none}</p>}
      <ol class="stack">
        {comments.map((one) => (
          <li>
            <b>{one.byName}</b> <span class="quiet">{formatInstant(one.at, lang)}</span>
            <Paragraphs text={one.text} />
          </li>
        ))}
      </ol>
      {view.forms.includes("comment") && (
        <Form
          id="comment"
          action={paths.form(assignment.id, forms.comment.slug)}
          answers={failed?.answers ?? {}}
          errors={failed?.errors ?? {}}
        >
          <Questions asks={forms.comment.asks} />
          <Actions>
            <Button look={forms.comment.look}>{forms.comment.submit[lang]}</Button>
          </Actions>
        </Form>
      )}
    </Card>
  )
}

/** The issuer does not see them: how a body shares its work is its own affair. */
export function SubTasks({ view }: { view: TaskView }) {
  const { subTasks } = view.reading
  const t = taskWords[view.frame.lang].subTasks
  const mayGive = view.forms.includes("subTask")
  if (!view.sides.includes("body") || (subTasks.length === 0 && !mayGive)) return null
  return (
    <Card title={t.title} id="viec-con">
      <p class="quiet">{t.inside}</p>
      <ul class="tasks">
        {subTasks.map((sub) => (
          <SubTask view={view} sub={sub} />
        ))}
      </ul>
      {mayGive && <GiveSubTask view={view} />}
    </Card>
  )
}

function SubTask({ view, sub }: { view: TaskView; sub: TaskView["reading"]["subTasks"][number] }) {
  const { assignment, today } = view.reading
  const t = taskWords[view.frame.lang].subTasks
  return (
    <li class="task">
      <div>
        {sub.title}
        <p class="quiet">
          {sub.assigneeName}{" "}
          {sub.doneAt === null && sub.dueOn !== null && <DueTag dueOn={sub.dueOn} today={today} />}
        </p>
      </div>
      <div class="task-state">
        {sub.doneAt !== null && <Tag tone="good">{t.done}</Tag>}
        {sub.doneAt === null && view.forms.includes("subTask") && (
          <form method="post" action={paths.subTaskEnd(assignment.id, sub.id)}>
            <OwnForm />
            <button class="button plain" type="submit" aria-label={t.endOf(sub.title)}>
              {t.end}
            </button>
          </form>
        )}
      </div>
    </li>
  )
}

function GiveSubTask({ view }: { view: TaskView }) {
  const { assignment, today } = view.reading
  return (
    <StepForm
      name="subTask"
      form={forms.subTask}
      action={paths.form(assignment.id, forms.subTask.slug)}
      failed={view.failed}
      options={{ officer: colleaguesIn(view) }}
      from={{ dueOn: today }}
    />
  )
}
