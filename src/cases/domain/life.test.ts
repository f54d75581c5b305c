import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { mayConfiscateAlone } from "./guards.ts"
import {
  decide,
  type Held,
  lawfulSteps,
  moves,
  rules,
  type Side,
  type State,
  type Step,
  states,
  steps,
} from "./life.ts"

const today = "2023-07-17"
const both: readonly Side[] = ["handler", "police"]
const held = (state: State, more: Partial<Held> = {}): Held => ({
  state,
  outcome: null,
  returnsTo: null,
  isSigned: false,
  isSuspended: false,
  openActs: 1,
  askHearingUntil: null,
  explainUntil: null,
  decideUntil: "2023-07-19",
  recordUntil: "2023-07-18",
  isServed: false,
  payUntil: null,
  spotOn: null,
  isHalted: false,
  isHandedBack: false,
  isKept: false,
  hasClock: true,
  ...more,
})

/** What each step needs beyond the state, so that the table below shows the states alone. */
const ready: Partial<Record<Step, Partial<Held>>> = {
  onSpot: { spotOn: today },
  goOn: { isHalted: true, isHandedBack: true },
  askHearing: { askHearingUntil: "2023-07-18" },
  explain: { explainUntil: "2023-07-20" },
  release: { isKept: true },
  execute: { isServed: true },
  payPart: { isServed: true },
  payLater: { isServed: true },
  payInParts: { isServed: true },
  reduce: { isServed: true },
  strike: { isServed: true },
  remedy: { decideUntil: "2023-07-14" },
  enforce: { payUntil: "2023-07-14" },
  suspend: { isSigned: true },
  resume: { isSigned: true, isSuspended: true },
  prosecute: { isSigned: true },
  return: { returnsTo: "recorded", outcome: "prosecuted" },
  reopen: { outcome: "no-violation" },
}

/** Written out by hand, row by row, so that a slip in the table of rules shows here. `-` is a refusal. */
const expected: Readonly<Record<Step, readonly string[]>> = {
  //              opened verifying preventing recorded decided executed cleared transferred prosecuted closed
  verify: ["verifying", "-", "-", "-", "-", "-", "-", "-", "-", "-"],
  find: ["-", "verifying", "preventing", "-", "-", "-", "-", "-", "-", "-"],
  prevent: ["-", "preventing", "preventing", "-", "-", "-", "-", "-", "-", "-"],
  endPrevention: ["-", "-", "verifying", "-", "-", "-", "-", "-", "-", "-"],
  record: ["-", "recorded", "recorded", "-", "-", "-", "-", "-", "-", "-"],
  askHearing: ["-", "-", "-", "recorded", "-", "-", "-", "-", "-", "-"],
  explain: ["-", "-", "-", "recorded", "-", "-", "-", "-", "-", "-"],
  examine: ["-", "verifying", "preventing", "recorded", "-", "-", "-", "-", "-", "-"],
  onSpot: ["-", "decided", "decided", "-", "-", "-", "-", "-", "-", "-"],
  decide: ["-", "-", "-", "decided", "-", "-", "-", "-", "-", "-"],
  remedy: ["-", "-", "-", "decided", "-", "-", "-", "-", "-", "-"],
  serve: ["-", "-", "-", "-", "decided", "-", "-", "-", "-", "-"],
  execute: ["-", "-", "-", "-", "executed", "-", "-", "-", "-", "-"],
  payPart: ["-", "-", "-", "-", "decided", "-", "-", "-", "-", "-"],
  payLater: ["-", "-", "-", "-", "decided", "-", "-", "-", "-", "-"],
  payInParts: ["-", "-", "-", "-", "decided", "-", "-", "-", "-", "-"],
  reduce: ["-", "-", "-", "-", "decided", "-", "-", "-", "-", "-"],
  strike: ["-", "-", "-", "-", "decided", "-", "-", "-", "-", "-"],
  enforce: ["-", "-", "-", "-", "decided", "-", "-", "-", "-", "-"],
  halt: ["-", "-", "-", "-", "decided", "-", "-", "-", "-", "-"],
  goOn: ["-", "-", "-", "-", "decided", "-", "-", "-", "-", "-"],
  clear: ["-", "cleared", "cleared", "cleared", "-", "-", "-", "-", "-", "-"],
  transfer: ["-", "transferred", "transferred", "transferred", "transferred", "-", "-", "-", "-", "-"],
  sign: ["-", "-", "-", "-", "-", "-", "-", "transferred", "-", "-"],
  suspend: ["-", "-", "-", "-", "-", "-", "-", "transferred", "-", "-"],
  resume: ["-", "-", "-", "-", "-", "-", "-", "transferred", "-", "-"],
  prosecute: ["-", "-", "-", "-", "-", "-", "-", "prosecuted", "-", "-"],
  return: ["-", "-", "-", "-", "-", "-", "-", "recorded", "recorded", "recorded"],
  extend: ["-", "verifying", "preventing", "recorded", "decided", "-", "-", "-", "-", "-"],
  prolong: ["-", "-", "-", "-", "-", "-", "-", "transferred", "-", "-"],
  keep: ["-", "verifying", "preventing", "recorded", "-", "-", "-", "-", "-", "-"],
  release: ["-", "verifying", "preventing", "recorded", "decided", "executed", "cleared", "-", "-", "-"],
  close: ["-", "-", "closed", "-", "-", "closed", "closed", "-", "closed", "-"],
  reopen: ["-", "-", "-", "-", "-", "-", "-", "-", "-", "verifying"],
}

