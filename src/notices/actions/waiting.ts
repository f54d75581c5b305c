/** The sentences about notices on the page of my work. */
import { can } from "../../accounts/index.ts"
import type { WaitingAt } from "../../kernel/http/waiting.ts"
import { childrenWaiting } from "../children/actions/waiting.ts"
import { childVerb } from "../children/verb.ts"
import { paths } from "../paths.ts"
import { countNoticesForMe } from "../store/notices.ts"
import { words } from "../words.ts"

export const noticesWaiting: WaitingAt = async (tx, { officer, house }, lang) => {
  const children = can(officer, childVerb) ? await childrenWaiting(tx, house.clock.now(), lang) : []
  if (!can(officer, "notice.draft")) return children
  const { sign, weigh, tell, review } = await countNoticesForMe(tx)
  const t = words[lang].waits
  const said = (count: number, text: (n: string) => string, tone: "soon" | "late" = "soon") =>
    count === 0 ? [] : [{ href: paths.notices, tone, text: text(String(count)) }]
  return [
    ...children,
    ...said(review, t.review, "late"),
    ...(can(officer, "notice.send") ? said(sign, t.sign) : []),
    ...said(weigh, t.weigh),
    ...said(tell, t.tell),
  ]
}
