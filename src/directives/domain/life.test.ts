import { describe, expect, test } from "vitest"
import {
  decide,
  type Held,
  lawfulSteps,
  rules,
  type Side,
  type State,
  type Step,
  states,
  steps,
} from "./life.ts"

const held = (state: State, more: Partial<Held> = {}): Held => ({
  state,
  dueOn: "2023-09-20",
  asked: null,
  ...more,
})
const both: readonly Side[] = ["body", "issuer"]
const asked = { wantedOn: "2023-09-30" }
/** Only these two need an extension that waits. */
const decidesExtension = (step: Step) => step === "grantExtension" || step === "refuseExtension"

/** Written out by hand, row by row, so that a slip in the table of rules shows here. `-` is a refusal. */
const expected: Readonly<Record<Step, readonly string[]>> = {
  //                sent            received       planned        in-progress    done         returned      accepted  withdrawn
  receive: ["received", "-", "-", "-", "-", "-", "-", "-"],
  plan: ["-", "planned", "planned", "in-progress", "-", "returned", "-", "-"],
  report: ["-", "in-progress", "in-progress", "in-progress", "-", "in-progress", "-", "-"],
  finish: ["-", "done", "done", "done", "-", "done", "-", "-"],
  accept: ["-", "-", "-", "-", "accepted", "-", "-", "-"],
  return: ["-", "-", "-", "-", "returned", "-", "-", "-"],
  askExtension: ["sent", "received", "planned", "in-progress", "-", "returned", "-", "-"],
  grantExtension: ["sent", "received", "planned", "in-progress", "-", "returned", "-", "-"],
  refuseExtension: ["sent", "received", "planned", "in-progress", "-", "returned", "-", "-"],
  withdraw: ["withdrawn", "withdrawn", "withdrawn", "withdrawn", "withdrawn", "withdrawn", "-", "-"],
  assign: ["sent", "received", "planned", "in-progress", "-", "returned", "-", "-"],
}

describe("every state meets every step", () => {
  for (const step of steps) {
    for (const [i, state] of states.entries()) {
      const wanted = expected[step][i]
      test(`${step} of an assignment that is ${state}: ${wanted === "-" ? "refused" : `it is ${wanted}`}`, () => {
        const decision = decide(
          held(state, decidesExtension(step) ? { asked } : {}),
          step,
          both,
          decidesExtension(step) || step === "askExtension" ? asked.wantedOn : null,
        )
        if (wanted === "-") expect(decision).toHaveProperty("refused")
        else expect(decision).toEqual({ state: wanted, event: rules[step].event })
      })
    }
  }
})

describe("who may", () => {
  test.each(steps)("%s is done by one side and refused to the other", (step) => {
    const mine = rules[step].by
    const state = rules[step].from[0] as State
    const it = held(state, decidesExtension(step) ? { asked } : {})
    expect(decide(it, step, [mine], asked.wantedOn)).not.toHaveProperty("refused")
    expect(decide(it, step, [mine === "body" ? "issuer" : "body"], asked.wantedOn)).toEqual({
      refused: mine === "body" ? "notYourBody" : "notTheIssuer",
    })
    expect(decide(it, step, [], asked.wantedOn)).toHaveProperty("refused")
  })
})

describe("why not, in words that help", () => {
  test("work cannot be reported before it was received", () => {
    expect(decide(held("sent"), "report", both)).toEqual({ refused: "notReceivedYet" })
  })
  test("nothing is accepted before it is done", () => {
    expect(decide(held("in-progress"), "accept", both)).toEqual({ refused: "notDoneYet" })
  })
  test("a second receipt says that it was received already", () => {
    expect(decide(held("planned"), "receive", both)).toEqual({ refused: "alreadyReceived" })
  })
  test("what was accepted or withdrawn is closed to every step", () => {
    for (const state of ["accepted", "withdrawn"] as const)
      for (const step of steps)
        expect(decide(held(state, { asked }), step, both)).toEqual({ refused: "closed" })
  })
})

describe("extensions", () => {
  test("a new day must be later than the old one, when asked and when granted", () => {
    expect(decide(held("received"), "askExtension", both, "2023-09-20")).toEqual({ refused: "notLater" })
    expect(decide(held("received", { asked }), "grantExtension", both, "2023-09-19")).toEqual({
      refused: "notLater",
    })
  })
  test("a second is not asked while the first waits", () => {
    expect(decide(held("received", { asked }), "askExtension", both, "2023-10-10")).toEqual({
      refused: "extensionAsked",
    })
  })
  test("without a deadline there is nothing to extend", () => {
    expect(decide(held("received", { dueOn: null }), "askExtension", both, "2023-10-10")).toEqual({
      refused: "noDeadline",
    })
  })
  test("what nobody asked cannot be decided", () => {
    expect(decide(held("received"), "refuseExtension", both)).toEqual({ refused: "noExtensionAsked" })
  })
})

describe("the steps that the page offers", () => {
  test("are exactly those that would not be refused", () => {
    for (const state of states)
      for (const waiting of [null, asked])
        for (const dueOn of ["2023-09-20", null])
          for (const sides of [["body"], ["issuer"], both, []] as const) {
            const it = { state, dueOn, asked: dueOn === null ? null : waiting }
            const allowed = steps.filter((step) => !("refused" in decide(it, step, sides, "2023-12-01")))
            expect(lawfulSteps(it, sides)).toEqual(allowed)
          }
  })
})
