/**
 * Free text beside a seal. A name that lies sealed in a tip is worth nothing when the same officer writes it into the
 * note, the reason or the list of exhibits, from where it goes to other desks and into signed papers. So the words of
 * each form are compared, in memory, with what is sealed in the tips that the form is about.
 */
import { asOfficer, type Tx } from "../../kernel/db/database.ts"
import type { House } from "../../kernel/house.ts"
import type { Desk } from "../../kernel/http/env.ts"
import { journal } from "../../kernel/journal.ts"
import { callsReporter, namesReporter } from "../domain/own.ts"
import { tipsTogether } from "../store/reading.ts"
import { sealsOfCases } from "./beside.ts"
import { tellersOf } from "./teller.ts"

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
    : namesInTips(tx, desk.house, "tips" in about ? about.tips : [about.signalId], isSure))
  return entriesOf(values).flatMap(([field, text]) => (named(text) ? [field] : []))
}

/** Whether these words name who told the tip, asked within the transaction in which they leave. */
export async function namesTeller(
  tx: Tx,
  house: Pick<House, "keys">,
  of: { signalId: string; words: string },
): Promise<boolean> {
  return (await namesInTips(tx, house, [of.signalId], true))(of.words)
}

type Names = (text: string) => boolean

async function namesInCase(tx: Tx, { house }: Desk, caseId: string, isSure: boolean): Promise<Names> {
  const handled = await tipsTogether(tx, { caseId }, 1)
  // Who holds no tip of the case would learn from a refusal who reported: their words are masked for others instead.
  const seals = handled.length === 0 ? null : (await sealsOfCases(tx, house, [caseId])).get(caseId)
  return seals == null
    ? () => false
    : (text) => seals.names(text, { isSure }) || (!isSure && seals.calls(text))
}

async function namesInTips(
  tx: Tx,
  house: Pick<House, "keys">,
  signalIds: readonly string[],
  isSure: boolean,
): Promise<Names> {
  const all = await tellersOf(tx, house, await tipsTogether(tx, { signalIds }, tipsMax))
  return (text) => all.some((one) => namesReporter(text, one) || (!isSure && callsReporter(text, one)))
}
