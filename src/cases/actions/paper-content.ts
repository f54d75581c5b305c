/** Gathers what a paper is written from, and writes it. */
import type { Calendar } from "../../kernel/calendar/calendar.ts"
import { legalRules } from "../../kernel/calendar/data.ts"
import type { Tx } from "../../kernel/db/database.ts"
import type { Desk } from "../../kernel/http/env.ts"
import { inFull, symbolsOf } from "../../letters/index.ts"
import { bodiesOn, type ChartBody, loadChart } from "../../organizations/index.ts"
import { blank } from "../domain/articles.ts"
import { count, type Purpose, startClock } from "../domain/clocks.ts"
import { usableRange } from "../domain/fines.ts"
import type { PaperContent, Term } from "../papers/content.ts"
import { remedyDecision, sanctionDecision } from "../papers/decision.ts"
import type { PaperKind } from "../papers/kinds.ts"
import { enforcementDecision, keepingDecision, sessionNotice } from "../papers/measures.ts"
import type { Paper } from "../papers/parts.ts"
import { printed } from "../papers/printed.ts"
import { hearingMinutes, violationRecord } from "../papers/record.ts"
import { requestLetter } from "../papers/request.ts"
import { eventsOf } from "../store/cases.ts"
import { exhibitsOf } from "../store/files.ts"
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
  // What is enforced was sanctioned already; every other paper is about what was not.
  const meant = kind === "enforcement" ? facts.acts : open
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
    owed: kind === "enforcement" ? owed(facts, today) : { fines: 0, late: 0 },
    today,
    repeats: [...new Set(repeats.map(repeatText))],
    decideUntil: heldOf(facts).decideUntil,
  }
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

export function writePaper(content: PaperContent, kind: PaperKind, requestId: string | null): Paper {
  switch (kind) {
    case "record":
      return violationRecord(content)
    case "hearing":
      return hearingMinutes(content)
    case "session":
      return sessionNotice(content)
    case "keeping":
      return keepingDecision(content)
    case "enforcement":
      return enforcementDecision(content)
    case "sanction":
      return sanctionDecision(content)
    case "remedy":
      return remedyDecision(content)
    case "request":
      return requestLetter(content, requestId ?? "")
  }
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
