/**
 * What of this slice hangs on one officer: indicators and warnings that they write, or that wait for a release. Releases and contests
 * hang on nobody: every head of the body, and every officer who had no hand in it, finds them on the page of their work.
 */
import type { OfficerHolder } from "../../accounts/index.ts"
import { journal } from "../../kernel/journal.ts"
import { say } from "../../kernel/words.ts"
import { addEvent } from "../store/events.ts"
import { passWriting, type Unreleased, unreleasedBy } from "../store/leaving.ts"
import { words } from "../words.ts"
import { indicatorWords } from "../words-indicator.ts"

export const sharingHoldings: readonly OfficerHolder[] = [
  {
    name: "sharing.writing",
    label: say(
      "Chỉ báo, cảnh báo đang soạn hoặc chờ phát hành",
      "Indicators and warnings being written or waiting for release",
    ),
    takes: "indicator.propose",
    heldBy: async (tx, { officerId, bodyId }, limit) =>
      (await unreleasedBy(tx, { officerId, bodyId, limit })).map((one) => ({
        id: one.id,
        title: say(titleOf("vi", one), titleOf("en", one)),
      })),
    async pass(tx, desk, { officerId, bodyId }, ids, to) {
      const held = await unreleasedBy(tx, { officerId, bodyId, limit: ids.length })
      await passWriting(tx, officerId, to.officerId)
      for (const { id, record, state } of held) {
        const event = { what: "handed-over", stateBefore: state, stateAfter: state }
        await addEvent(
          tx,
          { kind: record, id, bodyId },
          { ...event, byName: desk.officer.name, note: to.name },
        )
        await journal(tx, { what: `${record}.handed-over`, record: { kind: record, id }, details: { state } })
      }
    },
  },
]

/** Without the number and the text: whoever administers does no casework. */
function titleOf(lang: "vi" | "en", { record, kind, state, changedOn }: Unreleased): string {
  const kinds: Readonly<Record<string, string>> = indicatorWords[lang].kinds
  const what = record === "warning" ? words[lang].warning : (kinds[kind ?? ""] ?? words[lang].indicator)
  return `${what}, ${words[lang].states[state].toLocaleLowerCase(lang)}, ${changedOn.split("-").reverse().join("/")}`
}
