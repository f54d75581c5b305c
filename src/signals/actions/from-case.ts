/**
 * What a case makes of the tips in it, by the job that delivers the events of cases: a step on the way is told to each
 * reporter in words fit for the public; the end of the case closes the tip with its reason.
 */
import type { Tx } from "../../kernel/db/database.ts"
import { announce } from "../../kernel/journal.ts"
import { type CloseReason, decide, type State } from "../domain/life.ts"
import { addEvent, changeSignal, mergedInto } from "../store/desk.ts"
import { signalsOfCase } from "../store/reading.ts"

export type CaseAnswer = { note: string; end: CloseReason | null }

/** A second delivery finds the tips closed and changes nothing. */
export async function answerFromCase(tx: Tx, caseId: string, { note, end }: CaseAnswer): Promise<void> {
  for (const { id, state, bodyId } of await signalsOfCase(tx, caseId)) {
    const decision = decide(state, "caseEnded")
    if ("refused" in decision) continue
    const after = end === null ? state : decision.state
    await changeSignal(tx, id, { state: after, closeReason: end, publicNote: note })
    for (const merged of await mergedInto(tx, id)) await changeSignal(tx, merged, { publicNote: note })
    await record(
      tx,
      { id, bodyId, what: end === null ? "signal.case-moved" : decision.event, note },
      state,
      after,
    )
  }
}

/** The case is taken up again: what it had answered is open again too. */
export async function reopenFromCase(tx: Tx, caseId: string, note: string): Promise<void> {
  for (const { id, state, bodyId } of await signalsOfCase(tx, caseId)) {
    const decision = decide(state, "caseReopened")
    if ("refused" in decision) continue
    await changeSignal(tx, id, { state: decision.state, closeReason: null, publicNote: note })
    await record(tx, { id, bodyId, what: decision.event, note }, state, decision.state)
  }
}

async function record(
  tx: Tx,
  of: { id: string; bodyId: string; what: `signal.${string}`; note: string },
  before: State,
  after: State,
): Promise<void> {
  const { id, bodyId, what, note } = of
  await addEvent(tx, { signalId: id, bodyId, what, stateBefore: before, stateAfter: after, byName: "", note })
  const said = { from: before, to: after }
  await announce(tx, { what, record: { kind: "signal", id }, details: said })
}
