/** Series: the list, a proposed one with its alarm before it is sent, an alarm as each reader may see it. */
import { formatDate, formatInstant, formatMoney, formatNumber } from "../../kernel/format.ts"
import { type Failed, StepForm } from "../../kernel/forms/index.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import {
  Banner,
  Card,
  DataTable,
  DefinitionList,
  EmptyState,
  Layout,
  Split,
  Stack,
  Tag,
} from "../../kernel/ui/index.ts"
import type { Lang } from "../../kernel/words.ts"
import type { AlarmReading, Place, Proposed, SeriesReading } from "../actions/series.ts"
import { incidentNumber } from "../domain/incident.ts"
import { nightOf, type Reason } from "../domain/series.ts"
import { type AlarmFormName, alarmForms, type SeriesFormName, seriesForms } from "../forms-series.ts"
import { paths } from "../paths.ts"
import type { IncidentRow } from "../store/incidents.ts"
import type { SeriesRow } from "../store/series.ts"
import { words } from "../words.ts"
import { seriesWords } from "../words-series.ts"
import { Rooms } from "./rooms.tsx"

const namesOf = (places: readonly Place[], codes: readonly string[]) =>
  places
    .filter(({ code }) => codes.includes(code))
    .map(({ name }) => name)
    .join(", ")

export type SeriesListView = {
  frame: Frame
  proposed: readonly Proposed[]
  raised: readonly SeriesRow[]
  places: readonly Place[]
  /** Whether the officer's body sees incidents of several owners. */
  sees: boolean
}

