/** A list of assets: the form, what would be taken, what was. */
import { formatInstant, formatNumber } from "../../kernel/format.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import { Actions, Banner, Button, Card, DataTable, Form, Layout, Tag, Upload } from "../../kernel/ui/index.ts"
import type { ImportPreview } from "../actions/importing.ts"
import { type ImportLine, importBytesMax, importLinesMax } from "../domain/import.ts"
import { paths } from "../paths.ts"
import type { ImportRow } from "../store/assets.ts"
import { words } from "../words.ts"
import { assetWords } from "../words-asset.ts"

export type ImportingView = {
  frame: Frame
  preview: ImportPreview | null
  error: string | null
  past: readonly ImportRow[]
  /** What just happened: so many were taken, or taken back. */
  told: string | null
}

export function importingPage({ frame, preview, error, past, told }: ImportingView) {
  const { lang } = frame
  const all = assetWords[lang]
  const t = all.list
  const good = preview?.lines.flatMap((one) => ("draft" in one ? [one.draft] : [])) ?? []
  const n = (count: number) => formatNumber(count, lang)
  const columns = [
    { key: "dong", label: t.line, numeric: true, cell: (one: ImportLine) => n(one.line) },
    {
      key: "ma",
      label: all.columns.code,
      heading: true,
      cell: (one: ImportLine) => `${one.code} ${one.name}`,
    },
    {
      key: "ket-qua",
      label: t.outcome,
      cell: (one: ImportLine) =>
        "fault" in one ? <Tag tone="late">{t.faults[one.fault]}</Tag> : <Tag tone="good">{t.ready}</Tag>,
    },
  ]
  return (
    <Layout
      {...frame}
      url={paths.importing}
      title={preview === null ? t.title : t.previewOf(n(good.length), n(preview.lines.length))}
      current={paths.incidents}
      crumbs={[
        { href: paths.incidents, label: words[lang].nav },
        { href: paths.assets, label: all.crumb },
        { label: t.title },
      ]}
      scripts={["upload.js"]}
    >
      {told !== null && <Banner isAnswer tone="good" title={told} />}
      {preview !== null && (
        <>
          <p class="measure">{t.notYet}</p>
          {preview.unused.length > 0 && (
            <Banner tone="soon" title={t.unused(preview.unused.map((one) => `“${one}”`).join(", "))} />
          )}
          {good.length > 0 && (
            <Form
              id="ghi"
              action={paths.importTaking}
              hidden={{ fileName: preview.fileName, drafts: JSON.stringify(good) }}
            >
              <Actions>
                <Button>{t.take(n(good.length))}</Button>
              </Actions>
            </Form>
          )}
          <DataTable caption={t.title} quietCaption columns={columns} rows={preview.lines} />
        </>
      )}
      <div class="measure">
        <Form action={paths.importing} id="ds" errors={error === null ? {} : { file: error }} multipart>
          <p>{t.how(n(importLinesMax))}</p>
          <p>
            <a href={paths.importExample} download>
              {t.example}
            </a>
          </p>
          <Upload name="file" label={t.file} bytesMax={importBytesMax} accept=".csv,.xlsx" />
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
                  <Form id={`hoan-tac-${one.id}`} action={paths.importUndo(one.id)}>
                    <Button look="plain">{t.undo}</Button>
                  </Form>
                )}
              </li>
            ))}
          </ul>
        </Card>
      )}
    </Layout>
  )
}
