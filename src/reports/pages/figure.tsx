import { formatDay, formatInstant, formatNumber } from "../../kernel/format.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import { Banner, Card, DataTable, Field, Layout, type ListState, listCleared } from "../../kernel/ui/index.ts"
import type { FigureOpened } from "../actions/figure.ts"
import { paths } from "../paths.ts"
import { nameOfPeriod } from "../period-name.ts"
import { words } from "../words.ts"
import { bodyColumns, partColumns, recordColumns } from "./figure-columns.tsx"
import { capital, figureName, figureValue } from "./values.ts"

type Lang = Frame["lang"]
type Row = FigureOpened["rows"][number]
export type FigureView = {
  frame: Frame
  opened: FigureOpened
  state: ListState<"loai" | "co-quan">
  /** Which records the officer's role opens at all. */
  may: Readonly<Record<Row["kind"], boolean>>
}

/** One figure: how it is counted, by part, by body, and the records that this officer may open. */
export function figurePage({ frame, opened, state, may }: FigureView) {
  const { lang } = frame
  const t = words[lang].figure
  const { definition, value } = opened.figure
  const { period, from, to } = opened.window
  const isRoleOpen = opened.rows.every((row) => may[row.kind])
  const shown = opened.standing === null ? value : opened.standing.value
  return (
    <Layout
      {...frame}
      title={t.title(figureName(definition, lang), figureValue(definition, shown, lang))}
      current={paths.figures}
      crumbs={[
        { href: paths.period(period.label, opened.scope), label: capital(nameOfPeriod(period, lang)) },
        { label: definition.id },
      ]}
      lead={words[lang].figures.window(formatDay(from, lang), formatDay(to, lang))}
    >
      {state.kept.den !== undefined && <p class="quiet">{t.upTo(formatDay(to, lang))}</p>}
      <Standing opened={opened} lang={lang} />
      <Card title={t.how}>
        <p>{lang === "vi" ? definition.question : definition.questionEn}</p>
        <p>{[definition.definition, definition.note].filter(Boolean).join(". ")}</p>
        <p class="quiet">{t.source(words[lang].figures.sources[opened.figure.source])}</p>
      </Card>
      {opened.byPart.length > 1 && (
        <DataTable caption={t.byPart} columns={partColumns(opened, state, lang)} rows={opened.byPart} />
      )}
      {opened.byBody.length > 0 && (
        <DataTable caption={t.byBody} columns={bodyColumns(opened, state, lang)} rows={opened.byBody} />
      )}
      <WhoOpens opened={opened} state={state} isRoleOpen={isRoleOpen} lang={lang} />
      {isRoleOpen && opened.rows.length > 0 && (
        <DataTable
          caption={t.caption}
          columns={recordColumns(opened, lang)}
          rows={opened.rows}
          state={state}
          total={opened.open}
          {...((opened.byPart.length > 1 || opened.byBody.length > 1) && {
            filters: <Filters opened={opened} lang={lang} />,
          })}
        />
      )}
    </Layout>
  )
}

/** What was handed in does not change when the records do: both numbers are said. */
function Standing({ opened, lang }: { opened: FigureOpened; lang: Lang }) {
  const { standing, figure } = opened
  if (standing === null) return null
  const t = words[lang].figure
  const said = (value: number | null) => figureValue(figure.definition, value, lang)
  const isSame = standing.value === figure.value
  return (
    <Banner
      tone={isSame ? "good" : "soon"}
      title={t.standing(said(standing.value), formatInstant(standing.lock.at, lang))}
    >
      {isSame ? t.same : t.drifted(said(figure.value))}
    </Banner>
  )
}

function Filters({ opened, lang }: { opened: FigureOpened; lang: Lang }) {
  const t = words[lang].figure.filters
  return (
    <>
      {opened.byPart.length > 1 && (
        <Field
          kind="select"
          name="loai"
          label={t.part}
          empty={t.any}
          options={opened.byPart.map(({ part }) => ({ value: part, label: words[lang].parts[part] ?? part }))}
          optional
        />
      )}
      {opened.byBody.length > 1 && (
        <Field
          kind="select"
          name="co-quan"
          label={t.body}
          empty={t.any}
          options={opened.byBody.map(({ bodyId, name }) => ({ value: bodyId, label: name }))}
          optional
        />
      )}
    </>
  )
}

function WhoOpens(props: { opened: FigureOpened; state: ListState; isRoleOpen: boolean; lang: Lang }) {
  const { opened, state, isRoleOpen, lang } = props
  const t = words[lang].figure
  const { source } = opened.figure
  if (source === "bodies") return <Banner title={t.fromBodies} />
  if (source === "none") return <Banner tone="soon" title={t.fromNowhere} />
  if (opened.records === 0) return null
  const { part, body } = opened.only
  const only = [part === null ? "" : (words[lang].parts[part] ?? part), body?.name ?? ""].filter(
    (one) => one !== "",
  )
  return (
    <Banner title={t.counted(formatNumber(opened.records, lang))}>
      {whoOpens(opened, isRoleOpen, lang)}
      {only.length > 0 && (
        <>
          {" "}
          {t.only(only.join(", "))} <a href={listCleared(state)}>{t.all}</a>
        </>
      )}
    </Banner>
  )
}

function whoOpens({ records, open }: FigureOpened, isRoleOpen: boolean, lang: Lang): string {
  const t = words[lang].figure
  const closed = records - open
  if (!isRoleOpen) return t.notYourRole
  if (closed <= 0) return t.openAll
  return open === 0 ? t.openNone : t.openSome(formatNumber(open, lang), formatNumber(closed, lang))
}
