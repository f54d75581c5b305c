/** The deadline that presses, drawn day by day; the others beside it, the case-long one among them. */
import { ruleNamed } from "../../kernel/calendar/term.ts"
import { formatDate, formatInstant, formatNumber } from "../../kernel/format.ts"
import { daysBetween } from "../../kernel/time.ts"
import { Card, ClockDays, DueTag, Meter, Tag } from "../../kernel/ui/index.ts"
import type { Lang } from "../../kernel/words.ts"
import type { ClockChange, ShownClock } from "../actions/reading.ts"
import {
  gradeOf,
  isOffenders,
  isPausedByTransfer,
  isSuspended,
  type Purpose,
  stepClock,
} from "../domain/clocks.ts"
import { words } from "../words.ts"
import { casefileWords } from "../words-casefile.ts"
import type { CaseView } from "./view.ts"

/** A limitation period of a year is said as a date; a row of days helps for some weeks. */
const daysShown = 62

export function Clocks({ view }: { view: CaseView }) {
  const { shownClocks, today, now, row } = view.reading
  const { lang } = view.frame
  const t = words[lang].clock
  const whole = shownClocks.filter(({ clock }) => isOfWholeCase(clock.purpose))
  const steps = shownClocks.filter(({ clock }) => !isOfWholeCase(clock.purpose))
  const own = stepClock(
    steps.map(({ clock }) => clock),
    row.state,
  )
  const first = steps.find(({ clock }) => clock === own) ?? steps[0]
  const others = steps.filter((one) => one !== first)
  if (first === undefined && whole.length === 0)
    return row.state === "closed" ? null : <Card title={t.none} />
  return (
    <>
      {first !== undefined && (
        <Card title={headOf(first, lang)} id="thoi-han">
          <Explained one={first} today={today} lang={lang} />
        </Card>
      )}
      {whole.length > 0 && <WholeCase whole={whole} today={today} lang={lang} />}
      {others.length > 0 && (
        <Card title={t.others}>
          {others.map((one) => (
            <details open={isOverdue(one, today) && !isOffenders(one.clock.purpose)}>
              <summary>
                {headOf(one, lang)} <Left one={one} at={{ today, now }} lang={lang} />
              </summary>
              <Explained one={one} today={today} lang={lang} />
            </details>
          ))}
        </Card>
      )}
    </>
  )
}

const isOverdue = ({ clock }: ShownClock, today: string) => clock.due !== null && today > dayOf(clock.due)

/** Days that an offender let pass make nobody here late. */
function Left({ one, at, lang }: { one: ShownClock; at: { today: string; now: string }; lang: Lang }) {
  const { due, purpose } = one.clock
  const { today, now } = at
  if (due === null) return null
  if (due.length > dayLength) return <HoursLeft due={due} now={now} lang={lang} />
  if (isOffenders(purpose) && isOverdue(one, today)) return <Tag>{casefileWords[lang].over}</Tag>
  return <DueTag dueOn={dayOf(due)} today={today} />
}

/** A duty of 24 hours is no matter of days. */
function HoursLeft({ due, now, lang }: { due: string; now: string; lang: Lang }) {
  const t = casefileWords[lang]
  const minutes = (Date.parse(`${due}:00Z`) - Date.parse(`${now}:00Z`)) / 60_000
  const hours = Math.ceil(Math.abs(minutes) / 60)
  return minutes >= 0 ? (
    <Tag tone="soon">{t.hoursLeft(hours)}</Tag>
  ) : (
    <Tag tone="late">{t.hoursLate(hours)}</Tag>
  )
}
const dayLength = "2023-09-15".length

/** What runs beside the steps as long as the case lasts, counted in months or years: a bar says more than days. */
function WholeCase({ whole, today, lang }: { whole: readonly ShownClock[]; today: string; lang: Lang }) {
  const t = casefileWords[lang]
  return (
    <Card title={t.wholeCase} id="thoi-han-ca-vu">
      {whole.map((one) => {
        const due = one.clock.due === null ? null : dayOf(one.clock.due)
        const start = one.clock.start.slice(0, 10)
        const total = due === null ? 0 : daysBetween(start, due)
        const passed = Math.min(total, Math.max(0, daysBetween(start, today)))
        return (
          <details>
            <summary>
              {headOf(one, lang)}{" "}
              {due !== null && (today > due ? <Tag>{t.over}</Tag> : <DueTag dueOn={due} today={today} />)}
            </summary>
            {total > 0 && (
              <Meter
                parts={[{ label: t.passed, value: passed, tone: total - passed <= 30 ? "late" : "brand" }]}
                total={total}
                quiet={`${formatNumber(passed, lang)} ${t.passed}, ${formatNumber(total - passed, lang)} ${t.left}`}
              />
            )}
            <Explained one={one} today={today} lang={lang} />
          </details>
        )
      })}
    </Card>
  )
}

const waitsForHearing = ({ purpose }: ShownClock["clock"]) => purpose === "explain"

const isOfWholeCase = (purpose: Purpose) => purpose === "limitation" || purpose === "execution-limitation"

const dayOf = (due: string) => due.slice(0, 10)

