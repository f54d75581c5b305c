/** Sentences of this slice on the page of my work: contests to decide, and warnings to look at again. */
import { can } from "../../accounts/index.ts"
import type { WaitingAt } from "../../kernel/http/waiting.ts"
import { localDateOf } from "../../kernel/time.ts"
import { paths } from "../paths.ts"
import { countContestsForMe } from "../store/contests.ts"
import { countDoubted } from "../store/doubts.ts"
import { contestWords } from "../words-contest.ts"
import { warningWords } from "../words-warning.ts"

export const contestsWaiting: WaitingAt = async (tx, desk, lang) => [
  ...(await toDecide(tx, desk, lang)),
  ...(await toLookAtAgain(tx, desk, lang)),
]

/** Warnings whose words name what another body has recalled since: whoever may propose warnings looks at them again. */
const toLookAtAgain: WaitingAt = async (tx, { officer }, lang) => {
  if (!can(officer, "warning.propose")) return []
  const count = await countDoubted(tx)
  if (count === 0) return []
  return [{ href: paths.warnings, tone: "soon", text: warningWords[lang].doubted.waits(String(count)) }]
}

const toDecide: WaitingAt = async (tx, { officer, house }, lang) => {
  if (!can(officer, "contest.decide")) return []
  const { count, late } = await countContestsForMe(tx, localDateOf(house.clock.now()))
  if (count === 0) return []
  const tone = late > 0 ? "late" : "soon"
  return [{ href: paths.contests, tone, text: contestWords[lang].desk.waits(String(count)) }]
}
