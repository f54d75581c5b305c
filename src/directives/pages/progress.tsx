import { formatPercent } from "../../kernel/format.ts"
import { Meter } from "../../kernel/ui/index.ts"
import type { Lang } from "../../kernel/words.ts"
import { doneOf, type Standing, shareOf, underWayOf } from "../domain/standing.ts"
import { rollUpWords } from "../words-roll-up.ts"

/** `isShort`: the share that is done, where a tag beside it says what is late. Done, under way and late as one bar, and the same in words. */
export function Progress({ counts, lang, isShort }: { counts: Standing; lang: Lang; isShort?: boolean }) {
  const t = rollUpWords[lang].meter
  const short = `${formatPercent(shareOf(counts), lang)} ${t.done}`
  return (
    <Meter
      {...(isShort === true ? { quiet: short } : {})}
      total={counts.total}
      parts={[
        { label: t.done, value: doneOf(counts), tone: "good" },
        { label: t.working, value: underWayOf(counts), tone: "brand" },
        { label: t.late, value: counts.late, tone: "late" },
      ]}
    />
  )
}
