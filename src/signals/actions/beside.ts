/**
 * What lies sealed in the tips of a case, held against words of that case: for every body that sees the case, also one that
 * holds no seal. Names leave this file for nobody; what comes out are words without them, or that words hold one.
 */
import type { Tx } from "../../kernel/db/database.ts"
import type { House } from "../../kernel/house.ts"
import {
  bareValue,
  callsReporter,
  namesReporter,
  ownIn,
  type Reporter,
  withoutReporter,
} from "../domain/own.ts"
import { type TipBeside, tipsBesideCases } from "../store/beside.ts"

export type SealsOfCase = {
  /** The words without names, contacts and numbers of reporters, and without numbers of which nobody knows whose they are. */
  without: (text: string) => string
  /** `isSure`: only what is known to be a reporter's or a victim's. */
  names: (text: string, how: { isSure: boolean }) => boolean
  /** Of words that somebody types now: "bà Hoa" too. */
  calls: (text: string) => boolean
  /** Another one once anything is known otherwise. A keyed hash: it tells nothing. */
  mark: string
}

/** By case; a case without tips is missing. Asks once, however many cases. */
export async function sealsOfCases(
  tx: Tx,
  house: Pick<House, "keys">,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, SealsOfCase>> {
  if (caseIds.length === 0) return new Map()
  const byCase = Map.groupBy(await tipsBesideCases(tx, house, caseIds), ({ caseId }) => caseId)
  return new Map(
    [...byCase].map(([caseId, tips]) => {
      const known = tips.map((tip) => JSON.stringify(tip, sorted)).toSorted()
      const mark = house.keys.hmac("session", `seals beside a case ${known.join(" ")}`)
      return [caseId, { ...sealsOf(tips), mark }]
    }),
  )
}

function sealsOf(tips: readonly TipBeside[]): Omit<SealsOfCase, "mark"> {
  // What one tip accuses is no secret because another does not know whose it is, or the reading took it for a victim's.
  const meant = new Set(tips.flatMap((tip) => tip.meant.map(bareValue)))
  const notMeant = (value: string) => !meant.has(bareValue(value))
  const told: Reporter = {
    names: tips.map(({ name }) => name),
    contacts: tips.flatMap(({ contact, theirs }) => [contact, ...theirs.map(bareValue)]),
  }
  const unsure: Reporter = {
    names: [],
    contacts: tips.flatMap((tip) => tip.unsure.filter(notMeant).map(bareValue)),
  }
  // Reading every word of every tip costs: once a case, and only where something is to be compared.
  let read: Reporter | null = null
  const inWords = (): Reporter => {
    if (read !== null) return read
    const all = tips.flatMap(({ words }) => words.map(ownIn))
    const contacts = all.flatMap((own) => own.contacts).filter(notMeant)
    read = { names: all.flatMap(({ names }) => names), contacts }
    return read
  }
  return {
    without: (text) => (text.trim() === "" ? text : [told, inWords(), unsure].reduce(withoutReporter, text)),
    names: (text, { isSure }) =>
      text.trim().length >= shortest &&
      [told, inWords(), ...(isSure ? [] : [unsure])].some((who) => namesReporter(text, who)),
    calls: (text) => [told, inWords()].some((who) => callsReporter(text, who)),
  }
}

/** The database gives lists in any order. */
const sorted = (_key: string, value: unknown) => (Array.isArray(value) ? value.toSorted() : value)

/** Fewer characters name nobody. */
const shortest = 4
