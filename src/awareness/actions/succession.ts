/** The duties of this slice on a reform day: a body's courses, rounds and campaigns, as one whole. */
import { formatNumber } from "../../kernel/format.ts"
import { journal, journalEach } from "../../kernel/journal.ts"
import type { DutyHolder } from "../../organizations/index.ts"
import { passCampaigns, passTaught, taughtBy } from "../store/succession.ts"
import { words } from "../words.ts"

export const awarenessDuties: DutyHolder = {
  name: "awareness.taught",
  openDutiesOf: async (tx, bodyIds) =>
    (await taughtBy(tx, bodyIds)).map(({ bodyId, rounds, campaigns }) => ({
      id: bodyId,
      bodyId,
      title: words.vi.duty(formatNumber(rounds, "vi"), formatNumber(campaigns, "vi")),
      isUndivided: true,
    })),
  async move(tx, bodyId, [toBodyId]) {
    if (toBodyId === undefined) return
    const details = { fromBodyId: bodyId, toBodyId }
    await passTaught(tx, bodyId, toBodyId)
    const ids = await passCampaigns(tx, bodyId, toBodyId)
    await journalEach(tx, { what: "campaign.passed-on", kind: "campaign", details }, ids)
    await journal(tx, { what: "awareness.passed-on", record: { kind: "body", id: bodyId }, details })
  },
}
