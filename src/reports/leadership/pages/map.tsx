/**
 * The communes: tips as shades in a few classes, cases as numbered marks. The table says the same and opens each: communes are too small and
 * too close to be pressed.
 */
import { formatNumber } from "../../../kernel/format.ts"
import { type CountClass, classesOf, classOf, inkOf, rangeSaid } from "../../../kernel/outlines/classes.ts"
import { groundOn } from "../../../kernel/outlines/ground.ts"
import { type CommuneShape, type Here, hasOutlines } from "../../../kernel/outlines/map.ts"
import { ClassLegend } from "../../../kernel/ui/index.ts"
import type { Lang } from "../../../kernel/words.ts"
import { leadershipPaths } from "../paths.ts"
import { words } from "../words.ts"

export type MapCounts = {
  here: Here
  /** The day on which it is looked at: districts before 1 July 2025. */
  day: string
  tips: ReadonlyMap<string, number>
  cases: ReadonlyMap<string, number>
}
export type MapView = { counts: MapCounts; period: string; lang: Lang }

/** A standing file has no page's stylesheet: it carries its own colours. */
const file = { ink: "#0b5a5c", paper: "#ffffff", mark: "#a8281c", text: "#1b2430" } as const

export function MapPicture({ counts, lang }: Pick<MapView, "counts" | "lang">) {
  const { map, isJoined } = groundOn(counts.here, counts.day)
  if (!hasOutlines(map)) return null
  const { width, height, communes } = map
  const classes = classesOf([...counts.tips.values()])
  return (
    <figure class="picture">
      <svg class="map" viewBox={`0 0 ${width} ${height}`} width="100%">
        <title>{isJoined ? words[lang].map.titleDistricts : words[lang].map.title}</title>
        {communes.map((one) => (
          <Outline
            shape={one}
            count={counts.tips.get(one.code) ?? 0}
            classes={classes}
            said={sayCommune(one, counts, lang)}
          />
        ))}
        <Marks communes={communes} cases={counts.cases} />
      </svg>
    </figure>
  )
}

const hasAny = ({ code }: CommuneShape, { tips, cases }: MapCounts) =>
  (tips.get(code) ?? 0) > 0 || (cases.get(code) ?? 0) > 0

function sayCommune({ code, name }: CommuneShape, { tips, cases }: MapCounts, lang: Lang): string {
  const t = words[lang].records
  const said = [
    t.tips(formatNumber(tips.get(code) ?? 0, lang)),
    t.cases(formatNumber(cases.get(code) ?? 0, lang)),
  ]
  return `${name}: ${said.join(", ")}`
}

function Outline(one: { shape: CommuneShape; count: number; classes: readonly CountClass[]; said: string }) {
  return (
    <path d={one.shape.path} fill-opacity={inkOf(classOf(one.count, one.classes), one.classes.length)}>
      <title>{one.said}</title>
    </path>
  )
}

/** Numbers, so that nothing is said by size or colour alone. */
function Marks({
  communes,
  cases,
}: {
  communes: readonly CommuneShape[]
  cases: ReadonlyMap<string, number>
}) {
  return (
    <g class="map-marks">
      {communes.map(({ code, at: [x, y] }) => {
        const count = cases.get(code) ?? 0
        if (count === 0) return null
        return (
          <>
            <circle cx={x} cy={y} r={count > 9 ? 9 : 7.5} />
            <text x={x} y={y + 3.6} text-anchor="middle">
              {count}
            </text>
          </>
        )
      })}
    </g>
  )
}

export function MapLegend({ counts, lang }: { counts: MapCounts; lang: Lang }) {
  const t = words[lang].map
  const bounds = [{ from: 0, to: 0 }, ...classesOf([...counts.tips.values()])]
  return (
    <ClassLegend
      inks={bounds.map((_, at) => inkOf(at, bounds.length - 1))}
      said={bounds.map((one) => t.tipsIn(rangeSaid(one, lang)))}
      label={t.legend}
    >
      {counts.cases.size > 0 && (
        <li>
          <svg class="map" width="16" height="16" aria-hidden="true">
            <g class="map-marks">
              <circle cx="8" cy="8" r="7.5" />
              <text x="8" y="11.6" text-anchor="middle">
                1
              </text>
            </g>
          </svg>{" "}
          {t.caseMark}
        </li>
      )}
    </ClassLegend>
  )
}

