import { formatDay, formatInstant, formatNumber } from "../../kernel/format.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import {
  Actions,
  type Answers,
  Banner,
  Button,
  Card,
  type Column,
  DataTable,
  ErrorSummary,
  Field,
  type FieldErrors,
  Form,
  Layout,
  Tabs,
} from "../../kernel/ui/index.ts"
import type { PeriodReading, Scope } from "../actions/figures.ts"
import type { Correction } from "../domain/lock.ts"
import { after, basisOfWindows, before, daysIn, isPartlyKnown, upTo, type Window } from "../domain/windows.ts"
import { reportOutline } from "../outline.ts"
import { paths } from "../paths.ts"
import { nameOfPeriod } from "../period-name.ts"
import { words } from "../words.ts"
import { campaignWords } from "../words-campaign.ts"
import { lockWords } from "../words-lock.ts"
import { reportWords } from "../words-report.ts"
import { SectionTable } from "./figures-table.tsx"
import { bareValue, capital, figureName, figureValue } from "./values.ts"

type Lang = Frame["lang"]
export type FiguresView = {
  frame: Frame
  reading: PeriodReading
  scopes: readonly Scope[]
  mayLock: boolean
  mayCorrect: boolean
  failed: { figure: string | null; answers: Answers; errors: FieldErrors } | null
  done: string | null
  /** The body's own parts that wait to be written. */
  parts: readonly { assignmentId: string; dueOn: string | null }[]
  /** Whether this desk asks the bodies for their parts. */
  hasCampaign: boolean
}

