/** Duties of this slice that hang on one officer: campaigns that they answer for. */
import type { OfficerHolder } from "../../../accounts/index.ts"
import { journalEach } from "../../../kernel/journal.ts"
import { say } from "../../../kernel/words.ts"
import { campaignsLedBy, passLead } from "../store/campaigns.ts"
import { campaignWords } from "../words.ts"

export const campaignHoldings: readonly OfficerHolder[] = [
  {
    name: "awareness.campaigns-led",
    label: say("Chiến dịch tuyên truyền đang phụ trách", "Campaigns that they answer for"),
    takes: "awareness.change",
    heldBy: async (tx, { officerId, bodyId }, limit) =>
      (await campaignsLedBy(tx, { officerId, bodyId, limit })).map(({ id, title }) => ({
        id,
        title: say(campaignWords.vi.taken(title), campaignWords.en.taken(title)),
      })),
    async pass(tx, _desk, { officerId }, ids, to) {
      await passLead(tx, { ids, from: officerId, to })
      await journalEach(tx, { what: "campaign.handed-over", kind: "campaign" }, ids)
    },
  },
]
