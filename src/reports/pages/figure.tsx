import { casePaths } from "../../cases/index.ts"
import { directivePaths } from "../../directives/index.ts"
import { formatDay, formatNumber } from "../../kernel/format.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import { Banner, Card, type Column, DataTable, Layout, type ListState } from "../../kernel/ui/index.ts"
import { signalPaths } from "../../signals/index.ts"
import type { FigureOpened } from "../actions/figures.ts"
import { paths } from "../paths.ts"
import { nameOfPeriod } from "../period-name.ts"
import { words } from "../words.ts"
import { bareValue, capital, figureName, figureValue } from "./values.ts"

type Lang = Frame["lang"]
type Row = FigureOpened["rows"][number]
export type FigureView = {
  frame: Frame
  opened: FigureOpened
  state: ListState
  /** Which records the officer's role opens at all. */
  may: Readonly<Record<Row["kind"], boolean>>
}

/** One figure: how it is counted, by body, and the records that this officer may open. */
export function figurePage({ frame, opened, state, may }: FigureView) {
  const { lang } = frame
  const t = words[lang].figure
  const { definition, value } = opened.figure
  const { label } = opened.window.period
  const isRoleOpen = opened.rows.every((row) => may[row.kind])
  return (
    <Layout
      {...frame}
      title={t.title(figureName(definition, lang), figureValue(definition, value, lang))}
      current={paths.figures}
      crumbs={[
        { href: paths.period(label, opened.scope), label: capital(nameOfPeriod(opened.window.period, lang)) },
        { label: definition.id },
      ]}
      lead={words[lang].figures.window(
        formatDay(opened.window.from, lang),
        formatDay(opened.window.to, lang),
      )}
    >
      <Card title={t.how}>
        <p>{lang === "vi" ? definition.question : definition.questionEn}</p>
        <p>{[definition.definition, definition.note].filter(Boolean).join(". ")}</p>
        <p class="quiet">{t.source(words[lang].figures.sources[opened.figure.source])}</p>
      </Card>
      <WhoOpens opened={opened} isRoleOpen={isRoleOpen} lang={lang} />
      {opened.byBody.length > 0 && (
        <DataTable caption={t.byBody} columns={bodyColumns(opened, lang)} rows={opened.byBody} />
      )}
      {isRoleOpen && opened.rows.length > 0 && (
        <DataTable
          caption={t.caption}
          columns={recordColumns(opened, lang)}
          rows={opened.rows}
          state={state}
          total={opened.open}
        />
      )}
    </Layout>
  )
}

function WhoOpens(props: { opened: FigureOpened; isRoleOpen: boolean; lang: Lang }) {
  const { opened, isRoleOpen, lang } = props
  const t = words[lang].figure
  const { source } = opened.figure
  if (source === "bodies") return <Banner title={t.fromBodies} />
  if (source === "none") return <Banner tone="soon" title={t.fromNowhere} />
  if (opened.records === 0) return null
  const title = t.counted(formatNumber(opened.records, lang))
  const closed = opened.records - opened.open
  const said = !isRoleOpen
    ? t.notYourRole
    : closed <= 0
      ? t.openAll
      : opened.open === 0
        ? t.openNone
        : t.openSome(formatNumber(opened.open, lang), formatNumber(closed, lang))
  return <Banner title={title}>{said}</Banner>
}

function recordColumns(opened: FigureOpened, lang: Lang): Column<Row>[] {
  const t = words[lang].figure
  const { definition } = opened.figure
  return [
    {
      key: "ban-ghi",
      label: t.columns.record,
      heading: true,
      cell: (row) => {
        const text = t.of(t.kinds[row.kind], formatDay(row.day, lang))
        return row.id === null ? text : <a href={hrefOf(row.kind, row.id)}>{text}</a>
      },
    },
    { key: "loai", label: t.columns.part, cell: (row) => words[lang].parts[row.part] ?? row.part },
    { key: "co-quan", label: t.columns.body, cell: (row) => row.byBodyName },
    ...(hasAmounts(definition)
      ? [
          {
            key: "so",
            label: t.columns.amount,
            numeric: true,
            cell: (row: Row) => bareValue(definition, row.amount, lang),
          },
        ]
      : []),
  ]
}

const hasAmounts = ({ counts }: FigureOpened["figure"]["definition"]) =>
  counts === "sum" || counts === "median"

function bodyColumns(opened: FigureOpened, lang: Lang): Column<FigureOpened["byBody"][number]>[] {
  const t = words[lang].figure
  const { definition } = opened.figure
  return [
    { key: "co-quan", label: t.columns.body, heading: true, cell: (row) => row.name },
    {
      key: "ban-ghi",
      label: t.columns.records,
      numeric: true,
      cell: (row) => formatNumber(row.records, lang),
    },
    ...(definition.counts === "sum"
      ? [
          {
            key: "so",
            label: t.columns.amount,
            numeric: true,
            cell: (row: FigureOpened["byBody"][number]) => figureValue(definition, row.amount, lang),
          },
        ]
      : []),
  ]
}

function hrefOf(kind: Row["kind"], id: string): string {
  switch (kind) {
    case "signal":
      return signalPaths.signal(id)
    case "case":
      return casePaths.case(id)
    case "directive":
      return directivePaths.directive(id)
    case "assignment":
      return directivePaths.assignment(id)
  }
}
