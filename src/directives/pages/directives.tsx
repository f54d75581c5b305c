/** The list of directives: those my body issued and those that give it work, newest first. */
import { formatDay, formatNumber } from "../../kernel/format.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import {
  Actions,
  Button,
  type Column,
  DataTable,
  EmptyState,
  Field,
  Layout,
  type ListState,
} from "../../kernel/ui/index.ts"
import type { Lang } from "../../kernel/words.ts"
import type { DirectiveList } from "../actions/roll-up.ts"
import { paths } from "../paths.ts"
import { rollUpWords } from "../words-roll-up.ts"
import { Progress } from "./progress.tsx"

export type DirectivesView = {
  frame: Frame
  list: DirectiveList
  state: ListState<"q" | "pv">
  mayImport: boolean
}
type Row = DirectiveList["rows"][number]

export function directivesPage({ frame, list, state, mayImport }: DirectivesView) {
  const { lang } = frame
  const t = rollUpWords[lang].list
  const late = list.rows.reduce((sum, row) => sum + row.late, 0)
  const count = formatNumber(list.total, lang)
  const importing = mayImport ? <Button href={paths.importing}>{t.import}</Button> : undefined
  return (
    <Layout
      {...frame}
      title={late > 0 ? t.titleLate(count, formatNumber(late, lang)) : t.title(count)}
      current={paths.directives}
    >
      {importing !== undefined && list.rows.length > 0 && <Actions>{importing}</Actions>}
      <DataTable
        caption={t.caption}
        quietCaption
        columns={columnsOf(lang)}
        rows={list.rows}
        state={state}
        total={list.total}
        filters={
          <>
            <Field kind="search" name="q" label={t.search} hint={t.searchHint} />
            <Field
              kind="select"
              name="pv"
              label={t.side}
              empty={t.all}
              options={[
                { value: "ban-hanh", label: t.issued },
                { value: "nhan", label: t.received },
              ]}
            />
          </>
        }
        exports={(["csv", "xlsx"] as const).map((format) => ({
          label: format.toUpperCase(),
          path: paths.directivesExport(format),
        }))}
        empty={
          <EmptyState title={t.none} {...(importing === undefined ? {} : { action: importing })}>
            {mayImport ? t.noneHint : t.noneHintReader}
          </EmptyState>
        }
      />
    </Layout>
  )
}

function columnsOf(lang: Lang): Column<Row>[] {
  const t = rollUpWords[lang].list
  return [
    {
      key: "ten",
      label: t.name,
      heading: true,
      sortable: true,
      cell: (row) => (
        <>
          <a href={paths.directive(row.id)}>{row.name === "" ? t.noNumber(row.kind) : row.name}</a>
          <p class="quiet">{row.subject}</p>
        </>
      ),
    },
    { key: "co-quan", label: t.issuer, cell: (row) => row.issuerName },
    { key: "ngay", label: t.issuedOn, sortable: true, cell: (row) => formatDay(row.issuedOn, lang) },
    {
      key: "tien-do",
      label: t.progress,
      cell: (row) => (
        <Progress counts={{ ...row, done: row.done - row.closed, accepted: row.closed }} lang={lang} />
      ),
    },
  ]
}
