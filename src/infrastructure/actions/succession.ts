/** What this slice holds for a reform day: a body's assets and incidents, as one whole. What it said stays under its name. */
import { formatNumber } from "../../kernel/format.ts"
import { journal } from "../../kernel/journal.ts"
import type { DutyHolder } from "../../organizations/index.ts"
import { heldBy, passNetwork } from "../store/succession.ts"
import { words } from "../words.ts"

export const networkDuties: DutyHolder = {
  name: "infrastructure.network",
  openDutiesOf: async (tx, bodyIds) =>
    (await heldBy(tx, bodyIds)).map(({ bodyId, incidents, assets }) => ({
      id: bodyId,
      bodyId,
      title: words.vi.shared(formatNumber(incidents, "vi"), formatNumber(assets, "vi")),
      isUndivided: true,
    })),
  async move(tx, bodyId, [toBodyId]) {
    if (toBodyId === undefined) return
    await passNetwork(tx, bodyId, toBodyId)
    await journal(tx, {
      what: "infrastructure.passed-on",
      record: { kind: "body", id: bodyId },
      details: { fromBodyId: bodyId, toBodyId },
    })
  },
}
