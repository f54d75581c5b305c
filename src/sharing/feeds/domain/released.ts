/** What feeds carry: warnings and indicators that two people released, and since when they are over. Pure. */
import type { IndicatorKind, Tlp } from "../../domain/indicator.ts"

/** Who gives the feeds out. `url` ends in a slash; `domain` is its host. `isDrill`: an installation of the demo. */
export type Issuer = { code: string; name: string; url: string; domain: string; isDrill: boolean }

export type Trick = { slug: string; name: string; nameEn: string }

/** Times are instants, days are days in Việt Nam. */
export type ReleasedWarning = {
  code: number
  title: string
  looksLike: string
  signs: readonly string[]
  whatToDo: readonly string[]
  trick: Trick | null
  severity: "notice" | "warning" | "urgent"
  areas: readonly string[]
  expiresOn: string
  releasedAt: Date
  recalledAt: Date | null
  recallReason: string | null
  /** The warning in whose place this one stands, and when that was released. */
  replaces: { code: number; releasedAt: Date } | null
}

export type ReleasedIndicator = {
  id: string
  kind: IndicatorKind
  value: string
  openDigits: number | null
  tlp: Tlp
  trick: Trick | null
  /** 0–100, as STIX counts. */
  confidence: number
  validFrom: string
  validUntil: string
  releasedAt: Date
  /** When it was recalled or came to its day. */
  endedAt: Date | null
  state: "released" | "recalled" | "expired"
  /** Numbers of the published warnings that name it, and when one of them last came or was recalled. */
  warnings: readonly number[]
  warnedAt: Date | null
  /** Null: seen by nobody, or its reader is not told. */
  seen: SeenAtWork | null
}

/** How often and how many bodies saw it at work, when, and between which moments they noted it. */
export type SeenAtWork = {
  count: number
  bodies: number
  firstAt: Date
  lastAt: Date
  notedFrom: Date
  notedUntil: Date
}

/** When a reader of feeds last heard something new of it. */
export function changedAt({
  releasedAt,
  endedAt,
  warnedAt,
}: Pick<ReleasedIndicator, "releasedAt" | "endedAt" | "warnedAt">): Date {
  const own = endedAt ?? releasedAt
  return warnedAt !== null && warnedAt > own ? warnedAt : own
}

export const warningChangedAt = ({
  releasedAt,
  recalledAt,
}: Pick<ReleasedWarning, "releasedAt" | "recalledAt">) => recalledAt ?? releasedAt

export const warningAddress = ({ url }: Pick<Issuer, "url">, code: number) => `${url}canh-bao/${code}`
