/** A paper's way through the hands of several people, without pages. */

import type { Desk } from "../../kernel/http/env.ts"
import { issueDocument, readDocument, takeStep } from "../../letters/documents/actions.ts"
import { shownNumber } from "../../letters/index.ts"

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
