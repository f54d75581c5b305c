/** Gathers what a paper is written from, and writes it. */
import type { Calendar } from "../../kernel/calendar/calendar.ts"
import { legalRules } from "../../kernel/calendar/data.ts"
import { calendarIn } from "../../kernel/calendar/days-off.ts"
import type { Tx } from "../../kernel/db/database.ts"
import type { Desk } from "../../kernel/http/env.ts"
import { inFull, symbolsOf } from "../../letters/index.ts"
import { bodiesOn, type ChartBody, loadChart } from "../../organizations/index.ts"
import { blank } from "../domain/articles.ts"
import { count, extend, extensionsOf, type Purpose, startClock } from "../domain/clocks.ts"
import { usableRange } from "../domain/fines.ts"
import type { PaperContent, Term } from "../papers/content.ts"
import { remedyDecision, sanctionDecision, spotDecision } from "../papers/decision.ts"
import {
  confiscationDecision,
  continuationDecision,
  haltDecision,
  instalmentsDecision,
  postponementDecision,
} from "../papers/execution.ts"
import { isOfExecution, type PaperKind } from "../papers/kinds.ts"
import { enforcementDecision, keepingDecision, sessionNotice } from "../papers/measures.ts"
import { explainingNotice, transferNotice } from "../papers/notices.ts"
import type { Paper } from "../papers/parts.ts"
import { printed } from "../papers/printed.ts"
import { hearingMinutes, violationRecord } from "../papers/record.ts"
import { requestLetter } from "../papers/request.ts"
import { eventsOf } from "../store/cases.ts"
import { exhibitsOf } from "../store/files.ts"
import { isRunning } from "./course.ts"
import { owed } from "./execution.ts"
import { mayBeExplained, violationOf } from "./range.ts"
import { repeatsOf, repeatText } from "./repeats.ts"
import { type Facts, heldOf, todayOf } from "./take.ts"

/** All but what the form asks. */
export type Gathered = Omit<PaperContent, "answers" | "signer" | "sanctions" | "terms"> & {
  /** Earlier decisions and open acts of the same offender, as the decision says them. */
  repeats: string[]
  decideUntil: string | null
}

export async function gatherPaper(tx: Tx, desk: Desk, facts: Facts, kind: PaperKind): Promise<Gathered> {
  const today = todayOf(desk)
  const bodies = bodiesOn(await loadChart(tx), today)
  const names = new Map(bodies.map((body) => [body.id, body.name]))
  const open = facts.acts.filter(({ sanction }) => sanction === null)
  // What is executed was sanctioned already; every other paper is about what was not.
  const meant = isOfExecution(kind) ? facts.acts : open
  const away = facts.transfers[0]
  const acts = meant.map((act) => {
    const violation = violationOf(act)
    return { act, violation, range: usableRange(violation, act.offenderKind, act.typed) }
  })
  const repeats = []
  for (const { act } of acts) repeats.push(...(await repeatsOf(tx, act, facts)))
  const office = officeOf(desk, bodies)
  return {
    row: facts.row,
    acts: acts.sort((one, other) => orderOf(one.act).localeCompare(orderOf(other.act))),
    ...office,
    symbols: await symbolsOf(tx, office.issuer.name),
    exhibits: await exhibitsOf(tx, facts.row.id),
    requests: facts.requests.map((one) => ({ ...one, enterprise: names.get(one.enterpriseId) ?? "" })),
    ...(await saidBefore(tx, facts.row.id)),
    mayExplain: open.some(mayBeExplained),
    owed: isOfExecution(kind) ? owed(facts, today) : { fines: 0, late: 0 },
    explainingUntil: kind === "explaining" ? await explainingUntil(tx, facts, today) : null,
    transfer:
      away === undefined
        ? null
        : { to: names.get(away.toBodyId) ?? "", on: away.handedOn, reason: away.reason },
    today,
    repeats: [...new Set(repeats.map(repeatText))],
    decideUntil: heldOf(facts).decideUntil,
  }
}

