/** What signals hold of one officer: tips in their hands. The administrator sees when each came and where it stands, no more. */
import type { OfficerHolder } from "../../accounts/index.ts"
import { formatInstant } from "../../kernel/format.ts"
import { announce } from "../../kernel/journal.ts"
import { say } from "../../kernel/words.ts"
import { addEvent, changeSignal } from "../store/desk.ts"
import { tipsInHand } from "../store/leaving.ts"
import { deskWords } from "../words-desk.ts"

const titleOf = (lang: "vi" | "en", { receivedAt, state }: { receivedAt: string; state: string }) => {
  const states: Readonly<Record<string, string>> = deskWords[lang].states
  return `${formatInstant(receivedAt, lang)}, ${states[state] ?? state}`
}

export const signalHoldings: readonly OfficerHolder[] = [
  {
    name: "signals.tip",
    label: say("Tin báo đang xử lý", "Tips in hand"),
    takes: "signal.handle",
    heldBy: async (tx, { officerId, bodyId }, limit) =>
      (await tipsInHand(tx, { officerId, bodyId, limit })).map((tip) => ({
        id: tip.id,
        title: say(titleOf("vi", tip), titleOf("en", tip)),
      })),
    async pass(tx, desk, { officerId, bodyId }, ids, to) {
      const what = "signal.assigned"
      for (const { id, state } of await tipsInHand(tx, { officerId, bodyId, limit: ids.length })) {
        await changeSignal(tx, id, { handlerId: to.officerId, handlerName: to.name })
        const event = {
          what,
          stateBefore: state,
          stateAfter: state,
          byName: desk.officer.name,
          note: to.name,
        }
        await addEvent(tx, { signalId: id, bodyId, ...event })
        const details = { from: state, to: state }
        await announce(tx, { what, record: { kind: "signal", id }, details })
      }
    },
  },
]
