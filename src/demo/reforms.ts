/** The reforms of 2025 on the demo's own work, planned by the administrator and carried out by the program's own reform day. */
import type { Desk } from "../kernel/http/env.ts"
import { addDays } from "../kernel/time.ts"
import { choose, confirmReform, planReform, readReform } from "../organizations/actions/reform.ts"
import { applyDueReforms } from "../organizations/actions/reform-day.ts"
import type { Duty, Passing } from "../organizations/domain/reform.ts"
import type { DutyHolder } from "../organizations/index.ts"
import { must } from "./must.ts"
import { leadOn } from "./stages.ts"

const titles: Readonly<Record<string, { title: string; basis: string }>> = {
  "2025-03-01": { title: "Sắp xếp các sở", basis: "NQ 176/2025/QH15; NĐ 02/2025/NĐ-CP" },
  "2025-07-01": { title: "Sắp xếp tỉnh, bỏ cấp huyện", basis: "NQ 202/2025/QH15; Luật 72/2025/QH15" },
}
/** A plan is begun so many days before its day. */
const aheadDays = 40

/** `deskOn`: the administrator of the body that keeps the chart. */
export async function carryThrough(
  day: string,
  deskOn: (day: string) => Desk,
  holders: readonly DutyHolder[],
): Promise<void> {
  const desk = deskOn(addDays(day, -aheadDays))
  const named = titles[day] ?? { title: `Sắp xếp ngày ${day}`, basis: "" }
  const { id } = await planReform(desk, { ...named, effectiveOn: day, takesRecorded: true })
  const view = await readReform(desk, id, holders)
  if (view?.foresight == null) throw new Error(`the demo's reform of ${day} cannot be foreseen`)
  const slugs = new Map(view.chart.bodies.map((body) => [body.id, body.slug]))
  must(
    await choose(
      desk,
      id,
      view.foresight.open.map((duty) => ({
        beforeId: duty.bodyId,
        duty: { holder: duty.holder, id: duty.id },
        to: { passingId: successorOf(duty, view.passings, slugs, day).id },
      })),
    ),
  )
  must(await confirmReform(desk, id, holders))
  const onDay = deskOn(day)
  const [done] = await applyDueReforms(onDay.house.db, holders)
  if (done?.result !== "applied") throw new Error(`the demo's reform of ${day} was not carried out`)
}

/** What led the field goes on leading it; otherwise the first successor takes the work over. */
function successorOf(
  duty: Duty,
  passings: readonly Passing[],
  slugs: ReadonlyMap<string, string>,
  day: string,
): Passing {
  const own = passings.filter((one) => one.beforeId === duty.bodyId)
  const lead = own.find((one) => slugs.get(one.afterId) === leadOn(day).slug)
  const to = lead ?? own[0]
  if (to === undefined) throw new Error(`nobody succeeds the body that owes ${duty.title}`)
  return to
}