/** The last day to explain if it were lengthened today; null: nothing lengthens it any more. */
async function explainingUntil(tx: Tx, { clocks }: Facts, today: string): Promise<string | null> {
  const clock = clocks.find((one) => one.purpose === "explain" && isRunning(one))
  if (clock === undefined) return null
  const at = { today, rules: legalRules(), calendar: await calendarIn(tx) }
  const [more] = extensionsOf(clock, at.rules)
  const longer = more === undefined ? { refused: "notLawful" as const } : extend(clock, more, at)
  if ("refused" in longer) return null
  const counted = count(longer, at.rules, at.calendar)
  return "refused" in counted ? null : counted.due
}

const orderOf = ({ committedOn, id }: { committedOn: string; id: string }) => `${committedOn} ${id}`

/** `calendar`: with the days off that were decided during the year, so that a paper counts as the clocks do. */
export function contentOf(
  gathered: Gathered,
  typed: Pick<PaperContent, "answers" | "signer" | "sanctions">,
  calendar: Calendar,
): PaperContent {
  const { decideUntil } = gathered
  const from = typed.answers.madeOn ?? gathered.today
  return {
    ...gathered,
    ...typed,
    terms: {
      explain: termOf("explain", from, calendar),
      askHearing: termOf("ask-hearing", from, calendar),
      pay: termOf("pay", gathered.today, calendar),
      decide: decideUntil === null ? null : { due: decideUntil, quantity: "", basis: "", isVerified: true },
    },
  }
}

export const writePaper = (content: PaperContent, kind: PaperKind, requestId: string | null): Paper =>
  kind === "request" ? requestLetter(content, requestId ?? "") : writers[kind](content)

const writers: Readonly<Record<Exclude<PaperKind, "request">, (content: PaperContent) => Paper>> = {
  record: violationRecord,
  session: sessionNotice,
  explaining: explainingNotice,
  hearing: hearingMinutes,
  keeping: keepingDecision,
  spot: spotDecision,
  sanction: sanctionDecision,
  remedy: remedyDecision,
  confiscation: confiscationDecision,
  postponement: postponementDecision,
  instalments: instalmentsDecision,
  halt: haltDecision,
  continuation: continuationDecision,
  enforcement: enforcementDecision,
  "transfer-notice": transferNotice,
}

/** Null: no rule of that purpose was in force on the day, and the paper leaves a blank. */
function termOf(purpose: Purpose, from: string, calendar: Calendar): Term | null {
  const clock = startClock(purpose, from, legalRules())
  const counted = clock === null ? null : count(clock, legalRules(), calendar)
  if (counted === null || "refused" in counted) return null
  const { rule, due, instead } = counted
  const quantity =
    rule.quantity === null || rule.unit === null
      ? (instead ?? "")
      : `${String(rule.quantity).padStart(2, "0")} ${printed.units[rule.unit]}`
  return { due, quantity, basis: rule.basis, isVerified: rule.verified }
}

/** Numbers and days of the record and of the explanation: the days of the facts, not those on which they were typed. */
async function saidBefore(tx: Tx, caseId: string): Promise<Pick<PaperContent, "record" | "explanation">> {
  const events = await eventsOf(tx, caseId)
  const recorded = events.find(({ what }) => what === "case.recorded")
  const explained = events.find(({ what, id }) => what === "case.explained" && id > (recorded?.id ?? 0))
  const told = (event: typeof recorded) => (event?.details ?? {}) as Record<string, unknown>
  const text = (value: unknown) => (typeof value === "string" && value !== "" ? value : null)
  const way = text(told(explained).way)
  return {
    record:
      recorded === undefined
        ? null
        : {
            // Cases of before this was kept apart have the number at the head of the note.
            number: text(told(recorded).number) ?? text(recorded.note?.split(". ")[0]),
            on: text(told(recorded).recordedOn) ?? recorded.happenedOn,
          },
    explanation:
      explained === undefined || (way !== "oral" && way !== "written")
        ? null
        : { way, number: text(told(explained).number), on: explained.happenedOn },
  }
}

function officeOf(desk: Desk, bodies: readonly ChartBody[]): Pick<PaperContent, "issuer" | "place"> {
  const committee = bodies.find((body) => body.kind === "province-committee")
  const own = bodies.find((body) => body.id === desk.who.bodyId)
  const isUnder = committee !== undefined && own?.kind === "department"
  const place = printed.province.exec(committee?.name ?? desk.officer.bodyName)?.[1]
  return {
    issuer: { parent: isUnder ? inFull(committee.name) : null, name: inFull(desk.officer.bodyName) },
    place: place ?? blank,
  }
}
