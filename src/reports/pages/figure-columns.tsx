/** The tables of one figure: its parts, its bodies, its records. */
import { awarenessPaths } from "../../awareness/index.ts"
import { casePaths } from "../../cases/index.ts"
import { directivePaths } from "../../directives/index.ts"
import { infrastructurePaths } from "../../infrastructure/index.ts"
import { inspectionPaths } from "../../inspections/index.ts"
import { formatDay, formatNumber } from "../../kernel/format.ts"
import { type Column, type ListState, listHref, Tag } from "../../kernel/ui/index.ts"
import type { Lang } from "../../kernel/words.ts"
import { noticePaths } from "../../notices/index.ts"
import { proposalPaths } from "../../proposals/index.ts"
import { sharingPaths } from "../../sharing/index.ts"
import { signalPaths } from "../../signals/index.ts"
import type { FigureOpened } from "../actions/figure.ts"
import { words } from "../words.ts"
import { bareValue, figureValue } from "./values.ts"

type Row = FigureOpened["rows"][number]
type Part = FigureOpened["byPart"][number]
type Body = FigureOpened["byBody"][number]
type Narrowed = ListState<"loai" | "co-quan">

export function partColumns(opened: FigureOpened, state: Narrowed, lang: Lang): Column<Part>[] {
  const t = words[lang].figure.columns
  const { definition } = opened.figure
  return [
    {
      key: "loai",
      label: t.part,
      heading: true,
      cell: ({ part }) => (
        <a href={listHref(state, { filters: { loai: part }, page: 1 })}>{words[lang].parts[part] ?? part}</a>
      ),
    },
    { key: "ban-ghi", label: t.records, numeric: true, cell: (row) => formatNumber(row.records, lang) },
    ...(hasAmounts(opened)
      ? [
          {
            key: "so",
            label: t.amount,
            numeric: true,
            cell: (row: Part) => figureValue(definition, row.value, lang),
          },
        ]
      : []),
  ]
}

export function bodyColumns(opened: FigureOpened, state: Narrowed, lang: Lang): Column<Body>[] {
  const t = words[lang].figure.columns
  const { definition, source } = opened.figure
  const isCounted = source === "system" || source === "mixed"
  const amount = {
    key: "so",
    label: t.amount,
    numeric: true,
    cell: (row: Body) => figureValue(definition, row.amount, lang),
  }
  return [
    {
      key: "co-quan",
      label: t.body,
      heading: true,
      cell: ({ bodyId, name }) =>
        isCounted ? <a href={listHref(state, { filters: { "co-quan": bodyId }, page: 1 })}>{name}</a> : name,
    },
    ...(isCounted
      ? [
          {
            key: "ban-ghi",
            label: t.records,
            numeric: true,
            cell: (row: Body) => formatNumber(row.records, lang),
          },
        ]
      : []),
    ...(!isCounted || definition.counts !== "records" ? [amount] : []),
    ...(opened.byBody.some(({ own }) => own !== null && own !== undefined)
      ? [
          {
            key: "tu-bao-cao",
            label: t.own,
            numeric: true,
            cell: (row: Body) => <OwnNumber row={row} opened={opened} lang={lang} />,
          },
        ]
      : []),
    ...(opened.byBody.some(({ note }) => note !== null)
      ? [{ key: "ghi-chu", label: t.note, cell: (row: Body) => row.note ?? "" }]
      : []),
  ]
}

/** The body's own number beside its records: never added to them, and asked about where it is another. */
function OwnNumber({ row, opened, lang }: { row: Body; opened: FigureOpened; lang: Lang }) {
  const t = words[lang].figure.columns
  const { definition } = opened.figure
  if (row.own === null || row.own === undefined) return <>–</>
  const said = figureValue(definition, row.own, lang)
  if (row.isOwnOnly === true)
    return (
      <>
        {said} <span class="quiet">{t.counts}</span>
      </>
    )
  const counted = definition.counts === "records" ? row.records : (row.amount ?? 0)
  return (
    <>
      {said} {row.own !== counted && <Tag tone="soon">{t.ask}</Tag>}
    </>
  )
}

export function recordColumns(opened: FigureOpened, lang: Lang): Column<Row>[] {
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
    ...(definition.parts.length > 1
      ? [
          {
            key: "loai",
            label: t.columns.part,
            cell: (row: Row) => words[lang].parts[row.part] ?? row.part,
          },
        ]
      : []),
    { key: "co-quan", label: t.columns.body, cell: (row) => row.byBodyName },
    ...(hasAmounts(opened)
      ? [
          {
            key: "so",
            label: t.columns.amount,
            numeric: true,
            cell: (row: Row) =>
              definition.counts === "share"
                ? t.inTime[Number(row.amount) === 1 ? "yes" : "no"]
                : bareValue(definition, row.amount, lang),
          },
        ]
      : []),
  ]
}

const hasAmounts = ({ figure }: FigureOpened) => ["sum", "median", "share"].includes(figure.definition.counts)

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
    case "warning":
      return sharingPaths.warning(id)
    case "indicator":
      return sharingPaths.indicator(id)
    case "incident":
      return infrastructurePaths.incident(id)
    case "inspection":
      return inspectionPaths.inspection(id)
    case "campaign":
      return awarenessPaths.campaign(id)
    case "course-round":
      return awarenessPaths.round(id)
    case "notice":
      return noticePaths.notice(id)
    case "proposal":
      return proposalPaths.proposal(id)
  }
}
