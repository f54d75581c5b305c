/** What the report says where the clerk wrote nothing: computed from its own figures and tallies; nothing is invented. Pure. */
import { printed } from "../words-document.ts"
import type { Printing, ReportContent } from "./content.ts"
import { shortName } from "./sentences.ts"
import { type Tally, topOf, topTricks } from "./tallies.ts"
import { isPartlyKnown } from "./windows.ts"

/** Of a section of the outline, each sentence a paragraph. */
export function computedText(id: string, content: ReportContent, print: Printing): string[] {
  switch (id) {
    case "I":
      return situation(content, print)
    case "II":
      return standing(content, print)
    case "IV":
      return orElse(difficulties(content, print), printed.noDifficulty)
    case "V":
      return orElse(directions(content, print), printed.nothingOpen)
    case "VI":
      return orElse(proposals(content, print), printed.noProposal)
    default:
      return []
  }
}

const orElse = (said: (string | null)[], otherwise: string): string[] => {
  const kept = present(said)
  return kept.length > 0 ? kept : [otherwise]
}
const present = (said: (string | null)[]) => said.filter((one) => one !== null)

function situation(content: ReportContent, print: Printing): string[] {
  const { types, places, months } = content.tallies
  const [peak] = topOf(months, 1)
  const risen = risenTypes(content)
  return present([
    saidOf(topTricks(types, 3), print.type, print, printed.tricks),
    risen.length === 0
      ? null
      : printed.risen(
          listed(
            risen.map(({ key, was, now }) =>
              printed.fromTo(print.type(key), print.number(was), print.number(now)),
            ),
          ),
        ),
    saidOf(topOf(places, 3), (key) => key, print, printed.places),
    peak === undefined || months.length < 2
      ? null
      : printed.peak(monthName(peak.key), print.number(peak.value)),
  ])
}

function saidOf(
  top: readonly Tally[],
  name: (key: string) => string,
  print: Printing,
  words: (list: string) => string,
): string | null {
  if (top.length === 0) return null
  const each = top.map(({ key, value }) => printed.several(name(key), printed.tips(print.number(value))))
  return words(listed(each))
}

/** At least five more and half as many again, where the whole of the period before is known. */
export function risenTypes({ tallies, since, passed, previous }: ReportContent) {
  if (since === null || isPartlyKnown(passed?.previous ?? previous, since)) return []
  if ((passed?.previous ?? previous).to < since) return []
  const before = new Map(tallies.typesBefore.map(({ key, value }) => [key, value]))
  return topTricks(tallies.types, 100)
    .map(({ key, value }) => ({ key, now: value, was: before.get(key) ?? 0 }))
    .filter(({ now, was }) => now - was >= 5 && now >= was * 1.5)
    .toSorted((one, other) => other.now - other.was - (one.now - one.was))
    .slice(0, 3)
}

function standing({ duties, campaign }: ReportContent, print: Printing): string[] {
  const sum = (part: "onTime" | "late" | "overdue") => duties.reduce((all, one) => all + one[part], 0)
  const due = sum("onTime") + sum("late") + sum("overdue")
  return present([
    due === 0
      ? null
      : printed.dutiesDone(
          printed.share(print.number((sum("onTime") / due) * 100, 1)),
          print.number(sum("late")),
        ),
    campaign === null
      ? null
      : printed.partsSent(
          print.number(campaign.asked - campaign.missing.length),
          print.number(campaign.asked),
        ),
  ])
}

function difficulties(content: ReportContent, print: Printing): (string | null)[] {
  const { duties, campaign, bodyTexts, window, today } = content
  const overdue = overdueOf(content)
  const missing = withoutSource(content)
  const until = today < window.to ? today : window.to
  const late = duties.filter((one) => one.overdue > 0)
  const cause =
    bodyTexts.length > 0
      ? printed.cause(printed.partsAnnex(duties.length > 0 ? "III" : "II"))
      : printed.noCause
  return [
    overdue === 0
      ? null
      : printed.overdue(
          print.number(overdue),
          print.day(until),
          few(
            late.map((one) => printed.several(one.body, print.number(one.overdue))),
            print,
          ),
        ),
    campaign === null || campaign.missing.length === 0
      ? null
      : printed.campaignMissing(few(campaign.missing, print)),
    missing.length === 0 ? null : printed.withoutSource(print.number(missing.length), missing.join("; ")),
    overdue === 0 ? null : cause,
  ]
}

function directions(content: ReportContent, print: Printing): (string | null)[] {
  const overdue = overdueOf(content)
  const { ahead } = content
  const open = content.duties.reduce((all, one) => all + one.open, 0)
  const worst = content.duties.filter((one) => one.overdue > 0).slice(0, 3)
  const risen = risenTypes(content).map(({ key }) => print.type(key))
  const most = topTricks(content.tallies.types, 2).map(({ key }) => print.type(key))
  const missing = withoutSource(content).length
  return [
    overdue === 0 ? null : printed.catchUp(print.number(overdue), worst.map((one) => one.body).join(", ")),
    open === 0 ? null : printed.next(print.number(open)),
    ahead.proposalTasks === 0 ? null : printed.nextOfProposals(print.number(ahead.proposalTasks)),
    ...ahead.campaigns.map(({ title, endsOn }) => printed.nextCampaign(title, print.day(endsOn))),
    risen.length > 0 ? printed.warn(listed(risen)) : most.length > 0 ? printed.warnMost(listed(most)) : null,
    missing === 0 ? null : printed.collect(print.number(missing)),
  ]
}

function proposals(content: ReportContent, print: Printing): (string | null)[] {
  const overdue = overdueOf(content)
  const missing = withoutSource(content)
  const places = topOf(content.tallies.places, 3).map(({ key }) => key)
  return [
    overdue === 0 ? null : printed.askCatchUp(print.number(overdue)),
    places.length === 0 ? null : printed.askWarn(places.join(", ")),
    missing.length === 0 ? null : printed.askFigures(missing.join("; ")),
  ]
}

const overdueOf = ({ duties }: ReportContent) => duties.reduce((all, one) => all + one.overdue, 0)

/** What is proposed is written in its own section, not counted. */
const withoutSource = ({ figures }: ReportContent) =>
  figures
    .filter(({ source, definition }) => source === "none" && definition.section !== "VI")
    .map(({ definition }) => shortName(definition))

const mostNamed = 8

/** The first by name, the others by number. */
function few(names: readonly string[], print: Printing): string {
  if (names.length <= mostNamed) return names.join(", ")
  return `${names.slice(0, mostNamed).join(", ")} ${printed.andOthers(print.number(names.length - mostNamed))}`
}

const listed = (names: readonly string[]) => names.join("; ")

/** "2023-08" is 8/2023. */
export function monthName(key: string): string {
  const [year = "", month = ""] = key.split("-")
  return printed.month(String(Number(month)), year)
}
