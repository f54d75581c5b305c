/** A list of assets: the form, what would be taken, what was. */
import { formatNumber } from "../../kernel/format.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import { draftsIn, Layout, ListImport, listImportWords } from "../../kernel/ui/index.ts"
import type { ImportPreview } from "../actions/importing.ts"
import { importLinesMax } from "../domain/import.ts"
import { paths } from "../paths.ts"
import type { ImportRow } from "../store/assets.ts"
import { words } from "../words.ts"
import { assetWords } from "../words-asset.ts"

export type ImportingView = {
  frame: Frame
  preview: ImportPreview | null
  error: string | null
  past: readonly ImportRow[]
  told: string | null
}

export function importingPage({ frame, preview, error, past, told }: ImportingView) {
  const { lang } = frame
  const all = assetWords[lang]
  const t = all.list
  const n = (count: number) => formatNumber(count, lang)
  const lines =
    preview?.lines.map((one) => {
      const title = `${one.code} ${one.name}`
      return "fault" in one
        ? { line: one.line, title, fault: t.faults[one.fault] }
        : { line: one.line, title, draft: one.draft }
    }) ?? []
  return (
    <Layout
      {...frame}
      url={paths.importing}
      title={
        preview === null
          ? t.title
          : listImportWords[lang].previewOf(n(draftsIn(lines).length), n(lines.length))
      }
      current={paths.incidents}
      crumbs={[
        { href: paths.incidents, label: words[lang].nav },
        { href: paths.assets, label: all.crumb },
        { label: t.title },
      ]}
      scripts={["upload.js"]}
    >
      <ListImport
        paths={{
          preview: paths.importing,
          take: paths.importTaking,
          example: paths.importExample,
          undo: paths.importUndo,
        }}
        how={t.how(n(importLinesMax))}
        columnTitle={all.columns.code}
        take={t.take}
        preview={preview === null ? null : { ...preview, lines }}
        error={error}
        past={past}
        told={told}
      />
    </Layout>
  )
}
