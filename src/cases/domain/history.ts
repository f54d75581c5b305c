/** What happened in a case, from everything that keeps a time of its own; newest first, told apart by thread. */

export const threads = ["steps", "clocks", "enterprises", "police", "exhibits", "tips"] as const
export type Thread = (typeof threads)[number]

export type Moment = {
  at: string
  thread: Thread
  what: string
  by: string
  /** Of whoever did it; null: the program, or a person outside. */
  bodyId: string | null
  note: string | null
  /** Answered after the day that was asked. */
  isLate?: boolean
}

export type Told = {
  events: readonly {
    at: string
    what: string
    byName: string
    byBodyId: string | null
    note: string | null
  }[]
  requests: readonly {
    enterpriseId: string
    answeredAt: string | null
    answeredName: string | null
    answerText: string | null
    isLate: boolean
  }[]
  custody: readonly {
    exhibitId: string
    at: string
    fromWhom: string
    toWhom: string
    reason: string
    byName: string
  }[]
  exhibits: readonly { id: string; title: string }[]
  tips: readonly { receivedAt: string; gist: string; fromName: string | null }[]
}

const threadsByEvent: Readonly<Record<string, Thread>> = {
  "case.extended": "clocks",
  "case.suspended": "clocks",
  "case.resumed": "clocks",
  "case.duty-done": "clocks",
  "case.recounted": "clocks",
  "prevention.requested": "enterprises",
  "prevention.ended": "enterprises",
  "case.transferred": "police",
  "case.signed": "police",
  "case.prosecuted": "police",
  "case.returned": "police",
  "case.file-passed-on": "police",
  "prevention.passed-on": "enterprises",
}

export const threadOf = (what: string): Thread => threadsByEvent[what] ?? "steps"

export function historyOf({ events, requests, custody, exhibits, tips }: Told): Moment[] {
  const titles = new Map(exhibits.map((one) => [one.id, one.title]))
  const seen = new Set<string>()
  const moments: Moment[] = [
    ...events.map(({ at, what, byName, byBodyId, note }) => ({
      at,
      thread: threadOf(what),
      what,
      by: byName,
      bodyId: byBodyId,
      note,
    })),
    ...requests.flatMap((one): Moment[] =>
      one.answeredAt === null
        ? []
        : [
            {
              at: one.answeredAt,
              thread: "enterprises",
              what: "prevention.answered",
              by: one.answeredName ?? "",
              bodyId: one.enterpriseId,
              note: one.answerText,
              isLate: one.isLate,
            },
          ],
    ),
    ...custody.map((one): Moment => {
      const what = seen.has(one.exhibitId) ? "case.exhibit-handed" : "case.exhibit-taken"
      seen.add(one.exhibitId)
      const note = `${titles.get(one.exhibitId) ?? ""}: ${one.fromWhom} → ${one.toWhom}. ${one.reason}`
      return { at: one.at, thread: "exhibits", what, by: one.byName, bodyId: null, note }
    }),
    ...tips.map(
      (tip): Moment => ({
        at: tip.receivedAt,
        thread: "tips",
        what: "signal.received",
        by: tip.fromName ?? "",
        bodyId: null,
        note: tip.gist,
      }),
    ),
  ]
  return moments.sort((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : 0))
}

/** The day on which each state was last reached, for the road. */
export function reachedOn(
  events: readonly { at: string; stateBefore: string; stateAfter: string; what: string }[],
): ReadonlyMap<string, string> {
  const days = new Map<string, string>()
  for (const event of [...events].sort((one, other) => one.at.localeCompare(other.at)))
    if (event.stateBefore !== event.stateAfter || event.what === "case.opened")
      days.set(event.stateAfter, event.at)
  return days
}