export function seriesListPage({ frame, proposed, raised, places, sees }: SeriesListView) {
  const { lang } = frame
  const t = seriesWords[lang]
  const n = (count: number) => formatNumber(count, lang)
  const title =
    proposed.length > 0
      ? t.count(n(proposed.length))
      : raised.length > 0
        ? t.raisedCount(n(raised.length))
        : t.none
  return (
    <Layout {...frame} title={title} current={paths.incidents} lead={sees ? t.lead : t.leadOwner}>
      <Rooms lang={lang} here="series" />
      {proposed.length + raised.length === 0 && <EmptyState title={t.none}>{t.noneHint}</EmptyState>}
      {proposed.length > 0 && (
        <Card title={t.proposed}>
          <ul class="plain stack">
            {proposed.map((one) => (
              <li>
                <a href={paths.proposed(one.key)}>
                  {t.titleOf(one.nights.length, one.incidents.length, one.owners)}
                </a>{" "}
                <Tag tone="soon">{t.maybe}</Tag>
                <p class="quiet">
                  {formatDate(one.nights[0] ?? "", lang)} – {formatDate(one.nights.at(-1) ?? "", lang)},{" "}
                  {namesOf(
                    places,
                    one.incidents.map(({ areaCode }) => areaCode),
                  )}
                </p>
                {one.next !== null && <p class="quiet">{t.next(formatDate(one.next, lang))}</p>}
              </li>
            ))}
          </ul>
        </Card>
      )}
      {raised.length > 0 && (
        <Card title={t.raised}>
          <ul class="plain stack">
            {raised.map((row) => (
              <li>
                <a href={paths.alarm(row.id)}>{t.of(row.number)}</a>:{" "}
                {t.titleOf(row.nights, row.incidents, row.owners)}
                <p class="quiet">{t.by(row.bodyName, formatInstant(row.madeAt, lang))}</p>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </Layout>
  )
}

export type ProposedView = {
  frame: Frame
  seriesKey: string
  reading: SeriesReading
  may: readonly SeriesFormName[]
  failed: Failed<SeriesFormName> | null
  refused: string | null
}

export function proposedPage({ frame, seriesKey, reading, may, failed, refused }: ProposedView) {
  const { lang } = frame
  const { series, rows, places, told } = reading
  const t = seriesWords[lang]
  const total = series.incidents.length
  const how = howOf(rows[0], "vi")
  return (
    <Layout
      {...frame}
      title={`${t.titleOf(series.nights.length, total, series.owners)}: ${t.maybe}`}
      current={paths.incidents}
      crumbs={[
        { href: paths.incidents, label: words[lang].nav },
        { href: paths.series, label: t.nav },
        { label: formatDate(series.nights[0] ?? "", lang) },
      ]}
      lead={
        <>
          {series.next !== null && <Tag tone="soon">{t.next(formatDate(series.next, lang))}</Tag>}{" "}
          {series.damageVnd > 0 && t.damage(formatMoney(series.damageVnd, lang))}
        </>
      }
    >
      {refused !== null && <Banner isAnswer tone="soon" title={refused} />}
      <Split wide>
        <Stack>
          <Nights rows={rows} lang={lang} />
          <Card title={t.why}>
            <ul>
              {(Object.entries(series.reasons) as [Reason, number][]).map(([reason, fits]) => (
                <li>
                  {t.reasons[reason]}: {t.fits(fits, total)}
                </li>
              ))}
            </ul>
          </Card>
        </Stack>
        <Card title={t.alarm}>
          {series.raised.map(({ seriesId, number }) => (
            <p>
              <a href={paths.alarm(seriesId)}>{t.alreadyRaised(number)}</a>
            </p>
          ))}
          {may.map((name) => (
            <StepForm
              name={name}
              form={seriesForms[name]}
              action={paths.proposedForm(seriesKey, seriesForms[name].slug)}
              failed={failed}
              isOpen={name === "alarm" && series.raised.length === 0}
              start={
                name === "alarm" ? { alarm: seriesWords.vi.alarmText(namesOf(places, told.codes), how) } : {}
              }
            />
          ))}
          <details>
            <summary>
              {t.alarmTo}: {formatNumber(told.bodies.length, lang)}
            </summary>
            <p class="quiet">{t.alarmToHint}</p>
            <p>{told.bodies.map(({ name }) => name).join("; ")}</p>
          </details>
        </Card>
      </Split>
      <Table rows={rows} lang={lang} />
      <p class="quiet">{t.hint}</p>
    </Layout>
  )
}

function howOf(row: IncidentRow | undefined, lang: Lang): string {
  const t = words[lang]
  if (row === undefined) return ""
  return [t.tricks[row.trick], ...row.tools.map((tool) => t.tools[tool])].join(", ").toLocaleLowerCase(lang)
}

function Nights({ rows, lang }: { rows: readonly IncidentRow[]; lang: Lang }) {
  const t = seriesWords[lang]
  const nights = Map.groupBy(rows, (row) => nightOf(new Date(row.happenedAt).toISOString()))
  return (
    <Card title={t.nights}>
      <ol>
        {[...nights].map(([night, of]) => (
          <li>
            <b>{t.night(formatDate(night, lang))}</b>:{" "}
            {[...new Set(of.map(({ areaName }) => areaName))].join(", ")}
          </li>
        ))}
      </ol>
    </Card>
  )
}

function Table({ rows, lang }: { rows: readonly IncidentRow[]; lang: Lang }) {
  const t = seriesWords[lang]
  const { columns: h } = t
  const taken = (row: IncidentRow) => row.taken.map((one) => words[lang].taken[one]).join(", ")
  return (
    <DataTable
      caption={t.table}
      columns={[
        {
          key: "su-co",
          label: h.incident,
          heading: true,
          cell: (row: IncidentRow) => <a href={paths.incident(row.id)}>{incidentNumber(row.number)}</a>,
        },
        { key: "dem", label: h.night, cell: (row: IncidentRow) => formatInstant(row.happenedAt, lang) },
        { key: "xa", label: h.place, cell: (row: IncidentRow) => row.areaName },
        { key: "chu", label: h.owner, cell: (row: IncidentRow) => row.ownerNames ?? "" },
        { key: "mat", label: h.lost, cell: taken },
        {
          key: "thiet-hai",
          label: h.damage,
          numeric: true,
          cell: (row: IncidentRow) => (row.damageVnd === null ? "–" : formatMoney(row.damageVnd, lang)),
        },
      ]}
      rows={rows}
    />
  )
}

export type AlarmView = {
  frame: Frame
  reading: AlarmReading
  may: readonly AlarmFormName[]
  failed: Failed<AlarmFormName> | null
  refused: string | null
  isDone: boolean
  isNew: boolean
}

export function alarmPage(view: AlarmView) {
  const { frame, reading, refused, isDone, isNew } = view
  const { lang } = frame
  const { row, rows, receipts, places } = reading
  const t = seriesWords[lang]
  return (
    <Layout
      {...frame}
      title={t.titleOf(row.nights, row.incidents, row.owners)}
      current={paths.incidents}
      crumbs={[
        { href: paths.incidents, label: words[lang].nav },
        { href: paths.series, label: t.nav },
        { label: t.of(row.number) },
      ]}
      lead={t.by(row.bodyName, formatInstant(row.madeAt, lang))}
    >
      {isDone && <Banner isAnswer tone="good" title={isNew ? t.done : t.noted} />}
      {refused !== null && <Banner isAnswer tone="soon" title={refused} />}
      <Split wide>
        <Stack>
          <Card title={t.alarm}>
            <p class="said">{row.alarm}</p>
            <DefinitionList
              items={[
                { term: t.where, value: namesOf(places, row.areaCodes) || words[lang].unknown },
                { term: t.told, value: namesOf(places, row.toldCodes) || words[lang].unknown },
              ]}
            />
          </Card>
        </Stack>
        <Card title={t.received}>
          <AlarmStep name="note" view={view} isOpen />
          {receipts.length === 0 ? (
            <p>{t.nobody}</p>
          ) : (
            <ul>
              {receipts.map((one) => (
                <li>
                  {one.bodyName}, {formatInstant(one.at, lang)}
                </li>
              ))}
            </ul>
          )}
        </Card>
      </Split>
      <h2>{t.ofYours}</h2>
      {rows.length === 0 ? <p>{t.noneOfYours}</p> : <Table rows={rows} lang={lang} />}
      <AlarmStep name="openCase" view={view} />
    </Layout>
  )
}

function AlarmStep({
  name,
  view: { reading, may, failed },
  isOpen = false,
}: {
  name: AlarmFormName
  view: AlarmView
  isOpen?: boolean
}) {
  if (!may.includes(name)) return null
  const action = paths.alarmForm(reading.row.id, alarmForms[name].slug)
  return <StepForm name={name} form={alarmForms[name]} action={action} failed={failed} isOpen={isOpen} />
}
