/** A list of assets: the form, what would be taken, what was. */
import { formatNumber } from "../../kernel/format.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import { shapeLimits } from "../../kernel/shapes/shapes.ts"
import { draftsIn, Layout, ListImport, listImportWords } from "../../kernel/ui/index.ts"
import type { Lang } from "../../kernel/words.ts"
import type { ImportPreview } from "../actions/importing.ts"
import { type ImportLine, importLinesMax } from "../domain/import.ts"
import { paths } from "../paths.ts"
import type { ImportRow } from "../store/assets.ts"
import { words } from "../words.ts"
import { assetWords } from "../words-asset.ts"
import { assetListWords } from "../words-asset-list.ts"
import { shapeSaid } from "./cell.ts"

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
  const t = assetListWords[lang]
  const n = (count: number) => formatNumber(count, lang)
  const lines =
    preview?.lines.map((one) => {
      const title = `${one.code} ${one.name}`
      return "fault" in one
        ? { line: one.line, title, fault: t.faults[one.fault] }
        : { line: one.line, title, about: aboutOf(one.draft, preview, lang), draft: one.draft }
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
        how={
          <>
            <p>{t.how(n(importLinesMax))}</p>
            <p>
              {t.shapes} {t.examples}{" "}
              {shapeExamples.map(([format, label], at) => (
                <>
                  {at > 0 && ", "}
                  <a href={paths.shapesExample(format)} download>
                    {label}
                  </a>
                </>
              ))}
            </p>
          </>
        }
        files={{ accept: ".csv,.xlsx,.geojson,.json,.kml", bytesMax: shapeLimits.bytes }}
        {...(preview?.isShapes === true ? { columnLine: t.thing } : {})}
        columnTitle={all.columns.code}
        take={t.take}
        preview={preview === null ? null : { fileName: preview.fileName, unused: preview.unused, lines }}
        error={error}
        past={past}
        told={told}
      />
    </Layout>
  )
}

const shapeExamples = [
  ["geojson", "GeoJSON"],
  ["kml", "KML"],
] as const

/** What was understood of a line: its kind, its commune, a point or a line of so many. */
function aboutOf(
  { kind, areaCode, shape }: Extract<ImportLine, { draft: unknown }>["draft"],
  { areas }: ImportPreview,
  lang: Lang,
): string {
  const t = assetWords[lang]
  const place = shape === null ? t.noPlace : shapeSaid(shape, lang)
  return [t.kinds[kind], areas.get(areaCode) ?? areaCode, place].join(" · ")
}
