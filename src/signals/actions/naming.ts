/**
 * Free text beside a seal. A name that lies sealed in a tip is worth nothing when the same officer writes it into the
 * note, the reason or the list of exhibits, from where it goes to other desks and into signed papers. So the words of
 * each form are compared, in memory, with what is sealed in the tips that the form is about.
 */
import { asOfficer, type Tx } from "../../kernel/db/database.ts"
import type { Desk } from "../../kernel/http/env.ts"
import { journal } from "../../kernel/journal.ts"
import { withoutIdentity } from "../domain/intake.ts"
import { cluesOf } from "../read/clues.ts"
import { readSignal } from "../read/read.ts"
import { readSeal } from "../store/desk.ts"
import { tipsTogether } from "../store/reading.ts"
import { openEach } from "../store/sealed.ts"

/** Tips compared at most: a case of more is a campaign, whose reporters nobody writes down one by one. */
const tipsMax = 50

export type About = { signalId: string } | { caseId: string }

type Words = Readonly<Record<string, string>>

/**
 * Names of the fields in which a reporter of these tips stands by name, contact or own number. Empty where none does, and
 * where the acting body holds no seal of them. A hit is in the journal, without the words: asking in turn is seen.
 */
export async function fieldsNamingReporter(desk: Desk, about: About, values: Words): Promise<string[]> {
  const written = entriesOf(values)
  if (written.length === 0) return []
  return asOfficer(desk.house.db, desk.who, async (tx) => {
    const named = fieldsNaming(written, await reportersOf(tx, desk, about))
    if (named.length === 0) return []
    const record =
      "signalId" in about ? { kind: "signal", id: about.signalId } : { kind: "case", id: about.caseId }
    await journal(tx, { what: "identity.nearly-written", record, details: { fields: named.join(", ") } })
    return named
  })
}

/** The same of words that stand in the file already: nobody asks anything, so nothing is journaled. */
export async function writtenNamingReporter(desk: Desk, about: About, values: Words): Promise<string[]> {
  const written = entriesOf(values)
  if (written.length === 0) return []
  return asOfficer(desk.house.db, desk.who, async (tx) =>
    fieldsNaming(written, await reportersOf(tx, desk, about)),
  )
}

/** Words of a file that leaves, by any key, without what its tips seal. */
export async function withoutReporters<Key extends string>(
  desk: Desk,
  about: About,
  values: Readonly<Record<Key, string>>,
): Promise<Record<Key, string>> {
  const whole = await asOfficer(desk.house.db, desk.who, (tx) => reportersOf(tx, desk, about))
  const masked = Object.entries<string>(values).map(([key, text]) => [
    key,
    whole.flatMap(secretsOf).reduce((left, who) => withoutIdentity(left, who), text),
  ])
  return Object.fromEntries(masked) as Record<Key, string>
}

const entriesOf = (values: Words) =>
  Object.entries(values).filter(([, text]) => text.trim().length >= shortest)

const fieldsNaming = (written: readonly [string, string][], all: readonly Reporter[]): string[] =>
  written.filter(([, text]) => all.some((who) => names(text, who))).map(([field]) => field)

async function reportersOf(tx: Tx, desk: Desk, about: About): Promise<Reporter[]> {
  const all: Reporter[] = []
  for (const id of await tipsTogether(tx, about, tipsMax)) all.push(await reporterOf(tx, desk, id))
  return all
}

const shortest = 4

type Reporter = { name: string; contact: string; own: string[] }

async function reporterOf(tx: Tx, { house }: Desk, id: string): Promise<Reporter> {
  const seal = await readSeal(tx, id)
  const opened = (box: Buffer | null | undefined) =>
    box == null
      ? {}
      : (JSON.parse(house.keys.open("identity", box).toString("utf8")) as Record<string, unknown>)
  const inside = opened(seal?.identity)
  // "Số của tôi" of a victim who reports is read as a victim's: both are masked, and both lie under the seal only.
  const words = String(opened(seal?.rawText).text ?? "")
  const told = cluesOf(words, readSignal(words)).filter(
    ({ role }) => role === "reporter" || role === "victim",
  )
  const theirs = (await openEach(tx, house, id)).filter(({ role }) => role === "theirs")
  return {
    name: String(inside.name ?? ""),
    contact: String(inside.contact ?? ""),
    own: [...theirs, ...told].map(({ value }) => value.replace(/^[a-z]+:/, "")),
  }
}

/** A single given name ("Lan") is a common word: alone it names nobody. */
function secretsOf({ name, contact, own }: Reporter): Pick<Reporter, "name" | "contact">[] {
  const full = /\S\s+\S/.test(name.trim()) ? name : ""
  return [{ name: full, contact }, ...own.map((one) => ({ name: "", contact: one }))]
}

const names = (text: string, who: Reporter): boolean =>
  secretsOf(who).some((secret) => withoutIdentity(text, secret) !== text)