export function MapTable({ counts, period, lang }: MapView) {
  const t = words[lang].map
  const ground = groundOn(counts.here, counts.day)
  const rows = ground.map.communes
    .filter((one) => hasAny(one, counts))
    .map((one) => ({ ...one, tips: counts.tips.get(one.code) ?? 0, cases: counts.cases.get(one.code) ?? 0 }))
    .sort((a, b) => b.tips - a.tips || b.cases - a.cases || a.name.localeCompare(b.name, "vi"))
  return (
    <table class="table">
      <caption class="hidden">{ground.isJoined ? t.titleDistricts : t.title}</caption>
      <thead>
        <tr>
          <th scope="col">{ground.isJoined ? t.district : t.commune}</th>
          <th scope="col" class="number">
            {t.tips}
          </th>
          <th scope="col" class="number">
            {t.cases}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((one) => (
          <tr>
            <th scope="row">
              <a href={leadershipPaths.records({ commune: one.code, period })}>{one.name}</a>
            </th>
            <td class="number" data-label={t.tips}>
              {formatNumber(one.tips, lang)}
            </td>
            <td class="number" data-label={t.cases}>
              {formatNumber(one.cases, lang)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A picture that stands alone: with its title, its legend and where its outlines come from. */
export function MapFile({ counts, lang, lead }: { counts: MapCounts; lang: Lang; lead: string }) {
  const { map, isJoined, straddling } = groundOn(counts.here, counts.day)
  const { width, height, communes } = map
  const t = words[lang].map
  const title = isJoined ? t.titleDistricts : t.title
  const source = isJoined
    ? `${t.source}; ${t.approximate(String(straddling))}`
    : counts.here.outlines === null
      ? t.source
      : t.sourceGiven
  const classes = classesOf([...counts.tips.values()])
  const [top, foot] = [44, 34]
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${width} ${height + top + foot}`}
      width={width * 2}
      height={(height + top + foot) * 2}
      font-family="Be Vietnam Pro, Noto Sans, DejaVu Sans, sans-serif"
      fill={file.text}
      role="img"
      aria-label={title}
    >
      <title>{title}</title>
      <rect width="100%" height="100%" fill={file.paper} />
      <text x="8" y="18" font-size="13" font-weight="600">
        {title}
      </text>
      <text x="8" y="33" font-size="9">
        {lead}
      </text>
      <g
        transform={`translate(0 ${top})`}
        fill={file.ink}
        stroke={file.ink}
        stroke-width="0.5"
        stroke-opacity="0.45"
      >
        {communes.map((one) => (
          <Outline
            shape={one}
            count={counts.tips.get(one.code) ?? 0}
            classes={classes}
            said={sayCommune(one, counts, lang)}
          />
        ))}
      </g>
      <g transform={`translate(0 ${top})`} fill={file.mark} font-size="10" font-weight="600">
        {communes.map(({ code, at: [x, y] }) => {
          const count = counts.cases.get(code) ?? 0
          return count === 0 ? null : (
            <>
              <circle cx={x} cy={y} r="7.5" stroke={file.paper} />
              <text x={x} y={y + 3.6} text-anchor="middle" fill={file.paper}>
                {count}
              </text>
            </>
          )
        })}
      </g>
      <FileLegend classes={classes} lang={lang} y={height - 70} hasCases={counts.cases.size > 0} />
      {source.split("; ").map((line, i) => (
        <text x="8" y={height + top + foot - 20 + 11 * i} font-size="8">
          {line}
        </text>
      ))}
    </svg>
  )
}

/** In the corner that the province leaves empty. */
function FileLegend(one: { classes: readonly CountClass[]; lang: Lang; y: number; hasCases: boolean }) {
  const t = words[one.lang].map
  const bounds = [{ from: 0, to: 0 }, ...one.classes]
  return (
    <g font-size="9" transform={`translate(8 ${one.y})`}>
      {bounds.map((range, i) => (
        <>
          <rect
            y={i * 15}
            width="11"
            height="11"
            fill={file.ink}
            fill-opacity={inkOf(i, bounds.length - 1)}
            stroke={file.ink}
          />
          <text x="17" y={i * 15 + 9}>
            {t.tipsIn(rangeSaid(range, one.lang))}
          </text>
        </>
      ))}
      {one.hasCases && (
        <>
          <circle cx="5.5" cy={bounds.length * 15 + 6} r="5.5" fill={file.mark} />
          <text x="17" y={bounds.length * 15 + 9}>
            {t.caseMark}
          </text>
        </>
      )}
    </g>
  )
}
