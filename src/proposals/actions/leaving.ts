/** Duties that hang on one officer: the proposals they keep. */
import type { OfficerHolder } from "../../accounts/index.ts"
import { journal } from "../../kernel/journal.ts"
import { say } from "../../kernel/words.ts"
import { keptBy, passKept } from "../store/leaving.ts"
import { addEvent } from "../store/proposals.ts"

export const proposalHoldings: readonly OfficerHolder[] = [
  {
    name: "proposals.kept",
    label: say("Đề xuất đang phụ trách", "Proposals they keep"),
    takes: "proposal.write",
    heldBy: async (tx, { officerId, bodyId }, limit) =>
      (await keptBy(tx, { officerId, bodyId, limit })).map(({ id, title }) => ({
        id,
        title: say(title, title),
      })),
    async pass(tx, desk, { officerId, bodyId }, ids, to) {
      const held = await keptBy(tx, { officerId, bodyId, limit: ids.length })
      await passKept(tx, { ids, from: officerId, to })
      for (const one of held.filter(({ id }) => ids.includes(id))) {
        await addEvent(tx, one, {
          ...{ what: "handed-over", stateBefore: one.state, stateAfter: one.state },
          ...{ byName: desk.officer.name, note: to.name },
        })
        const record = { kind: "proposal", id: one.id }
        await journal(tx, { what: "proposal.handed-over", record, details: { state: one.state } })
      }
    },
  },
]
