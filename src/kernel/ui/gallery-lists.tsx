import type { Lang } from "../words.ts"
import { words } from "./gallery-words.ts"
import {
  Button,
  Card,
  ClockDays,
  type Column,
  DataTable,
  DueTag,
  EmptyState,
  Field,
  listState,
  Split,
  Steps,
  Tag,
  TaskList,
  Timeline,
} from "./index.ts"

type Row = { title: string; body: string; dueOn: string; count: string }

/** Tasks, clocks, what happened, and tables: full, filtered to nothing, and not begun. */
export function GalleryLists({ lang, url, today }: { lang: Lang; url: string; today: string }) {
  const t = words[lang]
  return (
    <>
      <Card title={t.tasks.title}>
        <Tasks lang={lang} today={today} />
      </Card>
      <Card title={t.clock.title}>
        <Road lang={lang} />
      </Card>
      <Split wide>
        <Card title={t.timeline.title}>
          <History lang={lang} />
        </Card>
        <EmptyState title={t.table.none} action={<Button href="#main">{t.table.first}</Button>}>
          {t.table.noneHint}
        </EmptyState>
      </Split>
      <section class="stack">
        <h2>{t.table.title}</h2>
        <Tasked lang={lang} url={url} today={today} />
        <h3>{t.table.noneFound}</h3>
        <DataTable
          id="loc-trong"
          caption={t.table.caption}
          columns={columns(lang, today)}
          rows={[]}
          state={listState("/ui?q=xyz", { filters: ["q"], sorts: ["due"] })}
          filters={<Field kind="search" name="q" label={t.table.search} />}
        />
      </section>
    </>
  )
}

function Tasks({ lang, today }: { lang: Lang; today: string }) {
  const t = words[lang].tasks
  return (
    <TaskList
      today={today}
      items={[
        { href: "#main", number: "1.5", title: t.open, dueOn: null, meta: t.from },
        { href: "#main", number: "2.1", title: t.far, dueOn: "2023-12-15", meta: t.from },
        { href: "#main", number: "1.1", title: t.late, dueOn: "2023-09-13", meta: t.from },
        { href: "#main", number: "1.3", title: t.today, dueOn: "2023-09-15", meta: t.from, isHere: true },
        {
          href: "#main",
          number: "1.2",
          title: t.soon,
          dueOn: "2023-09-18",
          meta: t.from,
          tags: <Tag tone="soon">{t.returned}</Tag>,
        },
        { href: "#main", number: "1.4", title: t.done, dueOn: "2023-08-01", isDone: true, meta: t.from },
      ]}
    />
  )
}

function Road({ lang }: { lang: Lang }) {
  const t = words[lang]
  const off: Record<string, string> = { "2023-07-15": t.clock.saturday, "2023-07-16": t.clock.sunday }
  const days = ["11", "12", "13", "14", "15", "16", "17", "18", "19"].map((day) => {
    const on = `2023-07-${day}`
    const reason = off[on]
    return reason === undefined ? { on, counted: true } : { on, counted: false, reason }
  })
  return (
    <>
      <Steps
        label={t.steps.title}
        steps={[
          { label: t.steps.open, on: "2023-07-03", state: "done" },
          { label: t.steps.verify, on: "2023-07-06", state: "done" },
          { label: t.steps.record, on: "2023-07-10", state: "done" },
          { label: t.steps.decide, on: "2023-07-19", state: "now" },
          { label: t.steps.carry, state: "next" },
          { label: t.steps.close, state: "next" },
        ]}
      />
      <p>{t.clock.rule}</p>
      <ClockDays from="2023-07-10" event={t.clock.event} days={days} dueOn="2023-07-19" today="2023-07-17" />
    </>
  )
}

function History({ lang }: { lang: Lang }) {
  const t = words[lang].timeline
  return (
    <Timeline
      items={[
        { title: t.late, at: "2023-07-12", tone: "late" },
        { title: t.record, by: t.recordBy, at: "2023-07-10T02:40:00Z", note: t.recordNote },
        { title: t.blocked, by: t.blockedBy, at: "2023-07-07", tone: "good" },
        { title: t.merged, at: "2023-07-03", tone: "calm" },
      ]}
    />
  )
}

function Tasked({ lang, url, today }: { lang: Lang; url: string; today: string }) {
  const t = words[lang]
  const rows: Row[] = [
    { title: t.tasks.late, body: t.user.body, dueOn: "2023-09-13", count: "12" },
    { title: t.tasks.soon, body: "Viettel tỉnh Mẫu", dueOn: "2023-09-18", count: "1.284" },
    { title: t.tasks.far, body: "UBND thị xã Mỹ Hào", dueOn: "2023-12-15", count: "0" },
  ]
  return (
    <DataTable
      caption={t.table.caption}
      columns={columns(lang, today)}
      rows={rows}
      total={171}
      state={listState(url, { filters: ["q", "state"], sorts: ["due", "body"], perPage: 3 })}
      filters={
        <>
          <Field kind="search" name="q" label={t.table.search} />
          <Field
            kind="select"
            name="state"
            label={t.table.state}
            empty={t.table.all}
            options={[
              { value: "done", label: t.figures.done },
              { value: "late", label: t.figures.late },
            ]}
          />
        </>
      }
      exports={[
        { label: "CSV", path: "/ui.csv" },
        { label: "XLSX", path: "/ui.xlsx" },
      ]}
    />
  )
}

function columns(lang: Lang, today: string): Column<Row>[] {
  const t = words[lang].table
  return [
    { key: "title", label: t.task, heading: true, cell: (row) => <a href="#main">{row.title}</a> },
    { key: "body", label: t.body, sortable: true, cell: (row) => row.body },
    { key: "due", label: t.due, sortable: true, cell: (row) => <DueTag dueOn={row.dueOn} today={today} /> },
    { key: "count", label: t.figure, numeric: true, cell: (row) => row.count },
  ]
}
