/** One plan of patrols: what it says, what was seen this month and what is left, and its patrols. */
import { directivePaths, namingWords, taskChosen, taskNamed, taskOptions } from "../../directives/index.ts"
import { formatDate, formatInstant, formatNumber } from "../../kernel/format.ts"
import { type Failed, StepForm } from "../../kernel/forms/index.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import { localDateOf } from "../../kernel/time.ts"
import {
  Actions,
  type Answers,
  Banner,
  Button,
  Card,
  DataTable,
  DefinitionList,
  Layout,
  Split,
  Stack,
} from "../../kernel/ui/index.ts"
import type { Lang } from "../../kernel/words.ts"
import type { PlanOffer, PlanReading } from "../actions/patrols.ts"
import { assetNumber } from "../domain/asset.ts"
import { patrolNumber, planNumber } from "../domain/patrol.ts"
import { type PlanFormName, planForms } from "../forms-patrol.ts"
import { paths } from "../paths.ts"
import type { Covered } from "../store/patrols.ts"
import { words } from "../words.ts"
import { assetWords } from "../words-asset.ts"
import { patrolWords } from "../words-patrol.ts"

export type PlanView = {
  frame: Frame
  reading: PlanReading
  may: readonly PlanFormName[]
  /** Choices of the form that changes it; null where nobody may. */
  offer: PlanOffer | null
  failed: Failed<PlanFormName> | null
  refused: string | null
  isDone: boolean
}

export function planPage({ frame, reading, may, offer, failed, refused, isDone }: PlanView) {
  const { lang } = frame
  const { row, serving } = reading
  const t = patrolWords[lang]
  const starts: Record<PlanFormName, Answers> = {
    change: planStart(row),
    serve: taskChosen(serving),
    end: {},
  }
  const people = offer?.people ?? []
  const choices = { areas: offer?.places ?? [], leaderId: people, team: people }
  const mayLog = reading.isOfTeam && row.endedOn === null
  return (
    <Layout
      {...frame}
      title={row.name}
      current={paths.incidents}
      crumbs={[
        { href: paths.incidents, label: words[lang].nav },
        { href: paths.patrols, label: t.nav },
        { label: planNumber(row.number) },
      ]}
      lead={`${t.columns.done}: ${t.doneOf(row.done, row.timesMonth)}. ${row.bodyName}`}
    >
      {isDone && <Banner isAnswer tone="good" title={t.done} />}
      {refused !== null && <Banner isAnswer tone="soon" title={refused} />}
      <Split wide>
        <Stack>
          <About reading={reading} lang={lang} />
          <Coverage covered={reading.covered} lang={lang} />
          <Left reading={reading} lang={lang} />
        </Stack>
        <Stack>
          <Card title={t.next} id="buoc-tiep">
            {serving.now !== null && (
              <p>
                {namingWords.serves[lang]}{" "}
                <a href={directivePaths.assignment(serving.now.id)}>{taskNamed(serving.now)}</a>
              </p>
            )}
            {mayLog && (
              <Actions>
                <Button href={`${paths.logPatrol}?ke-hoach=${row.id}`}>{t.log}</Button>
              </Actions>
            )}
            {may.length === 0 && !mayLog && <p>{t.nothing}</p>}
            {may.map((name) => (
              <StepForm
                name={name}
                form={planForms[name]}
                action={paths.patrolPlanForm(row.id, planForms[name].slug)}
                failed={failed}
                start={starts[name]}
                options={{ assignmentId: taskOptions(serving, lang), ...choices }}
              />
            ))}
          </Card>
          <Card title={t.patrols}>
            {reading.patrols.length === 0 ? (
              <p>{t.patrolsNone}</p>
            ) : (
              <ul>
                {reading.patrols.map((one) => (
                  <li>
                    <a href={paths.patrol(one.id)}>
                      {patrolNumber(one.number)}, {formatInstant(one.beganAt, lang)}
                    </a>
                    : {t.patrolLine(one.points, one.findings)} <span class="quiet">{one.madeName}</span>
                  </li>
                ))}
              </ul>
            )}
          </Card>
        </Stack>
      </Split>
    </Layout>
  )
}

const planStart = (row: PlanReading["row"]): Answers => ({
  ...{ name: row.name, areas: row.areaCodes, kinds: row.kinds, segments: row.segments ?? "" },
  ...{ timesMonth: String(row.timesMonth), fromOn: row.fromOn, untilOn: row.untilOn ?? "" },
  ...{ leaderId: row.leaderId, team: row.teamIds },
})

function About({ reading: { row }, lang }: { reading: PlanReading; lang: Lang }) {
  const t = patrolWords[lang]
  const kinds: Readonly<Record<string, string>> = assetWords[lang].kinds
  const from = formatDate(row.fromOn, lang)
  return (
    <Card title={t.about}>
      <DefinitionList
        items={[
          { term: t.columns.areas, value: row.areaNames },
          { term: t.kinds, value: row.kinds.map((kind) => kinds[kind] ?? kind).join(", ") },
          ...(row.segments === null
            ? []
            : [{ term: t.segments, value: <span class="said">{row.segments}</span> }]),
          { term: t.times, value: t.timesOf(row.timesMonth, row.proposed) },
          {
            term: t.period,
            value: row.untilOn === null ? t.from(from) : t.between(from, formatDate(row.untilOn, lang)),
          },
          { term: t.leader, value: row.leaderName },
          ...(row.teamNames.length === 0 ? [] : [{ term: t.team, value: row.teamNames.join(", ") }]),
          { term: t.madeBy, value: row.madeName },
          ...(row.endedOn === null
            ? []
            : [{ term: t.columns.state, value: t.ended(formatDate(row.endedOn, lang)) }]),
        ]}
      />
    </Card>
  )
}

function Coverage({ covered, lang }: { covered: readonly Covered[] | null; lang: Lang }) {
  const t = patrolWords[lang]
  const n = (count: number) => formatNumber(count, lang)
  return (
    <Card title={t.coverage}>
      {covered === null || covered.length === 0 ? (
        <p>{covered === null ? t.coverageClosed : t.coverageNone}</p>
      ) : (
        <DataTable
          caption={t.coverage}
          quietCaption
          columns={[
            { key: "noi", label: t.coverageColumns.place, heading: true, cell: (one) => one.areaName },
            { key: "loai", label: t.coverageColumns.kind, cell: (one) => assetWords[lang].kinds[one.kind] },
            {
              key: "da",
              label: t.coverageColumns.seen,
              numeric: true,
              cell: (one) => `${n(one.seen)}/${n(one.assets)}`,
            },
            {
              key: "con",
              label: t.coverageColumns.left,
              numeric: true,
              cell: (one) => n(one.assets - one.seen),
            },
          ]}
          rows={covered}
        />
      )}
    </Card>
  )
}

function Left({ reading: { left, covered }, lang }: { reading: PlanReading; lang: Lang }) {
  const t = patrolWords[lang]
  if (covered === null || covered.length === 0) return null
  return (
    <Card title={t.left}>
      {left.length === 0 ? (
        <p>{t.leftNone}</p>
      ) : (
        <>
          <p class="quiet">{t.leftFirst(left.length)}</p>
          <ul>
            {left.map((one) => (
              <li>
                <a href={paths.asset(one.id)}>{one.code ?? assetNumber(one.number)}</a>,{" "}
                {assetWords[lang].kinds[one.kind]}, {one.areaName}:{" "}
                <span class="quiet">
                  {one.lastAt === null
                    ? t.never
                    : t.lastSeen(formatDate(localDateOf(new Date(one.lastAt)), lang))}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  )
}
