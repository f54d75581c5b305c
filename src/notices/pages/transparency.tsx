/** `/minh-bach`: what was asked of platforms, on which ground, and what came of it; each figure opens to its notices. */

import { inspectionPaths } from "../../inspections/index.ts"
import { formatDay, formatPercent } from "../../kernel/format.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import { Card, type Column, DataTable, DefinitionList, EmptyState, Layout } from "../../kernel/ui/index.ts"
import type { Figures } from "../domain/figures.ts"
import { paths } from "../paths.ts"
import type { PublicRecord } from "../store/notices.ts"
import { words } from "../words.ts"
import { publicWords } from "../words-public.ts"

/** The name of a ground, by its id. */
export type NameOf = (id: string) => string

export function transparencyPage(props: {
  frame: Frame
  figures: Figures
  nameOf: NameOf
  contests: string
  /** Half-years in which a notice was sent, the newest first. */
  halfYears: readonly string[]
}) {
  const { frame, figures, nameOf, contests, halfYears } = props
  const { lang } = frame
  const { transparency: t, count } = publicWords[lang]
  const measures: Readonly<Record<string, string>> = words[lang].measures
  const outcomes: Readonly<Record<string, string>> = words[lang].outcomes
  const named = {
    ground: nameOf,
    measure: (id: string) => measures[id] ?? id,
    platform: (id: string) => id,
    outcome: (id: string) => (id === "" ? t.waiting : (outcomes[id] ?? id)),
  }
  const open = (what: string, value: string, n: number) => (
    <a href={`${paths.records}?${new URLSearchParams({ [what]: value })}`}>{count(n)}</a>
  )
  return (
    <Layout
      {...frame}
      audience="public"
      title={figures.total === 0 ? t.none : t.title(count(figures.total))}
      lead={t.lead}
      current={paths.transparency}
    >
      {figures.total > 0 && (
        <>
          <DefinitionList
            items={[
              { term: t.emergency, value: open("khan-cap", "1", figures.emergency) },
              { term: t.objected, value: open("phan-doi", "1", figures.objected) },
              { term: t.reversed, value: open("rut-lai", "1", figures.reversed) },
              { term: t.share, value: formatPercent(figures.reversed / figures.total, lang) },
              ...(figures.medianHours === null
                ? []
                : [{ term: t.median, value: count(figures.medianHours) }]),
            ]}
          />
          {(["ground", "measure", "platform", "outcome"] as const).map((what) => (
            <Card title={t.by[what]}>
              <ul class="stack">
                {figures.by[what].map(([key, n]) => (
                  <li>
                    {named[what](key)}: {open(what, key, n)}
                  </li>
                ))}
              </ul>
            </Card>
          ))}
        </>
      )}
      <p>
        <a href={paths.records}>{t.records}</a>
      </p>
      <p>
        {t.data}: <a href={paths.recordsCsv}>CSV</a>, <a href={paths.recordsJson}>JSON</a>
      </p>
      {halfYears.map((one) => (
        <p>
          {t.halfYear(one.slice(5), one.slice(0, 4))}: <a href={`${paths.recordsCsv}?ky=${one}`}>CSV</a>,{" "}
          <a href={`${paths.recordsJson}?ky=${one}`}>JSON</a>
        </p>
      ))}
      <p>
        <a href={contests}>{t.contests}</a>
      </p>
      <p class="quiet">{t.how}</p>
      <p>
        <a href={inspectionPaths.published}>{t.inspections}</a>
      </p>
    </Layout>
  )
}

export function recordsPage(props: { frame: Frame; records: readonly PublicRecord[]; nameOf: NameOf }) {
  const { frame, records, nameOf } = props
  const { lang } = frame
  const { transparency: t, count } = publicWords[lang]
  const w = words[lang]
  const outcomeOf = ({ reversed, outcome }: PublicRecord) =>
    reversed ? t.reversed : outcome === null ? t.waiting : w.outcomes[outcome]
  const columns: Column<PublicRecord>[] = [
    { key: "so", label: t.columns.nth, heading: true, cell: (row) => count(row.nth) },
    { key: "ngay", label: t.columns.on, cell: (row) => formatDay(row.sentOn, lang) },
    { key: "can-cu", label: t.columns.ground, cell: (row) => nameOf(row.ground) },
    { key: "bien-phap", label: t.columns.measure, cell: (row) => w.measures[row.measure] },
    { key: "nen-tang", label: t.columns.platform, cell: (row) => row.platform },
    { key: "gio", label: t.columns.hours, numeric: true, cell: (row) => count(row.hoursToDecision) },
    { key: "ket-qua", label: t.columns.outcome, cell: outcomeOf },
    { key: "phan-doi", label: t.columns.objected, cell: (row) => (row.objected ? t.yes : t.no) },
  ]
  return (
    <Layout
      {...frame}
      title={records.length === 0 ? t.none : t.title(count(records.length))}
      current={paths.transparency}
      crumbs={[{ href: paths.transparency, label: t.nav }, { label: t.records }]}
    >
      {records.length === 0 ? (
        <EmptyState title={t.none} />
      ) : (
        <DataTable
          caption={t.caption}
          quietCaption
          columns={columns}
          rows={records.toReversed().slice(0, 500)}
        />
      )}
      <p>
        <a href={paths.recordsCsv}>CSV</a>, <a href={paths.recordsJson}>JSON</a>
      </p>
    </Layout>
  )
}
