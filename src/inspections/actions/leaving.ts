/** Duties that hang on one officer: a team that they lead, a plan of a check that waits for who issued its decision. */
import type { OfficerHolder } from "../../accounts/index.ts"
import { journal } from "../../kernel/journal.ts"
import { localDateOf } from "../../kernel/time.ts"
import { say } from "../../kernel/words.ts"
import { codeOf } from "../domain/code.ts"
import { addEvent } from "../store/details.ts"
import { type Led, ledBy, passLead } from "../store/leaving.ts"
import { words } from "../words.ts"

export const inspectionHoldings: readonly OfficerHolder[] = [
  {
    name: "inspections.led",
    label: say("Đoàn kiểm tra đang phụ trách", "Checks whose team they lead"),
    takes: "inspection.hold",
    heldBy: async (tx, { officerId, bodyId }, limit) =>
      (await ledBy(tx, { officerId, bodyId, limit })).map((one) => ({
        id: one.id,
        title: say(titleOf("vi", one), titleOf("en", one)),
      })),
    async pass(tx, desk, { officerId, bodyId }, ids, to) {
      const held = await ledBy(tx, { officerId, bodyId, limit: ids.length })
      await passLead(tx, { ids, from: officerId, to })
      for (const { id, state } of held.filter((one) => ids.includes(one.id))) {
        await addEvent(tx, id, {
          what: "inspection.handed-over",
          stateBefore: state,
          stateAfter: state,
          happenedOn: localDateOf(desk.house.clock.now()),
          note: to.name,
          byName: desk.officer.name,
        })
        await journal(tx, {
          what: "inspection.handed-over",
          record: { kind: "inspection", id },
          details: { state },
        })
      }
    },
  },
]

/** The code and where it stands; whoever administers does no casework. */
const titleOf = (lang: "vi" | "en", { state, ...of }: Led) =>
  `${codeOf(of)}, ${words[lang].states[state].toLocaleLowerCase(lang)}`
