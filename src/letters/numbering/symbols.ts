/** What stands behind the number of an outgoing document: each body's own, kept by its administrator (Nghị định 30/2020/NĐ-CP, Phụ lục I). */
import { asOfficer, type Tx } from "../../kernel/db/database.ts"
import type { Desk } from "../../kernel/http/env.ts"
import { journal } from "../../kernel/journal.ts"
import { abbreviationOf, type BodySymbols } from "../write/symbol.ts"
import { keptSymbols, putSymbols } from "./store.ts"

export const symbolCharactersMax = { abbreviation: 20, field: 15 }

/** Of the acting body; until it said otherwise, from the first letters of its name. */
export async function symbolsOf(tx: Tx, bodyName: string): Promise<BodySymbols> {
  return (await keptSymbols(tx)) ?? { abbreviation: abbreviationOf(bodyName), field: null }
}

export const readSymbols = ({ house, who, officer }: Desk): Promise<BodySymbols> =>
  asOfficer(house.db, who, (tx) => symbolsOf(tx, officer.bodyName))

export type SymbolFault = "abbreviation" | "field"

/** Letters and digits, in capitals, parts joined by a hyphen: what a number can carry. */
export function symbolFaults({ abbreviation, field }: BodySymbols): SymbolFault[] {
  const fits = (text: string, max: number) =>
    text.length <= max && /^[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*$/u.test(text)
  return [
    ...(fits(abbreviation, symbolCharactersMax.abbreviation) ? [] : (["abbreviation"] as const)),
    ...(field === null || fits(field, symbolCharactersMax.field) ? [] : (["field"] as const)),
  ]
}

/** From the next document on; what has a number keeps it. */
export function changeSymbols({ house, who }: Desk, symbols: BodySymbols): Promise<void> {
  return asOfficer(house.db, who, async (tx) => {
    await putSymbols(tx, symbols)
    await journal(tx, {
      what: "letter.symbols-changed",
      record: { kind: "body", id: who.bodyId },
      details: { abbreviation: symbols.abbreviation, field: symbols.field },
    })
  })
}
