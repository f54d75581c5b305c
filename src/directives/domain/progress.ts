/** Where an assignment stands on the road that everybody knows. */
import type { State } from "./life.ts"

export const road = ["sent", "received", "planned", "in-progress", "done", "accepted"] as const
export type Stop = (typeof road)[number]

export const isClosed = (state: State) => state === "accepted" || state === "withdrawn"
/** Done work is not late, though nobody has accepted it yet. */
export const isWorking = (state: State) => !isClosed(state) && state !== "done"

/** What was returned is being worked on again; what was withdrawn goes no further than it was given. */
export function roadOf(state: State): { at: Stop; state: "done" | "now" | "next" }[] {
  const here: Stop = state === "returned" ? "in-progress" : state === "withdrawn" ? "sent" : state
  const reached = road.indexOf(here)
  return road.map((at, i) => ({
    at,
    state: i < reached || state === "accepted" ? "done" : i === reached ? "now" : "next",
  }))
}
