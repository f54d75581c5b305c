/** One directive: how far it has come in the shape of its letter, by body, by area; and the letter itself. */
import type { Child } from "hono/jsx"
import { formatDate, formatDay, formatNumber, formatPercent } from "../../kernel/format.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import { parseLocalDate } from "../../kernel/time.ts"
import { Card, type Definition, DefinitionList, Layout, Tabs, Tag } from "../../kernel/ui/index.ts"
import type { RollUp, TaskBodyRow, TaskRollUp } from "../actions/roll-up.ts"
import type { ServingRoom } from "../actions/serving.ts"
import { nameOf } from "../domain/naming.ts"
import { shareOf, sumOf } from "../domain/standing.ts"
import { paths } from "../paths.ts"
import { servedLine } from "../served-line.ts"
import { words } from "../words.ts"
import { rollUpWords } from "../words-roll-up.ts"
import { LetterPaper } from "./letter-paper.tsx"
import { Progress } from "./progress.tsx"
import { StateTag } from "./state-tag.tsx"
import { Due } from "./work.tsx"

export type DirectiveView = { frame: Frame; rollUp: RollUp }
export type Seen = "letter" | "bodies" | "areas" | "words"

/** In the shape of the letter. `isPrint`: every task open, with the bodies under it. */
export function directivePage(view: DirectiveView & { isPrint: boolean; rooms: readonly ServingRoom[] }) {
  const { frame, rollUp, isPrint, rooms } = view
  const { lang } = frame
  const t = rollUpWords[lang]
  const servedFor = (taskId: string) => rollUp.served.filter((one) => one.taskId === taskId)
  const byTask = Map.groupBy(rollUp.rows, (row) => row.taskId)
  return (
    <DirectiveFrame frame={frame} rollUp={rollUp} seen="letter">
      <section class="stack" aria-label={t.shape}>
        {rollUp.clauses.map((clause) => (
          <Card title={t.clause(clause.path, clause.heading)}>
            <ul class="tasks">
              {rollUp.tasks
                .filter((task) => task.clauseId === clause.id)
                .map((task) => (
                  <TaskLine
                    task={task}
                    served={servedLine(servedFor(task.id), rooms, lang)}
                    servedHref={paths.directiveServed(rollUp.head.id, task.id)}
                    rows={byTask.get(task.id) ?? []}
                    isOpen={isPrint || !rollUp.isIssuer}
                    isIssuer={rollUp.isIssuer}
                    today={rollUp.today}
                    lang={lang}
                  />
                ))}
            </ul>
          </Card>
        ))}
      </section>
      <Facts rollUp={rollUp} lang={lang} />
    </DirectiveFrame>
  )
}

type LineProps = {
  task: TaskRollUp
  /** What was done for it in other rooms; empty: nothing. */
  served: string
  servedHref: string
  rows: readonly TaskBodyRow[]
  isOpen: boolean
  isIssuer: boolean
  today: string
  lang: Frame["lang"]
}

