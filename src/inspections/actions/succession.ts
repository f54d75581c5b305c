/** On a reform day: a body's checks and its rows of the register, as one whole. */
import { formatNumber } from "../../kernel/format.ts"
import { journalEach } from "../../kernel/journal.ts"
import type { DutyHolder } from "../../organizations/index.ts"
import { checksHeld, passChecks } from "../store/succession.ts"
import { planWords } from "../words-plan.ts"

export const inspectionDuties: DutyHolder = {
  name: "inspections.checks",
  openDutiesOf: async (tx, bodyIds) =>
    (await checksHeld(tx, bodyIds)).map(({ bodyId, checks, subjects }) => ({
      id: bodyId,
      bodyId,
      title: planWords.vi.held(formatNumber(checks, "vi"), formatNumber(subjects, "vi")),
      isUndivided: true,
    })),
  async move(tx, bodyId, [toBodyId]) {
    if (toBodyId === undefined) return
    const details = { fromBodyId: bodyId, toBodyId }
    const ids = await passChecks(tx, bodyId, toBodyId)
    await journalEach(tx, { what: "inspection.passed-on", kind: "inspection", details }, ids)
  },
}
