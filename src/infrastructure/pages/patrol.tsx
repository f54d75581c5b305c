/** One patrol: its points, what was found and told, and for the team its path; and the form on which one is logged. */
import { fieldPaths } from "../../kernel/field/paths.ts"
import type { TrackPoint } from "../../kernel/field/thin.ts"
import { formatDate, formatInstant } from "../../kernel/format.ts"
import { type Errors, type Failed, Questions } from "../../kernel/forms/index.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import { localDateOf, localTimeOf } from "../../kernel/time.ts"
import {
  Actions,
  type Answers,
  Banner,
  Button,
  Card,
  DefinitionList,
  Field,
  Form,
  Layout,
  type Option,
  Split,
  Stack,
  Tag,
  useForm,
  useLang,
} from "../../kernel/ui/index.ts"
import type { Lang } from "../../kernel/words.ts"
import type { PatrolReading } from "../actions/patrols.ts"
import { assetNumber } from "../domain/asset.ts"
import { incidentNumber } from "../domain/incident.ts"
import { isFinding, outcomes, patrolNumber, planNumber, pointsMax } from "../domain/patrol.ts"
import { logging, type PatrolFormName, patrolForms } from "../forms-patrol.ts"
import { paths } from "../paths.ts"
import type { PlanRow, PointRow } from "../store/patrols.ts"
import { words } from "../words.ts"
import { assetWords } from "../words-asset.ts"
import { patrolWords } from "../words-patrol.ts"

const crumbs = (lang: Lang, last: string) => [
  { href: paths.incidents, label: words[lang].nav },
  { href: paths.patrols, label: patrolWords[lang].nav },
  { label: last },
]

export type PatrolView = {
  frame: Frame
  reading: PatrolReading
  may: readonly PatrolFormName[]
  failed: Failed<PatrolFormName> | null
  refused: string | null
  isDone: boolean
}

export function patrolPage(view: PatrolView) {
  const { frame, reading, refused, isDone } = view
  const { lang } = frame
  const { row, track } = reading
  const t = patrolWords[lang]
  return (
    <Layout
      {...frame}
      title={t.patrolTitle(row.planName, formatDate(localDateOf(new Date(row.beganAt)), lang))}
      current={paths.incidents}
      crumbs={crumbs(lang, patrolNumber(row.number))}
      lead={`${formatInstant(row.beganAt, lang)} – ${localTimeOf(new Date(row.endedAt))}, ${t.patrolLine(row.points, row.findings)}`}
      scripts={view.may.length > 0 ? ["combobox.js"] : []}
    >
      {isDone && <Banner isAnswer tone="good" title={t.done} />}
      {refused !== null && <Banner isAnswer tone="soon" title={refused} />}
      <Split wide>
        <Card title={t.points}>
          {reading.points.length === 0 && <p>{row.points === 0 ? t.noPoints : t.pointsClosed}</p>}
          {reading.points.map((point) => (
            <Point point={point} view={view} />
          ))}
        </Card>
        <Stack>
          <Card title={t.about}>
            <DefinitionList
              items={[
                { term: t.about, value: <a href={paths.patrolPlan(row.planId)}>{row.planName}</a> },
                { term: t.columns.body, value: `${row.bodyName}, ${row.madeName}` },
                ...(row.note === null
                  ? []
                  : [{ term: logging.asks.note.label[lang], value: <span class="said">{row.note}</span> }]),
                { term: t.entered, value: formatInstant(row.enteredAt, lang) },
                ...(row.deviceAt === null
                  ? []
                  : [{ term: t.device, value: formatInstant(row.deviceAt, lang) }]),
              ]}
            />
          </Card>
          {track !== null && (
            <Card title={t.track}>
              <Path points={track.points} lang={lang} />
              <p class="quiet">{t.trackLead(track.points.length, formatDate(track.eraseOn, lang))}</p>
            </Card>
          )}
        </Stack>
      </Split>
    </Layout>
  )
}

function Point({ point, view }: { point: PointRow; view: PatrolView }) {
  const { lang } = view.frame
  const t = patrolWords[lang]
  const found = isFinding(point.outcome)
  return (
    <section class="stack">
      <h3>
        {t.pointOf(point.position)} <Tag tone={found ? "late" : "good"}>{t.outcomes[point.outcome]}</Tag>
      </h3>
      <p>
        {t.seenAt} {formatInstant(point.at, lang)}
        {point.areaName !== null && `, ${point.areaName}`}
        {point.assetId !== null && (
          <>
            ,{" "}
            <a href={paths.asset(point.assetId)}>{point.assetCode ?? assetNumber(point.assetNumber ?? "")}</a>
            {point.assetKind !== null && ` (${assetWords[lang].kinds[point.assetKind]})`}
          </>
        )}
        {point.lat !== null && `, ${point.lat} ${point.lon}`}
      </p>
      {point.note !== null && <p class="said">{point.note}</p>}
      {point.incidentId !== null && (
        <p>
          <a href={paths.incident(point.incidentId)}>
            {t.toldAs(incidentNumber(point.incidentNumber ?? ""))}
          </a>
        </p>
      )}
      {found && point.incidentId === null && view.may.includes("tell") && <Tell point={point} view={view} />}
    </section>
  )
}

