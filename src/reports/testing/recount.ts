/**
 * Each system figure by the words of its definition, one record after another: what a person counting by hand writes
 * down. A row is one record in one part of one figure, with the body that it is counted for.
 */
import type { Window } from "../domain/windows.ts"
import { type Agency, agencies, type Duty, dayOf, type History, isDone } from "./history.ts"

export type Row = { figure: string; part: string; by: Agency | "telco"; amount?: number; once?: string }

/** `only` null is the province, where a tip passed on counts where it came first. An enterprise has what it answered. */
export function rowsIn(history: History, window: Window, only: Agency | "telco" | null): Row[] {
  if (only === "telco") {
    const all = agencies.flatMap((body) => caseRows(history, window, body))
    return all.filter(({ by }) => by === "telco")
  }
  return (only === null ? agencies : [only]).flatMap((body) => [
    ...tipRows(history, window, body, only === null),
    ...caseRows(history, window, body),
    ...letterRows(history, window, body),
  ])
}

const localDay = (hours: number) => dayOf(Math.floor(hours / 24))
const isWithin = (day: string, { from, to }: Window) => from <= day && day <= to

function tipRows(history: History, window: Window, body: Agency, isProvince: boolean): Row[] {
  const own = history.tips.filter((tip) => tip.body === body)
  const received = own.filter(
    (tip) => isWithin(localDay(tip.at), window) && !(isProvince && tip.channel === "forwarded"),
  )
  const sent = own.flatMap(({ forward, at }) =>
    forward !== null && forward.to !== body && isWithin(localDay(at + forward.hoursLater), window)
      ? [forward]
      : [],
  )
  return [
    ...received.map((tip): Row => ({ figure: "I.1", part: tip.channel, by: body })),
    ...received.flatMap(({ loss }): Row[] =>
      loss === null ? [] : [{ figure: "I.2", part: "unverified", by: body, amount: loss }],
    ),
    ...received.flatMap((tip): Row[] =>
      tip.fromTelco ? [{ figure: "III.5.1", part: "all", by: "telco" }] : [],
    ),
    ...sent.flatMap(({ to }): Row[] => (to === "hub" ? [{ figure: "III.3.1", part: "all", by: body }] : [])),
    ...sent.map(
      ({ hoursLater }): Row => ({
        figure: "III.3.4",
        part: "all",
        by: body,
        amount: hoursLater <= 24 ? 1 : 0,
      }),
    ),
  ]
}

function caseRows(history: History, window: Window, body: Agency): Row[] {
  return history.files.flatMap((file, at) => (file.body === body ? fileRows(file, at, window) : []))
}

function fileRows(
  { body, acts, transfer, asks }: History["files"][number],
  at: number,
  window: Window,
): Row[] {
  const decided = acts.filter((act) => isWithin(dayOf(act.decidedOn), window))
  const numbers = new Set(decided.map((act) => `${act.number} ${act.decidedOn}`))
  const paid = acts.filter(
    ({ amount, paidAfter, decidedOn }) =>
      amount !== null && paidAfter !== null && isWithin(dayOf(decidedOn + paidAfter), window),
  )
  const answered = asks.filter((ask) => ask.answer !== null && isWithin(localDay(ask.at + ask.hours), window))
  const one = (figure: string, part: string, more: Partial<Row> = {}): Row => ({
    figure,
    part,
    by: body,
    ...more,
  })
  return [
    ...[...numbers].map(() => one("III.1.3", "all")),
    ...decided.flatMap(({ amount }) => (amount === null ? [] : [one("III.1.4", "decided", { amount })])),
    ...paid.map(({ amount }) => one("III.1.4", "paid", { amount: amount ?? 0 })),
    ...decided.flatMap(({ violation, offender }) =>
      violation.startsWith("V-TIN-") ? [one("III.6.3", "all", { once: offender.toLowerCase() })] : [],
    ),
    ...handedRows(transfer, body, window),
    ...answered.flatMap(({ answer, asks: what, targets }) =>
      answer === "done" && what !== "keep-logs"
        ? [one("III.5.2", what, { by: "telco", amount: targets, once: `${at}` })]
        : [],
    ),
    ...answered.map(({ hours }) => one("III.5.3", "all", { by: "telco", amount: hours })),
  ]
}

/** The police hand no file to themselves. */
function handedRows(transfer: History["files"][number]["transfer"], body: Agency, window: Window): Row[] {
  if (transfer === null || body === "police") return []
  const { signedOn, returnedAfter } = transfer
  const signed: Row[] = isWithin(dayOf(signedOn), window)
    ? [{ figure: "III.3.2", part: "all", by: body }]
    : []
  const isBack = returnedAfter !== null && isWithin(dayOf(signedOn + returnedAfter), window)
  return [...signed, ...(isBack ? [{ figure: "III.3.3", part: "all", by: body }] : [])]
}

function letterRows(history: History, window: Window, body: Agency): Row[] {
  const letters = history.letters.filter((one) => one.body === body && isWithin(dayOf(one.on), window))
  const duties = history.duties.filter((one) => one.body === body)
  return [
    ...letters.map((): Row => ({ figure: "II.1", part: "all", by: body })),
    ...duties.flatMap((duty): Row[] => {
      const part = standingOf(duty, window)
      return part === null ? [] : [{ figure: "II.2", part, by: body }]
    }),
  ]
}

/** Where a duty stood at the end of the last day; null where it is no duty of this window. */
function standingOf(duty: Duty, { from, to }: Window): string | null {
  const doneOn = isDone(duty) ? dayOf(duty.issuedOn + duty.doneAfter) : null
  const dueOn = duty.dueAfter === null ? null : dayOf(duty.issuedOn + duty.dueAfter)
  if (duty.state === "withdrawn" || dayOf(duty.issuedOn) > to || (doneOn !== null && doneOn < from))
    return null
  if (doneOn !== null && doneOn <= to) return dueOn === null || doneOn <= dueOn ? "done-on-time" : "done-late"
  return dueOn !== null && dueOn < to ? "overdue" : "open"
}

export const sumOf = (rows: readonly Row[]) => rows.reduce((sum, { amount = 0 }) => sum + amount, 0)

export function middleOf(rows: readonly Row[]): number | null {
  const sorted = rows.map(({ amount = 0 }) => amount).sort((one, other) => one - other)
  const at = (sorted.length - 1) / 2
  const middle = ((sorted[Math.floor(at)] ?? 0) + (sorted[Math.ceil(at)] ?? 0)) / 2
  return sorted.length === 0 ? null : middle
}
