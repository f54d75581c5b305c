/** Hot spots: counts and rates by commune, route and month, as tables and, where there are boundaries, as a map drawn here. */
import { formatNumber } from "../../kernel/format.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import type { Here } from "../../kernel/outlines/map.ts"
import {
  Banner,
  Card,
  DataTable,
  EmptyState,
  Field,
  FilterForm,
  Layout,
  type ListState,
  Split,
  Stack,
  Tag,
} from "../../kernel/ui/index.ts"
import type { Lang } from "../../kernel/words.ts"
import type { HotReading } from "../actions/hot.ts"
import { assetNumber } from "../domain/asset.ts"
import { fewMax, type HotPlace, seasonOf, seasonsOf } from "../domain/hot.ts"
import { paths } from "../paths.ts"
import { words } from "../words.ts"
import { hotWords } from "../words-hot.ts"
import { patrolWords } from "../words-patrol.ts"
import { Rate } from "./patrols.tsx"
import { PlacesDrawn } from "./places-drawn.tsx"
import { Rooms } from "./rooms.tsx"

export const hotWindows = [6, 12, 24] as const

export type HotView = {
  frame: Frame
  reading: HotReading
  here: Here
  months: number
  state: ListState
}

export function hotPage({ frame, reading, here, months, state }: HotView) {
  const { lang } = frame
  const t = hotWords[lang]
  const { total } = reading
  const title = total === 0 ? t.none(months) : t.title(total, months)
  return (
    <Layout {...frame} title={title} current={paths.incidents} lead={t.lead}>
      <Rooms lang={lang} here="hot" />
      <Stack>
        <FilterForm state={state} id="loc">
          <Field
            kind="select"
            name="thang"
            label={t.months}
            options={hotWindows.map((n) => ({ value: String(n), label: t.monthsOf(n) }))}
            value={String(months)}
            empty={null}
          />
          <Field
            kind="select"
            name="loai"
            label={t.kind}
            options={Object.entries(words[lang].kinds).map(([value, label]) => ({ value, label }))}
            empty={words[lang].filters.any}
          />
        </FilterForm>
        {total === 0 && <EmptyState title={t.none(months)}>{t.quiet(reading.places.length)}</EmptyState>}
        {total > 0 && total <= fewMax && (
          <Banner tone="brand" title={t.few(total)}>
            <p>
              <a href={paths.incidents}>{t.toIncidents}</a>
            </p>
          </Banner>
        )}
        {total > 0 && (
          <>
            <Split wide>
              <Places places={reading.places} lang={lang} />
              <Card title={t.map}>
                <HotMap reading={reading} here={here} lang={lang} />
              </Card>
            </Split>
            <Split>
              <Months reading={reading} lang={lang} />
              <Routes reading={reading} lang={lang} />
            </Split>
          </>
        )}
      </Stack>
    </Layout>
  )
}

const ofPlace = (code: string) => `${paths.incidents}?noi=${code}`

function Places({ places, lang }: { places: readonly HotPlace[]; lang: Lang }) {
  const t = hotWords[lang]
  const n = (count: number) => formatNumber(count, lang)
  const struck = places.filter(({ incidents }) => incidents > 0)
  return (
    <Card title={t.places}>
      <DataTable
        caption={t.places}
        quietCaption
        rows={struck}
        columns={[
          {
            key: "noi",
            label: t.columns.place,
            heading: true,
            cell: (row) => <a href={ofPlace(row.areaCode)}>{row.areaName}</a>,
          },
          { key: "vu", label: t.columns.incidents, numeric: true, cell: (row) => n(row.incidents) },
          { key: "co-y", label: t.columns.purposed, numeric: true, cell: (row) => n(row.onPurpose) },
          { key: "ts", label: t.columns.assets, numeric: true, cell: (row) => n(row.assets) },
          {
            key: "ty-le",
            label: t.columns.rate,
            numeric: true,
            cell: (row) => <Rate place={row} lang={lang} />,
          },
        ]}
      />
      <p class="quiet">
        {t.quiet(places.length - struck.length)} {patrolWords[lang].smallHint}
      </p>
    </Card>
  )
}

function HotMap({ reading, here, lang }: { reading: HotReading; here: Here; lang: Lang }) {
  const t = hotWords[lang]
  const places = reading.places.map(({ incidents, ...one }) => ({ ...one, count: incidents }))
  const said = { title: t.map, none: t.noMap, of: t.incidentsOf, range: t.range }
  return (
    <>
      <PlacesDrawn places={places} day={reading.today} here={here} said={said} />
      <p class="quiet">
        {t.mapHint} {t.mapSource}
      </p>
    </>
  )
}

function Months({ reading: { months }, lang }: { reading: HotReading; lang: Lang }) {
  const t = hotWords[lang]
  const n = (count: number) => formatNumber(count, lang)
  return (
    <Card title={t.time}>
      {seasonsOf(months).map(({ season, incidents, months: count }) => (
        <p>
          {t.seasonLine(t.seasons[season], incidents, count, n(Math.round((incidents / count) * 10) / 10))}{" "}
          {incidents < fewMax && <Tag>{patrolWords[lang].small}</Tag>}
        </p>
      ))}
      <DataTable
        caption={t.time}
        quietCaption
        rows={months.toReversed()}
        columns={[
          {
            key: "thang",
            label: t.month,
            heading: true,
            cell: ({ month }) => `${month.slice(5)}/${month.slice(0, 4)}`,
          },
          {
            key: "mua",
            label: t.season,
            cell: ({ month }) => t.seasons[seasonOf(Number(month.slice(5)))],
          },
          { key: "vu", label: t.columns.incidents, numeric: true, cell: (row) => n(row.incidents) },
          { key: "co-y", label: t.columns.purposed, numeric: true, cell: (row) => n(row.onPurpose) },
        ]}
      />
    </Card>
  )
}

function Routes({ reading: { routes }, lang }: { reading: HotReading; lang: Lang }) {
  const t = hotWords[lang]
  return (
    <Card title={t.routes}>
      <p class="quiet">{t.routesHint}</p>
      {routes.length === 0 ? (
        <p>{t.noRoutes}</p>
      ) : (
        <DataTable
          caption={t.routes}
          quietCaption
          rows={routes}
          columns={[
            {
              key: "tuyen",
              label: t.route,
              heading: true,
              cell: (row) => (
                <a href={paths.asset(row.id)}>
                  {row.code ?? assetNumber(row.number)}, {row.name}
                </a>
              ),
            },
            { key: "chu", label: t.owner, cell: (row) => row.bodyName },
            { key: "noi", label: t.columns.place, cell: (row) => row.areaName },
            {
              key: "vu",
              label: t.columns.incidents,
              numeric: true,
              cell: (row) => formatNumber(row.incidents, lang),
            },
          ]}
        />
      )}
    </Card>
  )
}