/** The figures of a period in the order of the report, each with its source. */
export function figuresPage(view: FiguresView) {
  const { frame, reading, scopes } = view
  const { lang } = frame
  const t = words[lang].figures
  const { period } = reading.current
  const counted = upTo(reading.current, reading.today)
  const bare = (id: string) => {
    const figure = reading.figures.find((one) => one.definition.id === id)
    return figure === undefined ? "–" : bareValue(figure.definition, figure.value, lang)
  }
  return (
    <Layout
      {...frame}
      title={t.title(capital(nameOfPeriod(period, lang)), bare("I.1"), bare("III.1.3"))}
      current={paths.figures}
      lead={`${t.window(formatDay(counted.from, lang), formatDay(counted.to, lang))}${
        reading.isRunning ? t.ends(formatDay(reading.current.to, lang)) : ""
      }`}
    >
      {view.done !== null && <Banner tone="good" title={view.done} isAnswer />}
      <ErrorSummary errors={view.failed?.figure === null ? view.failed.errors : {}} />
      {view.parts.map((part) => (
        <Banner
          tone="soon"
          title={campaignWords[lang].mine(part.dueOn === null ? "" : formatDay(part.dueOn, lang))}
        >
          <a href={paths.part(part.assignmentId)}>{campaignWords[lang].write}</a>
        </Banner>
      ))}
      <Standing reading={reading} lang={lang} />
      <Tabs
        label={t.periodLabel}
        tabs={[before(period), period, after(period)].map((one) => ({
          href: paths.period(one.label, reading.scope),
          label: nameOfPeriod(one, lang),
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
      <div class="stack same-columns">
        {reportOutline()
          .sections.filter((section) => section.figures.length > 0)
          .map((section) => (
            <SectionTable section={section} reading={reading} lang={lang} />
          ))}
      </div>
      <Actions>
        <Button href={paths.report(period.label, reading.scope)}>{reportWords[lang].open}</Button>
        <Button look="second" href={paths.reportFile(period.label, "pdf", reading.scope)}>
          {reportWords[lang].pdf}
        </Button>
        {view.hasCampaign && (
          <Button look="second" href={paths.campaign(period.label)}>
            {campaignWords[lang].open}
          </Button>
        )}
      </Actions>
      <p class="quiet">
        {reportWords[lang].sheets}{" "}
        <a href={paths.sheet(period.label, "csv", reading.scope)} download>
          CSV
        </a>{" "}
        ·{" "}
        <a href={paths.sheet(period.label, "xlsx", reading.scope)} download>
          XLSX
        </a>
      </p>
      <Corrections view={view} />
      <Locking view={view} />
      <p class="quiet">
        {t.basis(basisOfWindows)} {reading.since === null ? "" : t.since(formatDay(reading.since, lang))}{" "}
        {isComparedInPart(reading) && t.partly(formatDay(reading.since ?? "", lang))}
      </p>
    </Layout>
  )
}

const isComparedInPart = ({ previous, lastYear, since }: PeriodReading) =>
  isPartlyKnown(previous, since) || isPartlyKnown(lastYear, since)

function Standing({ reading, lang }: { reading: PeriodReading; lang: Lang }) {
  const t = words[lang].figures
  const { current, today, lock } = reading
  if (lock !== null)
    return (
      <Banner tone="good" title={lockWords[lang].locked(formatInstant(lock.at, lang), lock.by)}>
        <span class="hash">{lockWords[lang].hash(lock.sha256)}</span>
      </Banner>
    )
  if (today < current.from) return <Banner tone="soon" title={t.notBegun} />
  const counted = upTo(current, today)
  const span = ({ from, to }: Window) => t.span(formatDay(from, lang), formatDay(to, lang))
  const { isRunning, previous, lastYear } = reading
  return (
    <Banner tone="soon" title={t.provisional(formatDay(counted.to, lang))}>
      {isRunning && t.running(formatNumber(daysIn(counted), lang), span(previous), span(lastYear))}
    </Banner>
  )
}

/** What is counted otherwise since the lock, and the corrections that were recorded. */
function Corrections({ view }: { view: FiguresView }) {
  const { reading, failed, mayCorrect } = view
  const { lang } = view.frame
  const t = lockWords[lang]
  if (reading.lock === null) return null
  const drifted = reading.figures.filter((one) => one.isDrifted)
  const { corrections } = reading.lock
  if (drifted.length + corrections.length === 0) return null
  return (
    <Card title={t.corrections} id="dinh-chinh">
      {corrections.length > 0 && (
        <DataTable
          caption={t.corrections}
          quietCaption
          columns={correctionColumns(reading, lang)}
          rows={corrections}
        />
      )}
      {drifted.map((row) => {
        const { id } = row.definition
        const own = failed?.figure === id ? failed : null
        return (
          <>
            <h3>
              {id} {figureName(row.definition, lang)}
            </h3>
            <p>{t.drifted(figureValue(row.definition, row.countedNow, lang))}</p>
            {mayCorrect && (
              <Form
                id={`c-${id.replaceAll(".", "-")}`}
                action={paths.corrections(reading.current.period.label, id, reading.scope)}
                answers={own?.answers ?? {}}
                errors={own?.errors ?? {}}
              >
                <Field name="reason" label={t.reason} hint={t.reasonHint} kind="textarea" maxlength={2000} />
                <Actions>
                  <Button look="second">{t.correct}</Button>
                </Actions>
              </Form>
            )}
          </>
        )
      })}
    </Card>
  )
}

function correctionColumns(reading: PeriodReading, lang: Lang): Column<Correction>[] {
  const t = lockWords[lang].columns
  const of = (id: string) => reading.figures.find((one) => one.definition.id === id)?.definition
  const shown = (id: string, value: number | null) => {
    const definition = of(id)
    return definition === undefined ? String(value) : bareValue(definition, value, lang)
  }
  return [
    { key: "chi-tieu", label: t.figure, heading: true, cell: (row) => row.figure },
    { key: "truoc", label: t.before, numeric: true, cell: (row) => <s>{shown(row.figure, row.before)}</s> },
    { key: "sau", label: t.after, numeric: true, cell: (row) => shown(row.figure, row.after) },
    { key: "ly-do", label: t.reason, cell: (row) => row.reason },
    { key: "ai", label: t.who, cell: (row) => `${row.by}, ${formatInstant(row.at, lang)}` },
  ]
}

function Locking({ view }: { view: FiguresView }) {
  const { reading, mayLock } = view
  const { lang } = view.frame
  const t = lockWords[lang]
  if (reading.lock !== null || !mayLock) return null
  const { current, today, scope } = reading
  return (
    <Card title={t.title} id="khoa">
      <p>{t.consequence}</p>
      {today > current.to ? (
        <details class="step-form">
          <summary>{t.submit}</summary>
          <Form id="lock" action={paths.lock(current.period.label, scope)}>
            <p>{t.sure}</p>
            <Actions>
              <Button>{t.confirm}</Button>
            </Actions>
          </Form>
        </details>
      ) : (
        <p class="quiet">{t.waits(formatDay(nextDay(current.to), lang))}</p>
      )}
    </Card>
  )
}

const nextDay = (day: string) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
