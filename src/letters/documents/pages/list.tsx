/** The list of outgoing documents. */
import { formatDay } from "../../../kernel/format.ts"
import type { Frame } from "../../../kernel/http/frame.ts"
import {
  Actions,
  Button,
  type Column,
  DataTable,
  EmptyState,
  Field,
  Layout,
  type ListState,
} from "../../../kernel/ui/index.ts"
import type { Lang } from "../../../kernel/words.ts"
import { paths } from "../../paths.ts"
import { shownNumber, states } from "../domain.ts"
import type { ListedDocument } from "../store.ts"
import { words } from "../words.ts"
import { StateTag } from "./state-tag.tsx"

export type ListView = {
  frame: Frame
  rows: readonly ListedDocument[]
  total: number
  state: ListState<"q" | "tt">
  mayDraft: boolean
}

export function listPage({ frame, rows, total, state, mayDraft }: ListView) {
  const { lang } = frame
  const t = words[lang]
  const draft = mayDraft ? <Button href={paths.newDocument}>{t.list.draft}</Button> : null
  return (
    <Layout {...frame} title={t.list.title} current={paths.documents}>
      <Actions>
        {draft !== null && rows.length > 0 && draft}
        <Button href={paths.book} look="second">
          {t.list.book}
        </Button>
      </Actions>
      <DataTable
        caption={t.list.caption}
        quietCaption
        columns={columnsOf(lang)}
        rows={rows}
        state={state}
        total={total}
        filters={
          <>
            <Field kind="search" name="q" label={t.list.search} hint={t.list.searchHint} optional />
            <Field
              kind="select"
              name="tt"
              label={t.list.state}
              empty={t.list.all}
              options={states.map((one) => ({ value: one, label: t.states[one] }))}
              optional
            />
          </>
        }
        empty={
          <EmptyState title={t.list.empty} {...(draft === null ? {} : { action: draft })}>
            {t.list.emptyHint}
          </EmptyState>
        }
      />
    </Layout>
  )
}

function columnsOf(lang: Lang): Column<ListedDocument>[] {
  const t = words[lang]
  return [
    {
      key: "trich-yeu",
      label: t.list.subject,
      heading: true,
      cell: (row) => <a href={paths.document(row.id)}>{row.subject}</a>,
    },
    {
      key: "so",
      label: t.list.number,
      cell: (row) =>
        row.number === null ? (
          <span class="quiet">{t.list.noNumber}</span>
        ) : (
          shownNumber(row.number, row.symbol)
        ),
    },
    {
      key: "ngay",
      label: t.list.day,
      cell: (row) => (row.datedOn === null ? "" : formatDay(row.datedOn, lang)),
    },
    { key: "loai", label: t.list.kind, cell: (row) => t.kinds[row.kind] },
    { key: "tt", label: t.list.state, cell: (row) => <StateTag state={row.state} lang={lang} /> },
    { key: "nguoi", label: t.list.by, cell: (row) => row.draftedName },
  ]
}
