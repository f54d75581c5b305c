/** One page for a leader: where we are against each clause, who is late, what rose and where. Prints on two sheets. */
import { directivePaths, type ServingRoom } from "../../../directives/index.ts"
import { formatDate, formatDay, formatNumber, formatPercent } from "../../../kernel/format.ts"
import type { Frame } from "../../../kernel/http/frame.ts"
import { groundOn } from "../../../kernel/outlines/ground.ts"
import { hasOutlines } from "../../../kernel/outlines/map.ts"
import {
  Actions,
  Banner,
  Button,
  Card,
  Cards,
  Figure,
  Layout,
  Split,
  Stack,
} from "../../../kernel/ui/index.ts"
import type { Lang } from "../../../kernel/words.ts"
import { changeWords, figureName, figureValue } from "../../pages/values.ts"
import { paths } from "../../paths.ts"
import { nameOfPeriod } from "../../period-name.ts"
import type { NextThing } from "../actions/next-thing.ts"
import type { Headline, Overview } from "../actions/overview.ts"
import { leadershipPaths } from "../paths.ts"
import { words } from "../words.ts"
import { Clauses, LateBodies, nameOfLetter } from "./clauses.tsx"
import { MapLegend, MapPicture, MapTable } from "./map.tsx"
import { MonthsPicture, MonthsTable, monthName } from "./months.tsx"

export type OverviewView = {
  frame: Frame
  overview: Overview
  /** What may serve a task of a directive. */
  rooms: readonly ServingRoom[]
  /** Names of tricks by slug. */
  types: ReadonlyMap<string, string>
  next: NextThing | null
  mayStartDirective: boolean
}

export function overviewPage(view: OverviewView) {
  const { frame, overview } = view
  const { lang } = frame
  const t = words[lang]
  const period = overview.reading.current.period.label
  return (
    <Layout
      {...frame}
      title={titleOf(view)}
      current={leadershipPaths.overview}
      lead={<p class="quiet">{leadOf(view)}</p>}
    >
      <div class="overview stack">
        <Next view={view} />
        <Cards>
          {overview.headlines.map((one) => (
            <HeadlineCard one={one} view={view} />
          ))}
        </Cards>
        <Split wide>
          <Stack>
            <Clauses overview={overview} rooms={view.rooms} lang={lang} />
            <Notables view={view} />
          </Stack>
          <Stack>
            <MapCard view={view} />
            <LateBodies overview={overview} lang={lang} />
          </Stack>
        </Split>
        <Trends view={view} />
      </div>
      <Actions>
        <Button href={paths.report(period)}>{t.seeReport}</Button>
        {view.mayStartDirective && (
          <Button href={leadershipPaths.next} look="second">
            {t.next}
          </Button>
        )}
        <Button href={paths.period(period)} look="second">
          {t.seeFigures}
        </Button>
      </Actions>
    </Layout>
  )
}

function titleOf({ frame, overview }: OverviewView): string {
  const { lang } = frame
  const t = words[lang]
  const { rollUp, isChosen, standing } = overview
  if (rollUp === null) return t.noDirective
  const lateIn = (bodies: readonly { late: number }[]) => bodies.filter((body) => body.late > 0).length
  const everywhere = lateIn(standing.bodies)
  if (!isChosen && standing.directives > 1) {
    const name = t.allDirectives(formatNumber(standing.directives, lang))
    const share = shareDone(standing.bodies, lang)
    return everywhere === 0
      ? t.titleOnTime(name, share)
      : t.title(name, share, formatNumber(everywhere, lang))
  }
  const [name, share] = [
    t.directive(nameOfLetter(rollUp.head, lang)),
    shareDone(
      rollUp.bodies.map((body) => ({ ...body, done: body.done + body.accepted })),
      lang,
    ),
  ]
  const late = lateIn(rollUp.bodies)
  if (late > 0) return t.title(name, share, formatNumber(late, lang))
  return everywhere === 0
    ? t.titleOnTime(name, share)
    : t.titleLateElsewhere(name, share, formatNumber(everywhere, lang))
}

function shareDone(bodies: readonly { total: number; done: number }[], lang: Lang): string {
  const total = bodies.reduce((sum, body) => sum + body.total, 0)
  return formatPercent(total === 0 ? 0 : bodies.reduce((sum, body) => sum + body.done, 0) / total, lang)
}

/** What the numbers are of, and what they are held against. */
function leadOf({ frame: { lang }, overview }: OverviewView): string {
  const { reading, window, against } = overview
  const t = words[lang]
  const range = ({ from, to }: { from: string; to: string }) =>
    t.range(formatDay(from, lang), formatDay(to, lang))
  const said = t.lead(
    formatDate(overview.today, lang),
    t.period(nameOfPeriod(reading.current.period, lang), range(window)),
    range(against.previous),
  )
  const { since } = reading
  return since === null || since <= against.previous.from
    ? said
    : `${said} · ${t.since(formatDay(since, lang))}`
}

function Next({ view: { frame, next } }: { view: OverviewView }) {
  const { lang } = frame
  if (next === null) return null
  const t = words[lang].nextThing
  const [href, text] = ((): [string, string] => {
    switch (next.is) {
      case "waiting":
        return [next.waiting.href, next.waiting.text]
      case "lock":
        return [
          paths.period(next.period.label),
          t.lock(nameOfPeriod(next.period, lang), formatDay(next.endedOn, lang)),
        ]
      case "start":
        return [leadershipPaths.nextFrom(next.report.period), t.start(next.report.number)]
      case "late":
        return [
          `${directivePaths.directive(next.directiveId)}#nv-${next.taskId}`,
          t.late(next.path, formatNumber(next.late, lang), formatNumber(next.total, lang)),
        ]
    }
  })()
  return (
    <Banner tone={next.is === "late" ? "soon" : "calm"} title={t.title}>
      <a href={href}>{text}</a>
    </Banner>
  )
}