describe("every state meets every step", () => {
  for (const step of steps) {
    for (const [i, state] of states.entries()) {
      const wanted = expected[step][i]
      test(`${step} in a case that is ${state}: ${wanted === "-" ? "refused" : `it is ${wanted}`}`, () => {
        const decision = decide(held(state, ready[step]), step, both, today)
        if (wanted === "-") expect(decision).toHaveProperty("refused")
        else expect(decision).toMatchObject({ state: wanted, event: rules[step].event })
      })
    }
  }
})

describe("who may", () => {
  test.each(steps)("%s is done by one side and refused to the other", (step) => {
    const mine = rules[step].by
    const it = held(rules[step].from[0] as State, ready[step])
    expect(decide(it, step, [mine], today)).not.toHaveProperty("refused")
    expect(decide(it, step, [mine === "handler" ? "police" : "handler"], today)).toEqual({
      refused: mine === "handler" ? "notYourBody" : "notThePolice",
    })
  })
})

describe("a transferred file takes no sanction until it is returned", () => {
  test.each(["decide", "remedy", "execute", "record", "clear", "close"] as const)(
    "%s is refused while the file is with the police",
    (step) => {
      for (const state of ["transferred", ...(step === "close" ? [] : ["prosecuted" as const])] as const)
        expect(decide(held(state), step, ["handler"], today)).toEqual({ refused: "withThePolice" })
    },
  )
  test("a file handed over with its record comes back with its record, and may then be sanctioned", () => {
    const away = decide(held("recorded"), "transfer", ["handler"], today)
    expect(away).toMatchObject({ state: "transferred", returnsTo: "recorded" })
    const back = decide(held("transferred", { returnsTo: "recorded" }), "return", ["police"], today)
    expect(back).toMatchObject({ state: "recorded" })
    expect(decide(held("recorded"), "decide", ["handler"], today)).toMatchObject({ state: "decided" })
  })
  test("a decision that was being executed goes on being executed after the return", () => {
    expect(decide(held("decided"), "transfer", ["handler"], today)).toMatchObject({ returnsTo: "decided" })
    expect(decide(held("transferred", { returnsTo: "decided" }), "return", ["police"], today)).toMatchObject({
      state: "decided",
    })
  })
})

