/** What a person asks about: each thing named in what they pasted, and under which names it may stand among the warnings. Pure. */
import { createHash } from "node:crypto"
import { parse } from "tldts"
import { z } from "zod"
import type { MessageReading } from "../../signals/index.ts"
import { cryptoOf, isImei } from "./indicator.ts"
import { wallets } from "./wallets.ts"

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

export type Lists = {
  bins: readonly string[]
  holdsPagesOfOthers(host: string): boolean
  /** Whether one link under this host says nothing of the others: a platform, a short link, a host of files, an official site, or a name under one. */
  isShared(host: string): boolean
}

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
      return [itself, ...otherProtocol(value), ...withLinks(sitesOf(hostOf(value), lists), lists)]
    case "domain":
      return [
        itself,
        ...withLinks(sitesOf(value, lists), lists).filter((one) => keyOf(one) !== keyOf(itself)),
      ]
    case "ip":
      return [itself, ...withLinks([itself], lists).slice(1)]
    case "email":
      // A warned link on a site says nothing of whoever has mail there.
      return [itself, ...sitesOf(value.slice(value.lastIndexOf("@") + 1), lists)]
    case "crypto":
      return [{ kind, value: cryptoOf(value) }]
    case "bank-account":
      return [itself, ...otherBanks(value, lists), ...numberOf(asPhone(value)), ...asDevice(value)]
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
    ...wallets.map((wallet) => ({
      kind: "e-wallet",
      value: `${wallet}:${national}`,
    })),
  ]
}

/** Fifteen digits alone, the last of them by Luhn, may be a device's as well as an account's. */
function asDevice(account: string): Named[] {
  const digits = account.slice(account.indexOf(":") + 1)
  return isImei(digits) ? [{ kind: "imei", value: digits }] : []
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

const address = z.union([z.ipv4(), z.ipv6()])

/** "203.0.113.7" alone: its digits are no account. */
export function addressIn(text: string, lists: Lists): Thing[] {
  const value = text.trim()
  if (!address.safeParse(value).success) return []
  const from = text.indexOf(value)
  return [{ kind: "ip", value, span: [from, from + value.length], asked: namesOf("ip", value, lists) }]
}

/** "490154203237518": an IMEI typed alone, where nothing else was read. */
export function deviceIn(text: string): Thing[] {
  const typed = text.trim()
  const value = typed.replace(/[\s.-]/g, "")
  if (!isImei(value)) return []
  const from = text.indexOf(typed)
  return [{ kind: "imei", value, span: [from, from + typed.length], asked: [{ kind: "imei", value }] }]
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

/** A site also by the links under it that are warned of: their second print (migration 1058). A platform is no site of these. */
const withLinks = (sites: readonly Named[], { isShared }: Lists): Named[] => [
  ...sites,
  ...sites
    .map(({ value }) => ({ kind: "url-site", value: value.replace(/^www\./, "") }))
    .filter(({ value }) => !isShared(value)),
]
const keyOf = ({ kind, value }: Named) => `${kind}:${value}`

/** The host and what it belongs to, up to the name that somebody registered; never a platform for the page of one person. */
function sitesOf(host: string, { holdsPagesOfOthers }: Lists): Named[] {
  const { domain, isIp } = parse(host, { allowPrivateDomains: false })
  if (isIp === true) return [{ kind: "ip", value: host.replace(/^\[|\]$/g, "") }]
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
