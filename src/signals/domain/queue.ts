/** How the desk's tips are laid out: which drawers there are, how far a list counts, how far back a cluster is drawn. */

export const drawers = ["open", "mine", "wrote", "held", "in-case", "forwarded", "closed", "all"] as const
export type Drawer = (typeof drawers)[number]

/** Where somebody still has to act, what hurts now stands first; what was acted upon is read from the newest. */
export const isByUrgency = (drawer: Drawer) => drawer === "open" || drawer === "mine"

/** A list says no more than this beyond; nobody reads so far, and counting on costs every reader. */
export const countMax = 10_000

export const weeksShown = 12
