/** A paper's way through the hands of several people, without pages. */

import type { House } from "../../kernel/house.ts"
import type { Desk } from "../../kernel/http/env.ts"
import { issueDocument, readDocument, takeStep } from "../../letters/documents/actions.ts"
import { shownNumber } from "../../letters/index.ts"
import type { Desks } from "./hub.ts"

/** The same desks in a house that also keeps files. */
export function desksOf(desks: Desks, house: House): Desks {
  return Object.fromEntries(Object.entries(desks).map(([key, desk]) => [key, { ...desk, house }])) as Desks
}

export type Hands = { drafter: Desk; other: Desk; signer: Desk; clerk: Desk }

/** Submitted, approved by another, signed, numbered, issued: the number as printed. */
export async function issueAs(documentId: string, { drafter, other, signer, clerk }: Hands): Promise<string> {
  const way = [
    [drafter, "submit"],
    [other, "approve"],
    [signer, "sign"],
    [clerk, "number"],
  ] as const
  for (const [desk, step] of way) {
    const done = await takeStep(desk, documentId, step, { note: "" })
    if ("refused" in done) throw new Error(`${step} was refused: ${done.refused}`)
  }
  const issued = await issueDocument(clerk, documentId)
  if ("refused" in issued) throw new Error(`issue was refused: ${issued.refused}`)
  const row = (await readDocument(clerk, documentId))?.row
  return shownNumber(row?.number ?? 0, row?.model.symbol ?? "")
}
