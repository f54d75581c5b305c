/** Plans and conclusions for everybody; on the page of a check, which of them have to be published. */
import { formatDate, formatInstant } from "../../kernel/format.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import type { Sheet } from "../../kernel/http/sheet.ts"
import {
  Actions,
  Button,
  Card,
  DataTable,
  EmptyState,
  Layout,
  type ListState,
  Tag,
} from "../../kernel/ui/index.ts"
import type { Lang } from "../../kernel/words.ts"
import type { CheckReading } from "../actions/reading.ts"
import { paths } from "../paths.ts"
import type { Published } from "../store/publications.ts"
import { words } from "../words.ts"
import { publicWords } from "../words-public.ts"

type View = { frame: Frame; rows: readonly Published[]; total: number; state: ListState }

export function publishedPage({ frame, rows, total, state }: View) {
  const { lang } = frame
  const t = publicWords[lang]
  return (
    <Layout {...frame} url={paths.published} title={t.title} lead={t.lead}>
      {total === 0 ? (
        <EmptyState title={t.none}>{t.lead}</EmptyState>
      ) : (
        <>
          <Actions>
            <Button href={paths.publishedCsv} look="second">
              {t.csv}
            </Button>
          </Actions>
          <DataTable
            caption={t.caption}
            quietCaption
            rows={rows}
            state={state}
            total={total}
            columns={[
              {
                key: "van-ban",
                label: t.columns.what,
                heading: true,
                cell: (row) => `${t.whats[row.what]} ${row.code}`,
              },
              { key: "co-quan", label: t.columns.body, cell: (row) => row.bodyName },
              { key: "doi-tuong", label: t.columns.subject, cell: (row) => row.subject },
              { key: "ngay", label: t.columns.on, cell: (row) => formatDate(row.onDay, lang) },
              {
                key: "noi-dung",
                label: t.columns.text,
                cell: (row) => (
                  <>
                    <span class="quiet">
                      {words[lang].powers[row.power]}, {words[lang].matters[row.matter]}
                    </span>
                    <p>{row.text}</p>
                  </>
                ),
              },
            ]}
          />
        </>
      )}
    </Layout>
  )
}

export function publishedSheet(rows: readonly Published[], lang: Lang): Sheet {
  const t = publicWords[lang]
  return {
    fileName: "cong-khai-kiem-tra",
    title: t.whats.plan,
    columns: Object.values(t.columns).map((label) => ({ label, width: 30 })),
    rows: rows.map((row) => [
      `${t.whats[row.what]} ${row.code}`,
      row.bodyName,
      row.subject,
      row.onDay,
      row.text,
    ]),
  }
}

export function Publication({ reading, lang }: { reading: CheckReading; lang: Lang }) {
  const { due, published } = reading.publishing
  const t = publicWords[lang]
  return (
    <Card title={t.card} id="cong-khai">
      {due.length === 0 && <p class="quiet">{t.nothing}</p>}
      {due.length > 0 && (
        <ul class="plain stack">
          {due.map(({ what, rule, by }) => {
            const done = published.find((one) => one.what === what)
            const basis = rule.verified ? rule.basis : `${rule.basis}, ${words[lang].unverified}`
            return (
              <li>
                {t.must(t.whats[what], basis)}{" "}
                {done === undefined && by !== null && t.before(formatDate(by, lang))}{" "}
                {done !== undefined && <Tag tone="good">{t.done(formatInstant(done.publishedAt, lang))}</Tag>}
              </li>
            )
          })}
        </ul>
      )}
      {published.length > 0 && (
        <p>
          <a href={paths.published}>{t.see}</a>
        </p>
      )}
    </Card>
  )
}
