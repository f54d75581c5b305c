/** The drafting form: what was typed becomes the model, and a model becomes what is typed again. Pure. */
import { isStateSecret } from "../read/secrecy.ts"
import { officialDocument, type Signature } from "../write/model.ts"
import { type BodySymbols, symbolOf } from "../write/symbol.ts"
import type { Model } from "./store.ts"
import { linesMax, typedIn } from "./typed.ts"

export const fieldNames = [
  "kind",
  "parent",
  "symbol",
  "place",
  "urgency",
  "circulation",
  "subject",
  "addressees",
  "authority",
  "grounds",
  "body",
  "signerId",
  "way",
  "of",
  "position",
  "recipients",
  "drafter",
  "contact",
] as const
export type FieldName = (typeof fieldNames)[number]
export type Values = Readonly<Record<string, string>>

/** Minutes tell of a meeting and are written by who held it. */
export const typedKinds = [
  "letter",
  "report",
  "submission",
  "plan",
  "decision",
  "announcement",
  "referral",
] as const
/** The form knows one signature and the kinds above; a document of another make is changed where it was made. */
export const mayRetype = ({ kind, signatures }: Model): boolean =>
  typedKinds.some((one) => one === kind) && signatures.length === 1

/** A letter, a plan, a decision or an announcement may ask others to do something; a report or a submission does not. */
const assigningKinds: readonly string[] = ["letter", "plan", "decision", "announcement"]
export const assignsTasks = ({ assigns, kind }: Values): boolean =>
  assigns === "yes" && assigningKinds.includes(kind ?? "")

export const ways = ["own", "TM", "TMKT", "KT", "TL", "TUQ", "Q"] as const
export type Way = (typeof ways)[number]

const needed: readonly FieldName[] = ["kind", "place", "subject", "signerId", "way"]

/** One-line fields in which a stamp would be typed; the body is looked at as a letter's text is. */
const screened: readonly FieldName[] = ["subject", "symbol", "place", "addressees", "recipients", "contact"]

export type Person = { officerId: string; name: string; title: string }
export type Given = {
  issuer: string
  signer: Person | null
  /** Of a document that the program composed: kept as it is. */
  blocks: Model["blocks"] | null
  /** The body's own: of a document for which nobody typed another. */
  symbols: BodySymbols
}
export type Faults = Partial<Record<FieldName, "needed" | "wrong" | "secret">>

export function modelOf(
  values: Values,
  { issuer, signer, blocks, symbols }: Given,
): { model: Model } | { faults: Faults } {
  const text = (name: FieldName) => (values[name] ?? "").trim()
  const faults: Faults = {}
  for (const name of needed) if (text(name) === "") faults[name] = "needed"
  const way = ways.find((one) => one === text("way")) ?? "own"
  if (blocks === null && text("body") === "") faults.body = "needed"
  if (text("body").split("\n").length > linesMax) faults.body = "wrong"
  for (const name of screened) if (isStateSecret("", [text(name)])) faults[name] = "secret"
  if (isStateSecret(text("body"))) faults.body = "secret"
  if (signer === null) faults.signerId = "needed"
  if (/^(?:TM|TMKT|KT|TL|TUQ)$/.test(way) && text("of") === "") faults.of = "needed"
  if (text("kind") === "decision" && text("authority") === "") faults.authority = "needed"
  if (Object.keys(faults).length > 0 || signer === null) return { faults }
  const kind = typedKinds.find((one) => one === text("kind")) ?? "letter"
  const model: Model = {
    kind,
    issuer: { parent: text("parent") || null, name: issuer },
    symbol: text("symbol") || symbolOf(kind, symbols.abbreviation, kind === "letter" ? symbols.field : null),
    place: text("place"),
    urgency: (["urgent", "very-urgent", "express"] as const).find((one) => one === text("urgency")) ?? null,
    circulation:
      (["return-after-reading", "internal"] as const).find((one) => one === text("circulation")) ?? null,
    subject: text("subject"),
    addressees: linesOf(text("addressees")),
    authority: kind === "decision" ? text("authority") : null,
    grounds: linesOf(text("grounds")),
    ...(blocks === null ? typedIn(text("body")) : { blocks }),
    signatures: [
      signatureOf(way, text("of"), text("position") || signer.title, { issuer, name: signer.name }),
    ],
    recipients: linesOf(text("recipients")),
    drafter: text("drafter") || null,
    contact: linesOf(text("contact")),
  }
  const parsed = officialDocument.safeParse({ ...model, number: null, date: "2020" })
  if (parsed.success) return { model }
  return { faults: Object.fromEntries(parsed.error.issues.map(({ path }) => [fieldOf(path), "wrong"])) }
}

const places: Readonly<Record<string, FieldName>> = {
  blocks: "body",
  annexes: "body",
  signatures: "position",
  issuer: "parent",
}

function fieldOf(path: readonly PropertyKey[]): FieldName {
  const first = String(path[0] ?? "body")
  return places[first] ?? fieldNames.find((name) => name === first) ?? "body"
}

const linesOf = (text: string) =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "")

type InStead = Signature["inStead"]

function signatureOf(
  way: Way,
  of: string,
  position: string,
  { issuer, name }: { issuer: string; name: string },
): Signature {
  const collective = /^(?:ủy ban nhân dân|ubnd)/i.test(issuer) ? "Ủy ban nhân dân" : issuer
  const steads: Readonly<Record<Way, InStead>> = {
    own: [],
    Q: [],
    TM: [{ form: "TM", of }],
    TMKT: [
      { form: "TM", of: collective },
      { form: "KT", of },
    ],
    KT: [{ form: "KT", of }],
    TL: [{ form: "TL", of }],
    TUQ: [{ form: "TUQ", of }],
  }
  // "Quyền Giám đốc" is printed "Q. GIÁM ĐỐC".
  return { inStead: steads[way], acting: way === "Q", position: printedPost(position), name }
}

const printedPost = (title: string) => title.replace(/^quyền /i, "")

/** The form of a draft, to go on with it: a post that is the signer's own stays empty, so that another signer brings another. */
export function valuesOf(
  model: Model,
  typedText: string | null,
  signer: Pick<Person, "officerId" | "title">,
): Values {
  const { signatures } = officialDocument.parse({ ...model, number: null, date: "2020-01-01" })
  const [signature] = signatures
  const forms = (signature?.inStead ?? []).map(({ form }) => form).join("")
  const way = ways.find((one) => one === forms) ?? (signature?.acting === true ? "Q" : "own")
  return {
    kind: model.kind,
    parent: model.issuer.parent ?? "",
    symbol: model.symbol,
    place: model.place,
    urgency: model.urgency ?? "",
    circulation: model.circulation ?? "",
    subject: model.subject,
    addressees: (model.addressees ?? []).join("\n"),
    authority: model.authority ?? "",
    grounds: (model.grounds ?? []).join("\n"),
    body: typedText ?? "",
    signerId: signer.officerId,
    way,
    of: signature?.inStead.at(-1)?.of ?? "",
    position: signature?.position === printedPost(signer.title) ? "" : (signature?.position ?? ""),
    recipients: (model.recipients ?? []).join("\n"),
    drafter: model.drafter ?? "",
    contact: (model.contact ?? []).join("\n"),
  }
}
