/** Coverage of a campaign: by place in a table and on the map, by channel, and what is left. */
import { formatDate, formatNumber } from "../../../kernel/format.ts"
import { groundOn } from "../../../kernel/outlines/ground.ts"
import { type Here, hasOutlines } from "../../../kernel/outlines/map.ts"
import { AreaMap, Card, type Column, DataTable, Share, Tag } from "../../../kernel/ui/index.ts"
import type { Lang } from "../../../kernel/words.ts"
import type { CampaignReading } from "../actions/reading.ts"
import { byChannel, type Covered } from "../domain/campaign.ts"
import { campaignWords } from "../words.ts"

type Props = { reading: CampaignReading; here: Here; lang: Lang }

export function Coverage({ reading, here, lang }: Props) {
  const t = campaignWords[lang]
  const { coverage, isOurs, results } = reading
  const aimed = coverage.filter(({ isAimed }) => isAimed)
  const done = aimed.filter((row) => row.results > 0)
  const told = coverage.flatMap(({ reached }) => (reached === null ? [] : [reached]))
  const sums = byChannel(results)
  return (
    <Card title={isOurs ? t.coverage : t.coverageOwn}>
      {isOurs && aimed.length > 0 && (
        <Share label={t.coveredLabel} value={done.length} total={aimed.length} />
      )}
      {sums.length > 0 && (
        <>
          <h3>{t.sums}</h3>
          <ul>
            {sums.map(({ channel, amount, results: n }) => (
              <li>{t.sumLine(t.channels[channel], t.amounts[channel](amount), n)}</li>
            ))}
          </ul>
        </>
      )}
      {told.length > 0 && (
        <p class="quiet">
          {t.reachedSum(
            formatNumber(
              told.reduce((sum, one) => sum + one, 0),
              lang,
            ),
          )}
        </p>
      )}
      <CoverageMap reading={reading} here={here} lang={lang} />
      {coverage.some((row) => row.results > 0) && (
        <DataTable
          caption={isOurs ? t.coverage : t.coverageOwn}
          quietCaption
          columns={columnsOf(lang)}
          rows={coverage.filter((row) => row.results > 0)}
        />
      )}
    </Card>
  )
}

function columnsOf(lang: Lang): Column<Covered>[] {
  const t = campaignWords[lang]
  return [
    {
      key: "noi",
      label: t.place,
      heading: true,
      cell: ({ area, isAimed }) =>
        area === null ? (
          t.wholeProvince
        ) : (
          <>
            {area.name} {!isAimed && <Tag>{t.outside}</Tag>}
          </>
        ),
    },
    {
      key: "lam",
      label: t.doneBy,
      cell: ({ amounts }) => [...amounts].map(([channel, amount]) => t.amounts[channel](amount)).join(", "),
    },
    {
      key: "nguoi",
      label: t.reached,
      numeric: true,
      cell: ({ reached }) => (reached === null ? t.notCounted : formatNumber(reached, lang)),
    },
    {
      key: "gan",
      label: t.lastOn,
      cell: ({ lastOn }) => (lastOn === null ? "" : formatDate(lastOn, lang)),
    },
  ]
}

function CoverageMap({ reading: { coverage, today }, here, lang }: Props) {
  const t = campaignWords[lang]
  const { map, shapeOf } = groundOn(here, today)
  if (!hasOutlines(map)) return null
  const byName = new Map(map.communes.map(({ code, name }) => [name.toLowerCase(), code]))
  const known = new Set(map.communes.map(({ code }) => code))
  const counts = new Map<string, number>()
  for (const { area, results } of coverage) {
    if (area === null || results === 0) continue
    const shape = known.has(area.code)
      ? area.code
      : (shapeOf(area.code) ?? byName.get(area.name.toLowerCase()))
    if (shape != null) counts.set(shape, (counts.get(shape) ?? 0) + results)
  }
  return <AreaMap map={map} counts={counts} title={t.map} said={t.mapOf} range={t.mapRange} />
}

export function WhatIsLeft({ reading, lang }: Omit<Props, "here">) {
  const t = campaignWords[lang]
  const { places, channels, sessions, parts } = reading.left
  const none = [places, channels, sessions, parts].every((list) => list.length === 0)
  return (
    <Card title={t.left}>
      {none && <p>{t.leftNone}</p>}
      {places.length > 0 && (
        <details>
          <summary>{t.leftPlaces(places.length)}</summary>
          <p>{places.map(({ name }) => name).join(", ")}</p>
        </details>
      )}
      {channels.length > 0 && (
        <p>
          {t.leftChannels}: {channels.map((channel) => t.channels[channel]).join(", ")}
        </p>
      )}
      {sessions.length > 0 && (
        <>
          <h3>{t.leftSessions}</h3>
          <ul>
            {sessions.slice(0, shownMax).map((one) => (
              <li>
                {formatDate(one.heldOn, lang)}: {one.what}, {one.place} ({one.bodyName})
              </li>
            ))}
          </ul>
        </>
      )}
      {parts.length > 0 && (
        <>
          <h3>{t.leftParts}</h3>
          <ul>
            {parts.slice(0, shownMax).map(({ part, isLate }) => (
              <li>
                {part.toBodyName}: {t.partStates[part.state]}, {formatDate(part.dueOn, lang)}{" "}
                {isLate && <Tag tone="late">{t.late}</Tag>}
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  )
}
const shownMax = 50
