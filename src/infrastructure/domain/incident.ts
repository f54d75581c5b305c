/** What happened to a network: kinds, what may be said of it, and what is wrong with what was typed. Pure. */
export const incidentKinds = ["theft", "sabotage", "obstruction", "accident", "disaster"] as const
export type IncidentKind = (typeof incidentKinds)[number]

export const incidentStates = ["open", "resolved", "dismissed"] as const
export type IncidentState = (typeof incidentStates)[number]

export const tricks = [
  "cut",
  "break-in",
  "dig",
  "burn",
  "hit",
  "block",
  "interfere",
  "weather",
  "other",
  "unknown",
] as const
export type Trick = (typeof tricks)[number]

export const tools = [
  "bolt-cutter",
  "saw",
  "ladder",
  "motorbike",
  "truck",
  "excavator",
  "fire",
  "none-found",
] as const
export type Tool = (typeof tools)[number]

export const takenThings = [
  "copper-earth",
  "battery",
  "copper-cable",
  "fibre",
  "radio",
  "generator",
  "fuel",
  "other",
] as const
export type Taken = (typeof takenThings)[number]

export const services = ["mobile", "internet", "fixed", "leased", "television", "emergency"] as const
export type Service = (typeof services)[number]

export type Origin = "form" | "field" | "list" | "api" | "tip"
/** Its pictures are the tip's, which nobody can mask. */
export const isOfTip = ({ origin }: { origin: Origin }): boolean => origin === "tip"

export type IncidentFault =
  | "ahead"
  | "foundBefore"
  | "sayHow"
  | "noPlace"
  | "assetUnknown"
  | "notAPoint"
  | "elsewhere"
  | "outageHalf"

export type Said = {
  happenedAt: Date
  foundAt: Date | null
  damageVnd: number | null
  damageBasis: string | null
  subscribers: number | null
  outageHours: number | null
}

export function incidentFault(said: Said, now: Date): IncidentFault | null {
  if (said.happenedAt > now) return "ahead"
  if (said.foundAt !== null && said.foundAt > now) return "ahead"
  if (said.foundAt !== null && said.foundAt < said.happenedAt) return "foundBefore"
  if (said.damageVnd !== null && said.damageBasis === null) return "sayHow"
  return null
}

/** What a case of it is called in the list of tricks; null: the officer says. */
export const caseKindOf = (kind: IncidentKind): string | null =>
  kind === "theft" ? "trom-cap-thiet-bi-vien-thong" : kind === "sabotage" ? "pha-hoai-ha-tang" : null

/** Subscribers times hours, what the two give together; null where one is not known. */
export const outageOf = (subscribers: number | null, hours: number | null): number | null =>
  subscribers === null || hours === null ? null : Math.round(subscribers * hours)

export const incidentNumber = (number: number | string): string => `SC-${String(number).padStart(5, "0")}`

/** When and where it happened, typed as a day and a time of Việt Nam. */
export const instantOf = (day: string, time: string | null): Date =>
  new Date(`${day}T${time ?? "00:00"}:00+07:00`)
