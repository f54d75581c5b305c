/** One notice at an officer's desk, with what may be done next. */
import { directivePaths, namingWords, taskChosen, taskNamed, taskOptions } from "../../directives/index.ts"
import { ruleNamed } from "../../kernel/calendar/term.ts"
import { formatDate, formatInstant } from "../../kernel/format.ts"
import { type Failed, StepForm } from "../../kernel/forms/index.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import {
  type Answers,
  Banner,
  Card,
  DefinitionList,
  Layout,
  Split,
  Stack,
  Tag,
} from "../../kernel/ui/index.ts"
import { documentWords, letterPaths, shownNumber } from "../../letters/index.ts"
import type { NoticeReading } from "../actions/reading.ts"
import { AlertState } from "../children/pages/alerts.tsx"
import { childPaths } from "../children/paths.ts"
import { childWords } from "../children/words.ts"
import { type Ground, groundsOn } from "../domain/measures.ts"
import { reviewDueAt } from "../domain/review.ts"
import { type NoticeFormName, noticeForms } from "../forms.ts"
import { paths } from "../paths.ts"
import { words } from "../words.ts"
import { formWords } from "../words-forms.ts"
import { StateTag } from "./state-tag.tsx"

export type NoticeView = {
  frame: Frame
  reading: NoticeReading
  grounds: readonly Ground[]
  may: readonly NoticeFormName[]
  failed: Failed<NoticeFormName> | null
  refused: string | null
  isDone: boolean
}
type Part = { view: NoticeView }

export function noticePage(view: NoticeView) {
  const { frame, reading } = view
  const { notice } = reading
  const t = words[frame.lang]
  return (
    <Layout
      {...frame}
      title={`${notice.platform}: ${t.states[notice.state]}`}
      lead={<StateTag row={notice} lang={frame.lang} />}
      current={paths.notices}
      crumbs={[{ href: paths.notices, label: t.nav }, { label: notice.platform }]}
    >
      {view.isDone && <Banner isAnswer tone="good" title={t.one.done} />}
      {view.refused !== null && <Banner isAnswer tone="soon" title={view.refused} />}
      <ReviewClock view={view} />
      <Alerts view={view} />
      <Split wide>
        <Stack>
          <Complaint view={view} />
          {notice.measure !== null && <Decision view={view} />}
          <Objections view={view} />
          <Told view={view} />
          <History view={view} />
        </Stack>
        <Next view={view} />
      </Split>
    </Layout>
  )
}

