import { describe, expect, test } from "vitest"
import { decide, lawfulSteps, type Refusal, type State, type Step, states, steps } from "./life.ts"

type Cell = State | Refusal
/** The whole table as a person would write it down: every state, every step. */
const agreed: Record<Step, readonly Cell[]> = {
  //            held        received    reviewing   asked       in-case     forwarded   closed      merged      withdrawn
  admit: row(
    "received",
    "notHeld",
    "notHeld",
    "notHeld",
    "notHeld",
    "notHeld",
    "notHeld",
    "notHeld",
    "withdrawn",
  ),
  assign: row(
    "held",
    "reviewing",
    "reviewing",
    "asked",
    "notOpen",
    "notOpen",
    "closed",
    "notOpen",
    "withdrawn",
  ),
  ask: row("held", "asked", "asked", "asked", "notOpen", "notOpen", "closed", "notOpen", "withdrawn"),
  answer: row(
    "held",
    "received",
    "reviewing",
    "reviewing",
    "in-case",
    "forwarded",
    "closed",
    "merged",
    "withdrawn",
  ),
  openCase: row(
    "held",
    "in-case",
    "in-case",
    "in-case",
    "notOpen",
    "notOpen",
    "closed",
    "notOpen",
    "withdrawn",
  ),
  caseEnded: row(
    ...Array<Cell>(4).fill("notInCase"),
    "closed",
    "notInCase",
    "notInCase",
    "notInCase",
    "withdrawn",
  ),
  caseReopened: row(...Array<Cell>(6).fill("notClosed"), "in-case", "notClosed", "withdrawn"),
  leaveCase: row(
    ...Array<Cell>(4).fill("notInCase"),
    "reviewing",
    "notInCase",
    "notInCase",
    "notInCase",
    "withdrawn",
  ),
  forward: row(
    "held",
    "forwarded",
    "forwarded",
    "forwarded",
    "notOpen",
    "notOpen",
    "closed",
    "notOpen",
    "withdrawn",
  ),
  comeBack: row(
    ...Array<Cell>(5).fill("notForwarded"),
    "reviewing",
    "notForwarded",
    "notForwarded",
    "withdrawn",
  ),
  close: row("closed", "closed", "closed", "closed", "notOpen", "closed", "closed", "notOpen", "withdrawn"),
  reopen: row(...Array<Cell>(6).fill("notClosed"), "reviewing", "notClosed", "withdrawn"),
  merge: row("held", "merged", "merged", "merged", "notOpen", "notOpen", "closed", "notOpen", "withdrawn"),
  split: row(...Array<Cell>(7).fill("notMerged"), "reviewing", "withdrawn"),
  withdraw: row(
    "withdrawn",
    "withdrawn",
    "withdrawn",
    "withdrawn",
    "in-case",
    "forwarded",
    "closed",
    "merged",
    "withdrawn",
  ),
}
function row(...cells: Cell[]): readonly Cell[] {
  return cells
}
/** "held" and "closed" are states and refusals: where a step is refused, this says so. */
const refusedAt: Partial<Record<Step, readonly State[]>> = {
  assign: ["held", "closed"],
  ask: ["held", "closed"],
  openCase: ["held", "closed"],
  forward: ["held", "closed"],
  merge: ["held", "closed"],
  close: ["closed"],
  answer: ["withdrawn"],
  withdraw: ["withdrawn"],
}

describe("every state and every step of a tip", () => {
  for (const step of steps)
    test(`${step} leads where the table says, or is refused with its reason`, () => {
      const cells = states.map((state) => {
        const made = decide(state, step)
        return "refused" in made ? made.refused : made.state
      })
      expect(cells).toEqual(agreed[step])
      const refused = states.filter((state) => "refused" in decide(state, step))
      for (const state of refusedAt[step] ?? []) expect(refused).toContain(state)
    })

  test("a withdrawn tip can be nothing else again", () => {
    expect(lawfulSteps("withdrawn")).toEqual([])
  })

  test("from every other state some step leads on: no tip is stuck", () => {
    for (const state of states.filter((one) => one !== "withdrawn"))
      expect(lawfulSteps(state).some((step) => step !== "answer" && step !== "withdraw")).toBe(true)
  })
})
