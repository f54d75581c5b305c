/** The map: counts by commune as a drawing and a table, which everybody gets; above them, where scripts run, a map that is moved. */
import { formatNumber } from "../../kernel/format.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import type { Here } from "../../kernel/outlines/map.ts"
import {
  asset,
  Card,
  DataTable,
  EmptyState,
  Field,
  FilterForm,
  Layout,
  type ListState,
  Split,
  Stack,
} from "../../kernel/ui/index.ts"
import type { Lang } from "../../kernel/words.ts"
import type { MapAsked, MapReading } from "../actions/map.ts"
import { assetStates } from "../domain/asset.ts"
import { usualPixels } from "../domain/map.ts"
import { paths } from "../paths.ts"
import { words } from "../words.ts"
import { assetWords } from "../words-asset.ts"
import { mapWords } from "../words-map.ts"
import { PlacesDrawn } from "./places-drawn.tsx"
import { Rooms } from "./rooms.tsx"

export type MapView = { frame: Frame; reading: MapReading; asked: MapAsked; here: Here; state: ListState }

export function mapPage({ frame, reading, asked, here, state }: MapView) {
  const { lang } = frame
  const t = mapWords[lang]
  const total = reading.places.reduce((sum, { count }) => sum + count, 0)
  return (
    <Layout
      {...frame}
      title={t.titles[asked.layer](formatNumber(total, lang))}
      current={paths.incidents}
      lead={t.lead}
      scripts={["map.js"]}
      styles={["maplibre-gl.css"]}
      modules={reading.box === null ? [] : ["maplibre-gl.mjs"]}
    >
      <Rooms lang={lang} here="map" />
      <Stack>
        <Filters reading={reading} asked={asked} state={state} lang={lang} />
        {reading.box !== null && <Moving reading={reading} asked={asked} state={state} lang={lang} />}
        {total === 0 ? (
          <EmptyState title={t.none} />
        ) : (
          <Split wide>
            <Places reading={reading} asked={asked} lang={lang} />
            <Card title={t.drawn}>
              <PlacesDrawn
                places={reading.places}
                day={reading.today}
                here={here}
                said={{ title: t.drawn, none: t.noMap, of: t.drawnOf, range: (text) => text }}
              />
              <p class="quiet">{t.source}</p>
            </Card>
          </Split>
        )}
      </Stack>
    </Layout>
  )
}

type Part = { reading: MapReading; asked: MapAsked; state: ListState; lang: Lang }

function Filters({ reading, asked, state, lang }: Part) {
  const t = mapWords[lang]
  const any = words[lang].filters.any
  const isAssets = asked.layer === "assets"
  const kinds: Readonly<Record<string, string>> = isAssets ? assetWords[lang].kinds : words[lang].kinds
  const states = isAssets
    ? assetStates
        .filter((one) => one !== "planned")
        .map((one) => [one, assetWords[lang].states[one]] as const)
    : (["open", "resolved"] as const).map((one) => [one, words[lang].states[one]] as const)
  const months = reading.months.map((month) => ({ value: month, label: monthSaid(month) }))
  return (
    <FilterForm state={state} id="loc">
      <Field
        kind="select"
        name="lop"
        label={t.layer}
        options={[
          { value: "tai-san", label: t.layers.assets },
          { value: "su-co", label: t.layers.incidents },
        ]}
        value={isAssets ? "tai-san" : "su-co"}
        empty={null}
      />
      <Field
        kind="select"
        name="loai"
        label={t.kind}
        options={Object.entries(kinds).map(([value, label]) => ({ value, label }))}
        empty={any}
      />
      <Field kind="select" name="noi" label={t.area} options={reading.options} empty={any} />
      <Field
        kind="select"
        name="tinh-trang"
        label={t.state}
        options={states.map(([value, label]) => ({ value, label }))}
        empty={any}
      />
      {!isAssets && <Field kind="select" name="thang" label={t.month} options={months} empty={t.allMonths} />}
    </FilterForm>
  )
}

const monthSaid = (month: string) => `${month.slice(5)}/${month.slice(0, 4)}`

/** Hidden until the script has a map to show; what it needs stands in its attributes. */
function Moving({ reading, asked, state, lang }: Part) {
  const t = mapWords[lang]
  const { box } = reading
  if (box === null) return null
  const query = new URLSearchParams(Object.entries(state.filters).filter(([, value]) => value !== ""))
  return (
    <section
      class="card stack moving"
      hidden
      aria-labelledby="ban-do"
      data-map={asset("maplibre-gl.mjs")}
      data-worker={asset("maplibre-gl-worker.mjs")}
      data-piece={`${paths.mapPiece}?${query}`}
      data-ground={paths.mapGround}
      data-first={reading.first === null ? undefined : JSON.stringify(reading.first)}
      data-pixels={usualPixels}
      data-box={[box.west, box.south, box.east, box.north].join(",")}
      data-words={JSON.stringify(t.script)}
    >
      <h2 id="ban-do">{t.moving}</h2>
      <p class="quiet">{t.keys}</p>
      {asked.layer === "incidents" && (
        <p class="moving-time no-print">
          <label for="ban-do-thang">{t.slider}</label>
          <input
            id="ban-do-thang"
            type="range"
            min="0"
            max={reading.months.length}
            value={reading.months.indexOf(asked.month) + 1}
            data-months={JSON.stringify(reading.months)}
            data-all={t.allMonths}
          />
          <output for="ban-do-thang">{asked.month === "" ? t.allMonths : monthSaid(asked.month)}</output>
        </p>
      )}
      <div class="moving-ground" />
      <h3>{t.inView}</h3>
      <p role="status" class="moving-status" />
      <ul class="moving-list" />
      <p class="no-print">
        <button type="button" class="button second moving-print">
          {t.print}
        </button>
      </p>
    </section>
  )
}

/** So many stand open; a province has a hundred communes and more. */
const placesOpen = 12

function Places({ reading, asked, lang }: Omit<Part, "state">) {
  const t = mapWords[lang]
  const [first, rest] = [reading.places.slice(0, placesOpen), reading.places.slice(placesOpen)]
  return (
    <Card title={t.byPlace}>
      <PlacesTable places={first} asked={asked} lang={lang} />
      {rest.length > 0 && (
        <details>
          <summary>{t.others(formatNumber(rest.length, lang))}</summary>
          <PlacesTable places={rest} asked={asked} lang={lang} />
        </details>
      )}
    </Card>
  )
}

function PlacesTable({ places, asked, lang }: { places: MapReading["places"]; asked: MapAsked; lang: Lang }) {
  const t = mapWords[lang]
  const n = (count: number) => formatNumber(count, lang)
  const list = asked.layer === "assets" ? paths.assets : paths.incidents
  return (
    <DataTable
      caption={t.byPlace}
      quietCaption
      rows={places}
      columns={[
        {
          key: "noi",
          label: t.place,
          heading: true,
          cell: (row) => <a href={`${list}?noi=${row.areaCode}`}>{row.areaName}</a>,
        },
        { key: "so", label: t.count, numeric: true, cell: (row) => n(row.count) },
        { key: "chua", label: t.unplaced, numeric: true, cell: (row) => n(row.unplaced) },
      ]}
    />
  )
}
