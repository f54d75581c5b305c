/** What this slice holds for a reform day: a body's indicators, warnings and answers, as one whole. */
import { formatNumber } from "../../kernel/format.ts"
import { journalEach } from "../../kernel/journal.ts"
import type { DutyHolder } from "../../organizations/index.ts"
import { idsOf, passShared, sharedOf } from "../store/succession.ts"
import { successionWords } from "../words-succession.ts"

export const sharingDuties: DutyHolder = {
  name: "sharing.shared",
  openDutiesOf: async (tx, bodyIds) =>
    (await sharedOf(tx, bodyIds)).map(({ bodyId, indicators, warnings }) => ({
      id: bodyId,
      bodyId,
      title: successionWords.vi.shared(formatNumber(indicators, "vi"), formatNumber(warnings, "vi")),
      isUndivided: true,
    })),
  async move(tx, bodyId, [toBodyId]) {
    if (toBodyId === undefined) return
    const details = { fromBodyId: bodyId, toBodyId }
    const [indicators, warnings] = [
      await idsOf(tx, "shared_indicators", bodyId),
      await idsOf(tx, "warnings", bodyId),
    ]
    await passShared(tx, bodyId, toBodyId)
    await journalEach(tx, { what: "indicator.passed-on", kind: "indicator", details }, indicators)
    await journalEach(tx, { what: "warning.passed-on", kind: "warning", details }, warnings)
  },
}
