/** Indicators out of a STIX 2.1 bundle (OASIS), or out of the objects of a TAXII page. Pure. */

import { isRecord, type JsonRecord, listOf } from "../../../kernel/json.ts"
import { type IndicatorKind, type Tlp, tlps } from "../../domain/indicator.ts"
import { isWallet } from "../../domain/wallets.ts"
import { markingId } from "../../feeds/domain/stix-fixed.ts"
import { type Seen, seenByRef } from "./beside.ts"
import { dayOf, Gathered, narrowest, textOf, tlpOf } from "./line.ts"

/** Ids of the markings as published: TLP 2.0, and TLP 1.0 by section 7.2.1.4 of STIX 2.1. */
const markings: ReadonlyMap<string, Tlp> = new Map([
  ...tlps.map((tlp) => [markingId(tlp), tlp] as const),
  ["marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9", "clear"],
  ["marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da", "green"],
  ["marking-definition--f88d31f6-486f-44da-b317-01333bde0b82", "amber"],
  ["marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed", "red"],
])

export function readStix(objects: readonly unknown[], base: string): Gathered {
  const found = new Gathered()
  const own = new Map<string, Tlp>()
  for (const object of objects)
    if (isRecord(object) && object.type === "marking-definition") {
      const tlp =
        tlpOf(textOf(object.name)) ?? tlpOf(textOf(isRecord(object.definition) ? object.definition.tlp : ""))
      if (tlp !== null) own.set(textOf(object.id), tlp)
    }
  const seen = seenByRef(objects)
  for (const [nth, object] of objects.entries()) {
    if (found.isFull) break
    const at = `${base}/${nth}`
    if (!isRecord(object)) found.fault(at, "notAnObject", object)
    else if (object.type === "indicator") readIndicator(found, at, object, { own, seen })
  }
  return found
}

type Around = { own: ReadonlyMap<string, Tlp>; seen: ReadonlyMap<string, Seen> }

function readIndicator(found: Gathered, at: string, object: JsonRecord, { own, seen }: Around): void {
  const pattern = textOf(object.pattern)
  const thing = object.pattern_type === "stix" ? thingOf(pattern) : null
  if (thing === null) {
    found.fault(at, "patternUnknown", pattern)
    return
  }
  const validUntil = dayOf(object.valid_until)
  if (validUntil === "unknown") {
    found.fault(at, "dayUnknown", object.valid_until)
    return
  }
  const { confidence } = object
  found.line({
    at,
    ...thing,
    tlp: narrowest(
      listOf(object.object_marking_refs).map(
        (ref) => own.get(textOf(ref)) ?? markings.get(textOf(ref)) ?? null,
      ),
    ),
    trick:
      listOf(object.labels)
        .map(textOf)
        .find((one) => /^[a-z0-9-]{3,60}$/.test(one)) ?? null,
    // A whole number by STIX 2.1, section 3.2; some write 87.5.
    confidence:
      typeof confidence === "number" && confidence >= 0 && confidence <= 100 ? Math.round(confidence) : null,
    validUntil,
    isRevoked: object.revoked === true,
    ref: textOf(object.id),
    beside: { names: [], seen: seen.get(textOf(object.id)) ?? null },
  })
}

type Thing = { kind: IndicatorKind; typed: string }
type Told = { type: string; property: string; sign: string; value: string }

/** One comparison of one observable, or two of the same tied by AND, as OpenCTI, MISP and we write them; nothing cleverer. */
function thingOf(pattern: string): Thing | null {
  const all = comparisons(pattern)
  const [first] = all
  if (first === undefined || all.some(({ type }) => type !== first.type)) return null
  const told = new Map(all.map(({ property, value }) => [property, value]))
  const value = told.get("value") ?? ""
  if (first.sign === "LIKE") {
    const open = /^(\+?\d{4,14})(_{1,4})$/.exec(value)
    return first.type === "phone-number" && all.length === 1 && open !== null
      ? { kind: "phone-range", typed: `${open[1]}${"x".repeat((open[2] ?? "").length)}` }
      : null
  }
  switch (first.type) {
    case "phone-number":
      return { kind: "phone", typed: value }
    case "url":
      return { kind: "url", typed: value }
    case "domain-name":
      return { kind: "domain", typed: value }
    case "ipv4-addr":
    case "ipv6-addr":
      return { kind: "ip", typed: value }
    case "email-addr":
      return { kind: "email", typed: value }
    case "cryptocurrency-wallet":
      return { kind: "crypto", typed: value }
    case "mobile-device":
      return { kind: "imei", typed: told.get("imei") ?? "" }
    case "bank-account":
      return {
        kind: "bank-account",
        typed: `${told.get("bank_identification_number") ?? "unknown"}:${told.get("account_number") ?? told.get("iban") ?? ""}`,
      }
    case "user-account":
      return accountOf(told.get("account_type") ?? "", told.get("account_login") ?? "")
    default:
      return null
  }
}

function accountOf(type: string, login: string): Thing | null {
  if (type === "sms-brandname") return { kind: "brandname", typed: login }
  if (type === "" || login === "") return null
  return { kind: isWallet(type) ? "e-wallet" : "social", typed: `${type}:${login}` }
}

/** Read from left to right, once: a pattern that is anything else gives none. */
function comparisons(pattern: string): Told[] {
  const one = /\s*([a-z0-9-]{1,60}):([A-Za-z0-9_]{1,60})\s*(=|LIKE)\s*'((?:[^'\\]|\\['\\]){1,2000})'\s*/y
  const told: Told[] = []
  const [text, end] = [pattern.trim(), pattern.trim().length - 1]
  if (text[0] !== "[" || text[end] !== "]") return []
  for (let at = 1; at < end; ) {
    one.lastIndex = at
    const found = one.exec(text)
    if (found === null) return []
    const [all, type = "", property = "", sign = "", value = ""] = found
    told.push({ type, property, sign, value: value.replace(/\\(['\\])/g, "$1") })
    at += all.length
    if (at === end) return told
    if (!text.startsWith("AND", at) || told.length > 3) return []
    at += "AND".length
  }
  return []
}
