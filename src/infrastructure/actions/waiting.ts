/** The sentence about incidents on the page of my work: those that the police, or the committee of the place, have not taken note of. */
import { can } from "../../accounts/index.ts"
import type { WaitingAt } from "../../kernel/http/waiting.ts"
import { paths } from "../paths.ts"
import { countUnnoted } from "../store/incidents.ts"
import { countToCheck } from "../store/protections.ts"
import { countUntold } from "../store/scrap.ts"
import { countUnreadAlarms } from "../store/series.ts"
import { words } from "../words.ts"
import { protectionWords } from "../words-protection.ts"
import { scrapWords } from "../words-scrap.ts"
import { seriesWords } from "../words-series.ts"

/** Who is told by law; others see incidents and need not answer. */
const told: readonly string[] = ["police", "commune-committee", "district-committee"]

export const incidentsWaiting: WaitingAt = async (tx, desk, lang) => [
  ...(await unnoted(tx, desk, lang)),
  ...(await alarms(tx, desk, lang)),
  ...(await checksDue(tx, desk, lang)),
  ...(await dealersToTell(tx, desk, lang)),
]

const alarms: WaitingAt = async (tx, { officer }, lang) => {
  const count = can(officer, "incident.report") ? await countUnreadAlarms(tx) : 0
  return count === 0
    ? []
    : [{ href: paths.series, tone: "late", text: seriesWords[lang].waits(String(count)) }]
}

const unnoted: WaitingAt = async (tx, { officer }, lang) => {
  if (!told.includes(officer.bodyKind) || !can(officer, "incident.report")) return []
  const count = await countUnnoted(tx)
  if (count === 0) return []
  return [
    { href: `${paths.incidents}?tinh-trang=open`, tone: "soon", text: words[lang].waits(String(count)) },
  ]
}

/** Plans of protection that the body keeps, or that name it. */
const checksDue: WaitingAt = async (tx, { officer }, lang) => {
  if (!can(officer, "incident.report")) return []
  const count = await countToCheck(tx)
  return count === 0
    ? []
    : [{ href: paths.protections, tone: "soon", text: protectionWords[lang].waits(count) }]
}

const dealersToTell: WaitingAt = async (tx, { officer }, lang) => {
  const count = can(officer, "incident.report") ? await countUntold(tx) : 0
  return count === 0 ? [] : [{ href: paths.scrap, tone: "soon", text: scrapWords[lang].waits(String(count)) }]
}