describe("time", () => {
  test("a sanction may be decided on the last day and not on the day after", () => {
    const it = held("recorded", { decideUntil: today })
    expect(decide(it, "decide", both, today)).toMatchObject({ state: "decided" })
    expect(decide(it, "decide", both, "2023-07-18")).toEqual({ refused: "tooLate" })
  })
  test("past the deadline only confiscation and remedy may be decided, and never before", () => {
    const it = held("recorded", { decideUntil: "2023-07-14" })
    expect(decide(it, "remedy", both, today)).toMatchObject({ event: "case.remedied" })
    expect(decide(held("recorded"), "remedy", both, today)).toEqual({ refused: "notTooLate" })
  })
  test("nobody is sanctioned while they may still explain", () => {
    const it = held("recorded", { explainUntil: today })
    expect(decide(it, "decide", both, today)).toEqual({ refused: "explanationOpen" })
    expect(decide(it, "decide", both, "2023-07-18")).toMatchObject({ state: "decided" })
  })
})

describe("the hearing", () => {
  test("is asked for in time, and not after; while it is open nobody decides", () => {
    const it = held("recorded", { askHearingUntil: today, explainUntil: "2023-07-20" })
    expect(decide(it, "askHearing", both, today)).toMatchObject({
      state: "recorded",
      event: "case.hearing-asked",
    })
    expect(decide(it, "askHearing", both, "2023-07-18")).toEqual({ refused: "noHearing" })
    expect(decide(held("recorded"), "askHearing", both, today)).toEqual({ refused: "noHearing" })
  })
})

describe("service", () => {
  test("a decision is served once, and executed only when it was", () => {
    expect(decide(held("decided", { isServed: true }), "serve", both, today)).toEqual({
      refused: "alreadyServed",
    })
    expect(decide(held("decided"), "execute", both, today)).toEqual({ refused: "notServed" })
  })
})

describe("enforcement", () => {
  test("nobody is forced to pay on the last day on which they may pay freely, nor before the decision was served", () => {
    const it = held("decided", { payUntil: today })
    expect(decide(it, "enforce", both, today)).toEqual({ refused: "notOverdue" })
    expect(decide(it, "enforce", both, "2023-07-18")).toMatchObject({
      state: "decided",
      event: "case.enforced",
    })
    expect(decide(held("decided"), "enforce", both, today)).toEqual({ refused: "notOverdue" })
  })
})

describe("a sanction on the spot", () => {
  test("is decided on the day on which the act was found; on any other day a record is made", () => {
    const it = held("verifying", { spotOn: "2023-07-14" })
    expect(decide(it, "onSpot", both, "2023-07-14")).toMatchObject({ state: "decided" })
    expect(decide(it, "onSpot", both, today)).toEqual({ refused: "notThatDay" })
    expect(decide(held("verifying"), "onSpot", both, today)).toEqual({ refused: "notOnSpot" })
    expect(decide(held("recorded", { spotOn: today }), "onSpot", both, today)).toHaveProperty("refused")
  })
  test("entered some days later it is still offered, for the day of the finding", () => {
    const it = held("verifying", { spotOn: "2023-07-14" })
    expect(lawfulSteps(it, both, today, "")).toContain("onSpot")
    expect(lawfulSteps(it, both, today)).not.toContain("onSpot")
  })
})

describe("execution that was suspended", () => {
  test("is not forced until a decision lets it go on, and is suspended once at a time", () => {
    const it = held("decided", { isHalted: true, payUntil: "2023-07-14" })
    expect(decide(it, "enforce", both, today)).toEqual({ refused: "executionHalted" })
    expect(decide(it, "halt", both, today)).toEqual({ refused: "executionHalted" })
    expect(decide(held("decided"), "goOn", both, today)).toEqual({ refused: "notHalted" })
    expect(decide(it, "transfer", both, today)).toMatchObject({ state: "transferred", returnsTo: "decided" })
  })
})

