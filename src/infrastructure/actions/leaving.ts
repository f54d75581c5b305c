/** Duties of this slice that hang on one officer: plans of patrols that they lead. */
import type { OfficerHolder } from "../../accounts/index.ts"
import { journal } from "../../kernel/journal.ts"
import { say } from "../../kernel/words.ts"
import { planNumber } from "../domain/patrol.ts"
import { passPlans, plansLedBy } from "../store/patrols.ts"

export const patrolHoldings: readonly OfficerHolder[] = [
  {
    name: "infrastructure.patrols-led",
    label: say("Kế hoạch tuần tra đang làm trưởng nhóm", "Plans of patrols that they lead"),
    takes: "incident.report",
    heldBy: async (tx, { officerId, bodyId }, limit) =>
      (await plansLedBy(tx, { officerId, bodyId, limit })).map(({ id, number }) => ({
        id,
        title: say(planNumber(number), planNumber(number)),
      })),
    async pass(tx, _desk, { officerId }, ids, to) {
      await passPlans(tx, { ids, from: officerId, to })
      for (const id of ids)
        await journal(tx, { what: "patrol.handed-over", record: { kind: "patrol-plan", id } })
    },
  },
]
