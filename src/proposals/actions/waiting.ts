/** The sentences about proposals on the page of my work. */
import { can } from "../../accounts/index.ts"
import type { WaitingAt } from "../../kernel/http/waiting.ts"
import { localDateOf } from "../../kernel/time.ts"
import { paths } from "../paths.ts"
import { countForMe } from "../store/requests.ts"
import { words } from "../words.ts"

export const proposalsWaiting: WaitingAt = async (tx, { officer, house }, lang) => {
  if (!can(officer, "proposal.read")) return []
  const { toAnswer, late, over, decide } = await countForMe(tx, localDateOf(house.clock.now()))
  const t = words[lang].waits
  const said = (count: number, text: (n: string) => string, tone: "soon" | "late" = "soon") =>
    count === 0 ? [] : [{ href: paths.proposals, tone, text: text(String(count)) }]
  return [
    ...(can(officer, "proposal.answer") ? said(late, t.late, "late") : []),
    ...(can(officer, "proposal.answer") ? said(toAnswer - late, t.answer) : []),
    ...(can(officer, "proposal.write") ? said(over, t.over) : []),
    ...(can(officer, "proposal.write") ? said(decide, t.decide) : []),
  ]
}
