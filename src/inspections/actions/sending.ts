/** A body's plans go to Thanh tra tỉnh, which settles what overlaps (Luật Thanh tra 84/2025 Đ58). */
import { announce } from "../../kernel/journal.ts"
import { bodiesOn, loadChart } from "../../organizations/index.ts"
import { holderOf } from "../domain/powers.ts"
import { sendPlans, unsentPlans } from "../store/inspections.ts"
import { bodyOf, type Seat, todayOf } from "./seat.ts"

/** How many wait to be sent; the inspectorate sends to nobody. */
export const plansToSend = (seat: Seat): Promise<number> =>
  holderOf(bodyOf(seat)) === "inspectorate" ? Promise.resolve(0) : seat.look(unsentPlans)

export function sendAllPlans(seat: Seat): Promise<{ sent: number } | { refused: "noInspectorate" }> {
  return seat.open(async (tx) => {
    const bodies = bodiesOn(await loadChart(tx), todayOf(seat))
    const inspectorate = bodies.find((body) => holderOf(body) === "inspectorate" && body.id !== seat.bodyId)
    if (inspectorate === undefined) return { refused: "noInspectorate" as const }
    const ids = await sendPlans(tx, inspectorate.id)
    for (const id of ids)
      await announce(tx, {
        what: "inspection.sent",
        record: { kind: "inspection", id },
        details: { toBodyId: inspectorate.id },
      })
    return { sent: ids.length }
  })
}
