/** The mark of a notice's state, and of an emergency. */
import { Tag } from "../../kernel/ui/index.ts"
import type { Lang } from "../../kernel/words.ts"
import type { ListedNotice } from "../store/notices.ts"
import { words } from "../words.ts"

export function StateTag({ row, lang }: { row: Pick<ListedNotice, "state" | "emergency">; lang: Lang }) {
  const t = words[lang]
  const isOver = row.state === "reversed" || row.state === "refused"
  return (
    <>
      <Tag tone={row.state === "answered" ? "good" : isOver ? "calm" : "soon"}>{t.states[row.state]}</Tag>{" "}
      {row.emergency !== null && <Tag tone="late">{t.one.emergency}</Tag>}
    </>
  )
}
