/** A list of the set-up: the form, and each line of the file before it is used. */
import { formatNumber } from "../../kernel/format.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import { Actions, Banner, Button, DataTable, Form, Layout, Tag, Upload } from "../../kernel/ui/index.ts"
import type { AnyLine, ListPreview } from "../actions/lists.ts"
import { type ListKind, listBytesMax } from "../domain/lists.ts"
import { paths } from "../paths.ts"
import { words } from "../words.ts"
import { listWords } from "../words-lists.ts"
import { bare } from "./frame.tsx"

export type ListView = { frame: Frame; kind: ListKind; preview: ListPreview | null; error: string | null }
export const stepOf = (kind: ListKind) => (kind === "units" ? "units" : "chart")

export function ListPage({ frame, kind, preview, error }: ListView) {
  const all = words[frame.lang]
  const t = listWords[frame.lang]
  const good = preview?.lines.flatMap((one) => (one.at === "good" ? [one.row] : [])) ?? []
  const count = (n: number) => formatNumber(n, frame.lang)
  const isWrong = preview !== null && good.length < preview.lines.length
  const step = stepOf(kind)
  return (
    <Layout
      {...bare(frame)}
      noReferrer
      url={paths.list(kind)}
      title={preview === null ? t.titles[kind] : t.preview(count(good.length), count(preview.lines.length))}
      crumbs={[
        { href: paths.setup, label: all.back },
        { href: paths.step(step), label: all.steps[step] },
        { label: t.titles[kind] },
      ]}
    >
      {preview !== null && (
        <>
          {isWrong && <Banner isAnswer tone="soon" title={t.someWrong} />}
          {preview.unused.length > 0 && (
            <Banner tone="soon" title={t.unused(preview.unused.map((one) => `“${one}”`).join(", "))} />
          )}
          <DataTable caption={t.titles[kind]} quietCaption columns={columnsOf(frame)} rows={preview.lines} />
          {good.length > 0 && (
            <Form action={paths.listUse(kind)} id="dung" hidden={{ rows: JSON.stringify(good) }}>
              <Actions>
                <Button>{t.use(count(good.length))}</Button>
              </Actions>
            </Form>
          )}
        </>
      )}
      <div class="measure">
        {preview !== null && <h2>{t.again}</h2>}
        <Form action={paths.list(kind)} id="ds" errors={error === null ? {} : { file: error }} multipart>
          <p>{t.how[kind]}</p>
          <p>
            <a href={paths.listCurrent(kind)} download>
              {t.getCurrent}
            </a>
          </p>
          <Upload name="file" label={t.file} bytesMax={listBytesMax} accept=".csv,.xlsx" />
          <Actions>
            <Button look={preview === null ? "main" : "second"}>{t.send}</Button>
          </Actions>
        </Form>
      </div>
    </Layout>
  )
}

function columnsOf({ lang }: Frame) {
  const t = listWords[lang]
  return [
    { key: "dong", label: t.line, numeric: true, cell: (row: AnyLine) => row.line },
    {
      key: "ten",
      label: t.name,
      heading: true,
      cell: (row: AnyLine) => (row.at === "good" ? row.row.name : row.shown),
    },
    {
      key: "doc",
      label: t.detail,
      cell: (row: AnyLine) => (row.at === "good" ? detailOf(row.row, lang) : ""),
    },
    {
      key: "kq",
      label: t.outcome,
      cell: (row: AnyLine) =>
        row.at === "good" ? (
          <Tag tone="good">{t.good}</Tag>
        ) : (
          <Tag tone="late">{t.faults[row.fault](row.said)}</Tag>
        ),
    },
  ]
}

type GoodRow = Extract<AnyLine, { at: "good" }>["row"]

function detailOf(row: GoodRow, lang: Frame["lang"]): string {
  const t = words[lang].chart
  const parts =
    "code" in row
      ? [row.kind, row.code]
      : "kind" in row
        ? [t.kinds[row.kind], row.unit ?? "", row.groups.join(" | ")]
        : [row.id, t.rules[row.rule]]
  return parts.filter((one) => one !== "").join(", ")
}
