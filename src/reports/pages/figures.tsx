import { formatDay } from "../../kernel/format.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import { Banner, type Column, DataTable, Layout, Tabs, Tag } from "../../kernel/ui/index.ts"
import type { ComparedFigure, PeriodReading, Scope } from "../actions/figures.ts"
import type { SectionDefinition } from "../domain/figures.ts"
import { after, basisOfWindows, before } from "../domain/windows.ts"
import { reportOutline } from "../outline.ts"
import { paths } from "../paths.ts"
import { words } from "../words.ts"
import { bareValue, capital, changeWords, figureName, figureValue, periodName } from "./values.ts"

export type FiguresView = { frame: Frame; reading: PeriodReading; scopes: readonly Scope[] }

/** The figures of a period in the order of the report, each with its source. */
export function figuresPage({ frame, reading, scopes }: FiguresView) {
  const { lang } = frame
  const t = words[lang].figures
  const { period } = reading.current
  const bare = (id: string) => {
    const figure = reading.figures.find((one) => one.definition.id === id)
    return figure === undefined ? "–" : bareValue(figure.definition, figure.value, lang)
  }
  return (
    <Layout
      {...frame}
      title={t.title(capital(periodName(period, lang)), bare("I.1"), bare("III.1.3"))}
      current={paths.figures}
      lead={t.window(formatDay(reading.current.from, lang), formatDay(reading.current.to, lang))}
    >
      <Standing reading={reading} lang={lang} />
      <Tabs
        label={t.periodLabel}
        tabs={[before(period), period, after(period)].map((one) => ({
          href: paths.period(one.label, reading.scope),
          label: periodName(one, lang),
          isCurrent: one.label === period.label,
        }))}
      />
      {scopes.length > 1 && (
        <Tabs
          label={t.scopeLabel}
          tabs={scopes.map((scope) => ({
            href: paths.period(period.label, scope),
            label: t.scopes[scope],
            isCurrent: scope === reading.scope,
          }))}
        />
      )}
      {reportOutline()
        .sections.filter((section) => section.figures.length > 0)
        .map((section) => (
          <SectionTable section={section} reading={reading} lang={lang} />
        ))}
      <p class="quiet">{t.basis(basisOfWindows)}</p>
    </Layout>
  )
}

function Standing({ reading, lang }: { reading: PeriodReading; lang: Frame["lang"] }) {
  const t = words[lang].figures
  const { current, today } = reading
  if (today < current.from) return <Banner tone="soon" title={t.notBegun} />
  const day = formatDay(today < current.to ? today : current.to, lang)
  return <Banner tone="soon" title={t.provisional(day)} />
}

function SectionTable(props: { section: SectionDefinition; reading: PeriodReading; lang: Frame["lang"] }) {
  const { section, reading, lang } = props
  const rows = reading.figures.filter((one) => one.definition.section === section.id)
  return (
    <DataTable
      caption={words[lang].figures.caption(section.id, section.title)}
      columns={columnsOf(reading, lang)}
      rows={rows}
    />
  )
}

function columnsOf(reading: PeriodReading, lang: Frame["lang"]): Column<ComparedFigure>[] {
  const t = words[lang].figures
  const { label } = reading.current.period
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
          <Parts row={row} lang={lang} />
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
      cell: (row) => bareValue(row.definition, row.previous, lang),
    },
    {
      key: "cung-ky",
      label: t.columns.lastYear,
      numeric: true,
      cell: (row) => bareValue(row.definition, row.lastYear, lang),
    },
    {
      key: "so-sanh",
      label: t.columns.change,
      cell: (row) => changeWords(row.definition, row.sinceLastYear, lang),
    },
  ]
}

/** What the number is made of, and what bodies say themselves. */
function Parts({ row, lang }: { row: ComparedFigure; lang: Frame["lang"] }) {
  const t = words[lang]
  const said = row.definition.parts.length > 1 ? row.parts : []
  const shown = said.map(
    ({ part, value }) => `${t.parts[part] ?? part}: ${bareValue(row.definition, value, lang)}`,
  )
  if (row.source === "system" && row.reported !== null)
    shown.push(
      t.figures.reportedToo(
        figureValue(row.definition, row.reported.value, lang),
        String(row.reported.bodies),
      ),
    )
  return shown.length === 0 ? null : <p class="quiet">{shown.join(" · ")}</p>
}