function TaskLine({ task, served, servedHref, rows, isOpen, isIssuer, today, lang }: LineProps) {
  const t = rollUpWords[lang]
  return (
    <li class="roll-up" id={`nv-${task.id}`}>
      <b class="task-number">{task.path}</b>
      <div class="roll-up-words">
        <p>{task.text}</p>
        <p class="quiet">{aboutTask(task, lang)}</p>
        {served !== "" && (
          <p>
            <a href={servedHref}>{served}</a>
          </p>
        )}
      </div>
      <div class="roll-up-state">
        {task.total > 0 && <Progress counts={task} lang={lang} isShort />}
        <Standing task={task} isIssuer={isIssuer} lang={lang} />
      </div>
      {rows.length > 0 && (
        <details class="roll-up-bodies" open={isOpen}>
          <summary>{t.bodiesOf(formatNumber(new Set(rows.map((row) => row.bodyId)).size, lang))}</summary>
          <ul>
            {lateFirst(rows, today).map((row) => (
              <li>
                <a href={paths.assignment(row.id)}>{row.bodyName}</a>{" "}
                {row.period !== null && <span class="quiet">{words[lang].work.period(row.period)} </span>}
                <StateTag state={row.state} lang={lang} />{" "}
                <span class="quiet">
                  <Due row={row} today={today} lang={lang} />
                  {row.percent > 0 && ` · ${formatPercent(row.percent / 100, lang)}`}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  )
}

function aboutTask(task: TaskRollUp, lang: Frame["lang"]): string {
  const t = rollUpWords[lang]
  const every: Readonly<Record<string, string>> = t.every
  const due =
    task.periodEvery !== null
      ? every[task.periodEvery]
      : task.dueOn === null
        ? t.noDue
        : t.due(formatDate(task.dueOn, lang))
  const others = [...task.coordinating, ...task.coordinateWords]
  return [due, others.length === 0 ? null : t.coordinating(others.join("; "))]
    .filter((part) => part != null)
    .join(" · ")
}

function Standing({ task, isIssuer, lang }: Pick<LineProps, "task" | "isIssuer" | "lang">) {
  const t = rollUpWords[lang]
  if (task.late > 0) return <Tag tone="late">{t.late(formatNumber(task.late, lang))}</Tag>
  // Seen without an assignment: by a body that the letter names to coordinate with.
  if (task.total === 0) return isIssuer ? null : <Tag tone="brand">{words[lang].parts.coordinate}</Tag>
  if (task.dueOn === null && task.periodEvery === null && shareOf(task) < 1) return null
  return <Tag tone="good">{shareOf(task) === 1 ? t.allDone : t.onTime}</Tag>
}

/** Past its day and not done, longest first; the rest as the letter names them. */
function lateFirst(rows: readonly TaskBodyRow[], today: string): TaskBodyRow[] {
  const isDone = (row: TaskBodyRow) => ["done", "accepted", "withdrawn"].includes(row.state)
  const key = (row: TaskBodyRow) =>
    !isDone(row) && row.dueOn !== null && row.dueOn < today ? row.dueOn : "9999"
  return [...rows].sort((one, other) => key(one).localeCompare(key(other)))
}

/** The frame of every view of one directive: what it says in one sentence, and the ways to see it. */
export function DirectiveFrame({
  frame,
  rollUp,
  seen,
  children,
}: DirectiveView & { seen: Seen; children?: Child }) {
  const { lang } = frame
  const t = rollUpWords[lang]
  const { head } = rollUp
  const tabs: readonly [Seen, string, string][] = [
    ["letter", paths.directive(head.id), t.tabs.letter],
    ["bodies", paths.directiveBodies(head.id), t.tabs.bodies],
    ["areas", paths.directiveAreas(head.id), t.tabs.areas],
    ["words", paths.directiveLetter(head.id), t.tabs.words],
  ]
  return (
    <Layout
      {...frame}
      title={titleOf(rollUp, lang)}
      current={paths.directives}
      crumbs={[{ href: paths.directives, label: words[lang].nav.directives }, { label: nameOf(head) }]}
      lead={
        <>
          <p>{head.subject}</p>
          <p class="quiet">
            {t.asOf(formatDate(rollUp.today, lang))}. {!rollUp.isIssuer && t.mineOnly}{" "}
            <a href={`${paths.directive(head.id)}?in=1`}>{t.print}</a> ·{" "}
            <a href={paths.directiveExport(head.id, "csv")} download>
              CSV
            </a>{" "}
            ·{" "}
            <a href={paths.directiveExport(head.id, "xlsx")} download>
              XLSX
            </a>
          </p>
        </>
      }
      hasLetter={seen === "words"}
    >
      <Tabs
        label={t.tabs.label}
        tabs={tabs
          .filter(([key]) => rollUp.isIssuer || key === "letter" || key === "words")
          .map(([key, href, label]) => ({ href, label, isCurrent: key === seen }))}
      />
      {children}
    </Layout>
  )
}

function titleOf({ head, tasks, bodies, isIssuer }: RollUp, lang: Frame["lang"]): string {
  const t = rollUpWords[lang]
  const sum = sumOf(tasks)
  const percent = formatPercent(shareOf(sum), lang)
  const name = head.number === null || head.number === "" ? firstUpper(head.kind) : nameOf(head)
  const lateBodies = bodies.filter((body) => body.late > 0).length
  if (!isIssuer && sum.total === 0) return t.titleCoordinate(name)
  if (!isIssuer)
    return sum.late > 0
      ? t.titleMineLate(name, percent, formatNumber(sum.late, lang))
      : t.titleMine(name, percent)
  return lateBodies > 0 ? t.titleLate(name, percent, formatNumber(lateBodies, lang)) : t.title(name, percent)
}

const firstUpper = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1)

function Facts({ rollUp, lang }: { rollUp: RollUp; lang: Frame["lang"] }) {
  const { head } = rollUp
  const t = rollUpWords[lang].facts
  const { signer } = head
  const facts: Definition[] = [
    { term: t.subject, value: head.subject },
    { term: t.issuer, value: head.issuerName },
    { term: t.dated, value: head.datedOn === null ? "" : formatDay(head.datedOn, lang) },
    { term: t.issuedOn, value: formatDate(head.issuedOn, lang) },
    {
      term: t.references,
      value: head.references
        .map((one) =>
          [one.number, dayOf(one.date, lang), one.issuer].filter((part) => part !== null).join(", "),
        )
        .join("; "),
    },
    {
      term: t.signer,
      value: [signer.authority, signer.position, signer.name].filter((part) => part != null).join(" "),
    },
    { term: t.addressees, value: head.addressees.join("; ") },
    { term: t.recipients, value: head.recipients.join("; ") },
  ]
  const original: Definition[] =
    head.originalName === null
      ? []
      : [{ term: t.original, value: <a href={paths.original(head.id)}>{head.originalName}</a> }]
  return (
    <Card title={t.title}>
      <DefinitionList items={[...facts.filter((fact) => fact.value !== ""), ...original]} />
    </Card>
  )
}

/** A reference may name only a month or a year: then it is shown as it was read. */
function dayOf(date: string | null, lang: Frame["lang"]): string | null {
  return date !== null && parseLocalDate(date) !== null ? formatDay(date, lang) : date
}

/** The letter as it was read, each task marked and leading to where it stands. */
export function letterPage({ frame, rollUp, text }: DirectiveView & { text: string }) {
  const t = rollUpWords[frame.lang]
  return (
    <DirectiveFrame frame={frame} rollUp={rollUp} seen="words">
      <p class="quiet">{t.letterHint}</p>
      <LetterPaper
        text={text}
        label={t.letterLabel}
        tasks={rollUp.tasks}
        hrefOf={(taskId) => `${paths.directive(rollUp.head.id)}#nv-${taskId}`}
      />
    </DirectiveFrame>
  )
}
