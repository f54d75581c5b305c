/** Who sees to a case (người thụ lý): named by its body, handed over when an officer leaves. Everybody of the body may still work on it. */
import { colleaguesOf, type OfficerHolder, rolesThatMay } from "../../accounts/index.ts"
import { asOfficer, type Tx } from "../../kernel/db/database.ts"
import { formatDate } from "../../kernel/format.ts"
import type { Desk } from "../../kernel/http/env.ts"
import { journal, tell } from "../../kernel/journal.ts"
import { type Lang, say, sayOf } from "../../kernel/words.ts"
import { addEvent, type CaseRow, changeHandler, type Handler, lockCase } from "../store/cases.ts"
import { casesInHand, type InHand, namesOfficer } from "../store/handler.ts"
import { words } from "../words.ts"
import { handlerWords } from "../words-handler.ts"

export async function assignCase(
  desk: Desk,
  id: string,
  input: { officerId: string },
): Promise<{ assigned: true } | { refused: "notFound" | "noHandler" | "handlerNamed" }> {
  const colleagues = await handlersOf(desk)
  return asOfficer(desk.house.db, desk.who, async (tx) => {
    const row = await lockCase(tx, id)
    if (row?.bodyId !== desk.who.bodyId || row.state === "closed") return { refused: "notFound" as const }
    const to = colleagues.find((one) => one.officerId === input.officerId)
    if (to === undefined) return { refused: "noHandler" as const }
    if (await namesOfficer(tx, id, to.officerId)) return { refused: "handlerNamed" as const }
    if (row.handlerId !== to.officerId) await recordHandler(tx, desk, row, to)
    return { assigned: true as const }
  })
}

/** Colleagues whose role works on cases. */
export const handlersOf = async (desk: Desk) =>
  (await colleaguesOf(desk)).filter(({ role }) => rolesThatMay("case.record").includes(role))

/** The timeline keeps the name, the journal the id. */
export async function recordHandler(
  tx: Tx,
  desk: Desk,
  row: Pick<CaseRow, "id" | "state">,
  to: Handler | null,
): Promise<void> {
  const what = to === null ? "case.unassigned" : "case.assigned"
  await changeHandler(tx, row.id, to)
  await addEvent(tx, {
    caseId: row.id,
    what,
    stateBefore: row.state,
    stateAfter: row.state,
    byName: desk.officer.name,
    note: to?.name ?? null,
    details: {},
  })
  const details = to === null ? {} : { to: to.officerId }
  await journal(tx, { what, record: { kind: "case", id: row.id }, details })
  await tell(tx, what, row.id, details)
}

const titleOf = (lang: Lang, { number, state, dueOn }: InHand) =>
  handlerWords[lang].held(number, words[lang].states[state], dueOn === null ? "" : formatDate(dueOn, lang))

/** What cases hold of one officer. A case that names whoever takes over goes to nobody: the body's desk names another. */
export const caseHoldings: readonly OfficerHolder[] = [
  {
    name: "cases.case",
    label: sayOf(handlerWords, (t) => t.inHand),
    takes: "case.record",
    heldBy: async (tx, { officerId, bodyId }, limit) =>
      (await casesInHand(tx, { officerId, bodyId, limit })).map((one) => ({
        id: one.id,
        title: say(titleOf("vi", one), titleOf("en", one)),
      })),
    async pass(tx, desk, { officerId, bodyId }, ids, to) {
      for (const row of await casesInHand(tx, { officerId, bodyId, limit: ids.length }))
        await recordHandler(tx, desk, row, (await namesOfficer(tx, row.id, to.officerId)) ? null : to)
    },
  },
]
