/** The duties of this slice on a reform day: a body's courses and rounds, as one whole. */
import { formatNumber } from "../../kernel/format.ts"
import { journal } from "../../kernel/journal.ts"
import type { DutyHolder } from "../../organizations/index.ts"
import { passTaught, taughtBy } from "../store/succession.ts"
import { words } from "../words.ts"

export const awarenessDuties: DutyHolder = {
  name: "awareness.taught",
  openDutiesOf: async (tx, bodyIds) =>
    (await taughtBy(tx, bodyIds)).map(({ bodyId, rounds }) => ({
      id: bodyId,
      bodyId,
      title: words.vi.duty(formatNumber(rounds, "vi")),
      isUndivided: true,
    })),
  async move(tx, bodyId, [toBodyId]) {
    if (toBodyId === undefined) return
    await passTaught(tx, bodyId, toBodyId)
    const details = { fromBodyId: bodyId, toBodyId }
    await journal(tx, { what: "awareness.passed-on", record: { kind: "body", id: bodyId }, details })
  },
}
