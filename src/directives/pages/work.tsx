/** My work: the tasks of my body, nearest deadline first, so that what is late leads. */
import { formatDate, formatNumber, formatPercent } from "../../kernel/format.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import type { Waiting } from "../../kernel/http/waiting.ts"
import {
  Banner,
  Button,
  Card,
  type Column,
  DataTable,
  DueTag,
  EmptyState,
  Field,
  Layout,
  type ListState,
  Tabs,
} from "../../kernel/ui/index.ts"
import type { Lang } from "../../kernel/words.ts"
import type { WorkList } from "../actions/reading.ts"
import { type State, states } from "../domain/life.ts"
import { isWorking } from "../domain/progress.ts"
import { unreadMax } from "../domain/reminding.ts"
import { shortened } from "../domain/shortened.ts"
import { paths } from "../paths.ts"
import { words } from "../words.ts"
import { StateTag } from "./state-tag.tsx"

export type Whose = "body" | "mine" | "issued"
export type WorkView = {
  frame: Frame
  list: WorkList
  state: ListState<"q" | "tt">
  whose: Whose
  mayImport: boolean
}
type Row = WorkList["rows"][number]

export function workPage(asked: WorkView) {
  const view = withLateIssued(asked)
  const { frame, list, state, whose } = view
  const t = words[frame.lang]
  return (
    <Layout {...frame} title={titleOf(view)} current={paths.work} lead={formatDate(list.today, frame.lang)}>
      {list.counts.unread > 0 && (
        <Banner tone="soon" title={unreadOf(list.counts.unread, frame.lang)}>
          <a href={paths.reminders}>{t.work.openReminders}</a>
        </Banner>
      )}
      <Elsewhere waiting={list.waiting} lang={frame.lang} />
      <Tabs
        label={t.work.tabs}
        tabs={(["body", "mine", "issued"] as const).map((one) => ({
          href: tabHref(one),
          label: t.work[one],
          isCurrent: one === whose,
        }))}
      />
      <Narrowed view={view} />
      <DataTable
        caption={t.work.caption}
        quietCaption
        columns={columnsOf(view)}
        rows={list.rows}
        state={state}
        total={list.counts.matching}
        filters={<Filters lang={frame.lang} />}
        exports={(["csv", "xlsx"] as const).map((format) => ({
          label: format.toUpperCase(),
          path: paths.workExport(format),
        }))}
        empty={<Nothing view={view} />}
      />
    </Layout>
  )
}

/** Whoever gave work to others sees what of it is late on the first page of the day. */
function withLateIssued(view: WorkView): WorkView {
  const { list, whose, frame } = view
  if (list.lateIssued === 0 || whose === "issued") return view
  const text = words[frame.lang].work.lateIssued(formatNumber(list.lateIssued, frame.lang))
  const mine: Waiting = { tone: "late", href: paths.lateWork(), text }
  return { ...view, list: { ...list, waiting: [mine, ...list.waiting] } }
}

function unreadOf(count: number, lang: Lang): string {
  const t = words[lang].work
  const said = formatNumber(Math.min(count, unreadMax), lang)
  return t.reminders(count > unreadMax ? t.over(said) : said)
}

