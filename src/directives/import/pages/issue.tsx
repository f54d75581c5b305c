import { formatDate } from "../../../kernel/format.ts"
import { Banner, Button, Card, Confirm, EmptyState, Layout, useLang } from "../../../kernel/ui/index.ts"
import { type DraftClause, type DraftTask, keptTasks, taskLabel } from "../domain.ts"
import { importPaths as paths } from "../paths.ts"
import { dueOf, type Obstacle } from "../plan.ts"
import { type Review, twinDoubt } from "../review.ts"
import { words } from "../words.ts"
import { OneButton, rowOfDoubt } from "./parts.tsx"
import { doubtLine, type Frame, labelsOf } from "./review.tsx"

export type IssueProps = { frame: Frame; review: Review; mayIssue: boolean; problem: string | null }

/** The last look: what goes to whom, by task and by body. Nothing is sent before the button here. */
export function IssuePage({ frame, review, mayIssue, problem }: IssueProps) {
  const t = words[frame.lang].issue
  const { assignments, bodies } = review.bodies
  const blocked = review.obstacles.length + (review.awaitsTwin ? 1 : 0)
  return (
    <Layout
      {...frame}
      title={blocked > 0 ? t.blocked(blocked) : t.title(assignments, bodies)}
      crumbs={[
        { href: paths.directives, label: words[frame.lang].crumb.directives },
        { href: paths.start, label: words[frame.lang].crumb.import },
        {
          href: paths.draft(review.id),
          label: review.draft.head.subject ?? words[frame.lang].upload.untitled,
        },
      ]}
    >
      {problem !== null && (
        <div class="notice late" role="alert">
          {problem}
        </div>
      )}
      <HeadLine review={review} />
      <OpenDoubts review={review} />
      {blocked > 0 ? (
        <Blocked review={review} />
      ) : mayIssue ? (
        <Confirm
          action={paths.issue(review.id)}
          hidden={{ version: String(review.version) }}
          consequence={<p>{review.documentId === null ? t.consequence : t.consequenceOwn}</p>}
          label={t.confirm(assignments, bodies)}
          backHref={paths.draft(review.id)}
        />
      ) : (
        <Banner tone="soon" title={t.mayNot} />
      )}
      <ByTask review={review} />
      <ByBody review={review} />
    </Layout>
  )
}

function HeadLine({ review }: { review: Review }) {
  const lang = useLang()
  const { head, issuedOn } = review.draft
  const said = [
    head.type,
    head.number ?? words[lang].issue.numberNone,
    issuedOn === null ? null : formatDate(issuedOn, lang),
    head.issuer,
  ].filter((part) => part !== null)
  return (
    <p class="lead">
      {said.join(" · ")}
      <br />
      {head.subject}
    </p>
  )
}

