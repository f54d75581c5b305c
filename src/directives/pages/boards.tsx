/** The clerk's boards: who has received, planned, done, and who is late; by body and by area. Late first. */
import { formatDate, formatDay, formatNumber } from "../../kernel/format.ts"
import { type Column, DataTable, EmptyState, Tag } from "../../kernel/ui/index.ts"
import type { Lang } from "../../kernel/words.ts"
import type { AreaRollUp, BodyRollUp, Counts } from "../actions/roll-up.ts"
import { doneOf } from "../domain/standing.ts"
import { paths } from "../paths.ts"
import { rollUpWords } from "../words-roll-up.ts"
import { DirectiveFrame, type DirectiveView } from "./directive.tsx"

export function bodiesPage({ frame, rollUp }: DirectiveView) {
  const { lang } = frame
  const t = rollUpWords[lang]
  const columns: Column<BodyRollUp>[] = [
    {
      key: "co-quan",
      label: t.board.body,
      heading: true,
      cell: (row) => (
        <>
          <a href={paths.workOf(rollUp.head.id, row.bodyId)}>{row.bodyName}</a>
          {row.givenTo.length > 0 && <span class="quiet"> · {t.board.givenTo(row.givenTo.join(", "))}</span>}
        </>
      ),
    },
    ...countColumns<BodyRollUp>(lang),
    {
      key: "han",
      label: t.board.nearest,
      cell: (row) => (row.nearestDueOn === null ? "" : formatDate(row.nearestDueOn, lang)),
    },
    {
      key: "mo",
      label: t.board.seen,
      cell: (row) =>
        row.seenAt === null ? (
          <span class="quiet">{t.board.notSeen}</span>
        ) : (
          formatDay(row.seenAt.slice(0, 10), lang)
        ),
    },
  ]
  return (
    <DirectiveFrame frame={frame} rollUp={rollUp} seen="bodies">
      <DataTable
        caption={t.board.caption}
        columns={columns}
        rows={rollUp.bodies}
        empty={<EmptyState title={t.noBodies} />}
      />
    </DirectiveFrame>
  )
}

export function areasPage({ frame, rollUp, areas }: DirectiveView & { areas: readonly AreaRollUp[] }) {
  const { lang } = frame
  const t = rollUpWords[lang]
  const worst = areas.find((area) => area.late > 0 && area.name !== null)
  const columns: Column<AreaRollUp>[] = [
    { key: "dia-ban", label: t.board.area, heading: true, cell: (row) => row.name ?? t.wholeProvince },
    {
      key: "so",
      label: t.board.bodies,
      numeric: true,
      cell: (row) => formatNumber(row.bodies, lang),
    },
    ...countColumns<AreaRollUp>(lang),
  ]
  return (
    <DirectiveFrame frame={frame} rollUp={rollUp} seen="areas">
      <p>
        {worst === undefined
          ? t.areaSentence
          : t.areaSentenceLate(worst.name ?? "", formatNumber(worst.late, lang))}
      </p>
      <DataTable
        caption={t.areaCaption}
        columns={columns}
        rows={areas}
        empty={<EmptyState title={t.noBodies} />}
      />
    </DirectiveFrame>
  )
}

function countColumns<Row extends Counts>(lang: Lang): Column<Row>[] {
  const t = rollUpWords[lang].board
  const plain = (key: "sent" | "received" | "planned" | "progressing"): Column<Row> => ({
    key,
    label: t[key],
    numeric: true,
    cell: (row) => formatNumber(row[key], lang),
  })
  return [
    {
      key: "late",
      label: t.late,
      numeric: true,
      cell: (row) => (row.late > 0 ? <Tag tone="late">{formatNumber(row.late, lang)}</Tag> : "0"),
    },
    plain("sent"),
    plain("received"),
    plain("planned"),
    plain("progressing"),
    { key: "done", label: t.done, numeric: true, cell: (row) => formatNumber(doneOf(row), lang) },
    { key: "total", label: t.total, numeric: true, cell: (row) => formatNumber(row.total, lang) },
  ]
}
