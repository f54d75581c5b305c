import type { Child } from "hono/jsx"
import { daysBetween, formatDate, formatDaysLeft } from "../format.ts"
import { useLang } from "./language.ts"

/**
 * What a colour says, everywhere: "late" harm or lateness, "soon" doubt or nearness, "good" done, "brand" where we
 * are, "calm" everything else. Colour never says it alone: the words do.
 */
export type Tone = "calm" | "brand" | "good" | "soon" | "late"

/** A deadline begins to be near three days before. */
export const soonDays = 3

export function toneOfDeadline(dueOn: string, today: string): Tone {
  const days = daysBetween(today, dueOn)
  if (days < 0) return "late"
  return days <= soonDays ? "soon" : "calm"
}

export function Tag({ tone = "calm", children }: { tone?: Tone; children?: Child }) {
  return <span class={`tag ${tone}`}>{children}</span>
}

/** The days left as a tag; its title gives the date itself. */
export function DueTag({ dueOn, today }: { dueOn: string; today: string }) {
  const lang = useLang()
  return (
    <span class={`tag ${toneOfDeadline(dueOn, today)}`} title={formatDate(dueOn, lang)}>
      {formatDaysLeft(dueOn, today, lang)}
    </span>
  )
}

export type BannerProps = {
  tone?: Tone
  title: string
  /** The answer to what the person has just done: announced by screen readers. */
  isAnswer?: boolean
  children?: Child
}

/** One thing that everyone on this page must know. At most one, at most two sentences. */
export function Banner({ tone = "brand", title, isAnswer, children }: BannerProps) {
  return (
    <div class={`notice ${tone}`} role={isAnswer === true ? "status" : undefined}>
      <b>{title}</b> {children}
    </div>
  )
}

/** Nothing here yet: says why, and what to do first. */
export function EmptyState({ title, action, children }: { title: string; action?: Child; children?: Child }) {
  return (
    <div class="empty">
      <p class="empty-title">{title}</p>
      {children !== undefined && <div class="quiet">{children}</div>}
      {action !== undefined && <div class="actions">{action}</div>}
    </div>
  )
}