function headOf({ clock, counted }: ShownClock, lang: Lang): string {
  const t = words[lang]
  const purpose = t.purposes[clock.purpose]
  if (isPausedByTransfer(clock)) return t.clock.heading(purpose, casefileWords[lang].paused)
  if (isSuspended(clock))
    return t.clock.heading(purpose, waitsForHearing(clock) ? casefileWords[lang].waits : t.clock.suspended)
  if (clock.due === null) return t.clock.heading(purpose, counted?.instead ?? "")
  const date = formatDate(dayOf(clock.due), lang)
  return t.clock.heading(purpose, clock.due.length > 10 ? `${t.clock.at(clock.due.slice(11))} ${date}` : date)
}

function Explained({ one, today, lang }: { one: ShownClock; today: string; lang: Lang }) {
  const t = words[lang].clock
  const { clock, counted } = one
  if (counted === null) return null
  const { rule } = counted
  // Hours run through every day: a row of days would say nothing.
  const isLong = rule.unit === "hour" || counted.days.length > daysShown || counted.days.length === 0
  const isLate = clock.purpose === "decide" && isOverdue(one, today)
  return (
    <>
      <p>
        {(rule.unit === "hour" ? t.byHour : t.basis)(lang === "vi" ? rule.nameVi : rule.nameEn, rule.basis)}{" "}
        {!rule.verified && <Tag tone="soon">{t.unverified}</Tag>}
      </p>
      {isSuspended(clock) ? (
        <Suspended one={one} counted={countedDays(counted.days)} lang={lang} />
      ) : (
        counted.instead !== null && <p>{t.instead(counted.instead)}</p>
      )}
      {!isLong && (
        <ClockDays
          from={clock.start.slice(0, 10)}
          event={startOf(one, lang)}
          days={counted.days.map(({ on, counted: isCounted, reason }) =>
            reason === null ? { on, counted: isCounted } : { on, counted: isCounted, reason },
          )}
          dueOn={clock.due === null ? null : dayOf(clock.due)}
          today={today}
        />
      )}
      {one.askBy !== null && <AskBy askBy={one.askBy} today={today} lang={lang} />}
      <Changes one={one} lang={lang} />
      {isLate && (
        <p class="late">
          <b>{t.tooLate}</b>
        </p>
      )}
      {counted.provisional && <p class="quiet">{t.provisional}</p>}
      {!rule.verified && <p class="quiet">{t.unverifiedText}</p>}
    </>
  )
}

/** The police ask the procuracy in time, or not at all. */
function AskBy({ askBy, today, lang }: { askBy: string; today: string; lang: Lang }) {
  const t = casefileWords[lang]
  return (
    <p>
      {t.askBy(ruleNamed("TG-XIN-GIA-HAN", lang), formatDate(askBy, lang))}{" "}
      {today > askBy ? <Tag>{t.over}</Tag> : <DueTag dueOn={askBy} today={today} />}
    </p>
  )
}

function Suspended({ one, counted, lang }: { one: ShownClock; counted: number; lang: Lang }) {
  const t = casefileWords[lang]
  const { resumption } = one
  if (isPausedByTransfer(one.clock)) return <p>{t.pausedNow}</p>
  if (waitsForHearing(one.clock)) return <p>{t.waitsForHearing}</p>
  const amount =
    resumption?.quantity == null || resumption.unit === null
      ? ""
      : `${resumption.quantity} ${words[lang].units[resumption.unit]}`
  return (
    <p>
      {t.suspendedNow(formatNumber(counted, lang))}{" "}
      {resumption !== null &&
        t.afterResumption(
          lang === "vi" ? resumption.nameVi : resumption.nameEn,
          amount,
          resumption.basis,
        )}{" "}
      {resumption?.verified === false && <Tag tone="soon">{words[lang].clock.unverified}</Tag>}
    </p>
  )
}

const countedDays = (days: readonly { counted: boolean }[]) => days.filter((day) => day.counted).length

/** What happened on day zero: a decision after a returned file counts from its return. */
function startOf({ clock }: ShownClock, lang: Lang): string {
  const t = casefileWords[lang]
  return gradeOf(clock) === "returned" ? t.startReturned : t.starts[clock.purpose]
}

/** Who lengthened, suspended or resumed it, by which paper. */
function Changes({ one, lang }: { one: ShownClock; lang: Lang }) {
  const t = casefileWords[lang]
  return (
    <>
      {one.changes.map((change) => (
        <p class="quiet">
          {saidOf(change, lang)} · {formatInstant(change.at, lang)}.{" "}
          {change.dueBefore !== null && t.dueBefore(formatDate(dayOf(change.dueBefore), lang))} {change.note}
        </p>
      ))}
    </>
  )
}

function saidOf({ what, by, decision }: ClockChange, lang: Lang): string {
  const t = casefileWords[lang]
  if (what === "case.suspended") return t.suspendedBy(by)
  if (what === "case.recounted") return t.recounted
  const byLaw: Readonly<Record<string, string>> = t.byLaw
  if (byLaw[what] !== undefined) return byLaw[what]
  return what === "case.resumed" ? t.resumedBy(by) : t.extended(by, decision)
}
