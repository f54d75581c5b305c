import { Tag, type Tone } from "../../kernel/ui/index.ts"
import type { Lang } from "../../kernel/words.ts"
import type { State } from "../domain/life.ts"
import { deskWords } from "../words-desk.ts"

const tones: Readonly<Record<State, Tone>> = {
  held: "soon",
  received: "brand",
  reviewing: "brand",
  asked: "soon",
  "in-case": "brand",
  forwarded: "soon",
  closed: "good",
  merged: "calm",
  withdrawn: "calm",
}

export function StateTag({ state, lang }: { state: State; lang: Lang }) {
  return <Tag tone={tones[state]}>{deskWords[lang].states[state]}</Tag>
}

/** `isStale`: said to be moving more than a day ago, and not since. */
export function UrgencyTag(props: { urgency: string; isStale?: boolean; lang: Lang }) {
  const { urgency, isStale = false, lang } = props
  if (isStale) return <Tag tone="soon">{deskWords[lang].queue.stale}</Tag>
  const names: Readonly<Record<string, string>> = deskWords[lang].urgencies
  const tone = urgency === "money-moving-now" ? "late" : urgency === "ongoing" ? "soon" : "calm"
  return <Tag tone={tone}>{names[urgency] ?? urgency}</Tag>
}

/** Short enough to say over a phone; the address has the whole. */
export const shortId = (id: string) => id.slice(-6).toUpperCase()
