/** A campaign: what it reached by commune and by channel, and what is left. Pure. */
import type { LocalDate } from "../../../kernel/time.ts"

export const audiences = ["people", "agents", "workers", "pupils", "elderly"] as const
export type Audience = (typeof audiences)[number]
export const channels = ["loudspeaker", "poster", "sms", "zalo", "web", "meeting"] as const
export type Channel = (typeof channels)[number]
export type CampaignState = "draft" | "running" | "ended"
export type PartState = "asked" | "accepted" | "declined" | "withdrawn"

export type Area = { code: string; name: string }

/** Places of today, and those that results name and that are none of today's any more. */
export function placesWith(
  places: readonly Area[],
  results: readonly { areaCode: string | null; areaName: string | null }[],
): Area[] {
  const named = new Map(places.map((place) => [place.code, place]))
  for (const { areaCode, areaName } of results)
    if (areaCode !== null && !named.has(areaCode))
      named.set(areaCode, { code: areaCode, name: areaName ?? areaCode })
  return [...named.values()]
}

type Done = {
  areaCode: string | null
  channel: Channel
  heldOn: LocalDate
  amount: number
  reached: number | null
  bodyId: string
  isStruck: boolean
}

/** One place, or (null) the province as a whole, which no commune can be credited with. */
export type Covered = {
  area: Area | null
  /** Of the places that the campaign set out to reach. */
  isAimed: boolean
  results: number
  amounts: ReadonlyMap<Channel, number>
  /** Null: nobody counted people. */
  reached: number | null
  lastOn: LocalDate | null
}

/** Rows of places that were aimed at, in their order; after them other places where something was done, then the whole province. */
export function coverageOf(
  aimed: readonly Area[],
  others: readonly Area[],
  results: readonly Done[],
): Covered[] {
  const of = Map.groupBy(
    results.filter(({ isStruck }) => !isStruck),
    ({ areaCode }) => areaCode,
  )
  const row = (area: Area | null, isAimed: boolean): Covered => {
    const done = of.get(area?.code ?? null) ?? []
    const amounts = new Map<Channel, number>()
    for (const { channel, amount } of done) amounts.set(channel, (amounts.get(channel) ?? 0) + amount)
    const told = done.flatMap(({ reached }) => (reached === null ? [] : [reached]))
    return {
      ...{ area, isAimed, results: done.length, amounts },
      reached: told.length === 0 ? null : told.reduce((sum, one) => sum + one, 0),
      lastOn: done.reduce<LocalDate | null>(
        (last, { heldOn }) => (last === null || heldOn > last ? heldOn : last),
        null,
      ),
    }
  }
  const known = new Set(aimed.map(({ code }) => code))
  const beyond = others.filter(({ code }) => !known.has(code) && of.has(code))
  return [
    ...aimed.map((area) => row(area, true)),
    ...beyond.map((area) => row(area, false)),
    ...(of.has(null) ? [row(null, false)] : []),
  ]
}

/** By channel, what was done in all: the sum of its unit, and how often it was entered. */
export function byChannel(results: readonly Done[]): { channel: Channel; amount: number; results: number }[] {
  return channels.flatMap((channel) => {
    const done = results.filter((one) => one.channel === channel && !one.isStruck)
    return done.length === 0
      ? []
      : [{ channel, amount: done.reduce((sum, { amount }) => sum + amount, 0), results: done.length }]
  })
}

type Session = {
  id: string
  bodyId: string
  channel: Channel
  heldOn: LocalDate
  isCancelled: boolean
}
type Part = { id: string; toBodyId: string; state: PartState; dueOn: LocalDate }

export type Left<S extends Session, P extends Part> = {
  places: Area[]
  channels: Channel[]
  /** Sessions that are over and of which their body entered nothing by that channel since. */
  sessions: S[]
  /** Bodies that did not answer, or take part and entered nothing; those past their day are late. */
  parts: { part: P; isLate: boolean }[]
}

export function leftOf<S extends Session, P extends Part>(of: {
  planned: readonly Channel[]
  coverage: readonly Covered[]
  results: readonly Done[]
  sessions: readonly S[]
  parts: readonly P[]
  today: LocalDate
}): Left<S, P> {
  const done = of.results.filter(({ isStruck }) => !isStruck)
  const hasEntered = (bodyId: string) => done.some((one) => one.bodyId === bodyId)
  return {
    places: of.coverage.flatMap(({ area, isAimed, results }) =>
      area !== null && isAimed && results === 0 ? [area] : [],
    ),
    channels: of.planned.filter((channel) => !done.some((one) => one.channel === channel)),
    sessions: of.sessions.filter(
      (one) =>
        !one.isCancelled &&
        one.heldOn < of.today &&
        !done.some(
          ({ bodyId, channel, heldOn }) =>
            bodyId === one.bodyId && channel === one.channel && heldOn >= one.heldOn,
        ),
    ),
    parts: of.parts
      .filter(({ state, toBodyId }) => state === "asked" || (state === "accepted" && !hasEntered(toBodyId)))
      .map((part) => ({ part, isLate: part.dueOn < of.today })),
  }
}
