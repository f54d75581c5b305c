/** Indicators out of a MISP event (its own attributes and those of its objects), or out of the answer of a search. Pure. */
import { isRecord, type JsonRecord, listOf } from "../../../kernel/json.ts"
import { type IndicatorKind, indicatorKinds } from "../../domain/indicator.ts"
import { confidenceOfTags, namesOf, seenIn } from "./beside.ts"
import { Gathered, textOf, tlpOfTags } from "./line.ts"

const kinds: Readonly<Record<string, IndicatorKind>> = {
  "phone-number": "phone",
  "bank-account-nr": "bank-account",
  url: "url",
  uri: "url",
  domain: "domain",
  hostname: "domain",
  "ip-dst": "ip",
  "ip-src": "ip",
  email: "email",
  "email-src": "email",
  "email-dst": "email",
  btc: "crypto",
  imei: "imei",
}
/** Types of attributes that tell of the event and are nothing to warn of. */
const beside: readonly string[] = ["link", "comment", "other", "datetime", "attachment"]

export function readMisp(events: readonly { at: string; event: unknown }[]): Gathered {
  const found = new Gathered()
  for (const { at, event } of events) {
    if (!isRecord(event)) {
      found.fault(at, "notAnObject", event)
      continue
    }
    // A sighting that names no attribute is of the event, not of each attribute that has no name either.
    const named = listOf(event.Sighting)
      .filter(isRecord)
      .filter((one) => textOf(one.attribute_uuid) !== "")
    const seen = Map.groupBy(named, (one) => textOf(one.attribute_uuid))
    readAttributes(found, `${at}/Attribute`, event.Attribute, { of: [event], seen })
    for (const [nth, object] of listOf(event.Object).entries()) {
      const place = `${at}/Object/${nth}`
      if (found.isFull) break
      if (isRecord(object))
        readAttributes(found, `${place}/Attribute`, object.Attribute, { of: [event, object], seen })
      else found.fault(place, "notAnObject", object)
    }
  }
  return found
}

/** `of`: the event, and the object in it. `seen`: sightings that stand at the event, by the attribute that they are of. */
type Around = { of: readonly JsonRecord[]; seen: ReadonlyMap<string, readonly JsonRecord[]> }

const tagsOf = (one: JsonRecord) => listOf(one.Tag).map((tag) => (isRecord(tag) ? textOf(tag.name) : ""))

function readAttributes(found: Gathered, base: string, attributes: unknown, { of, seen }: Around): void {
  for (const [nth, one] of listOf(attributes).entries()) {
    const at = `${base}/${nth}`
    if (found.isFull) return
    if (!isRecord(one)) {
      found.fault(at, "notAnObject", one)
      continue
    }
    const [type, value, comment] = [textOf(one.type), textOf(one.value), textOf(one.comment)]
    if (beside.includes(type)) continue
    // Kinds that MISP has no type for stand as text, and say in the comment what they are.
    const kind = type === "text" ? indicatorKinds.find((each) => each === comment) : kindOf(type)
    if (kind === undefined) {
      // A text that says nothing of the kind is a remark.
      if (type !== "text") found.fault(at, "kindUnknown", `${type}: ${value}`)
      continue
    }
    const [around, ref] = [[...of, one], textOf(one.uuid)]
    // The nearest last.
    const tags = around.flatMap(tagsOf)
    found.line({
      at,
      kind,
      typed: kind === "bank-account" && /^\d{6,19}$/.test(value) ? `unknown:${value}` : value,
      tlp: tlpOfTags(tags),
      trick: tags.flatMap((tag) => /^lienphong:trick="([a-z0-9-]{3,60})"$/.exec(tag)?.[1] ?? [])[0] ?? null,
      confidence: confidenceOfTags(tags),
      validUntil: null,
      isRevoked: around.slice(1).some(({ deleted }) => deleted === true),
      ref,
      beside: {
        names: namesOf(around, tags),
        seen: seenIn([...listOf(one.Sighting), ...(seen.get(ref) ?? [])]),
      },
    })
  }
}
const kindOf = (type: string) => (Object.hasOwn(kinds, type) ? kinds[type] : undefined)