describe("while execution is suspended because the act may be a crime", () => {
  const halted = held("decided", { isHalted: true, isServed: true, payUntil: "2023-07-14" })
  test("nothing is paid, postponed or let off: a paid fine would end the case before the police saw it", () => {
    for (const step of ["execute", "payPart", "payLater", "payInParts", "reduce"] as const)
      expect([step, decide(halted, step, both, today)]).toEqual([step, { refused: "executionHalted" }])
  })
  test("execution goes on only once the file was handed over and came back", () => {
    expect(decide(halted, "goOn", both, today)).toEqual({ refused: "notHandedBack" })
    expect(decide({ ...halted, isHandedBack: true }, "goOn", both, today)).toMatchObject({ state: "decided" })
  })
})

test("things are confiscated by a decision of their own only where no sanction will do it", () => {
  for (const state of ["verifying", "preventing", "recorded", "decided"] as const) {
    expect(mayConfiscateAlone(held(state, { decideUntil: today }), today)).toBe(false)
    expect(mayConfiscateAlone(held(state, { decideUntil: null }), today)).toBe(false)
  }
  expect(mayConfiscateAlone(held("recorded", { decideUntil: "2023-07-16" }), today)).toBe(true)
  expect(mayConfiscateAlone(held("cleared", { decideUntil: null }), today)).toBe(true)
})

describe("what comes first is said", () => {
  test.each([
    ["record", held("verifying", { openActs: 0 }), "noAct"],
    ["decide", held("verifying"), "notRecorded"],
    ["execute", held("recorded"), "notDecided"],
    ["examine", held("recorded", { decideUntil: "2023-07-14" }), "tooLate"],
    ["prosecute", held("transferred"), "notSigned"],
    ["prosecute", held("transferred", { isSigned: true, isSuspended: true }), "suspended"],
    ["sign", held("transferred", { isSigned: true }), "alreadySigned"],
    ["return", held("closed", { outcome: "sanctioned" }), "closed"],
    ["reopen", held("closed", { outcome: "sanctioned" }), "sanctionStands"],
    ["reopen", held("closed", { outcome: "prosecuted" }), "withThePolice"],
    ["extend", held("recorded", { hasClock: false }), "noClock"],
    ["close", held("executed", { isKept: true }), "stillKept"],
    ["close", held("cleared", { isKept: true }), "stillKept"],
    ["close", held("preventing", { isKept: true }), "stillKept"],
  ] as const)("%s: %#", (step, it, refused) => {
    expect(decide(it, step, both, today)).toEqual({ refused })
  })
})

test("a prosecuted case whose things the police hold is closed by its handler", () => {
  expect(decide(held("prosecuted", { isKept: true }), "close", both, today)).toMatchObject({
    state: "closed",
  })
})

describe("any sequence of lawful steps", () => {
  test("never sanctions after a transfer without a return between, and moves only as the table says", () => {
    const allowed = new Set(moves())
    fc.assert(
      fc.property(fc.array(fc.nat(1_000), { maxLength: 40 }), (choices) => {
        let it = held("opened")
        let isAway = false
        for (const choice of choices) {
          const lawful = lawfulSteps(it, both, today)
          const step = lawful[choice % Math.max(1, lawful.length)]
          if (step === undefined) break
          const made = decide(it, step, both, today)
          if ("refused" in made) throw new Error(`offered and refused: ${step}`)
          if (step === "onSpot" || step === "decide" || step === "remedy") expect(isAway).toBe(false)
          if (made.state !== it.state) expect(allowed).toContain(`${it.state} ${made.state}`)
          isAway = step === "transfer" ? true : step === "return" ? false : isAway
          it = {
            ...it,
            ...made,
            isSigned: made.state === "transferred" && (it.isSigned || step === "sign"),
            isSuspended: step === "suspend" ? true : step === "resume" ? false : it.isSuspended,
            // One act, one sanction.
            openActs: step === "decide" ? 0 : it.openActs,
          }
        }
      }),
    )
  })
})
