/** One page for a leader: where we are against each clause, who is late, what rose and where. Prints on two sheets. */
import { directivePaths } from "../../../directives/index.ts"
import { formatDate, formatNumber, formatPercent } from "../../../kernel/format.ts"
import type { Frame } from "../../../kernel/http/frame.ts"
import {
  Actions,
  Button,
  Card,
  Cards,
  EmptyState,
  Figure,
  Layout,
  Meter,
  Split,
  Stack,
  Tag,
} from "../../../kernel/ui/index.ts"
import { changeWords, figureName, figureValue } from "../../pages/values.ts"
import { paths } from "../../paths.ts"
import { nameOfPeriod } from "../../period-name.ts"
import type { Overview } from "../actions/overview.ts"
import { leadershipPaths } from "../paths.ts"
import { words } from "../words.ts"
import { MapPicture, MapTable, MonthsPicture, MonthsTable } from "./drawings.tsx"

export type OverviewView = {
  frame: Frame
  overview: Overview
  /** Names of tricks by slug. */
  types: ReadonlyMap<string, string>
  mayStartDirective: boolean
}

const onCards = ["I.1", "III.1.3", "III.3.2", "III.5.2"] as const
const onTrends = ["I.1", "III.1.3", "III.3.2"] as const

export function overviewPage(view: OverviewView) {
  const { frame, overview } = view
  const { lang } = frame
  const t = words[lang]
  return (
    <Layout
      {...frame}
      title={titleOf(view)}
      current={leadershipPaths.overview}
      lead={
        <p class="quiet">
          {t.lead(formatDate(overview.today, lang), nameOfPeriod(overview.reading.current.period, lang))}
        </p>
      }
    >
      <div class="overview stack">
        <Cards>
          {onCards.map((id) => (
            <Headline id={id} view={view} />
          ))}
        </Cards>
        <Split wide>
          <Stack>
            <Clauses view={view} />
            <Notables view={view} />
          </Stack>
          <Stack>
            <Card title={t.map}>
              <MapPicture values={overview.communes.values} label={t.map} />
              <MapWords view={view} />
            </Card>
            <LateBodies view={view} />
          </Stack>
        </Split>
        <Trends view={view} />
      </div>
      <Actions>
        <Button href={paths.report(overview.reading.current.period.label)}>{t.seeReport}</Button>
        <Button href={paths.period(overview.reading.current.period.label)} look="second">
          {t.seeFigures}
        </Button>
        {view.mayStartDirective && (
          <Button href={leadershipPaths.next} look="second">
            {t.next}
          </Button>
        )}
      </Actions>
    </Layout>
  )
}

function titleOf({ frame, overview }: OverviewView): string {
  const { lang } = frame
  const t = words[lang]
  const { rollUp } = overview
  if (rollUp === null) return t.noDirective
  const total = rollUp.bodies.reduce((sum, body) => sum + body.total, 0)
  const done = rollUp.bodies.reduce((sum, body) => sum + body.done + body.accepted, 0)
  const late = rollUp.bodies.filter((body) => body.late > 0).length
  const share = formatPercent(total === 0 ? 0 : done / total, lang)
  return t.title(t.directive(formatDate(rollUp.head.issuedOn, lang)), share, formatNumber(late, lang))
}

function Headline({ id, view }: { id: string; view: OverviewView }) {
  const { lang } = view.frame
  const { reading, trends } = view.overview
  const figure = reading.figures.find((one) => one.definition.id === id)
  if (figure === undefined) return null
  const { definition } = figure
  const change = changeWords(definition, figure.sincePrevious, lang)
  const against = figureValue(definition, figure.previous, lang)
  return (
    <Figure
      label={figureName(definition, lang)}
      value={figureValue(definition, figure.value, lang)}
      href={paths.figure(reading.current.period.label, id, reading.scope)}
      change={{ text: words[lang].against(change, against), tone: "calm" }}
      trend={trends.find((one) => one.figure === id)?.months.map((one) => one.value) ?? []}
    />
  )
}

