/** The duties of this slice on a reform day: a body's notices, as one whole. */
import { formatNumber } from "../../kernel/format.ts"
import { journal } from "../../kernel/journal.ts"
import type { DutyHolder } from "../../organizations/index.ts"
import { heldBy, passNotices } from "../store/succession.ts"
import { words } from "../words.ts"

export const noticeDuties: DutyHolder = {
  name: "notices.held",
  openDutiesOf: async (tx, bodyIds) =>
    (await heldBy(tx, bodyIds)).map(({ bodyId, notices }) => ({
      id: bodyId,
      bodyId,
      title: words.vi.duty(formatNumber(notices, "vi")),
      isUndivided: true,
    })),
  async move(tx, bodyId, [toBodyId]) {
    if (toBodyId === undefined) return
    await passNotices(tx, bodyId, toBodyId)
    const details = { fromBodyId: bodyId, toBodyId }
    await journal(tx, { what: "notice.passed-on", record: { kind: "body", id: bodyId }, details })
  },
}
