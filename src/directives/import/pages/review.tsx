import { formatInstant, formatPercent } from "../../../kernel/format.ts"
import {
  Actions,
  Button,
  Field,
  Form,
  Layout,
  type LayoutProps,
  OwnForm,
  Split,
  useLang,
} from "../../../kernel/ui/index.ts"
import type { Lang } from "../../../kernel/words.ts"
import { allKept, type Doubt, keptTasks, taskLabel } from "../domain.ts"
import { importPaths as paths } from "../paths.ts"
import { marksByRow, marksOf, type Review, type ShownMark, type Twin, twinDoubt } from "../review.ts"
import { words } from "../words.ts"
import { ClauseCard } from "./clause-card.tsx"
import { type Editing, HeadCard } from "./head-card.tsx"
import { LetterView } from "./letter-view.tsx"
import { doubtWords, Hidden, OneButton, rowOfDoubt, Settle, TakeOrder } from "./parts.tsx"

/** What every page of this slice is given by its route. */
export type Frame = Omit<LayoutProps, "title" | "children">

export type ReviewProps = {
  frame: Frame
  review: Review
  editing: Editing
  choosing: string | null
  /** What the person asked for and why it was not done. */
  problem: string | null
}

/** The letter on the left, what was read on the right; every reading leads to its words and back. */
export function ReviewPage(props: ReviewProps) {
  const { frame, review } = props
  const t = words[frame.lang]
  const tasks = allKept(review.draft).length
  const groups = review.draft.clauses.filter((clause) => keptTasks(clause).length > 0).length
  const labels = labelsOf(review)
  const marks = marksOf(review, labels)
  const first = marksByRow(marks)
  return (
    <Layout
      {...frame}
      title={tasks === 0 ? t.review.titleNoTask : t.review.title(groups, tasks)}
      crumbs={[
        { href: paths.directives, label: t.crumb.directives },
        { href: paths.start, label: t.crumb.import },
      ]}
      hasLetter
      scripts={["import.js", "combobox.js"]}
    >
      {props.problem !== null && (
        <div class="notice late" role="alert">
          {props.problem}
        </div>
      )}
      <Twins review={review} />
      <p class="import-jump">
        <a href="#phan-doc">{t.review.toReading}</a>
      </p>
      <Split>
        <div class="import-paper">
          <LetterView text={review.draft.letterText} marks={marks} nameOf={nameOfMark(frame.lang, labels)} />
          <Original review={review} />
        </div>
        <div class="stack import-reading" id="phan-doc">
          <Doubts review={review} labels={labels} />
          <HeadCard review={review} marks={first} editing={props.editing} />
          {review.draft.clauses.map((clause) => (
            <ClauseCard
              review={review}
              clause={clause}
              marks={first}
              editing={props.editing}
              choosing={props.choosing}
            />
          ))}
          <AddClause review={review} />
          <Next review={review} tasks={tasks} />
        </div>
      </Split>
    </Layout>
  )
}

function nameOfMark(lang: Lang, labels: ReadonlyMap<string, string>): (mark: ShownMark) => string {
  const t = words[lang]
  return (mark) => {
    const label = labels.get(mark.row)
    if (label !== undefined) return t.review.seeReading(t.review.task(label))
    if (mark.kind === "clause" || /^[gn]\d/.test(mark.row))
      return t.review.seeReading(t.review.clause(mark.label))
    const field = Object.entries(t.head).find(([name]) => name === mark.row)?.[1]
    return t.review.seeReading(typeof field === "string" ? field : mark.row)
  }
}

const doubtsShown = 12

/** What clauses and tasks are called: the clause's number or name, the task's place in it. */
export const labelsOf = (review: Review): ReadonlyMap<string, string> =>
  new Map(
    review.draft.clauses.flatMap((clause): [string, string][] => [
      [clause.id, clause.path],
      ...clause.tasks.map((task): [string, string] => [task.id, taskLabel(clause, task)]),
    ]),
  )

