/** A proposal's life: its states, and which event leads from one to another. Pure; `proposal_moves` of migration 1025 holds the same. */
export const states = [
  "draft",
  "consulting",
  "ready",
  "submitted",
  "approved",
  "partly",
  "refused",
  "returned",
  "withdrawn",
] as const
export type State = (typeof states)[number]

/** Outcomes of whoever decides; "returned": more was asked for, and it may go up again. */
export const outcomes = ["approved", "partly", "refused", "returned"] as const
export type Outcome = (typeof outcomes)[number]

export const events = [
  "consult",
  "goUnasked",
  "close",
  "submit",
  "approve",
  "approvePartly",
  "refuse",
  "askMore",
  "withdraw",
] as const
export type Event = (typeof events)[number]

/** As the journal names it: what has happened. */
export const happened: Readonly<Record<Event, `proposal.${string}`>> = {
  consult: "proposal.consulted",
  goUnasked: "proposal.unasked",
  close: "proposal.collected",
  submit: "proposal.sent",
  approve: "proposal.approved",
  approvePartly: "proposal.approved-partly",
  refuse: "proposal.refused",
  askMore: "proposal.returned",
  withdraw: "proposal.withdrawn",
}

export const eventOf: Readonly<Record<Outcome, Event>> = {
  approved: "approve",
  partly: "approvePartly",
  refused: "refuse",
  returned: "askMore",
}

const moves: Readonly<Record<State, Readonly<Partial<Record<Event, State>>>>> = {
  draft: { consult: "consulting", goUnasked: "ready", withdraw: "withdrawn" },
  consulting: { close: "ready", withdraw: "withdrawn" },
  ready: { consult: "consulting", submit: "submitted", withdraw: "withdrawn" },
  submitted: { approve: "approved", approvePartly: "partly", refuse: "refused", askMore: "returned" },
  approved: {},
  partly: {},
  refused: {},
  returned: { consult: "consulting", submit: "submitted", withdraw: "withdrawn" },
  withdrawn: {},
}

/** Null: that does not happen to it now. */
export const leadsTo = (state: State, event: Event): State | null => moves[state][event] ?? null

/** Its words and figures may still be changed: nobody else reads them now, but for whoever sent it back. */
export const isOpen = (state: State): boolean =>
  state === "draft" || state === "ready" || state === "returned"

/** Approved, whole or in part: tasks may follow from it. */
export const hasPassed = (state: State): boolean => state === "approved" || state === "partly"

/** Nothing more happens to it. */
export const isOver = (state: State): boolean => Object.keys(moves[state]).length === 0
