/** The tasks that follow from a decision: given where the proposal stands, by whoever decided or proposed it, as assignments of a letter. */
import { createHash } from "node:crypto"
import { checkPlan, type DirectivePlan, issueIn } from "../../directives/index.ts"
import { journal } from "../../kernel/journal.ts"
import { addDays } from "../../kernel/time.ts"
import { hasPassed } from "../domain/life.ts"
import { nameLetter } from "../store/papers.ts"
import { addEvent, type Decision, decisionsOf, findProposal, type Proposal } from "../store/proposals.ts"
import { type Seat, todayOf } from "./seat.ts"
import { bodiesToAsk } from "./steps.ts"

const daysMax = 1_096

type TaskRefusal = "missing" | "notNow" | "noBody" | "past" | "tooFar"

/** Pressed twice with the same words, they are given once. */
export function giveTasks(
  seat: Seat,
  id: string,
  asked: { tasks: readonly string[]; bodies: readonly string[]; dueOn: string },
): Promise<{ done: true } | { refused: TaskRefusal }> {
  return seat.open(async (tx) => {
    const row = await findProposal(tx, id, { isLocked: true })
    if (row === null) return { refused: "missing" as const }
    if (!hasPassed(row.state)) return { refused: "notNow" as const }
    const today = todayOf(seat)
    if (asked.dueOn < today) return { refused: "past" as const }
    if (asked.dueOn > addDays(today, daysMax)) return { refused: "tooFar" as const }
    const offered = new Set((await bodiesToAsk(tx, seat)).map((one) => one.id))
    const bodies = [...new Set(asked.bodies)]
    if (bodies.length === 0 || bodies.some((one) => !offered.has(one))) return { refused: "noBody" as const }
    const decision = (await decisionsOf(tx, id)).findLast(({ outcome }) => outcome === row.state)
    const plan = decision === undefined ? null : checkPlan(planOf(row, decision, { ...asked, bodies, today }))
    if (plan === null || "refused" in plan) return { refused: "notNow" as const }
    const issued = await issueIn(tx, seat.bodyId, plan)
    if ("refused" in issued) return { refused: "noBody" as const }
    await nameLetter(tx, row, { directiveId: issued.id, name: seat.name })
    const { state } = row
    await addEvent(tx, row, {
      ...{ what: "tasks-given", stateBefore: state, stateAfter: state },
      ...{ byName: seat.name, note: null },
    })
    const details = { directiveId: issued.id, tasks: issued.tasks, assignments: issued.assignments }
    await journal(tx, { what: "proposal.tasks-given", record: { kind: "proposal", id }, details })
    return { done: true as const }
  })
}

/** The letter is the decision's own paper; it cites the paper with which the proposal went up. */
function planOf(
  row: Proposal,
  decision: Decision,
  given: { tasks: readonly string[]; bodies: readonly string[]; dueOn: string; today: string },
): DirectivePlan {
  const [number = "", ...symbol] = decision.number.split("/")
  const words = given.tasks.join("\n")
  const key = createHash("sha256")
    .update(JSON.stringify([words, given.bodies, given.dueOn]))
    .digest("hex")
  return {
    letter: {
      ...{ issuer: row.toName, number: number.slice(0, 50), symbol: symbol.join("/").slice(0, 100) || null },
      ...{ dateOn: decision.decidedOn, issuedOn: given.today, kind: "quyết định", subject: row.title },
      ...{ addressees: [], recipients: [], signer: { authority: null, position: null, name: null } },
      references: [{ number: row.submittedNumber, date: row.submittedOn, issuer: row.bodyName }],
    },
    original: null,
    normalizedText: words,
    clauses: [
      {
        path: "1",
        heading: row.title,
        tasks: given.tasks.map((text, at) => ({
          ...{ path: `1.${at + 1}`, text, span: null, ownAddressees: [], deadlineWords: null },
          ...{ dueOn: given.dueOn, periodic: null, lead: [], coordinateWith: [], bodies: [...given.bodies] },
        })),
      },
    ],
    key: `proposal ${row.id} ${key.slice(0, 32)}`,
  }
}
