/**
 * Free text beside a seal. A name that lies sealed in a tip is worth nothing when the same officer writes it into the
 * note, the reason or the list of exhibits, from where it goes to other desks and into signed papers. So the words of
 * each form are compared, in memory, with what is sealed in the tips that the form is about.
 */
import { asOfficer, type Tx } from "../../kernel/db/database.ts"
import type { Desk } from "../../kernel/http/env.ts"
import { journal } from "../../kernel/journal.ts"
import { bareValue, namesReporter, ownIn, type Reporter } from "../domain/own.ts"
import { readSeal } from "../store/desk.ts"
import { tipsTogether } from "../store/reading.ts"
import { clearOf, openEach } from "../store/sealed.ts"
import { sealsOfCases } from "./beside.ts"

/** Tips compared at most: a tip of more is a campaign, whose reporters nobody writes down one by one. */
const tipsMax = 50

/** `tips`: all of these, told of in the journal at the record for which the words are. */
export type About =
  | { signalId: string }
  | { caseId: string }
  | { tips: readonly string[]; record: { kind: string; id: string } }

type Words = Readonly<Record<string, string>>

/**
 * Names of the fields in which a reporter of these tips stands by name, contact or own number. Empty where none does, and
 * where the acting body holds no seal of them. A hit is in the journal, without the words: asking in turn is seen.
 */
export async function fieldsNamingReporter(desk: Desk, about: About, values: Words): Promise<string[]> {
  if (entriesOf(values).length === 0) return []
  return asOfficer(desk.house.db, desk.who, async (tx) => {
    const named = await fieldsNaming(tx, desk, about, { values, isSure: false })
    if (named.length === 0) return []
    await journal(tx, {
      what: "identity.nearly-written",
      record: recordOf(about),
      details: { fields: named.join(", ") },
    })
    return named
  })
}

function recordOf(about: About): { kind: string; id: string } {
  if ("tips" in about) return about.record
  return "signalId" in about ? { kind: "signal", id: about.signalId } : { kind: "case", id: about.caseId }
}

/** The same of words that stand in the file already: nobody asks anything, so nothing is journaled. */
export async function writtenNamingReporter(desk: Desk, about: About, values: Words): Promise<string[]> {
  if (entriesOf(values).length === 0) return []
  return asOfficer(desk.house.db, desk.who, (tx) => fieldsNaming(tx, desk, about, { values, isSure: true }))
}

const entriesOf = (values: Words) => Object.entries(values).filter(([, text]) => text.trim() !== "")

/** Of a case also numbers of which nobody knows whose they are: they are decided upon where the tip is read. */
async function fieldsNaming(
  tx: Tx,
  desk: Desk,
  about: About,
  { values, isSure }: { values: Words; isSure: boolean },
): Promise<string[]> {
  const named = await ("caseId" in about
    ? namesInCase(tx, desk, about.caseId, isSure)
    : namesInTips(tx, desk, "tips" in about ? about.tips : [about.signalId]))
  return entriesOf(values).flatMap(([field, text]) => (named(text) ? [field] : []))
}

type Names = (text: string) => boolean

async function namesInCase(tx: Tx, { house }: Desk, caseId: string, isSure: boolean): Promise<Names> {
  const handled = await tipsTogether(tx, { caseId }, 1)
  // Who holds no tip of the case would learn from a refusal who reported: their words are masked for others instead.
  const seals = handled.length === 0 ? null : (await sealsOfCases(tx, house, [caseId])).get(caseId)
  return seals == null ? () => false : (text) => seals.names(text, { isSure })
}

async function namesInTips(tx: Tx, desk: Desk, signalIds: readonly string[]): Promise<Names> {
  const all: Reporter[] = []
  for (const id of await tipsTogether(tx, { signalIds }, tipsMax)) all.push(await reporterOf(tx, desk, id))
  return (text) => all.some((one) => namesReporter(text, one))
}

async function reporterOf(tx: Tx, { house }: Desk, id: string): Promise<Reporter> {
  const seal = await readSeal(tx, id)
  const opened = (box: Buffer | null | undefined) =>
    box == null
      ? {}
      : (JSON.parse(house.keys.open("identity", box).toString("utf8")) as Record<string, unknown>)
  const inside = opened(seal?.identity)
  const told = ownIn(String(opened(seal?.rawText).text ?? ""))
  const clear = [...(await clearOf(tx, id)).values()].filter(({ role }) => role !== "not-meant")
  const meant = new Set(clear.map(({ value }) => bareValue(value)))
  const theirs = (await openEach(tx, house, id)).filter(({ role }) => role === "theirs")
  return {
    names: [String(inside.name ?? ""), ...told.names],
    contacts: [
      String(inside.contact ?? ""),
      ...theirs.map(({ value }) => bareValue(value)),
      ...told.contacts.filter((value) => !meant.has(value)),
    ],
  }
}