function HeadlineCard({ one, view }: { one: Headline; view: OverviewView }) {
  const { lang } = view.frame
  const { reading, trends } = view.overview
  const definition = reading.figures.find(({ definition: { id } }) => id === one.figure)?.definition
  if (definition === undefined) return null
  const t = words[lang]
  const bare = (value: number | null) => (value === null ? "–" : formatNumber(value, lang))
  const previous =
    one.previous.change === null
      ? t.unknownBefore
      : t.against(changeWords(definition, one.previous.change, lang), bare(one.previous.value))
  return (
    <Figure
      label={figureName(definition, lang)}
      value={figureValue(definition, one.value, lang)}
      href={paths.figure(reading.current.period.label, one.figure, reading.scope)}
      change={{ text: previous, tone: "calm" }}
      trend={trends.find(({ figure }) => figure === one.figure)?.months.map(({ value }) => value) ?? []}
    >
      {one.lastYear.value !== null && <p class="quiet">{t.lastYear(bare(one.lastYear.value))}</p>}
    </Figure>
  )
}

function MapCard({ view }: { view: OverviewView }) {
  const { lang } = view.frame
  const { map, reading } = view.overview
  const t = words[lang].map
  const sum = (values: ReadonlyMap<string, number>) => [...values.values()].reduce((all, one) => all + one, 0)
  const shown = { counts: map, period: reading.current.period.label, lang }
  const number = (value: number) => formatNumber(value, lang)
  const { isJoined, straddling, map: drawn } = groundOn(map.here, map.day)
  const [says, elsewhere] = isJoined ? [t.saysDistricts, t.elsewhereDistricts] : [t.says, t.elsewhere]
  return (
    <Card title={isJoined ? t.titleDistricts : t.title}>
      <MapPicture counts={map} lang={lang} />
      {hasOutlines(drawn) && <MapLegend counts={map} lang={lang} />}
      <p class="quiet">
        {says(number(sum(map.tips)), number(sum(map.cases)))}{" "}
        {elsewhere(number(map.elsewhere.tips), number(map.elsewhere.cases))}
        {isJoined && ` ${t.approximate(String(straddling))}.`}
      </p>
      <details class="more">
        <summary>{words[lang].asTable}</summary>
        <MapTable {...shown} />
      </details>
      {hasOutlines(drawn) && (
        <Downloads svg={leadershipPaths.map("svg")} png={leadershipPaths.map("png")} lang={lang} />
      )}
    </Card>
  )
}

function Downloads({ svg, png, lang }: { svg: string; png: string; lang: Frame["lang"] }) {
  return (
    <p class="quiet no-print">
      {words[lang].download}{" "}
      <a href={svg} download>
        SVG
      </a>
      {" · "}
      <a href={png} download>
        PNG
      </a>
    </p>
  )
}

function Notables({ view }: { view: OverviewView }) {
  const { lang } = view.frame
  const { notable, reading, window, against } = view.overview
  const t = words[lang]
  const day = (on: string) => formatDay(on, lang)
  const days = formatNumber((Date.parse(window.to) - Date.parse(window.from)) / 86_400_000 + 1, lang)
  return (
    <Card title={t.notable}>
      {notable.length === 0 && <p>{t.noNotable}</p>}
      <ul class="plain">
        {notable.map((one) => {
          const say = one.now > one.was ? t.rose : t.fell
          const name = view.types.get(one.key) ?? one.key
          return (
            <li>
              <a href={leadershipPaths.records({ type: one.key, period: reading.current.period.label })}>
                {name}
              </a>{" "}
              {say(formatNumber(one.was, lang), formatNumber(one.now, lang))}
            </li>
          )
        })}
      </ul>
      <p class="quiet">
        {t.how(
          days,
          t.range(day(window.from), day(window.to)),
          t.range(day(against.previous.from), day(against.previous.to)),
        )}
      </p>
    </Card>
  )
}

function Trends({ view }: { view: OverviewView }) {
  const { lang } = view.frame
  const { trends, reading, today } = view.overview
  const t = words[lang]
  const [first] = trends
  return (
    <section class="stack trends">
      <h2>{t.trends}</h2>
      <p class="quiet">
        {t.trendsLead(monthName(first?.months[0]?.month ?? ""), monthName(first?.months.at(-1)?.month ?? ""))}
      </p>
      <Cards>
        {trends.map(({ figure, months }) => {
          const definition = reading.figures.find((one) => one.definition.id === figure)?.definition
          const label = definition === undefined ? figure : figureName(definition, lang)
          return (
            <section class="card stack">
              <h3>{label}</h3>
              <MonthsPicture {...{ figure, months, label, today, lang }} />
              <details class="more">
                <summary>{t.asTable}</summary>
                <MonthsTable {...{ figure, months, label, lang }} />
              </details>
              <Downloads
                svg={leadershipPaths.chart(figure, "svg")}
                png={leadershipPaths.chart(figure, "png")}
                lang={lang}
              />
            </section>
          )
        })}
      </Cards>
    </section>
  )
}
