/** What the law asks of whoever holds this tip, by when, and by which article. */
import { formatDate } from "../../kernel/format.ts"
import { Card, ClockDays, DueTag, Tag } from "../../kernel/ui/index.ts"
import type { ShownDue } from "../actions/dues.ts"
import { dueWords } from "../words-dues.ts"
import type { SignalView } from "./signal.tsx"

export function Dues({ view }: { view: SignalView }) {
  const { dues } = view.reading
  if (dues.length === 0) return null
  return (
    <Card title={dueWords[view.frame.lang].title} id="thoi-han">
      {dues.map((due) => (
        <One due={due} view={view} />
      ))}
    </Card>
  )
}

function One({ due, view }: { due: ShownDue; view: SignalView }) {
  const { lang } = view.frame
  const t = dueWords[lang]
  const { rule, counted } = due
  const dueOn = counted?.due?.slice(0, 10) ?? null
  const by = counted?.due === null || counted === null ? null : byWhen(counted.due, lang)
  return (
    <details open={due.is === "runs" || due.is === "at-once"}>
      <summary>
        {t.heads[due.kind]}: {by ?? t.is[due.is === "runs" ? "not-started" : due.is]}{" "}
        {dueOn !== null && <DueTag dueOn={dueOn} today={view.today} />}
      </summary>
      <p>{t.why[due.kind]}</p>
      <p class="quiet">
        {lang === "vi" ? rule.nameVi : rule.nameEn} ({rule.basis}){" "}
        {!rule.verified && <Tag tone="soon">{t.unverified}</Tag>}
      </p>
      {counted !== null && rule.unit !== "hour" && counted.days.length > 0 && (
        <ClockDays
          from={due.start.slice(0, 10)}
          event={t.received}
          days={counted.days.map(({ on, counted: isCounted, reason }) =>
            reason === null ? { on, counted: isCounted } : { on, counted: isCounted, reason },
          )}
          dueOn={dueOn}
          today={view.today}
        />
      )}
      {counted?.provisional === true && <p class="quiet">{t.provisional}</p>}
    </details>
  )
}

function byWhen(due: string, lang: SignalView["frame"]["lang"]): string {
  const date = formatDate(due.slice(0, 10), lang)
  return due.length > 10 ? `${due.slice(11)} ${date}` : date
}
