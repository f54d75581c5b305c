/** The deadline that presses, drawn day by day; the others beside it, the case-long one among them. */
import { formatDate } from "../../kernel/format.ts"
import { Card, ClockDays, DueTag, Tag } from "../../kernel/ui/index.ts"
import type { Lang } from "../../kernel/words.ts"
import type { ShownClock } from "../actions/reading.ts"
import { words } from "../words.ts"
import type { CaseView } from "./view.ts"

/** A limitation period of a year is said as a date; a row of days helps for some weeks. */
const daysShown = 62

export function Clocks({ view }: { view: CaseView }) {
  const { shownClocks, today, row } = view.reading
  const { lang } = view.frame
  const t = words[lang].clock
  const [first, ...others] = shownClocks
  if (first === undefined) return row.state === "closed" ? null : <Card title={t.none} />
  return (
    <>
      <Card title={headOf(first, lang)} id="thoi-han">
        <Explained one={first} today={today} lang={lang} />
      </Card>
      {others.length > 0 && (
        <Card title={t.others}>
          {others.map((one) => (
            <details>
              <summary>
                {headOf(one, lang)}{" "}
                {one.clock.due !== null && <DueTag dueOn={dayOf(one.clock.due)} today={today} />}
              </summary>
              <Explained one={one} today={today} lang={lang} />
            </details>
          ))}
        </Card>
      )}
    </>
  )
}

const dayOf = (due: string) => due.slice(0, 10)

function headOf({ clock, counted }: ShownClock, lang: Lang): string {
  const t = words[lang]
  const purpose = t.purposes[clock.purpose]
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
  const isLate = clock.purpose === "decide" && clock.due !== null && today > dayOf(clock.due)
  return (
    <>
      <p>
        {(rule.unit === "hour" ? t.byHour : t.basis)(lang === "vi" ? rule.nameVi : rule.nameEn, rule.basis)}{" "}
        {!rule.verified && <Tag tone="soon">{t.unverified}</Tag>}
      </p>
      {counted.instead !== null && <p>{t.instead(counted.instead)}</p>}
      {!isLong && (
        <ClockDays
          from={clock.start.slice(0, 10)}
          event={t.start}
          days={counted.days.map(({ on, counted: isCounted, reason }) =>
            reason === null ? { on, counted: isCounted } : { on, counted: isCounted, reason },
          )}
          dueOn={clock.due === null ? null : dayOf(clock.due)}
          today={today}
        />
      )}
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
