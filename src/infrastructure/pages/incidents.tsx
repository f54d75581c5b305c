/** The list of incidents. */

import { fieldPaths } from "../../kernel/field/paths.ts"
import { formatInstant, formatMoney, formatNumber } from "../../kernel/format.ts"
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
  type Option,
  Tag,
} from "../../kernel/ui/index.ts"
import { incidentNumber } from "../domain/incident.ts"
import { paths } from "../paths.ts"
import type { IncidentRow } from "../store/incidents.ts"
import { words } from "../words.ts"
import { Rooms } from "./rooms.tsx"

export type IncidentsView = {
  frame: Frame
  rows: readonly IncidentRow[]
  total: number
  places: readonly Option[]
  state: ListState
  mayTell: boolean
}

export const toneOf = { open: "soon", resolved: "good", dismissed: "calm" } as const

export function incidentsPage({ frame, rows, total, places, state, mayTell }: IncidentsView) {
  const { lang } = frame
  const t = words[lang]
  const columns: Column<IncidentRow>[] = [
    {
      key: "so",
      label: t.columns.number,
      heading: true,
      cell: (row) => <a href={paths.incident(row.id)}>{incidentNumber(row.number)}</a>,
    },
    { key: "moi", label: t.columns.happened, cell: (row) => formatInstant(row.happenedAt, lang) },
    { key: "loai", label: t.columns.kind, cell: (row) => t.kinds[row.kind] },
    { key: "noi", label: t.columns.place, cell: (row) => row.areaName },
    { key: "chu", label: t.columns.owner, cell: (row) => row.ownerNames ?? t.unknown },
    {
      key: "thiet-hai",
      label: t.columns.damage,
      numeric: true,
      cell: (row) => (row.damageVnd === null ? t.unknown : formatMoney(row.damageVnd, lang)),
    },
    {
      key: "tinh-trang",
      label: t.columns.state,
      cell: (row) => <Tag tone={toneOf[row.state]}>{t.states[row.state]}</Tag>,
    },
  ]
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
      <Rooms lang={lang} here="incidents" />
      {mayTell && (
        <Actions>
          <Button href={paths.newIncident}>{t.report}</Button>
          <Button look="second" href={fieldPaths.home}>
            {t.field}
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
          exports={(["csv", "xlsx"] as const).map((format) => ({
            label: format.toUpperCase(),
            path: paths.incidentsFile(format),
          }))}
          filters={
            <>
              <Field kind="search" name="tim" label={t.filters.text} />
              <Field
                kind="select"
                name="loai"
                label={t.filters.kind}
                options={options(t.kinds)}
                empty={t.filters.any}
              />
              <Field
                kind="select"
                name="tinh-trang"
                label={t.filters.state}
                options={options(t.states)}
                empty={t.filters.any}
              />
              <Field kind="select" name="noi" label={t.filters.area} options={places} empty={t.filters.any} />
            </>
          }
        />
      )}
    </Layout>
  )
}
