import { describe, expect, test } from "vitest"
import { decide, type Held, lawfulSteps, type State, states, steps } from "./life.ts"

const held = (state: State, more: Partial<Held> = {}): Held => ({
  state,
  isOurs: true,
  mayExtend: true,
  unanswered: 0,
  openFindings: 0,
  openRecommendations: 0,
  ...more,
})

/** Every state with everything seen to; what is not here is refused. */
const lawful: Record<State, string[]> = {
  planned: ["decide", "drop"],
  decided: ["approve", "stop"],
  approved: ["announce", "stop"],
  announced: ["answer", "extend", "pause", "record", "stop"],
  paused: ["resume", "stop"],
  recorded: ["conclude"],
  concluded: ["close"],
  closed: [],
  stopped: [],
  dropped: [],
}

describe("what may happen to a check", () => {
  test.each(states)("%s: its steps and no others", (state) => {
    expect(lawfulSteps(held(state))).toEqual(lawful[state])
  })

  test.each(states)("%s: another body takes no step", (state) => {
    for (const step of steps)
      expect(decide(held(state, { isOurs: false }), step)).toEqual({ refused: "notYours" })
  })

  test("no record is made while a question has no answer", () => {
    expect(decide(held("announced", { unanswered: 1 }), "record")).toEqual({ refused: "unanswered" })
  })

  test("a sign of a violation becomes a case before the check is concluded", () => {
    const found = held("recorded", { openFindings: 2 })
    expect(decide(found, "conclude")).toEqual({ refused: "findingsOpen" })
    expect(decide(found, "openCase")).toEqual({ state: "recorded", event: "inspection.case-opened" })
    expect(decide(held("recorded"), "openCase")).toEqual({ refused: "noFinding" })
  })

  test("it is closed when nothing is left to put right, and not before", () => {
    const left = held("concluded", { openRecommendations: 1 })
    expect(decide(left, "close")).toEqual({ refused: "leftToPutRight" })
    expect(decide(left, "putRight")).toEqual({ state: "concluded", event: "inspection.put-right" })
    expect(decide(held("concluded"), "putRight")).toEqual({ refused: "nothingLeft" })
  })

  test("it is lengthened once", () => {
    expect(decide(held("announced", { mayExtend: false }), "extend")).toEqual({ refused: "notLengthened" })
  })
})
