/** What a body handed in, and where each tip stands. */
import { formatInstant, formatNumber } from "../../kernel/format.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import { Actions, Button, DataTable, EmptyState, Layout, type ListState } from "../../kernel/ui/index.ts"
import type { Lang } from "../../kernel/words.ts"
import { spokenIdentifier } from "../catalogue.ts"
import { paths } from "../paths.ts"
import type { SentRow } from "../store/sent.ts"
import { publicStates } from "../words-portal.ts"
import { sentWords } from "../words-sent.ts"

export type SentView = { frame: Frame; rows: readonly SentRow[]; total: number; state: ListState }

export function sentPage({ frame, rows, total, state }: SentView) {
  const { lang } = frame
  const t = sentWords[lang]
  return (
    <Layout
      {...frame}
      title={total === 0 ? t.none : t.title(formatNumber(total, lang))}
      current={paths.sent}
      crumbs={[{ href: paths.newSignal, label: t.report }, { label: t.nav }]}
      lead={t.lead}
    >
      {total === 0 ? (
        <EmptyState title={t.none}>{t.noneHint}</EmptyState>
      ) : (
        <>
          <Actions>
            <Button href={paths.sentExport("csv")} look="second">
              CSV
            </Button>
            <Button href={paths.sentExport("xlsx")} look="second">
              XLSX
            </Button>
          </Actions>
          <DataTable
            caption={t.caption}
            quietCaption
            columns={columnsOf(lang)}
            rows={rows}
            state={state}
            total={total}
          />
        </>
      )}
    </Layout>
  )
}

export const namedIn = ({ named }: SentRow, lang: Lang) =>
  named === null ? sentWords[lang].nothing : spokenIdentifier(named)

function columnsOf(lang: Lang) {
  const t = sentWords[lang]
  return [
    { key: "neu", label: t.named, heading: true, cell: (row: SentRow) => namedIn(row, lang) },
    { key: "luc", label: t.sent, cell: (row: SentRow) => formatInstant(row.receivedAt, lang) },
    { key: "cach", label: t.door, cell: (row: SentRow) => t.doors[row.channel] ?? row.channel },
    {
      key: "tinh-trang",
      label: t.state,
      cell: (row: SentRow) => (
        <>
          {publicStates(lang)[row.state]}
          {row.publicNote !== null && <p class="quiet">{row.publicNote}</p>}
        </>
      ),
    },
    { key: "noi-nhan", label: t.holder, cell: (row: SentRow) => row.holder },
  ]
}
