/** One check: why it is lawful, what was found, what comes next. */
import { casePaths } from "../../cases/index.ts"
import { directivePaths, namingWords, taskNamed } from "../../directives/index.ts"
import { formatDate, formatInstant } from "../../kernel/format.ts"
import { type Failed, type Options, StepForm } from "../../kernel/forms/index.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import {
  Banner,
  Card,
  ClockDays,
  type Definition,
  DefinitionList,
  DueTag,
  Layout,
  Split,
  Stack,
  Tag,
} from "../../kernel/ui/index.ts"
import { documentWords, letterPaths } from "../../letters/index.ts"
import type { CheckReading } from "../actions/reading.ts"
import { codeOf } from "../domain/code.ts"
import type { Counted } from "../domain/time.ts"
import { type FormName, forms } from "../forms.ts"
import { paths } from "../paths.ts"
import { words } from "../words.ts"
import { pageWords } from "../words-page.ts"
import { planWords } from "../words-plan.ts"
import { Answers } from "./checklist.tsx"
import { Joint, readOnlyOf } from "./joint.tsx"
import { Lawful } from "./lawful.tsx"
import { Publication } from "./published.tsx"
import { StateTag } from "./state-tag.tsx"

export type CheckView = {
  frame: Frame
  reading: CheckReading
  may: readonly FormName[]
  mayFill: boolean
  failed: Failed<FormName> | null
  refused: string | null
  isDone: boolean
  start: Partial<Record<FormName, Readonly<Record<string, string>>>>
  options: Options
}

export function checkPage(view: CheckView) {
  const { frame, reading } = view
  const { lang } = frame
  const { row, subject } = reading
  const t = pageWords[lang]
  return (
    <Layout
      {...frame}
      title={`${codeOf(row)}: ${subject.name}`}
      current={paths.inspections}
      crumbs={[{ href: paths.inspections, label: words[lang].nav }, { label: codeOf(row) }]}
      lead={
        <>
          <StateTag state={row.state} lang={lang} /> {words[lang].powers[row.power]}
          {row.overrideReason !== null && (
            <>
              {" "}
              <Tag tone="soon">{t.passedBy}</Tag>
            </>
          )}
        </>
      }
    >
      {view.isDone && <Banner isAnswer tone="good" title={t.done} />}
      {view.refused !== null && <Banner isAnswer tone="soon" title={view.refused} />}
      <Lawful reading={reading} lang={lang} />
      <Split wide>
        <Stack>
          <Clock reading={reading} lang={lang} />
          <Answers reading={reading} lang={lang} mayFill={view.mayFill} />
          <Recommendations reading={reading} lang={lang} />
        </Stack>
        <Next view={view} />
      </Split>
      <Split wide>
        <About reading={reading} lang={lang} />
        <Stack>
          <Papers reading={reading} lang={lang} />
          {reading.isOurs && <Publication reading={reading} lang={lang} />}
          <History reading={reading} lang={lang} />
        </Stack>
      </Split>
    </Layout>
  )
}

type Part = { reading: CheckReading; lang: Frame["lang"] }

function Next({ view }: { view: CheckView }) {
  const { frame, reading, may, start, options } = view
  const t = pageWords[frame.lang]
  const first = may.find((name) => name !== "paper")
  const from = Object.fromEntries(days.map((name) => [name, reading.since]))
  return (
    <Card title={t.next} id="viec">
      {may.length === 0 && (
        <p class="quiet">{reading.isOurs ? t.nothing : readOnlyOf(reading, frame.lang)}</p>
      )}
      {may.map((name) => (
        <StepForm
          name={name}
          form={forms[name]}
          action={paths.form(reading.row.id, forms[name].slug)}
          failed={view.failed}
          isOpen={name === first && forms[name].look === "main"}
          start={start[name] ?? {}}
          options={options}
          from={reading.since === "" ? {} : from}
        />
      ))}
    </Card>
  )
}
const days = [
  "approvedOn",
  "announcedOn",
  "recordedOn",
  "extendedOn",
  "fromOn",
  "untilOn",
  "concludedOn",
  "doneOn",
]

function Clock({ reading, lang }: Part) {
  const { counted, announceBy, row, today } = reading
  const t = pageWords[lang]
  const isRunning = row.state === "announced" || row.state === "paused"
  if (counted !== null) {
    const said = { counted, today, lang, isRunning }
    return <Days {...said} title={t.clock} event={t.announced} />
  }
  if (announceBy !== null && row.announcedOn === null)
    return (
      <Days counted={announceBy} today={today} title={t.announced} event={t.decision} lang={lang} isRunning />
    )
  return null
}

function Days(props: {
  counted: Counted
  today: string
  title: string
  event: string
  lang: Frame["lang"]
  /** Nothing is late any more once it is done. */
  isRunning: boolean
}) {
  const { counted, today, lang } = props
  const { rule, deadline, from } = counted
  const t = pageWords[lang]
  return (
    <Card title={props.title}>
      <p>
        {deadline.due === null ? t.clockPaused : t.clockDue(formatDate(deadline.due, lang))}{" "}
        {deadline.due !== null && props.isRunning && <DueTag dueOn={deadline.due} today={today} />}{" "}
        {!rule.verified && <Tag tone="soon">{words[lang].unverified}</Tag>}
      </p>
      <p class="quiet">{t.clockOf(lang === "vi" ? rule.nameVi : rule.nameEn, rule.basis)}</p>
      <ClockDays
        from={from}
        event={props.event}
        days={deadline.days.map(({ on, counted: isCounted, reason }) => ({
          on,
          counted: isCounted,
          ...(reason === null ? {} : { reason }),
        }))}
        dueOn={deadline.due}
        today={today}
      />
    </Card>
  )
}

