/** What a person asks about: each thing named in what they pasted, and under which names it may stand among the warnings. Pure. */
import { createHash } from "node:crypto"
import { parse } from "tldts"
import type { MessageReading } from "../../signals/index.ts"

export type AskedKind =
  | MessageReading["identifiers"][number]["kind"]
  | Exclude<MessageReading["more"][number]["kind"], "name" | "sum">
type Named = { kind: string; value: string }

export type Thing = {
  kind: AskedKind
  value: string
  /** Half-open range of UTF-16 offsets in what was pasted. */
  span: readonly [number, number]
  /** It itself first; then what it belongs to: the site of a link, the range of a number, the bank that was not named. */
  asked: readonly Named[]
}

/** A message names a few; a list is for bodies with a token. */
export const thingsMax = 10

export type Lists = { bins: readonly string[]; holdsPagesOfOthers(host: string): boolean }

export function thingsIn(reading: Pick<MessageReading, "identifiers" | "more">, lists: Lists): Thing[] {
  const more = reading.more.flatMap(({ kind, value, span }) =>
    kind === "name" || kind === "sum" ? [] : [{ kind, value, span }],
  )
  return [...reading.identifiers, ...more]
    .toSorted((a, b) => a.span[0] - b.span[0])
    .map(({ kind, value, span }) => ({ kind, value, span, asked: namesOf(kind, value, lists) }))
}

/** The print under which a released indicator is found: SHA-256 of `kind:value`. */
export const printOf = ({ kind, value }: Named): string =>
  createHash("sha256").update(`${kind}:${value}`).digest("hex")

function namesOf(kind: AskedKind, value: string, lists: Lists): Named[] {
  const itself = { kind, value }
  switch (kind) {
    case "phone":
      return [itself, ...rangesOf(value), ...accountsOf(value)]
    case "social":
      return [itself, ...numberOf(/:(\+84\d{9,10})$/.exec(value)?.[1])]
    case "url":
      return [itself, ...otherProtocol(value), ...sitesOf(hostOf(value), lists)]
    case "domain":
      return [itself, ...sitesOf(value, lists).slice(1)]
    case "bank-account":
      return [itself, ...otherBanks(value, lists), ...numberOf(asPhone(value))]
    case "brandname":
      return [{ kind, value: value.toUpperCase() }]
    default:
      return [itself]
  }
}

/** What is opened with a telephone number alone. */
function accountsOf(phone: string): Named[] {
  const national = phone.replace("+84", "0")
  return [
    { kind: "social", value: `zalo:${phone}` },
    ...["momo", "zalopay", "viettelmoney"].map((wallet) => ({
      kind: "e-wallet",
      value: `${wallet}:${national}`,
    })),
  ]
}

/** A range is kept by the beginning that its numbers share: one to four last digits are any. */
function rangesOf(phone: string): Named[] {
  if (!phone.startsWith("+")) return []
  return [1, 2, 3, 4].map((open) => ({ kind: "phone-range", value: phone.slice(0, -open) }))
}

/** An account on a network of messages is known by its telephone number. */
function numberOf(phone: string | undefined): Named[] {
  return phone === undefined ? [] : [{ kind: "phone", value: phone }, ...rangesOf(phone)]
}

/** Ten digits beside a bank's name may be a telephone number all the same. */
function asPhone(account: string): string | undefined {
  const digits = /:0([35789]\d{8})$/.exec(account)?.[1]
  return digits === undefined ? undefined : `+84${digits}`
}

/** "113", "156": short numbers stand alone in the box; among words they count something. */
export function shortNumberIn(text: string): Thing[] {
  const typed = text.trim()
  if (!/^\d{3,5}$/.test(typed)) return []
  const from = text.indexOf(typed)
  return [
    {
      kind: "phone",
      value: typed,
      span: [from, from + typed.length],
      asked: [{ kind: "phone", value: typed }],
    },
  ]
}

export const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).hostname : "")

function otherProtocol(url: string): Named[] {
  const other = url.startsWith("https:") ? url.replace("https:", "http:") : url.replace("http:", "https:")
  return [{ kind: "url", value: other }]
}

/** The host and what it belongs to, up to the name that somebody registered; never a platform for the page of one person. */
function sitesOf(host: string, { holdsPagesOfOthers }: Lists): Named[] {
  const { domain } = parse(host, { allowPrivateDomains: false })
  if (domain === null) return [{ kind: "domain", value: host }]
  const labels = host.split(".")
  const last = labels.length - domain.split(".").length
  return labels
    .slice(0, last + 1)
    .map((_, at) => labels.slice(at).join("."))
    .filter((one) => one === host || !holdsPagesOfOthers(one))
    .map((one) => ({ kind: "domain", value: one }))
}

/** The same digits at other banks: bare digits do not say which bank, and the other way round. */
function otherBanks(value: string, { bins }: Lists): Named[] {
  const [bin, digits = ""] = value.split(":")
  const others = bin === "unknown" ? bins : ["unknown"]
  return others.map((one) => ({ kind: "bank-account", value: `${one}:${digits}` }))
}