function Clauses({ view }: { view: OverviewView }) {
  const { lang } = view.frame
  const { rollUp } = view.overview
  const t = words[lang]
  if (rollUp === null) return <EmptyState title={t.noDirective} />
  return (
    <Card title={t.clauses} href={directivePaths.directive(rollUp.head.id)}>
      <ol class="plain clause-list">
        {rollUp.tasks.map((task) => {
          const done = task.done + task.accepted
          return (
            <li class="clause-row">
              <b>{task.path}</b>
              <span>{shortened(task.text)}</span>
              <Meter
                total={task.total}
                parts={[
                  { label: t.done, value: done, tone: "good" },
                  { label: t.doing, value: task.total - done - task.late, tone: "brand" },
                  { label: t.late, value: task.late, tone: "late" },
                ]}
              />
              <Tag tone={task.late > 0 ? "late" : "good"}>
                {task.late > 0 ? t.lateTag(formatNumber(task.late, lang)) : t.onTime}
              </Tag>
            </li>
          )
        })}
      </ol>
    </Card>
  )
}

/** To the end of a word: a leader reads what it is about, and opens the directive for the rest. */
const shortened = (text: string) =>
  text.length <= 110 ? text : `${text.slice(0, 110).replace(/\s+\S*$/, "")}…`

function LateBodies({ view }: { view: OverviewView }) {
  const { lang } = view.frame
  const t = words[lang]
  const late = (view.overview.rollUp?.bodies ?? [])
    .filter((body) => body.late > 0)
    .sort((a, b) => b.late - a.late)
    .slice(0, 10)
  return (
    <Card title={t.lateBodies}>
      {late.length === 0 && <p>{t.noLate}</p>}
      <ul class="plain">
        {late.map((body) => (
          <li>
            <b>{body.bodyName}</b>{" "}
            <span class="quiet">
              {t.lateOf(formatNumber(body.late, lang), formatNumber(body.total, lang))}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function MapWords({ view }: { view: OverviewView }) {
  const { lang } = view.frame
  const { values, elsewhere } = view.overview.communes
  const t = words[lang]
  const placed = [...values.values()].reduce((sum, value) => sum + value, 0)
  return (
    <>
      <p class="quiet">{t.mapSays(formatNumber(placed, lang), formatNumber(elsewhere, lang))}</p>
      <details class="more">
        <summary>{t.asTable}</summary>
        <MapTable values={values} lang={lang} />
      </details>
      <p class="quiet no-print">
        <a href={leadershipPaths.map} download>
          {t.download}
        </a>
      </p>
    </>
  )
}

function Notables({ view }: { view: OverviewView }) {
  const { lang } = view.frame
  const { notable, reading, window } = view.overview
  const t = words[lang]
  return (
    <Card title={t.notable}>
      {notable.length === 0 && <p class="quiet">{t.noNotable}</p>}
      <ul>
        {notable.map((one) => {
          const say = one.now > one.was ? t.rose : t.fell
          const name = view.types.get(one.key) ?? one.key
          return <li>{say(name, formatNumber(one.was, lang), formatNumber(one.now, lang))}.</li>
        })}
      </ul>
      {notable.length > 0 && (
        <p class="quiet">
          {t.how(
            formatDate(window.from, lang),
            formatDate(window.to, lang),
            nameOfPeriod(reading.previous.period, lang),
          )}
        </p>
      )}
    </Card>
  )
}

function Trends({ view }: { view: OverviewView }) {
  const { lang } = view.frame
  const t = words[lang]
  const shown = onTrends.flatMap((id) => view.overview.trends.find((one) => one.figure === id) ?? [])
  if (shown.length === 0) return null
  return (
    <section class="stack">
      <h2>{t.trends}</h2>
      <Cards>
        {shown.map(({ figure, months }) => {
          const definition = view.overview.reading.figures.find(
            (one) => one.definition.id === figure,
          )?.definition
          const label = definition === undefined ? figure : figureName(definition, lang)
          return (
            <Card title={label}>
              <MonthsPicture months={months} label={label} />
              <details class="more">
                <summary>{t.asTable}</summary>
                <MonthsTable months={months} label={label} lang={lang} />
              </details>
              <p class="quiet no-print">
                <a href={leadershipPaths.chart(figure)} download>
                  {t.download}
                </a>
              </p>
            </Card>
          )
        })}
      </Cards>
    </section>
  )
}
