/** How many tips about networks lie at the desks of communes, and since when: for the lead department. */
import { formatInstant, formatNumber } from "../../kernel/format.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import { type Column, DataTable, EmptyState, Layout } from "../../kernel/ui/index.ts"
import { paths } from "../paths.ts"
import type { DeskOfPlace } from "../store/desks.ts"
import { placeDeskWords } from "../words-desks.ts"
import { navWords } from "../words-nav.ts"

export function desksPage({ frame, rows }: { frame: Frame; rows: readonly DeskOfPlace[] }) {
  const { lang } = frame
  const t = placeDeskWords[lang]
  const columns: Column<DeskOfPlace>[] = [
    { key: "noi", label: t.columns.body, heading: true, cell: (row) => row.bodyName },
    { key: "mo", label: t.columns.open, numeric: true, cell: (row) => formatNumber(row.open, lang) },
    {
      key: "chua",
      label: t.columns.untouched,
      numeric: true,
      cell: (row) => formatNumber(row.untouched, lang),
    },
    {
      key: "tu",
      label: t.columns.oldest,
      cell: (row) => (row.oldestAt === null ? "" : formatInstant(row.oldestAt, lang)),
    },
  ]
  return (
    <Layout
      {...frame}
      title={t.title}
      current={paths.signals}
      crumbs={[{ href: paths.signals, label: navWords[lang].signals }, { label: t.title }]}
      lead={t.lead}
    >
      {rows.length === 0 ? (
        <EmptyState title={t.none} />
      ) : (
        <DataTable caption={t.caption} quietCaption columns={columns} rows={rows} />
      )}
    </Layout>
  )
}
