/** Words of a case that name its reporter, shown as they were written: with a reason, which is written down first. */
import { asOfficer } from "../../kernel/db/database.ts"
import type { Desk } from "../../kernel/http/env.ts"
import { journal } from "../../kernel/journal.ts"
import { addEvent, lockCase } from "../store/cases.ts"

export function openWords(
  desk: Desk,
  id: string,
  { reason }: { reason: string },
): Promise<{ opened: true } | { refused: "notFound" }> {
  return asOfficer(desk.house.db, desk.who, async (tx) => {
    const row = await lockCase(tx, id)
    if (row?.bodyId !== desk.who.bodyId) return { refused: "notFound" as const }
    const what = "case.words-opened"
    await addEvent(tx, {
      caseId: id,
      what,
      stateBefore: row.state,
      stateAfter: row.state,
      byName: desk.officer.name,
      note: reason,
      details: {},
    })
    const reasonHash = desk.house.keys.hmac("journal-value", reason)
    await journal(tx, { what, record: { kind: "case", id }, details: { reasonHash } })
    return { opened: true as const }
  })
}
