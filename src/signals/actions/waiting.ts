/** The sentences about tips on the page of my work. */
import { can } from "../../accounts/index.ts"
import type { Tx } from "../../kernel/db/database.ts"
import type { Language } from "../../kernel/http/env.ts"
import type { Waiting, WaitingAt } from "../../kernel/http/waiting.ts"
import { paths } from "../paths.ts"
import { networkTipsAtDesks } from "../store/desks.ts"
import { countWaiting } from "../store/queue.ts"
import { placeDeskWords } from "../words-desks.ts"
import { dueWords } from "../words-dues.ts"
import { retentionWords } from "../words-retention.ts"
import { waitingWords } from "../words-waiting.ts"
import { cutoffs } from "./dues.ts"
import { endingSoon } from "./retention.ts"

export const tipsWaiting: WaitingAt = async (tx, { officer, house }, lang) => {
  if (!can(officer, "signal.handle")) return []
  const t = waitingWords[lang]
  const since = await cutoffs(tx, house.clock.now())
  const {
    untold,
    untoldLate,
    notPassed,
    urgent,
    moving,
    wrote,
    followMine,
    mine,
    open,
    held,
    arriving,
    asking,
  } = await countWaiting(tx, since)
  const due = dueWords[lang].waiting
  const ending = await endingSoon(tx)
  const lines: (Waiting & { count: number })[] = [
    { count: urgent, tone: "late", href: paths.signals, text: t.urgent(urgent) },
    { count: moving, tone: "soon", href: `${paths.signals}?ngan=moving`, text: t.moving(moving) },
    {
      count: notPassed,
      tone: "late",
      href: `${paths.signals}?ngan=pass`,
      text: (since.passOnlySigns ? due.passSigns : due.passCommune)(notPassed),
    },
    {
      count: untoldLate,
      tone: "late",
      href: `${paths.signals}?ngan=untold`,
      text: due.untoldLate(untoldLate),
    },
    {
      count: untold - untoldLate,
      tone: "soon",
      href: `${paths.signals}?ngan=untold`,
      text: due.untold(untold - untoldLate),
    },
    { count: wrote, tone: "soon", href: `${paths.signals}?ngan=wrote`, text: t.wrote(wrote) },
    { count: followMine, tone: "soon", href: `${paths.signals}?ngan=follow`, text: t.follow(followMine) },
    {
      count: ending,
      tone: "soon",
      href: `${paths.signals}?ngan=ending`,
      text: retentionWords[lang].waiting(ending),
    },
    { count: arriving, tone: "soon", href: paths.arriving, text: t.arriving(arriving) },
    { count: asking, tone: "soon", href: paths.shares, text: t.asking(asking) },
    { count: mine, tone: "calm", href: `${paths.signals}?ngan=mine`, text: t.mine(mine) },
    { count: open, tone: "calm", href: paths.signals, text: t.open(open) },
    { count: held, tone: "calm", href: `${paths.signals}?ngan=held`, text: t.held(held) },
  ]
  const own = lines.filter(({ count }) => count > 0).map(({ count: _, ...line }) => line)
  return officer.isLead ? [...(await lateAtPlaces(tx, house.clock.now(), lang)), ...own] : own
}

/** The law says "kịp thời" and no number of days: these are ours (decision 0017). */
const quietDays = 2
const namedMax = 3

/** Tips about networks that nobody at the desk of a commune has touched: the lead department asks there. */
async function lateAtPlaces(tx: Tx, now: Date, lang: Language): Promise<Waiting[]> {
  const before = now.getTime() - quietDays * 86_400_000
  const late = (await networkTipsAtDesks(tx)).filter(
    ({ oldestAt }) => oldestAt !== null && Date.parse(oldestAt) < before,
  )
  if (late.length === 0) return []
  const t = placeDeskWords[lang]
  const named = late
    .slice(0, namedMax)
    .map(({ bodyName }) => bodyName)
    .join(", ")
  const more = late.length > namedMax ? t.more(late.length - namedMax) : ""
  return [{ href: paths.placeDesks, tone: "late", text: `${t.late(named)}${more}` }]
}