function Tell({ point, view }: { point: PointRow; view: PatrolView }) {
  const { lang } = view.frame
  const { tell } = patrolForms
  const own = [view.failed?.answers.point].flat().at(-1) === point.id ? view.failed : null
  return (
    <details class="step-form" open={own !== null}>
      <summary>{tell.title[lang]}</summary>
      <Form
        action={paths.patrolForm(view.reading.row.id, tell.slug)}
        id={`bao-${point.position}`}
        hidden={{ point: point.id }}
        answers={own?.answers ?? {}}
        errors={own?.errors ?? {}}
      >
        {tell.follows !== null && <p class="quiet">{tell.follows[lang]}</p>}
        <Questions asks={tell.asks} options={{ areaCode: view.reading.places }} />
        <Actions>
          <Button>{tell.submit[lang]}</Button>
        </Actions>
      </Form>
    </details>
  )
}

const side = 280
const margin = 12

/** Degrees of longitude are shorter than those of latitude; drawn so that a square stays a square. */
function Path({ points, lang }: { points: readonly TrackPoint[]; lang: Lang }) {
  const t = patrolWords[lang]
  const shrink = Math.cos(((points[0]?.[0] ?? 0) * Math.PI) / 180)
  const flat = points.map(([lat, lon]) => [lon * shrink, -lat] as const)
  const [xs, ys] = [flat.map(([x]) => x), flat.map(([, y]) => y)]
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  const span = Math.max(Math.max(...xs) - left, Math.max(...ys) - top) || 1
  const placed = flat.map(([x, y]) => [
    Math.round(margin + ((x - left) / span) * (side - 2 * margin)),
    Math.round(margin + ((y - top) / span) * (side - 2 * margin)),
  ])
  const [first, last] = [placed[0] ?? [0, 0], placed.at(-1) ?? [0, 0]]
  return (
    <svg viewBox={`0 0 ${side} ${side}`} width="100%" role="img" aria-label={t.trackTitle}>
      <title>{t.trackTitle}</title>
      <polyline
        points={placed.map((point) => point.join(",")).join(" ")}
        fill="none"
        stroke="currentColor"
        stroke-width="2"
      />
      <circle cx={first[0]} cy={first[1]} r="5" fill="currentColor">
        <title>{t.trackStart}</title>
      </circle>
      <circle cx={last[0]} cy={last[1]} r="5" fill="none" stroke="currentColor" stroke-width="2">
        <title>{t.trackEnd}</title>
      </circle>
    </svg>
  )
}

export type LogOffer = { plans: readonly PlanRow[]; codes: readonly { code: string }[] }
export type LogView = { frame: Frame; offer: LogOffer; answers: Answers; errors: Errors }

export function logPage({ frame, offer, answers, errors }: LogView) {
  const { lang } = frame
  const t = patrolWords[lang]
  return (
    <Layout
      {...frame}
      title={t.log}
      current={paths.incidents}
      crumbs={crumbs(lang, t.log)}
      lead={offer.plans.length === 0 ? t.noPlans : t.logLead}
    >
      <div class="measure">
        <Actions>
          <Button href={fieldPaths.home} look="second">
            {t.field}
          </Button>
        </Actions>
        <Form action={paths.logPatrol} answers={answers} errors={errors}>
          <PatrolQuestions offer={offer} />
          <Actions>
            <Button>{logging.submit[lang]}</Button>
          </Actions>
        </Form>
      </div>
    </Layout>
  )
}

const pointsShown = 3

/** On its page, and as the field engine keeps it: there, `track` is filled by the device, and times and positions by one press. */
export function PatrolQuestions({ offer }: { offer: LogOffer }) {
  const lang = useLang()
  const t = patrolWords[lang]
  const form = useForm()
  const track = [form.answers.track ?? ""].flat().at(-1)
  const plans: Option[] = offer.plans.map((row) => ({
    value: row.id,
    label: `${planNumber(row.number)}: ${row.name}`,
  }))
  const numbers = Array.from({ length: pointsMax }, (_, i) => i + 1)
  const isUsed = numbers.some(
    (n) => n > pointsShown && Object.keys(form.errors).some((name) => name.startsWith(`d${n}-`)),
  )
  return (
    <>
      <Questions asks={logging.asks} options={{ planId: plans }} only={(name) => name !== "note"} />
      <input type="hidden" name="track" value={track} />
      {numbers.slice(0, pointsShown).map((n) => (
        <PointQuestions n={n} codes={offer.codes} />
      ))}
      <details open={isUsed}>
        <summary>{t.morePoints}</summary>
        <div class="stack">
          {numbers.slice(pointsShown).map((n) => (
            <PointQuestions n={n} codes={offer.codes} />
          ))}
        </div>
      </details>
      <Questions asks={logging.asks} only={(name) => name === "note"} />
    </>
  )
}

function PointQuestions({ n, codes }: { n: number; codes: LogOffer["codes"] }) {
  const lang = useLang()
  const t = patrolWords[lang]
  const named = (label: string) => `${t.pointOf(n)}: ${label.toLocaleLowerCase(lang)}`
  return (
    <section class="card stack">
      <Field
        kind="text"
        name={`d${n}-asset`}
        label={`${t.pointOf(n)}: ${t.asset.toLocaleLowerCase(lang)}`}
        hint={t.assetHint}
        maxlength={60}
        list={n === 1 ? codes.map(({ code }) => code) : []}
        optional
      />
      <Field
        kind="select"
        name={`d${n}-outcome`}
        label={named(t.outcome)}
        options={outcomes.map((value) => ({ value, label: t.outcomes[value] }))}
        optional
      />
      <Field
        kind="text"
        name={`d${n}-time`}
        label={named(t.time)}
        hint={t.timeHint}
        width="short"
        maxlength={5}
        optional
      />
      <Field
        kind="text"
        name={`d${n}-point`}
        label={named(t.point)}
        hint={t.pointHint}
        maxlength={60}
        optional
      />
      <Field kind="textarea" name={`d${n}-note`} label={named(t.note)} rows={2} maxlength={1_000} optional />
    </section>
  )
}
