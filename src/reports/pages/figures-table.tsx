/** The figures of one section of the report as a table, beside the periods they are compared with. */
import type { Child } from "hono/jsx"
import { type Column, DataTable, Tag } from "../../kernel/ui/index.ts"
import type { Lang } from "../../kernel/words.ts"
import type { ComparedFigure, PeriodReading } from "../actions/figures.ts"
import type { Change, SectionDefinition } from "../domain/figures.ts"
import type { PeriodWindow } from "../domain/windows.ts"
import { paths } from "../paths.ts"
import { words } from "../words.ts"
import { lockWords } from "../words-lock.ts"
import { bareValue, changeWords, figureName, figureValue } from "./values.ts"

/** What somebody counts as a table; what nobody counts yet as one line, so that it does not look like nought. */
export function SectionTable(props: { section: SectionDefinition; reading: PeriodReading; lang: Lang }) {
  const { section, reading, lang } = props
  const t = words[lang].figures
  const own = reading.figures.filter((one) => one.definition.section === section.id)
  const rows = own.filter((one) => one.source !== "none")
  const unknown = own.filter((one) => one.source === "none")
  const caption = t.caption(section.id, section.title)
  return (
    <section class="stack">
      {rows.length > 0 ? (
        <DataTable caption={caption} columns={columnsOf(reading, lang)} rows={rows} />
      ) : (
        <h2 class="as-caption">{caption}</h2>
      )}
      {unknown.length > 0 && (
        <p>
          <Tag tone="soon">{t.sources.none}</Tag>{" "}
          {unknown.map(({ definition }, i) => (
            <>
              {i > 0 && "; "}
              <a href={paths.figure(reading.current.period.label, definition.id, reading.scope)}>
                {definition.id} {figureName(definition, lang)}
              </a>
            </>
          ))}
        </p>
      )}
    </section>
  )
}

function columnsOf(reading: PeriodReading, lang: Lang): Column<ComparedFigure>[] {
  const t = words[lang].figures
  const { label } = reading.current.period
  const hrefOf = ({ definition }: ComparedFigure, { period, to }: PeriodWindow) =>
    paths.figure(period.label, definition.id, reading.scope, { until: reading.isRunning ? to : null })
  return [
    {
      key: "ten",
      label: t.columns.figure,
      heading: true,
      cell: (row) => (
        <>
          <a href={paths.figure(label, row.definition.id, reading.scope)}>
            {row.definition.id} {figureName(row.definition, lang)}
          </a>{" "}
          <Tag tone={row.source === "none" ? "soon" : "calm"}>{t.sources[row.source]}</Tag>
          <Parts row={row} reading={reading} lang={lang} />
        </>
      ),
    },
    {
      key: "nay",
      label: t.columns.now,
      numeric: true,
      cell: (row) => <b>{figureValue(row.definition, row.value, lang)}</b>,
    },
    {
      key: "truoc",
      label: t.columns.previous,
      numeric: true,
      cell: (row) => (
        <Compared
          row={row}
          then={row.previous}
          change={row.sincePrevious}
          href={hrefOf(row, reading.previous)}
          lang={lang}
        />
      ),
    },
    {
      key: "cung-ky",
      label: t.columns.lastYear,
      numeric: true,
      cell: (row) => (
        <Compared
          row={row}
          then={row.lastYear}
          change={row.sinceLastYear}
          href={hrefOf(row, reading.lastYear)}
          lang={lang}
        />
      ),
    },
  ]
}

/** The earlier number, and how far this one is from it. */
function Compared(props: {
  row: ComparedFigure
  then: number | null
  change: Change | null
  href: string
  lang: Lang
}) {
  const { row, then, change, href, lang } = props
  const shown = bareValue(row.definition, then, lang)
  return (
    <>
      {then === null ? shown : <a href={href}>{shown}</a>}
      {change !== null && (
        <>
          {" "}
          <span class="quiet change-line">{changeWords(row.definition, change, lang)}</span>
        </>
      )}
    </>
  )
}

/** What the number is made of, and what bodies say themselves. */
function Parts({ row, reading, lang }: { row: ComparedFigure; reading: PeriodReading; lang: Lang }) {
  const t = words[lang]
  const { scope, current } = reading
  const { label } = current.period
  const said = row.definition.parts.length > 1 ? row.parts : []
  const shown: Child[] = said.map(({ part, value }) => (
    <>
      <a href={paths.figure(label, row.definition.id, scope, { part })}>{t.parts[part] ?? part}</a>:{" "}
      {bareValue(row.definition, value, lang)}
    </>
  ))
  if (row.source === "system" && row.reported !== null)
    shown.push(
      t.figures.reportedToo(
        figureValue(row.definition, row.reported.value, lang),
        String(row.reported.bodies),
      ),
    )
  if (row.isDrifted) shown.push(lockWords[lang].drifted(figureValue(row.definition, row.countedNow, lang)))
  return shown.length === 0 ? null : (
    <p class="quiet">
      {shown.map((one, i) => (
        <>
          {i > 0 && " · "}
          {one}
        </>
      ))}
    </p>
  )
}
