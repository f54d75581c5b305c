import { formatDate, formatDayShort, formatWeekdayShort } from "../format.ts"
import { useLang, useWords } from "./language.ts"

export type ClockDay = {
  on: string
  counted: boolean /** Why it is not counted, or what happened on it. */
  reason?: string
}

export type ClockDaysProps = {
  /** The day of the event: day zero. */
  from: string
  /** What happened on it: "biên bản". */
  event?: string
  /** Every day after `from`, up to the due day, as the rule counted it. */
  days: readonly ClockDay[]
  dueOn: string | null
  today: string
}

/** No rule in force counts further in days one by one than a year; the rest is said as a date. */
const daysMax = 366

/** The deadline as a row of days, each counted or skipped with its reason: it explains itself. */
export function ClockDays({ from, event, days, dueOn, today }: ClockDaysProps) {
  const t = useWords().clock
  const lang = useLang()
  let counted = 0
  return (
    <ol class="clock" aria-label={t.label}>
      <li class="start">
        <DayHead on={from} />
        <span>{event ?? t.start}</span>
      </li>
      {days.slice(0, daysMax).map((day) => {
        if (day.counted) counted += 1
        const isDue = day.on === dueOn
        const said = day.counted ? t.counted(String(counted)) : `${t.notCounted}: ${day.reason ?? t.off}`
        return (
          <li
            class={styleOf(day, isDue, today)}
            aria-label={`${formatDate(day.on, lang)}: ${said}${isDue ? `, ${t.due}` : ""}`}
            title={day.reason}
          >
            <DayHead on={day.on} />
            <span>
              {day.counted ? counted : t.off}
              {isDue && ` · ${t.due}`}
            </span>
          </li>
        )
      })}
    </ol>
  )
}

function DayHead({ on }: { on: string }) {
  const lang = useLang()
  const day = Number(on.slice(8))
  return (
    <>
      <b>{day === 1 ? formatDayShort(on, lang) : day}</b>
      <span>{formatWeekdayShort(on, lang)}</span>
    </>
  )
}

function styleOf(day: ClockDay, isDue: boolean, today: string): string {
  const state = day.counted ? (day.on < today ? "past" : "ahead") : "skip"
  return [state, isDue ? "due" : "", day.on === today ? "today" : ""].filter(Boolean).join(" ")
}