function Doubts({ review, labels }: { review: Review; labels: ReadonlyMap<string, string> }) {
  const lang = useLang()
  const t = words[lang].review
  const { doubts } = review
  if (doubts.length === 0)
    return (
      <div class="notice good">
        <p>{t.noDoubts}</p>
      </div>
    )
  return (
    <div class="notice soon">
      <p>
        <b>{t.doubts(doubts.length)}</b>
      </p>
      <ul class="import-doubt-list">
        {doubts.slice(0, doubtsShown).map((doubt) => (
          <DoubtItem review={review} doubt={doubt} labels={labels} />
        ))}
      </ul>
      {doubts.length > doubtsShown && (
        <details>
          <summary>{t.moreDoubts(doubts.length - doubtsShown)}</summary>
          <ul class="import-doubt-list">
            {doubts.slice(doubtsShown).map((doubt) => (
              <DoubtItem review={review} doubt={doubt} labels={labels} />
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

type ItemProps = { review: Review; doubt: Doubt; labels: ReadonlyMap<string, string> }

function DoubtItem({ review, doubt, labels }: ItemProps) {
  return (
    <li>
      <a href={`#r-${rowOfDoubt(doubt)}`}>{doubtLine(doubt, labels, useLang())}</a>{" "}
      <TakeOrder review={review} doubt={doubt} />
      <Settle review={review} doubt={doubt} />
    </li>
  )
}

export function doubtLine(doubt: Doubt, labels: ReadonlyMap<string, string>, lang: Lang): string {
  const said = doubtWords(doubt, lang)
  if (doubt.about === "task") return `${words[lang].review.task(labels.get(doubt.taskId) ?? "")}: ${said}`
  if (doubt.about === "clause")
    return `${words[lang].review.clause(labels.get(doubt.clauseId) ?? "")}: ${said}`
  if (doubt.about === "letter") return said
  return `${words[lang].head[doubt.about]}: ${said}`
}

function Twins({ review }: { review: Review }) {
  const t = words[useLang()].twin
  if (review.twins.length === 0) return null
  return (
    <div class={review.awaitsTwin ? "notice soon" : "notice calm"}>
      {review.twins.map((twin) => (
        <TwinLine twin={twin} />
      ))}
      {review.awaitsTwin && (
        <OneButton
          review={review}
          fields={{ form: "settle", doubt: twinDoubt, row: "number" }}
          look="button second"
        >
          {t.anyway}
        </OneButton>
      )}
    </div>
  )
}

function TwinLine({ twin }: { twin: Twin }) {
  const lang = useLang()
  const t = words[lang].twin
  const why =
    twin.by === "file" ? t.same : twin.by === "key" ? t.key : t.alike(formatPercent(twin.likeness, lang))
  return (
    <p>
      <b>{why}</b> {t.earlier(twin.subject || words[lang].upload.untitled, formatInstant(twin.madeAt, lang))}.{" "}
      {twin.directiveId !== null ? (
        <a href={paths.directive(twin.directiveId)}>{t.openDirective}</a>
      ) : twin.draftId !== null ? (
        <a href={paths.draft(twin.draftId)}>{t.openDraft}</a>
      ) : (
        t.colleague
      )}
    </p>
  )
}

function Original({ review }: { review: Review }) {
  const t = words[useLang()].review
  if (review.original === null) return <p class="quiet">{t.pasted}</p>
  return (
    <p class="quiet import-original">
      <a href={paths.original(review.id)}>
        {t.original} ({review.original.name})
      </a>
      <br />
      <span class="import-hash">{t.hash(review.original.sha256)}</span>
    </p>
  )
}

function AddClause({ review }: { review: Review }) {
  const t = words[useLang()]
  const hidden = { form: "addClause", row: "new", version: String(review.version) }
  return (
    <details class="card import-add" id="r-new" open={review.draft.clauses.length === 0}>
      <summary>{t.clause.addClause}</summary>
      <Form id="add-clause" action={paths.corrections(review.id)} hidden={hidden}>
        <Field kind="text" name="path" label={t.clause.path} width="short" maxlength={20} optional />
        <Field kind="textarea" rows={2} name="addressees" label={t.clause.addressees} hint={t.head.perLine} />
        <Actions>
          <Button look="second">{t.clause.addClause}</Button>
        </Actions>
      </Form>
    </details>
  )
}

function Next({ review, tasks }: { review: Review; tasks: number }) {
  const t = words[useLang()]
  const { bodies, assignments } = review.bodies
  const last = review.corrections.at(-1)?.[0]
  return (
    <div class="import-next stack">
      <p class="quiet">
        {t.review.count(tasks, bodies, assignments)}. {t.review.saved}
      </p>
      <Actions>
        <Button href={paths.issue(review.id)}>{t.review.toIssue(assignments, bodies)}</Button>
        {last !== undefined && (
          <form class="one-button" method="post" action={paths.undo(review.id)}>
            <OwnForm />
            <Hidden fields={{ version: String(review.version) }} />
            <button class="button second" type="submit">
              {t.review.undo(t.did[last.do])}
            </button>
          </form>
        )}
        <Button look="plain" href={paths.discard(review.id)}>
          {t.review.discard}
        </Button>
      </Actions>
      <p class="quiet">{t.review.toIssueNext}</p>
    </div>
  )
}
