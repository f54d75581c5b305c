/** What bodies owe, over all slices: each holder says its own. The chart's two offices are duties too. */
import type { Tx } from "../../kernel/db/database.ts"
import { type Duty, limits } from "../domain/reform.ts"
import type { DutyHolder } from "../duties.ts"
import { officesOf, passOffice } from "../store/reform-day.ts"
import { words } from "../words.ts"

/** Who leads the field, who keeps the chart: on reform day somebody must have taken it over. */
export const offices: DutyHolder = {
  name: "organizations.office",
  async openDutiesOf(tx, bodyIds) {
    const held = await officesOf(tx, bodyIds)
    const t = words.vi.reform.offices
    return held.flatMap((body) => [
      ...(body.isLead ? [{ id: "isLead", title: t.isLead, bodyId: body.id, isUndivided: true }] : []),
      ...(body.keepsChart
        ? [{ id: "keepsChart", title: t.keepsChart, bodyId: body.id, isUndivided: true }]
        : []),
    ])
  },
  async move(tx, dutyId, [toBodyId]) {
    if (toBodyId !== undefined && (dutyId === "isLead" || dutyId === "keepsChart"))
      await passOffice(tx, dutyId, toBodyId)
  },
}

export const withOffices = (holders: readonly DutyHolder[]): DutyHolder[] => [offices, ...holders]

/** Null: more than one reform may move at once; it must be planned in parts. */
export async function openDuties(
  tx: Tx,
  holders: readonly DutyHolder[],
  bodyIds: readonly string[],
): Promise<Duty[] | null> {
  const duties: Duty[] = []
  if (bodyIds.length === 0) return duties
  for (const holder of withOffices(holders)) {
    const found = await holder.openDutiesOf(tx, bodyIds, limits.duties + 1)
    duties.push(...found.map((duty) => ({ ...duty, holder: holder.name })))
    if (duties.length > limits.duties) return null
  }
  return duties
}