/** What waits at the other desks: a line each, the most urgent first. */
function Elsewhere({ waiting, lang }: { waiting: readonly Waiting[]; lang: Lang }) {
  if (waiting.length === 0) return null
  return (
    <Card title={words[lang].work.elsewhere}>
      <ul class="waiting">
        {waiting.map((one) => (
          <li class={one.tone}>
            <a href={one.href}>{one.text}</a>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** What matters first: what is late, then what is near, at whichever desk; then how much is open. */
function titleOf({ frame, list }: WorkView): string {
  const { lang } = frame
  const t = words[lang].work
  const { late, soon, open } = list.counts
  const many = (count: number) =>
    count > 10_000 ? t.over(formatNumber(10_000, lang)) : formatNumber(count, lang)
  if (late > 0 && soon > 0) return `${t.late(many(late))}, ${t.soon(many(soon))}`
  if (late > 0) return t.late(many(late))
  const [first] = list.waiting
  if (first?.tone === "late") return first.text
  if (soon > 0) return t.soon(many(soon))
  if (first !== undefined && (open === 0 || first.tone === "soon")) return first.text
  return open > 0 ? t.calm(many(open)) : t.nothing
}

export function tabHref(whose: Whose): string {
  const asked: Readonly<Record<Whose, string>> = { body: "", mine: "?xem=toi", issued: "?xem=da-giao" }
  return `${paths.work}${asked[whose]}`
}

/** The list of one body under one letter, as a board links to it: says so, and leads back to the whole. */
function Narrowed({ view }: { view: WorkView }) {
  const { kept } = view.state
  const row = view.list.rows[0]
  if (row === undefined || (kept["van-ban"] === undefined && kept["co-quan"] === undefined)) return null
  const t = words[view.frame.lang].work
  const about = [
    kept["van-ban"] === undefined ? null : row.directiveName,
    kept["co-quan"] === undefined ? null : row.bodyName,
  ]
  return (
    <p>
      {t.narrowed(about.filter((part) => part !== null).join(", "))} ·{" "}
      <a href={tabHref(view.whose)}>{t.widen}</a>
    </p>
  )
}

function Filters({ lang }: { lang: Lang }) {
  const t = words[lang]
  return (
    <>
      <Field kind="search" name="q" label={t.work.search} hint={t.work.searchHint} />
      <Field
        kind="select"
        name="tt"
        label={t.work.stateFilter}
        empty={t.work.open}
        options={[
          { value: "all", label: t.work.all },
          { value: "late", label: t.work.lateOnly },
          { value: "soon", label: t.work.soonOnly },
          { value: "closed", label: t.work.closed },
          ...states.map((state) => ({ value: state, label: t.states[state] })),
        ]}
      />
    </>
  )
}

function columnsOf({ frame, list, whose }: WorkView): Column<Row>[] {
  const { lang } = frame
  const t = words[lang].work
  const doer: Column<Row>[] =
    whose === "issued" ? [{ key: "co-quan", label: t.doer, cell: (row) => row.bodyName }] : []
  return [
    { key: "viec", label: t.task, heading: true, cell: (row) => <TaskCell row={row} lang={lang} /> },
    ...doer,
    {
      key: "han",
      label: t.due,
      sortable: true,
      cell: (row) => <Due row={row} today={list.today} lang={lang} />,
    },
    { key: "tt", label: t.state, cell: (row) => <StateTag state={row.state} lang={lang} /> },
    {
      key: "tien-do",
      label: t.progress,
      sortable: true,
      numeric: true,
      cell: (row) => formatPercent(row.percent / 100, lang),
    },
  ]
}

const rowCharsMax = 160

function TaskCell({ row, lang }: { row: Row; lang: Lang }) {
  const t = words[lang].work
  const more = [
    row.directiveName,
    row.period === null ? null : t.period(row.period),
    row.handlerName === null ? null : t.handler(row.handlerName),
  ]
  return (
    <>
      <a href={paths.assignment(row.id)}>
        {row.taskPath !== "" && `${row.taskPath} `}
        {shortened(row.taskText, rowCharsMax)}
      </a>
      <p class="quiet">{more.filter((part) => part !== null).join(" · ")}</p>
    </>
  )
}

export function Due({
  row,
  today,
  lang,
}: {
  row: { dueOn: string | null; state: State }
  today: string
  lang: Lang
}) {
  if (row.dueOn === null) return <span class="quiet">{words[lang].work.noDue}</span>
  return (
    <>
      {formatDate(row.dueOn, lang)} {isWorking(row.state) && <DueTag dueOn={row.dueOn} today={today} />}
    </>
  )
}

function Nothing({ view }: { view: WorkView }) {
  const t = words[view.frame.lang].work
  switch (view.whose) {
    case "body":
      return (
        <EmptyState
          title={t.empty}
          {...(view.mayImport ? { action: <Button href={paths.importing}>{t.toImport}</Button> } : {})}
        >
          {t.emptyHint}
        </EmptyState>
      )
    case "mine":
      return (
        <EmptyState title={t.emptyMine} action={<Button href={tabHref("body")}>{t.toBody}</Button>}>
          {t.emptyMineHint}
        </EmptyState>
      )
    case "issued":
      return (
        <EmptyState
          title={t.emptyIssued}
          {...(view.mayImport ? { action: <Button href={paths.importing}>{t.toImport}</Button> } : {})}
        >
          {t.emptyIssuedHint}
        </EmptyState>
      )
  }
}
