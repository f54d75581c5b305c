/** A warning as the public sees it. Pure. */
export const severities = ["urgent", "warning", "notice"] as const
export type Severity = (typeof severities)[number]

export type Published = {
  code: number
  title: string
  looksLike: string
  signs: readonly string[]
  whatToDo: readonly string[]
  spoken: string | null
  trick: string | null
  severity: Severity
  areas: readonly string[]
  expiresOn: string
  state: "released" | "recalled" | "expired"
  /** Local days. */
  releasedOn: string
  recalledOn: string | null
  recallReason: string | null
}

/** The clock's job says "expired" some time after midnight; a reader is told at once. */
export const standingOf = ({ state, expiresOn }: Pick<Published, "state" | "expiresOn">, today: string) =>
  state === "recalled" ? "recalled" : state === "expired" || expiresOn < today ? "expired" : "live"
