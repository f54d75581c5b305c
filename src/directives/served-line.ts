/** What was done for a task, in one line of figures. */
import { formatNumber } from "../kernel/format.ts"
import type { Lang } from "../kernel/words.ts"
import type { ServingRoom } from "./actions/serving.ts"
import type { ServedCount } from "./store/serving.ts"
import { servedWords } from "./words-served.ts"

/** "3 cảnh báo đã phát, 1 đang làm · 12 thuê bao đã chặn". */
export function servedLine(
  counts: readonly ServedCount[],
  rooms: readonly ServingRoom[],
  lang: Lang,
): string {
  const t = servedWords[lang]
  return counts
    .flatMap((one) => {
      const room = rooms.find(({ kind }) => kind === one.kind)
      if (room === undefined) return []
      const parts = [
        one.done === 0 ? null : room.figure(lang, one.amount),
        one.open === 0
          ? null
          : `${one.done === 0 ? `${room.name(lang)}: ` : ""}${t.making(formatNumber(one.open, lang))}`,
      ]
      return [parts.filter((part) => part !== null).join(", ")]
    })
    .join(" · ")
}
