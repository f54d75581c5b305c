import type { Child } from "hono/jsx"
import { formatDate, formatDayShort, formatInstant } from "../format.ts"
import { useLang, useWords } from "./language.ts"
import { DueTag, Tag, type Tone } from "./notices.tsx"

export type TaskItem = {
  href: string
  title: string
  /** Its place in the letter: "1.2". */
  number?: string
  dueOn: string | null
  isDone?: boolean
  /** One quiet line: who asked, which letter, what was last done. */
  meta?: Child
  tags?: Child
  /** The one the page is about. */
  isHere?: boolean
}

/** What an officer has to do: nearest deadline first, then what has none, then what is done. */
export function TaskList({
  items,
  today,
  keepOrder,
}: {
  items: readonly TaskItem[]
  today: string
  keepOrder?: boolean
}) {
  const ordered = keepOrder === true ? items : [...items].sort(byDeadline)
  return (
    <ul class="tasks">
      {ordered.map((item) => (
        <Task item={item} today={today} />
      ))}
    </ul>
  )
}

function Task({ item, today }: { item: TaskItem; today: string }) {
  const lang = useLang()
  const t = useWords().tasks
  const style = ["task", item.isHere === true ? "here" : "", item.number === undefined ? "" : "numbered"]
  return (
    <li class={style.filter(Boolean).join(" ")}>
      {item.number !== undefined && <b class="task-number">{item.number}</b>}
      <div>
        <a href={item.href}>{item.title}</a>
        {item.tags !== undefined && <> {item.tags}</>}
        <p class="quiet">
          {item.dueOn !== null && item.isDone !== true && t.due(formatDate(item.dueOn, lang))}
          {item.meta !== undefined && item.dueOn !== null && item.isDone !== true && " · "}
          {item.meta}
        </p>
      </div>
      <div class="task-state">
        {item.isDone === true ? (
          <Tag tone="good">{t.done}</Tag>
        ) : item.dueOn === null ? (
          <Tag>{t.noDeadline}</Tag>
        ) : (
          <DueTag dueOn={item.dueOn} today={today} />
        )}
      </div>
    </li>
  )
}

function byDeadline(one: TaskItem, other: TaskItem): number {
  return orderOf(one).localeCompare(orderOf(other))
}

function orderOf(item: TaskItem): string {
  return `${item.isDone === true ? 2 : item.dueOn === null ? 1 : 0}${item.dueOn ?? ""}`
}

export type TimelineItem = {
  title: Child
  /** A local date, or an ISO instant when the hour matters. */
  at: string
  by?: Child
  note?: Child
  tone?: Tone
}

/** What happened, newest first as given. */
export function Timeline({ items }: { items: readonly TimelineItem[] }) {
  const lang = useLang()
  return (
    <ol class="timeline">
      {items.map((item) => (
        <li class={item.tone ?? "brand"}>
          <b>{item.title}</b>
          {item.by !== undefined && <> · {item.by}</>}
          <p class="quiet">
            <time datetime={item.at}>
              {item.at.length > 10 ? formatInstant(item.at, lang) : formatDate(item.at, lang)}
            </time>
          </p>
          {item.note !== undefined && <div class="note">{item.note}</div>}
        </li>
      ))}
    </ol>
  )
}

export type Step = { label: string; on?: string; state: "done" | "now" | "next" }

/** Where something stands on a road everybody knows. */
export function Steps({ steps, label }: { steps: readonly Step[]; label: string }) {
  const lang = useLang()
  const t = useWords().steps
  return (
    <ol class="steps" aria-label={label}>
      {steps.map((step) => (
        <li class={step.state} aria-current={step.state === "now" ? "step" : undefined}>
          {step.label}
          {step.on !== undefined && ` · ${formatDayShort(step.on, lang)}`}
          <span class="hidden"> ({t[step.state]})</span>
        </li>
      ))}
    </ol>
  )
}
