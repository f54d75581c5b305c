/** Patrols: when one was, what was seen at its points, and the part of its path that is kept. Pure. */
import { type TrackPoint, thinned } from "../../kernel/field/thin.ts"
import { isHere, type Point, pointOf } from "./asset.ts"
import { instantOf } from "./incident.ts"

export const outcomes = ["fine", "damaged", "suspicious", "unreached"] as const
export type Outcome = (typeof outcomes)[number]
export const isFinding = (outcome: Outcome): boolean => outcome === "damaged" || outcome === "suspicious"

/** Points on one form; a longer patrol is logged twice. */
export const pointsMax = 12
export const patrolHoursMax = 24
export const trackMonthsUsual = 3

export const planNumber = (number: number | string): string => `TT-${String(number).padStart(4, "0")}`
export const patrolNumber = (number: number | string): string => `LTT-${String(number).padStart(5, "0")}`

export type Times = { beganAt: Date; endedAt: Date }

/** An end before the beginning is of the next morning. */
export function timesOf(asked: { beganOn: string; beganTime: string; endedTime: string }): Times {
  const beganAt = instantOf(asked.beganOn, asked.beganTime)
  return { beganAt, endedAt: instantIn(beganAt, asked.endedTime, asked.beganOn) }
}

function instantIn(beganAt: Date, time: string, on: string): Date {
  const at = instantOf(on, time)
  return at > beganAt ? at : new Date(at.getTime() + 24 * 3_600_000)
}

/** Null: it lies outside the patrol. Without a time it is the patrol's end: by then it was seen. */
export function checkedAt({ beganAt, endedAt }: Times, time: string | null, beganOn: string): Date | null {
  if (time === null) return endedAt
  const at = instantOf(beganOn, time)
  const within = at < beganAt ? new Date(at.getTime() + 24 * 3_600_000) : at
  return within > endedAt ? null : within
}

/** "20.72361 106.06114", as a device writes it, or with a comma and a space between. */
export function pointIn(text: string): Point | null | "notAPoint" | "elsewhere" {
  const [lat = "", lon = "", ...more] = text.trim().split(/[,;]?\s+/)
  if (more.length > 0) return "notAPoint"
  return pointOf(lat, lon)
}

/** Recorded only while the patrol ran, whatever a device sends: what lies before or after is not kept. */
export function keptTrack(points: readonly TrackPoint[], { beganAt, endedAt }: Times): TrackPoint[] | null {
  const [from, to] = [beganAt.getTime() / 1_000, endedAt.getTime() / 1_000]
  // Times are typed in whole minutes.
  const within = points.filter(([lat, lon, at]) => at >= from && at < to + 60 && isHere([lat, lon]))
  const kept = thinned(within.toSorted((a, b) => a[2] - b[2]))
  return kept.length < 2 ? null : kept
}
