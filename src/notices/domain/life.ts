/** A notice's life: its states, and which event leads from one to another. Pure; `notice_moves` of migration 0961 holds the same. */
export const states = [
  "received",
  "assessed",
  "sent",
  "answered",
  "objected",
  "appealed",
  "reversed",
  "refused",
] as const
export type State = (typeof states)[number]

export const events = [
  "refuse",
  "assess",
  "giveBack",
  "approve",
  "sendAtOnce",
  "answer",
  "object",
  "appeal",
  "keep",
  "reverse",
] as const
export type Event = (typeof events)[number]

/** As the journal names it: what has happened. */
export const happened: Readonly<Record<Event, `notice.${string}`>> = {
  refuse: "notice.refused",
  assess: "notice.assessed",
  giveBack: "notice.given-back",
  approve: "notice.sent",
  sendAtOnce: "notice.sent",
  answer: "notice.answered",
  object: "notice.objected",
  appeal: "notice.appealed",
  keep: "notice.kept",
  reverse: "notice.reversed",
}

/** `back`: to where it stood before the objection, which is "answered" where the platform had answered, "sent" otherwise. */
const moves: Readonly<Record<State, Readonly<Partial<Record<Event, State | "back">>>>> = {
  received: { refuse: "refused", assess: "assessed", sendAtOnce: "sent" },
  assessed: { giveBack: "received", approve: "sent" },
  sent: { answer: "answered", object: "objected", appeal: "appealed", reverse: "reversed" },
  answered: { object: "objected", appeal: "appealed", reverse: "reversed" },
  objected: { keep: "back", reverse: "reversed" },
  appealed: { keep: "back", reverse: "reversed" },
  reversed: {},
  refused: {},
}

export type Life = { state: State; isAnswered: boolean; objections: readonly ("objection" | "appeal")[] }

/** Null: that does not happen to it now. An objection comes once, an appeal once and only after an objection. */
export function leadsTo({ state, isAnswered, objections }: Life, event: Event): State | null {
  if (event === "object" && objections.includes("objection")) return null
  if (event === "appeal" && (!objections.includes("objection") || objections.includes("appeal"))) return null
  const to = moves[state][event]
  if (to === undefined) return null
  return to === "back" ? (isAnswered ? "answered" : "sent") : to
}