function OpenDoubts({ review }: { review: Review }) {
  const lang = useLang()
  const t = words[lang].issue
  if (review.doubts.length === 0) return null
  const labels = labelsOf(review)
  return (
    <div class="notice soon">
      <p>
        <b>{t.doubts(review.doubts.length)}</b>
      </p>
      <ul class="import-doubt-list">
        {review.doubts.map((doubt) => (
          <li>
            <a href={paths.at(review.id, rowOfDoubt(doubt))}>{doubtLine(doubt, labels, lang)}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Blocked({ review }: { review: Review }) {
  const t = words[useLang()]
  return (
    <div class="notice late">
      <ul>
        {review.obstacles.map((obstacle) => (
          <li>
            <a href={paths.edit(review.id, placeOf(obstacle))}>{sentenceOf(obstacle, t)}</a>
          </li>
        ))}
        {review.awaitsTwin && (
          <li>
            {t.twin.needed}{" "}
            <OneButton
              review={review}
              fields={{ form: "settle", doubt: twinDoubt, row: "number" }}
              look="button second"
            >
              {t.twin.anyway}
            </OneButton>
          </li>
        )}
      </ul>
      <p>
        <Button look="second" href={paths.draft(review.id)}>
          {t.issue.back}
        </Button>
      </p>
    </div>
  )
}

function placeOf(obstacle: Obstacle): string {
  switch (obstacle.what) {
    case "noDate":
      return "date"
    case "noSubject":
      return "subject"
    case "noIssuer":
      return "issuer"
    case "noTasks":
      return "new"
    case "noBodies":
    case "dueBeforeIssue":
      return obstacle.taskId
    case "unknownName":
      return obstacle.row
  }
}

function sentenceOf(obstacle: Obstacle, t: (typeof words)["vi"]): string {
  switch (obstacle.what) {
    case "noBodies":
    case "dueBeforeIssue":
      return t.issue[obstacle.what](obstacle.label)
    case "unknownName":
      return t.issue.unknownName(obstacle.label, obstacle.words)
    default:
      return t.issue[obstacle.what]
  }
}

function ByTask({ review }: { review: Review }) {
  const t = words[useLang()].issue
  return (
    <Card title={t.byTask}>
      <ol class="tasks">
        {review.draft.clauses.flatMap((clause) =>
          keptTasks(clause).map((task) => <TaskLine review={review} clause={clause} task={task} />),
        )}
      </ol>
    </Card>
  )
}

function TaskLine({ review, clause, task }: { review: Review; clause: DraftClause; task: DraftTask }) {
  const lang = useLang()
  const t = words[lang]
  const bodies = review.bodies.tasks.get(task.id)?.chosen ?? []
  const due = dueOf(task, review.draft.issuedOn, review.calendar)
  const when =
    due.period !== null
      ? t.task.periodic(
          t.task.every[due.period.every],
          due.dueOn === null ? "…" : formatDate(due.dueOn, lang),
        )
      : due.dueOn === null
        ? t.task.noDeadline
        : t.task.due(formatDate(due.dueOn, lang))
  return (
    <li class="task numbered">
      <b>{taskLabel(clause, task)}</b>
      <div>
        <p>{task.text}</p>
        <p class="quiet">{when}</p>
        <details class="quiet">
          <summary>{t.clause.bodies(bodies.length)}</summary>
          <p>{bodies.map((body) => body.name).join(" · ")}</p>
        </details>
      </div>
    </li>
  )
}

function ByBody({ review }: { review: Review }) {
  const t = words[useLang()]
  const perBody = new Map<string, { name: string; labels: string[] }>()
  for (const clause of review.draft.clauses)
    for (const task of keptTasks(clause))
      for (const body of review.bodies.tasks.get(task.id)?.chosen ?? []) {
        const line = perBody.get(body.bodyId) ?? { name: body.name, labels: [] }
        line.labels.push(taskLabel(clause, task))
        perBody.set(body.bodyId, line)
      }
  return (
    <Card title={t.issue.byBody}>
      <table class="import-by-body">
        <thead>
          <tr>
            <th scope="col">{t.issue.body}</th>
            <th scope="col">{t.issue.tasks}</th>
          </tr>
        </thead>
        <tbody>
          {[...perBody.values()].map((line) => (
            <tr>
              <th scope="row">{line.name}</th>
              <td>{line.labels.join(", ")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  )
}

/** Before a letter that was written here is signed: what it would give to whom, as its words stand now. */
export function PreviewPage({
  frame,
  review,
  documentHref,
}: {
  frame: Frame
  review: Review
  documentHref: string
}) {
  const t = words[frame.lang]
  const { assignments, bodies } = review.bodies
  return (
    <Layout
      {...frame}
      title={t.issue.preview(assignments, bodies)}
      crumbs={[{ href: documentHref, label: review.draft.head.subject ?? t.upload.untitled }]}
      lead={t.issue.previewLead}
    >
      {review.obstacles.length > 0 && (
        <div class="notice soon">
          <ul>
            {review.obstacles.map((obstacle) => (
              <li>{sentenceOf(obstacle, t)}</li>
            ))}
          </ul>
        </div>
      )}
      <ByTask review={review} />
      <ByBody review={review} />
      <p>
        <Button look="second" href={documentHref}>
          {t.issue.previewBack}
        </Button>
      </p>
    </Layout>
  )
}

export function DiscardPage({ frame, id }: { frame: Frame; id: string }) {
  const t = words[frame.lang].discard
  return (
    <Layout
      {...frame}
      title={t.title}
      crumbs={[{ href: paths.start, label: words[frame.lang].crumb.import }]}
    >
      <Confirm
        action={paths.discard(id)}
        consequence={<p>{t.consequence}</p>}
        label={t.confirm}
        backHref={paths.draft(id)}
        harm
      />
    </Layout>
  )
}

export function NoDraftPage({ frame }: { frame: Frame }) {
  const t = words[frame.lang]
  return (
    <Layout {...frame} title={t.notFound.title}>
      <EmptyState title={t.notFound.why} action={<Button href={paths.start}>{t.crumb.import}</Button>} />
    </Layout>
  )
}
