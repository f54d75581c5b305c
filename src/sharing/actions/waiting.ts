/** The sentence about contests on the page of my work: those that this officer may decide. */
import { can } from "../../accounts/index.ts"
import type { WaitingAt } from "../../kernel/http/waiting.ts"
import { localDateOf } from "../../kernel/time.ts"
import { paths } from "../paths.ts"
import { countContestsForMe } from "../store/contests.ts"
import { contestWords } from "../words-contest.ts"

export const contestsWaiting: WaitingAt = async (tx, { officer, house }, lang) => {
  if (!can(officer, "contest.decide")) return []
  const { count, late } = await countContestsForMe(tx, localDateOf(house.clock.now()))
  if (count === 0) return []
  const tone = late > 0 ? "late" : "soon"
  return [{ href: paths.contests, tone, text: contestWords[lang].desk.waits(String(count)) }]
}
