/** What happened in a case, from everything that keeps a time of its own; newest first, told apart by thread. */

import { type LocalDate, localDateOf } from "../../kernel/time.ts"

export const threads = ["steps", "clocks", "enterprises", "police", "exhibits", "tips"] as const
export type Thread = (typeof threads)[number]

export type Moment = {
  /** When it was entered. */
  at: string
  /** The day of the fact, where it is known to be another than that of the entry. */
  happenedOn: LocalDate
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
    happenedOn: LocalDate
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
  "prevention.withdrawn": "enterprises",
  "prevention.reminded": "enterprises",
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
    ...events.map(({ at, happenedOn, what, byName, byBodyId, note }) => ({
      at,
      happenedOn,
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
              happenedOn: dayOf(one.answeredAt),
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
      return {
        at: one.at,
        happenedOn: dayOf(one.at),
        thread: "exhibits",
        what,
        by: one.byName,
        bodyId: null,
        note,
      }
    }),
    ...tips.map(
      (tip): Moment => ({
        at: tip.receivedAt,
        happenedOn: dayOf(tip.receivedAt),
        thread: "tips",
        what: "signal.received",
        by: tip.fromName ?? "",
        bodyId: null,
        note: tip.gist,
      }),
    ),
  ]
  return moments.sort(
    (one, other) => other.happenedOn.localeCompare(one.happenedOn) || other.at.localeCompare(one.at),
  )
}

const dayOf = (at: string) => localDateOf(new Date(at))

/** The day on which each state was last reached: that of the fact, whenever somebody typed it. */
export function reachedOn(
  events: readonly {
    at: string
    happenedOn: LocalDate
    stateBefore: string
    stateAfter: string
    what: string
  }[],
): ReadonlyMap<string, LocalDate> {
  const days = new Map<string, string>()
  for (const event of [...events].sort((one, other) => one.at.localeCompare(other.at)))
    if (event.stateBefore !== event.stateAfter || event.what === "case.opened")
      days.set(event.stateAfter, event.happenedOn)
  return days
}