/** Alerts to communes of a child in danger: the twelve hours stand beside the notice until the commune says what was done. */
function Alerts({ view: { frame, reading } }: Part) {
  const { lang } = frame
  const t = childWords[lang]
  const { alerts, now } = reading
  if (alerts.length === 0) return null
  return (
    <Card title={t.communes}>
      <ul class="stack">
        {alerts.map((one) => (
          <li>
            <a href={childPaths.alert(one.id)}>{one.toBodyName}</a>{" "}
            <AlertState alert={one} now={now} lang={lang} />{" "}
            {one.doneAt === null && t.dueBy(formatInstant(one.dueAt, lang))}
            {one.receivedAt === null && <div>{t.nobodyYet}</div>}
            {one.mailedAt === null && one.doneAt === null && <div>{t.notMailed}</div>}
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** By when what went out at once is reviewed; said on the page until it was. */
function ReviewClock({ view: { frame, reading } }: Part) {
  const t = words[frame.lang].one
  const due = reviewDueAt(reading.notice)
  if (due === null) return null
  const at = formatInstant(due, frame.lang)
  return reading.isReviewLate ? (
    <Banner tone="late" title={t.reviewLate(at)} />
  ) : (
    <Banner tone="soon" title={t.reviewBy(at)} />
  )
}

const optional = (term: string, value: string | null | undefined) =>
  value === null || value === undefined || value === "" ? [] : [{ term, value }]

function Complaint({ view: { frame, reading } }: Part) {
  const { lang } = frame
  const { notice, complaint } = reading
  const t = words[lang]
  return (
    <Card title={t.one.complaint}>
      <p class="said">{complaint.said}</p>
      <DefinitionList
        items={[
          ...optional(t.one.url, notice.url),
          ...optional(t.one.holder, notice.holder),
          { term: t.one.seen, value: formatInstant(notice.seenAt, lang) },
          ...optional(t.one.hash, notice.copyHash),
          { term: t.one.standing, value: t.standings[notice.standing] },
          ...optional(t.one.who, complaint.who),
          ...optional(t.one.contact, complaint.contact),
          { term: t.one.filed, value: formatInstant(notice.filedAt, lang) },
          ...optional(formWords[lang].reason, notice.closedReason),
        ]}
      />
    </Card>
  )
}

function Decision({ view: { frame, reading, grounds } }: Part) {
  const { lang } = frame
  const { notice } = reading
  const t = words[lang]
  const ground = grounds.find(({ id }) => id === notice.ground)
  const at = (term: string, value: string | null, more: string) =>
    value === null ? [] : [{ term, value: `${formatInstant(value, lang)} ${more}`.trim() }]
  return (
    <Card title={t.one.decision}>
      <DefinitionList
        items={[
          ...optional(
            t.one.ground,
            ground === undefined ? null : `${ground.name[lang]} (${ground.law}, ${ground.article})`,
          ),
          ...(ground?.verified === "no"
            ? [{ term: t.one.ground, value: <Tag tone="soon">{t.one.unverified}</Tag> }]
            : []),
          ...optional(t.one.measure, notice.measure === null ? null : t.measures[notice.measure]),
          ...optional(t.one.why, notice.proportionality),
          ...optional(t.one.lesser, notice.lesser),
          ...optional(
            formWords[lang].counted,
            notice.counted.map(({ url, on }) => `${url} (${formatDate(on, lang)})`).join("; "),
          ),
          ...optional(t.one.assessed, notice.assessedName),
          ...optional(
            t.one.approved,
            notice.approvedName === null ? null : `${notice.approvedName}, ${notice.signingBodyName ?? ""}`,
          ),
          ...optional(t.one.reviewed, notice.reviewedName),
          ...optional(
            t.one.commune,
            notice.commune === null ? null : `${notice.commune}: ${notice.communeHow ?? ""}`,
          ),
          ...at(t.one.communeDue, notice.communeDueAt, "(NĐ 56/2017/NĐ-CP, Điều 26)"),
          ...at(t.one.due, notice.dueAt, notice.dueRule === null ? "" : ruleNamed(notice.dueRule, lang)),
          ...optional(
            t.one.asked,
            notice.askedOn === null ? null : `${formatDate(notice.askedOn, lang)} (${t.one.askedOurs})`,
          ),
          ...at(t.one.outcome, notice.outcomeAt, notice.outcome === null ? "" : t.outcomes[notice.outcome]),
          ...optional(formWords[lang].answerNote, notice.outcomeNote),
        ]}
      />
      {notice.stoppedAt !== null && <Banner tone="soon" title={t.one.stopped} />}
      <p>
        <a href={paths.noticeText(notice.id)}>{t.one.text}</a>
      </p>
      {reading.papers.map((one) => (
        <p>
          <a href={letterPaths.document(one.id)}>
            {one.number === null ? t.one.paperUnnumbered : shownNumber(one.number, one.symbol)}
          </a>{" "}
          <Tag tone="calm">{documentWords[lang].states[one.state]}</Tag>
        </p>
      ))}
    </Card>
  )
}

function Objections({ view: { frame, reading } }: Part) {
  const { lang } = frame
  const t = words[lang]
  if (reading.objections.length === 0) return null
  return (
    <Card title={t.one.objections}>
      {reading.objections.map((one) => (
        <section class="stack">
          <h3>{t.one.levels[one.level]}</h3>
          <p class="said">{one.words.said}</p>
          <p class="quiet">
            {formatInstant(one.filedAt, lang)}; {t.one.decideBy(formatDate(one.dueOn, lang))}
          </p>
          {one.outcome !== null && (
            <p>
              <b>{formWords[lang].decisions[one.outcome]}</b>: {one.reasons}{" "}
              <span class="quiet">{one.decidedName}</span>
            </p>
          )}
        </section>
      ))}
    </Card>
  )
}

function Told({ view: { frame, reading } }: Part) {
  const { lang } = frame
  const t = words[lang]
  if (reading.told.length === 0) return null
  return (
    <Card title={t.one.told}>
      <ul class="stack">
        {reading.told.map((one) => (
          <li>
            {t.who[one.who]}: {t.what[one.what]},{" "}
            {one.toldAt === null ? (
              <Tag tone="soon">{t.one.toTell}</Tag>
            ) : (
              `${formatInstant(one.toldAt, lang)}, ${one.how ?? ""}`
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}

function History({ view: { frame, reading } }: Part) {
  const { lang } = frame
  const t = words[lang]
  const events: Readonly<Record<string, string>> = t.events
  if (reading.history.length === 0) return null
  return (
    <Card title={t.one.history}>
      <ol class="stack">
        {reading.history.map((one) => (
          <li>
            {formatInstant(one.at, lang)}: {events[one.what] ?? one.what}{" "}
            {one.byName !== null && <span class="quiet">{one.byName}</span>}
          </li>
        ))}
      </ol>
    </Card>
  )
}

/** The first answers of the assessment: the commune that was told already is named in them. */
function assessStart({ alerts }: NoticeReading): Answers {
  const [first] = alerts
  if (first === undefined) return { emergency: "none" }
  return { emergency: "child", commune: first.toBodyName, communeHow: childWords.vi.how }
}

function Next({ view: { frame, reading, grounds, may, failed } }: Part) {
  const { lang } = frame
  const t = words[lang]
  const { notice, today } = reading
  const inForce = groundsOn(grounds, today)
  const waiting = reading.told.filter(({ toldAt }) => toldAt === null)
  return (
    <Card title={t.one.next} id="buoc-tiep">
      {reading.serving.now !== null && (
        <p>
          {namingWords.serves[lang]}{" "}
          <a href={directivePaths.assignment(reading.serving.now.id)}>{taskNamed(reading.serving.now)}</a>
        </p>
      )}
      {may.length === 0 && <p>{t.one.nothing}</p>}
      {may.map((name) => (
        <StepForm
          name={name}
          form={noticeForms[name]}
          action={paths.noticeForm(notice.id, noticeForms[name].slug)}
          failed={failed}
          isOpen={name === may[0]}
          start={
            name === "assess" ? assessStart(reading) : name === "serve" ? taskChosen(reading.serving) : {}
          }
          options={{
            toBody: reading.communes.map(({ id, name: label }) => ({ value: id, label })),
            assignmentId: taskOptions(reading.serving, lang),
            ground: inForce.map((one) => ({
              value: one.id,
              label: `${one.name[lang]} (${[one.article, ...(one.verified === "no" ? [t.one.unverified] : [])].join(", ")})`,
            })),
            police: reading.police.map(({ id, name: label }) => ({ value: id, label })),
            signerId: reading.signers.map(({ id, label }) => ({ value: id, label })),
            told: waiting.map((one) => ({ value: one.id, label: `${t.who[one.who]}: ${t.what[one.what]}` })),
          }}
        />
      ))}
    </Card>
  )
}
