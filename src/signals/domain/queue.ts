/** How the desk's tips are laid out: which drawers there are, how far a list counts, how far back a cluster is drawn. */

export const drawers = [
  "open",
  "mine",
  "wrote",
  "follow",
  "moving",
  "untold",
  "pass",
  "ending",
  "held",
  "in-case",
  "forwarded",
  "closed",
  "all",
] as const
export type Drawer = (typeof drawers)[number]

/** Drawers of what is overdue: they show themselves when something lies in them. */
export const isOnlyWhenFull = (drawer: Drawer) =>
  drawer === "ending" ||
  drawer === "follow" ||
  drawer === "moving" ||
  drawer === "untold" ||
  drawer === "pass"

/** Where somebody still has to act, what hurts now stands first; what was acted upon is read from the newest. */
export const isByUrgency = (drawer: Drawer) => drawer === "open" || drawer === "mine"

/** A list says no more than this beyond; nobody reads so far, and counting on costs every reader. */
export const countMax = 10_000

export const weeksShown = 12

/** Numbers, accounts and addresses of a tip, at most, that the list shows; its page shows all. */
export const suspectsShown = 2

/** "Money is moving" heads the queue so long from when it was last said; then the desk is asked whether it still is. */
export const movingHours = 24

/** `movingAt`: when an officer last said that it still moves. */
export const isMovingStill = (tip: { receivedAt: string; movingAt: string | null }, now: Date): boolean =>
  Math.max(Date.parse(tip.receivedAt), Date.parse(tip.movingAt ?? tip.receivedAt)) >
  now.getTime() - movingHours * 3_600_000
