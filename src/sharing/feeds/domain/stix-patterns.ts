/** An indicator as a STIX pattern (section 9) and as the observable that it is based on. Pure. */

import { observableId } from "./ids.ts"
import type { ReleasedIndicator } from "./released.ts"
import { extensionId, type NewObservable, type StixObject } from "./stix-fixed.ts"

type Thing = Pick<ReleasedIndicator, "kind" | "value" | "openDigits">

/** One comparison after the other; the observable holds the same properties. `isRange`: `value` ends in any digits. */
type Told = { type: string; properties: Readonly<Record<string, string>>; extension: NewObservable | null }

function toldOf({ kind, value }: Pick<Thing, "kind" | "value">): Told {
  const plain = (type: string, properties: Told["properties"]): Told => ({
    type,
    properties,
    extension: null,
  })
  const own = (type: NewObservable, properties: Told["properties"]): Told => ({
    type,
    properties,
    extension: type,
  })
  const [head = "", ...tail] = value.split(":")
  const rest = tail.join(":")
  switch (kind) {
    case "phone":
    case "phone-range":
      return own("phone-number", { value })
    case "url":
      return plain("url", { value })
    case "domain":
      return plain("domain-name", { value })
    case "ip":
      return plain(value.includes(":") ? "ipv6-addr" : "ipv4-addr", { value })
    case "email":
      return plain("email-addr", { value })
    case "bank-account":
      return own(
        "bank-account",
        head === "unknown"
          ? { account_number: rest }
          : { account_number: rest, bank_identification_number: head },
      )
    case "e-wallet":
    case "social":
      return plain("user-account", { account_type: head, account_login: rest })
    case "brandname":
      return plain("user-account", { account_type: "sms-brandname", account_login: value })
    case "crypto":
      return own("cryptocurrency-wallet", { value })
    case "imei":
      return own("mobile-device", { imei: value })
  }
}

/** Section 9.2: a string stands in single quotes; a quote and a backslash in it have one before them. */
const quoted = (text: string) => `'${text.replace(/[\\']/g, String.raw`\$&`)}'`

export function patternOf(one: Thing): string {
  const { type, properties } = toldOf(one)
  // "_" stands for any one character (section 9.6.1).
  if (one.openDigits !== null) return `[${type}:value LIKE ${quoted(one.value + "_".repeat(one.openDigits))}]`
  const all = Object.entries(properties).map(([name, value]) => `${type}:${name} = ${quoted(value)}`)
  return `[${all.join(" AND ")}]`
}

/** None for a range: it is no one number. */
export function observableIdOf(one: Thing): string | null {
  const { type, properties } = toldOf(one)
  return one.openDigits === null ? observableId(type, properties) : null
}

export function observableOf(
  one: Thing,
  marking: string,
): { object: StixObject; extension: NewObservable | null } | null {
  const id = observableIdOf(one)
  if (id === null) return null
  const { type, properties, extension } = toldOf(one)
  const object = {
    type,
    spec_version: "2.1",
    id,
    ...properties,
    object_marking_refs: [marking],
    ...(extension === null
      ? {}
      : { extensions: { [extensionId(extension)]: { extension_type: "new-sco" } } }),
  }
  return { object, extension }
}
