/** Patrols: the plans and what hot spots propose, and the form of a new plan. */
import { fieldPaths } from "../../kernel/field/paths.ts"
import { formatDate, formatNumber } from "../../kernel/format.ts"
import { type Errors, type Failed, Questions, StepForm } from "../../kernel/forms/index.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import {
  Actions,
  type Answers,
  Banner,
  Button,
  Card,
  DataTable,
  EmptyState,
  Form,
  Layout,
  Stack,
  Tag,
} from "../../kernel/ui/index.ts"
import type { Lang } from "../../kernel/words.ts"
import type { Patrols, PlanOffer } from "../actions/patrols.ts"
import { type HotPlace, isSmall, proposedTimes, rateOf } from "../domain/hot.ts"
import { planNumber } from "../domain/patrol.ts"
import { newPatrolPlan, ruleForm } from "../forms-patrol.ts"
import { paths } from "../paths.ts"
import type { PlanRow } from "../store/patrols.ts"
import { words } from "../words.ts"
import { patrolWords } from "../words-patrol.ts"
import { Rooms } from "./rooms.tsx"

export type PatrolsView = Patrols & {
  frame: Frame
  mayPlan: boolean
  failed: Failed<"rule"> | null
  isDone: boolean
}

export function patrolsPage({ frame, plans, hot, months, mayRule, mayPlan, failed, isDone }: PatrolsView) {
  const { lang } = frame
  const t = patrolWords[lang]
  return (
    <Layout
      {...frame}
      title={plans.length === 0 ? t.none : t.title(plans.length)}
      current={paths.incidents}
      lead={t.lead}
    >
      <Rooms lang={lang} here="patrols" />
      {isDone && <Banner isAnswer tone="good" title={t.ruleSaved} />}
      {mayPlan && (
        <Actions>
          <Button href={paths.newPatrolPlan}>{t.plan}</Button>
          <Button href={paths.logPatrol} look="second">
            {t.log}
          </Button>
          <Button href={fieldPaths.home} look="second">
            {t.field}
          </Button>
        </Actions>
      )}
      <Stack>
        {plans.length === 0 ? (
          <EmptyState title={t.none}>{t.noneHint}</EmptyState>
        ) : (
          <DataTable caption={t.plans} columns={planColumns(lang)} rows={plans} />
        )}
        <Card title={t.hot}>
          <p class="quiet">{t.hotLead}</p>
          {hot.every(({ onPurpose }) => onPurpose === 0) ? (
            <p>{t.hotNone}</p>
          ) : (
            <DataTable
              caption={t.hot}
              quietCaption
              columns={hotColumns(lang, mayPlan)}
              rows={hot.filter(({ onPurpose }) => onPurpose > 0)}
            />
          )}
          <p class="quiet">{t.smallHint}</p>
        </Card>
        <Card title={t.rule}>
          <p>{t.ruleNow(months)}</p>
          {mayRule && (
            <StepForm
              name="rule"
              form={ruleForm}
              action={paths.trackRule}
              failed={failed}
              start={{ months: String(months) }}
            />
          )}
        </Card>
      </Stack>
    </Layout>
  )
}

const planColumns = (lang: Lang) => {
  const t = patrolWords[lang]
  return [
    {
      key: "ke-hoach",
      label: t.columns.plan,
      heading: true,
      cell: (row: PlanRow) => (
        <a href={paths.patrolPlan(row.id)}>
          {planNumber(row.number)}: {row.name}
        </a>
      ),
    },
    { key: "noi", label: t.columns.areas, cell: (row: PlanRow) => row.areaNames },
    { key: "don-vi", label: t.columns.body, cell: (row: PlanRow) => row.bodyName },
    { key: "truong", label: t.columns.leader, cell: (row: PlanRow) => row.leaderName },
    { key: "thang", label: t.columns.done, cell: (row: PlanRow) => t.doneOf(row.done, row.timesMonth) },
    {
      key: "tinh-trang",
      label: t.columns.state,
      cell: (row: PlanRow) => (row.endedOn === null ? t.running : t.ended(formatDate(row.endedOn, lang))),
    },
  ]
}

/** A rate on a hundred assets, marked where it rests on few. */
export function Rate({ place, lang }: { place: HotPlace; lang: Lang }) {
  const rate = rateOf(place)
  return (
    <>
      {rate === null ? "–" : formatNumber(rate, lang)}{" "}
      {rate !== null && isSmall(place) && <Tag>{patrolWords[lang].small}</Tag>}
    </>
  )
}

const hotColumns = (lang: Lang, mayPlan: boolean) => {
  const t = patrolWords[lang]
  return [
    { key: "noi", label: t.hotColumns.place, heading: true, cell: (row: HotPlace) => row.areaName },
    {
      key: "vu",
      label: t.hotColumns.purposed,
      numeric: true,
      cell: (row: HotPlace) => formatNumber(row.onPurpose, lang),
    },
    {
      key: "ty-le",
      label: t.hotColumns.rate,
      numeric: true,
      cell: (row: HotPlace) => <Rate place={row} lang={lang} />,
    },
    {
      key: "luot",
      label: t.hotColumns.times,
      numeric: true,
      cell: (row: HotPlace) => (
        <>
          {formatNumber(proposedTimes(row.onPurpose), lang)}{" "}
          {mayPlan && (
            <a
              href={`${paths.newPatrolPlan}?xa=${row.areaCode}`}
              aria-label={`${t.planHere}: ${row.areaName}`}
            >
              {t.planHere}
            </a>
          )}
        </>
      ),
    },
  ]
}

export type NewPlanView = { frame: Frame; offer: PlanOffer; answers: Answers; errors: Errors }

export function newPlanPage({ frame, offer, answers, errors }: NewPlanView) {
  const { lang } = frame
  const t = patrolWords[lang]
  return (
    <Layout
      {...frame}
      title={newPatrolPlan.title[lang]}
      current={paths.incidents}
      crumbs={[
        { href: paths.incidents, label: words[lang].nav },
        { href: paths.patrols, label: t.nav },
        { label: t.plan },
      ]}
      lead={t.hotLead}
    >
      <div class="measure">
        <Form action={paths.newPatrolPlan} answers={answers} errors={errors}>
          <Questions
            asks={newPatrolPlan.asks}
            options={{ areas: placesByHeat(offer, lang), leaderId: offer.people, team: offer.people }}
          />
          <Actions>
            <Button>{newPatrolPlan.submit[lang]}</Button>
          </Actions>
        </Form>
      </div>
    </Layout>
  )
}

/** The hottest stand first, with what they propose. */
function placesByHeat({ places, hot }: PlanOffer, lang: Lang) {
  const t = patrolWords[lang]
  const heat = new Map(hot.map((one) => [one.areaCode, one.onPurpose]))
  const of = (code: string) => heat.get(code) ?? 0
  return places
    .toSorted((a, b) => of(b.value) - of(a.value))
    .map((place) => {
      const n = of(place.value)
      if (n === 0) return place
      const times = formatNumber(proposedTimes(n), lang)
      return {
        ...place,
        hint: `${t.hotColumns.purposed}: ${formatNumber(n, lang)}; ${t.hotColumns.times}: ${times}`,
      }
    })
}
