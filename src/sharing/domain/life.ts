/**
 * The life of what is shared, an indicator or a warning: who may do what in which state, and what it becomes.
 *
 *     draft ─▶ waiting ─▶ released ─▶ recalled
 *       │ ◀─────┤  │          └─────▶ expired
 *       └────▶ refused
 *
 * Whoever wrote it, changed it or put it forward releases nothing of it: migration 0810 holds the same, whoever the
 * statement comes from, and a test compares the two (decision 0014).
 */
export const states = ["draft", "waiting", "released", "recalled", "expired", "refused"] as const
export type State = (typeof states)[number]

export const steps = [
  "edit",
  "send",
  "drop",
  "takeBack",
  "release",
  "giveBack",
  "refuse",
  "recall",
  "expire",
] as const
export type Step = (typeof steps)[number]

/** An officer of the owning body, of another one, or the clock. */
export type Actor = { from: "owner" | "elsewhere" | "clock"; isWriter: boolean }

export type Refusal =
  | "notYours"
  | "onlyTheClock"
  | "youWroteIt"
  | "onlyWhoWrote"
  | "notADraft"
  | "notWaiting"
  | "notReleased"
  | "over"

type Rule = {
  /** `second`: of the owning body, and none of those who wrote it. */
  by: "owner" | "writer" | "second" | "clock"
  from: State
  to: State
  event: `${string}`
}

/** The whole table: everything that is not here is refused. */
export const rules: Readonly<Record<Step, Rule>> = {
  edit: { by: "owner", from: "draft", to: "draft", event: "changed" },
  send: { by: "owner", from: "draft", to: "waiting", event: "sent" },
  drop: { by: "owner", from: "draft", to: "refused", event: "dropped" },
  takeBack: { by: "writer", from: "waiting", to: "draft", event: "taken-back" },
  release: { by: "second", from: "waiting", to: "released", event: "released" },
  giveBack: { by: "second", from: "waiting", to: "draft", event: "given-back" },
  refuse: { by: "second", from: "waiting", to: "refused", event: "refused" },
  recall: { by: "owner", from: "released", to: "recalled", event: "recalled" },
  expire: { by: "clock", from: "released", to: "expired", event: "expired" },
}

export type Decision = { state: State; event: string } | { refused: Refusal }

export function decide(state: State, step: Step, actor: Actor): Decision {
  const rule = rules[step]
  if ((rule.by === "clock") !== (actor.from === "clock"))
    return { refused: rule.by === "clock" ? "onlyTheClock" : "notYours" }
  if (actor.from === "elsewhere") return { refused: "notYours" }
  if (state !== rule.from) return { refused: whyNot(state, rule.from) }
  if (rule.by === "second" && actor.isWriter) return { refused: "youWroteIt" }
  if (rule.by === "writer" && !actor.isWriter) return { refused: "onlyWhoWrote" }
  return { state: rule.to, event: rule.event }
}

export function lawfulSteps(state: State, actor: Actor): Step[] {
  return steps.filter((step) => !("refused" in decide(state, step, actor)))
}

/** Every change of state that some step makes: the database lets no other through. */
export function moves(): string[] {
  const all = Object.values(rules).flatMap(({ from, to }) => (from === to ? [] : [`${from} ${to}`]))
  return [...new Set(all)].sort()
}

function whyNot(state: State, needed: State): Refusal {
  if (state === "recalled" || state === "expired" || state === "refused") return "over"
  switch (needed) {
    case "draft":
      return "notADraft"
    case "waiting":
      return "notWaiting"
    default:
      return "notReleased"
  }
}
