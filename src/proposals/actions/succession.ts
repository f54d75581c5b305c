/** The duties of this slice on a reform day: a body's proposals and the opinions asked of it, as one whole. */
import { formatNumber } from "../../kernel/format.ts"
import { journal } from "../../kernel/journal.ts"
import type { DutyHolder } from "../../organizations/index.ts"
import { heldBy, passProposals } from "../store/succession.ts"
import { words } from "../words.ts"

export const proposalDuties: DutyHolder = {
  name: "proposals.held",
  openDutiesOf: async (tx, bodyIds) =>
    (await heldBy(tx, bodyIds)).map(({ bodyId, proposals }) => ({
      id: bodyId,
      bodyId,
      title: words.vi.duty(formatNumber(proposals, "vi")),
      isUndivided: true,
    })),
  async move(tx, bodyId, [toBodyId]) {
    if (toBodyId === undefined) return
    await passProposals(tx, bodyId, toBodyId)
    const details = { fromBodyId: bodyId, toBodyId }
    await journal(tx, { what: "proposal.passed-on", record: { kind: "body", id: bodyId }, details })
  },
}
