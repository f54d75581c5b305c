/** The sentences about tips on the page of my work. */
import { can } from "../../accounts/index.ts"
import type { Waiting, WaitingAt } from "../../kernel/http/waiting.ts"
import { paths } from "../paths.ts"
import { countWaiting } from "../store/queue.ts"
import { waitingWords } from "../words-waiting.ts"

export const tipsWaiting: WaitingAt = async (tx, { officer }, lang) => {
  if (!can(officer, "signal.handle")) return []
  const t = waitingWords[lang]
  const { urgent, wrote, mine, open, held, arriving, asking } = await countWaiting(tx)
  const lines: (Waiting & { count: number })[] = [
    { count: urgent, tone: "late", href: paths.signals, text: t.urgent(urgent) },
    { count: wrote, tone: "soon", href: `${paths.signals}?ngan=wrote`, text: t.wrote(wrote) },
    { count: arriving, tone: "soon", href: paths.arriving, text: t.arriving(arriving) },
    { count: asking, tone: "soon", href: paths.shares, text: t.asking(asking) },
    { count: mine, tone: "calm", href: `${paths.signals}?ngan=mine`, text: t.mine(mine) },
    { count: open, tone: "calm", href: paths.signals, text: t.open(open) },
    { count: held, tone: "calm", href: `${paths.signals}?ngan=held`, text: t.held(held) },
  ]
  return lines.filter(({ count }) => count > 0).map(({ count: _, ...line }) => line)
}
