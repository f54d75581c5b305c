/** The list of assets, and as a file. */
import { formatNumber } from "../../kernel/format.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import type { Sheet } from "../../kernel/http/sheet.ts"
import {
  Actions,
  Button,
  type Column,
  DataTable,
  EmptyState,
  Field,
  Layout,
  type ListState,
  type Option,
} from "../../kernel/ui/index.ts"
import type { Lang } from "../../kernel/words.ts"
import { assetNumber } from "../domain/asset.ts"
import { wktOf } from "../domain/shape.ts"
import { paths } from "../paths.ts"
import type { AssetRow } from "../store/assets.ts"
import { words } from "../words.ts"
import { assetWords } from "../words-asset.ts"
import { cellSaid, shapeSaid } from "./cell.ts"
import { Rooms } from "./rooms.tsx"

export type AssetsView = {
  frame: Frame
  rows: readonly AssetRow[]
  total: number
  places: readonly Option[]
  state: ListState
  mayChange: boolean
}

/** The exact place for who may see it, else the cell. */
export function positionSaid(row: AssetRow, lang: Lang): string {
  const t = assetWords[lang]
  return row.shape === null ? (cellSaid(row, lang) ?? t.noPlace) : shapeSaid(row.shape, lang)
}

export function assetsPage({ frame, rows, total, places, state, mayChange }: AssetsView) {
  const { lang } = frame
  const t = assetWords[lang]
  const columns: Column<AssetRow>[] = [
    {
      key: "so",
      label: t.columns.number,
      heading: true,
      cell: (row) => <a href={paths.asset(row.id)}>{assetNumber(row.number)}</a>,
    },
    {
      key: "ma",
      label: t.columns.code,
      cell: (row) => [row.code, row.name].filter((one) => one !== null).join(", ") || "–",
    },
    { key: "loai", label: t.columns.kind, cell: (row) => t.kinds[row.kind] },
    { key: "chu", label: t.columns.owner, cell: (row) => row.bodyName },
    { key: "noi", label: t.columns.area, cell: (row) => row.areaName },
    { key: "vi-tri", label: t.columns.place, cell: (row) => positionSaid(row, lang) },
    { key: "tinh-trang", label: t.columns.state, cell: (row) => t.states[row.state] },
  ]
  const any = words[lang].filters.any
  const options = (of: Readonly<Record<string, string>>) =>
    Object.entries(of).map(([value, label]) => ({ value, label }))
  const isEmpty = total === 0 && !state.isFiltered
  return (
    <Layout
      {...frame}
      title={isEmpty ? t.none : t.title(formatNumber(total, lang))}
      current={paths.incidents}
      lead={t.lead}
    >
      <Rooms lang={lang} here="assets" />
      {mayChange && (
        <Actions>
          <Button href={paths.importing}>{t.import}</Button>
          <Button look="second" href={paths.newAsset}>
            {t.add}
          </Button>
        </Actions>
      )}
      {isEmpty ? (
        <EmptyState title={t.none}>{t.noneHint}</EmptyState>
      ) : (
        <DataTable
          caption={t.caption}
          quietCaption
          columns={columns}
          rows={rows}
          state={state}
          total={total}
          exports={(["csv", "xlsx", "geojson", "kml"] as const).map((format) => ({
            label: format === "geojson" ? "GeoJSON" : format.toUpperCase(),
            path: paths.assetsFile(format),
          }))}
          filters={
            <>
              <Field kind="search" name="tim" label={t.search} />
              <Field
                kind="select"
                name="loai"
                label={t.columns.kind}
                options={options(t.kinds)}
                empty={any}
              />
              <Field kind="select" name="noi" label={t.columns.area} options={places} empty={any} />
              <Field
                kind="select"
                name="tinh-trang"
                label={t.columns.state}
                options={options(t.states)}
                empty={any}
              />
            </>
          }
        />
      )}
    </Layout>
  )
}

/** As the import reads it again; the last column is for people, and says the cell where the place is closed. */
export function assetSheet(rows: readonly AssetRow[], lang: Lang): Sheet {
  const t = assetWords[lang]
  const { columns: h, sheet } = t
  const labels = [
    ...[h.number, sheet.code, sheet.name, h.kind, h.owner, sheet.area, sheet.lat, sheet.lon, "WKT"],
    ...[sheet.address, t.importance, h.state, h.place],
  ]
  return {
    fileName: "tai-san",
    title: t.crumb,
    columns: labels.map((label) => ({ label, width: 20 })),
    rows: rows.map((row) => {
      const [point] = row.shape?.length === 1 ? row.shape : []
      return [
        ...[assetNumber(row.number), row.code, row.name, t.kinds[row.kind], row.bodyName, row.areaName],
        ...[point?.[0] ?? null, point?.[1] ?? null, row.shape === null ? null : wktOf(row.shape), row.place],
        ...[t.criticalities[row.criticality], t.states[row.state], positionSaid(row, lang)],
      ]
    }),
  }
}
