/** The book of outgoing documents: one line a number. */
import { formatDay } from "../../../kernel/format.ts"
import type { Frame } from "../../../kernel/http/frame.ts"
import {
  type Column,
  DataTable,
  EmptyState,
  Field,
  Layout,
  type ListState,
} from "../../../kernel/ui/index.ts"
import type { Lang } from "../../../kernel/words.ts"
import { shownNumber } from "../../documents/domain.ts"
import { words } from "../../documents/words.ts"
import { paths } from "../../paths.ts"
import type { BookRow } from "../book.ts"
import { bookWords } from "../words-book.ts"

export type BookView = {
  frame: Frame
  rows: readonly BookRow[]
  total: number
  years: readonly number[]
  state: ListState<"q" | "nam">
}

export function bookPage({ frame, rows, total, years, state }: BookView) {
  const { lang } = frame
  const t = bookWords[lang]
  return (
    <Layout
      {...frame}
      title={t.title}
      current={paths.documents}
      crumbs={[{ href: paths.documents, label: words[lang].nav }, { label: t.title }]}
    >
      <DataTable
        caption={t.caption}
        quietCaption
        columns={columnsOf(lang)}
        rows={rows}
        state={state}
        total={total}
        filters={
          <>
            <Field kind="search" name="q" label={t.search} hint={t.searchHint} optional />
            <Field
              kind="select"
              name="nam"
              label={t.year}
              empty={t.everyYear}
              options={years.map((year) => ({ value: String(year), label: String(year) }))}
              optional
            />
          </>
        }
        exports={(["csv", "xlsx"] as const).map((format) => ({
          label: format.toUpperCase(),
          path: paths.bookExport(format),
        }))}
        empty={<EmptyState title={t.empty}>{t.emptyHint}</EmptyState>}
      />
    </Layout>
  )
}

function columnsOf(lang: Lang): Column<BookRow>[] {
  const t = bookWords[lang]
  return [
    {
      key: "so",
      label: t.number,
      heading: true,
      cell: (row) => {
        const number = shownNumber(row.number, row.symbol)
        return row.documentId === null || row.subject === null ? (
          number
        ) : (
          <a href={paths.document(row.documentId)}>{number}</a>
        )
      },
    },
    { key: "ngay", label: t.day, cell: (row) => formatDay(row.datedOn, lang) },
    {
      key: "loai",
      label: t.kind,
      cell: (row) => (row.kind === null ? "" : words[lang].kinds[row.kind]),
    },
    {
      key: "trich-yeu",
      label: t.subject,
      cell: (row) => row.subject ?? <span class="quiet">{t.closed}</span>,
    },
    { key: "nguoi-ky", label: t.signer, cell: (row) => row.signerName ?? "" },
    { key: "noi-nhan", label: t.recipients, cell: (row) => row.recipients.join("; ") },
  ]
}