function Recommendations({ reading: { recommendations, cases, today }, lang }: Part) {
  const t = pageWords[lang]
  if (recommendations.length + cases.length === 0) return null
  return (
    <Card title={recommendations.length > 0 ? t.recommendations : t.cases} id="kien-nghi">
      {recommendations.length > 0 && (
        <ul class="plain stack">
          {recommendations.map((one) => (
            <li>
              {one.what}{" "}
              {one.doneOn === null ? (
                <>
                  <span class="quiet">{t.due(formatDate(one.dueOn, lang))}</span>{" "}
                  <DueTag dueOn={one.dueOn} today={today} />
                </>
              ) : (
                <span class="quiet">
                  {t.doneOn(formatDate(one.doneOn, lang), one.doneName ?? "")}: {one.doneNote}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      {cases.length > 0 && (
        <p>
          {recommendations.length > 0 && `${t.cases}: `}
          {cases.map((one, at) => (
            <>
              {at > 0 && ", "}
              {one.number === null ? (
                t.caseElsewhere
              ) : (
                <a href={casePaths.case(one.caseId)}>{t.caseOf(one.number)}</a>
              )}
            </>
          ))}
        </p>
      )}
    </Card>
  )
}

function About({ reading, lang }: Part) {
  const { row, subject, members } = reading
  const { now } = reading.serving
  const t = pageWords[lang]
  const day = (on: string) => formatDate(on, lang)
  const fact = (term: string, value: string | null): Definition[] => (value === null ? [] : [{ term, value }])
  const signing = () => {
    if (row.signing === null) return null
    const said = words[lang].signings[row.signing]
    return row.signing === "signed"
      ? said
      : `${said}. ${t.refusal(row.refusalReason ?? "", row.witness ?? "")}`
  }
  return (
    <Card title={t.about}>
      <DefinitionList
        items={[
          { term: t.subject, value: <a href={paths.subject(subject.id)}>{subject.name}</a> },
          { term: t.matter, value: words[lang].matters[row.matter] },
          { term: t.place, value: row.place },
          { term: t.plannedOn, value: day(row.plannedOn) },
          { term: t.method, value: words[lang].methods[row.method] },
          ...fact(t.remoteNote, row.remoteNote),
          ...fact(t.legalBasis, row.legalBasis),
          ...fact(t.override, row.overrideReason),
          ...fact(
            t.decision,
            row.decidedOn === null
              ? null
              : t.decisionOf(row.decidedNumber ?? "", day(row.decidedOn), row.decidedBy ?? ""),
          ),
          ...fact(t.approved, row.approvedOn === null ? null : `${day(row.approvedOn)}, ${row.approvedBy}`),
          ...fact(t.announced, row.announcedOn === null ? null : day(row.announcedOn)),
          ...fact(
            t.recordedOn,
            row.recordedOn === null ? null : `${row.recordedTime}, ${day(row.recordedOn)}`,
          ),
          ...fact(planWords[lang].sentOn, row.sentAt === null ? null : formatInstant(row.sentAt, lang)),
          ...fact(t.opinion, row.opinion),
          ...fact(t.signing, signing()),
          ...fact(t.conclusion, row.conclusion),
          ...fact(t.endReason, row.endReason),
        ]}
      />
      {now !== null && (
        <p>
          {namingWords.serves[lang]} <a href={directivePaths.assignment(now.id)}>{taskNamed(now)}</a>
        </p>
      )}
      {row.deviceAt !== null && <p class="quiet">{t.sentFromDevice(formatInstant(row.deviceAt, lang))}</p>}
      {reading.photos.length > 0 && (
        <>
          <h3>{t.photos}</h3>
          <ul>
            {reading.photos.map((photo) => (
              <li>
                <a href={paths.photo(row.id, photo.id)}>{t.photo(String(photo.position))}</a>{" "}
                <span class="quiet">{photo.name}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <Joint reading={reading} lang={lang} />
      {members.length > 0 && (
        <>
          <h3>{t.team}</h3>
          <ul>
            {members.map((one) => (
              <li>
                {one.name}, {one.title}, {one.ofBody}{" "}
                <span class="quiet">{t.declared(formatDate(one.declaredOn, lang))}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  )
}

function Papers({ reading: { papers }, lang }: Part) {
  const t = pageWords[lang]
  return (
    <Card title={t.papers} id="van-ban">
      {papers.length === 0 && <p class="quiet">{t.noPapers}</p>}
      <ul class="plain stack">
        {papers.map(({ paper, document }) => (
          <li>
            {document === null ? (
              t.paperNames[paper.kind]
            ) : (
              <>
                <a href={letterPaths.document(document.id)}>{t.paperNames[paper.kind]}</a>{" "}
                <span class="quiet">{documentWords[lang].states[document.state]}</span>
              </>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}

function History({ reading: { events }, lang }: Part) {
  const t = pageWords[lang]
  const names: Readonly<Record<string, string>> = words[lang].events
  if (events.length === 0) return null
  return (
    <Card title={t.history}>
      <ol class="plain stack">
        {events.map((event) => (
          <li>
            <b>{names[event.what] ?? event.what}</b>{" "}
            <span class="quiet">
              {formatDate(event.happenedOn, lang)}, {event.byName}
            </span>
            {event.note !== null && <p class="quiet">{event.note}</p>}
          </li>
        ))}
      </ol>
    </Card>
  )
}
