/** A list that is taken in: the form, the preview line by line, earlier lists with the way back. For any slice that imports. */
import type { Child } from "hono/jsx"
import { formatInstant, formatNumber } from "../format.ts"
import { Card } from "./blocks.tsx"
import { Actions, Button, Form } from "./form.tsx"
import { useLang } from "./language.ts"
import { listImportWords } from "./list-import-words.ts"
import { Banner, Tag } from "./notices.tsx"
import { DataTable } from "./table.tsx"
import { Upload } from "./upload.tsx"

export type PastImport = {
  id: string
  fileName: string
  rows: number
  at: string
  byName: string
  undoneAt: string | null
}
/** A line is taken as its draft, or says in words why not. */
export type PreviewLine = { line: number; title: string; about?: string; draft: unknown } | LineAtFault
type LineAtFault = { line: number; title: string; fault: string }

export type ListImportProps = {
  paths: { preview: string; take: string; example: string; undo: (id: string) => string }
  /** The sentences that only the list itself knows: how its file looks, what is taken. */
  how: Child
  columnTitle: string
  /** The heading of the numbers, where they count something else than lines. */
  columnLine?: string
  /** What it takes besides tables, and of how many bytes. */
  files?: { accept: string; bytesMax: number }
  take: (count: string) => string
  preview: { fileName: string; lines: readonly PreviewLine[]; unused: readonly string[] } | null
  error: string | null
  past: readonly PastImport[]
  /** A sentence about what just happened: so many were taken, or taken back. */
  told: string | null
}
/** As many bytes as `takesFiles` of the route lets through. */
export const listBytesMax = 2_000_000

const tables = { accept: ".csv,.xlsx", bytesMax: listBytesMax }

export function ListImport(props: ListImportProps) {
  const { paths, preview, past, error } = props
  const lang = useLang()
  const t = listImportWords[lang]
  const n = (count: number) => formatNumber(count, lang)
  return (
    <>
      {props.told !== null && <Banner isAnswer tone="good" title={props.told} />}
      {preview !== null && <Preview {...props} preview={preview} />}
      <div class="measure">
        <Form action={paths.preview} id="ds" errors={error === null ? {} : { file: error }} multipart>
          {typeof props.how === "string" ? <p>{props.how}</p> : props.how}
          <p>
            <a href={paths.example} download>
              {t.example}
            </a>
          </p>
          <Upload name="file" label={t.file} {...(props.files ?? tables)} />
          <Actions>
            <Button>{t.preview}</Button>
          </Actions>
        </Form>
      </div>
      {past.length > 0 && (
        <Card title={t.past}>
          <ul class="plain stack">
            {past.map((one) => (
              <li>
                {t.pastOf(one.fileName, n(one.rows), formatInstant(one.at, lang), one.byName)}{" "}
                {one.undoneAt !== null ? (
                  <Tag>{t.wasUndone}</Tag>
                ) : (
                  <Form id={`hoan-tac-${one.id}`} action={paths.undo(one.id)}>
                    <Button look="plain">{t.undo}</Button>
                  </Form>
                )}
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  )
}

function Preview(props: ListImportProps & { preview: NonNullable<ListImportProps["preview"]> }) {
  const { preview, columnTitle, columnLine, take, paths } = props
  const lang = useLang()
  const t = listImportWords[lang]
  const drafts = draftsIn(preview.lines)
  const columns = [
    {
      key: "dong",
      label: columnLine ?? t.line,
      numeric: true,
      cell: (one: PreviewLine) => formatNumber(one.line, lang),
    },
    { key: "ten", label: columnTitle, heading: true, cell: (one: PreviewLine) => one.title },
    {
      key: "ket-qua",
      label: t.outcome,
      cell: (one: PreviewLine) =>
        "fault" in one ? (
          <Tag tone="late">{one.fault}</Tag>
        ) : (
          <>
            <Tag tone="good">{t.ready}</Tag>
            {one.about !== undefined && <span class="quiet"> {one.about}</span>}
          </>
        ),
    },
  ]
  return (
    <>
      <p class="measure">{t.notYet}</p>
      {preview.unused.length > 0 && (
        <Banner tone="soon" title={t.unused(preview.unused.map((one) => `“${one}”`).join(", "))} />
      )}
      {drafts.length > 0 && (
        <Form
          id="ghi"
          action={paths.take}
          hidden={{ fileName: preview.fileName, drafts: JSON.stringify(drafts) }}
        >
          <Actions>
            <Button>{take(formatNumber(drafts.length, lang))}</Button>
          </Actions>
        </Form>
      )}
      <DataTable caption={t.preview} quietCaption columns={columns} rows={preview.lines} />
    </>
  )
}

export const draftsIn = (lines: readonly PreviewLine[]): unknown[] =>
  lines.flatMap((one) => ("fault" in one ? [] : [one.draft]))
