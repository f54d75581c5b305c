/** `/thong-bao-noi-dung`: complaints and notices of the body. */
import { formatDate, formatInstant } from "../../kernel/format.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import { type Column, DataTable, EmptyState, Layout } from "../../kernel/ui/index.ts"
import type { Lang } from "../../kernel/words.ts"
import { childPaths } from "../children/paths.ts"
import { childWords } from "../children/words.ts"
import { reviewDueAt } from "../domain/review.ts"
import { paths } from "../paths.ts"
import type { ListedNotice } from "../store/notices.ts"
import { words } from "../words.ts"
import { StateTag } from "./state-tag.tsx"

export function noticesPage({ frame, rows }: { frame: Frame; rows: readonly ListedNotice[] }) {
  const { lang } = frame
  const t = words[lang]
  const open = rows.filter(({ state }) => state !== "reversed" && state !== "refused" && state !== "answered")
  const columns: Column<ListedNotice>[] = [
    {
      key: "noi-dung",
      label: t.columns.what,
      heading: true,
      cell: (row) => (
        <a href={paths.notice(row.id)}>{row.url.length > 60 ? `${row.url.slice(0, 59)}…` : row.url}</a>
      ),
    },
    { key: "tinh-hinh", label: t.columns.state, cell: (row) => <StateTag row={row} lang={lang} /> },
    { key: "nhan", label: t.columns.filed, cell: (row) => formatInstant(row.filedAt, lang) },
    { key: "han", label: t.columns.due, cell: (row) => dueOf(row, lang) },
  ]
  return (
    <Layout
      {...frame}
      title={rows.length === 0 ? t.none : t.title(t.count(open.length))}
      lead={t.lead}
      current={paths.notices}
    >
      <p>
        <a href={childPaths.alerts}>{childWords[lang].list}</a>
      </p>
      {rows.length === 0 ? (
        <EmptyState title={t.none}>{t.noneHow}</EmptyState>
      ) : (
        <DataTable caption={t.caption} quietCaption columns={columns} rows={rows} />
      )}
    </Layout>
  )
}

/** The review of what went out at once comes before every other term. */
function dueOf(row: ListedNotice, lang: Lang): string {
  const { dueAt, askedOn, stoppedAt } = row
  const review = reviewDueAt(row)
  if (review !== null) return words[lang].one.reviewBy(formatInstant(review, lang))
  if (stoppedAt !== null) return words[lang].one.stopped
  if (dueAt !== null) return formatInstant(dueAt, lang)
  return askedOn === null ? "" : formatDate(askedOn, lang)
}
