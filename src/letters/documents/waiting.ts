/** The sentences about outgoing documents on the page of my work: what this person can move on. */
import { can } from "../../accounts/index.ts"
import type { Waiting, WaitingAt } from "../../kernel/http/waiting.ts"
import { paths } from "../paths.ts"
import { countDocumentsWaiting } from "./store.ts"
import { waitingWords } from "./words-waiting.ts"

export const documentsWaiting: WaitingAt = async (tx, { officer }, lang) => {
  if (!can(officer, "document.read")) return []
  const t = waitingWords[lang]
  const { toSign, toReview, toNumber } = await countDocumentsWaiting(tx)
  const lines: (Waiting & { count: number })[] = [
    { count: toSign, tone: "soon", href: `${paths.documents}?tt=approved`, text: t.toSign(toSign) },
    {
      count: can(officer, "document.review") ? toReview : 0,
      tone: "calm",
      href: `${paths.documents}?tt=review`,
      text: t.toReview(toReview),
    },
    {
      count: can(officer, "document.number") ? toNumber : 0,
      tone: "soon",
      href: `${paths.documents}?tt=signed`,
      text: t.toNumber(toNumber),
    },
  ]
  return lines.filter(({ count }) => count > 0).map(({ count: _, ...line }) => line)
}
