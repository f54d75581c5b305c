import { describe, expect, test } from "vitest"
import { type Actor, decide, lawfulSteps, type State, states, steps } from "./life.ts"

const writer: Actor = { from: "owner", isWriter: true }
const second: Actor = { from: "owner", isWriter: false }
const elsewhere: Actor = { from: "elsewhere", isWriter: false }
const clock: Actor = { from: "clock", isWriter: false }

/** Every state × every actor; what is not here is refused. */
const lawful: Record<State, { writer: string[]; second: string[]; clock: string[] }> = {
  draft: { writer: ["edit", "send", "drop"], second: ["edit", "send", "drop"], clock: [] },
  waiting: { writer: ["takeBack"], second: ["release", "giveBack", "refuse"], clock: [] },
  released: { writer: ["recall"], second: ["recall"], clock: ["expire"] },
  recalled: { writer: [], second: [], clock: [] },
  expired: { writer: [], second: [], clock: [] },
  refused: { writer: [], second: [], clock: [] },
}

describe("what may happen to an indicator or a warning", () => {
  test.each(states)(
    "%s: the writer, the second person and the clock each have their steps and no others",
    (state) => {
      expect(lawfulSteps(state, writer)).toEqual(lawful[state].writer)
      expect(lawfulSteps(state, second)).toEqual(lawful[state].second)
      expect(lawfulSteps(state, clock)).toEqual(lawful[state].clock)
    },
  )

  test.each(states)("%s: an officer of another body takes no step", (state) => {
    for (const step of steps) expect(decide(state, step, elsewhere)).toHaveProperty("refused")
  })

  test("who wrote it is told so, and not that a right is missing", () => {
    expect(decide("waiting", "release", writer)).toEqual({ refused: "youWroteIt" })
  })

  test("one person recalls at once, be it who wrote it or who released it", () => {
    expect(decide("released", "recall", writer)).toEqual({ state: "recalled", event: "recalled" })
    expect(decide("released", "recall", second)).toEqual({ state: "recalled", event: "recalled" })
  })

  test("the clock releases nothing", () => {
    expect(decide("waiting", "release", clock)).toHaveProperty("refused")
  })
})
