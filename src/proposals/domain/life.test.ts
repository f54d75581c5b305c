import { describe, expect, test } from "vitest"
import { type Event, eventOf, events, isOpen, isOver, leadsTo, outcomes, type State, states } from "./life.ts"
import { hasMoved, type KeptFigure, todayOf } from "./matter.ts"

/** Every state × every event; what is not named does not happen. */
const expected: Readonly<Record<State, Partial<Record<Event, State>>>> = {
  draft: { consult: "consulting", goUnasked: "ready", withdraw: "withdrawn" },
  consulting: { close: "ready", withdraw: "withdrawn" },
  ready: { consult: "consulting", submit: "submitted", withdraw: "withdrawn" },
  submitted: { approve: "approved", approvePartly: "partly", refuse: "refused", askMore: "returned" },
  approved: {},
  partly: {},
  refused: {},
  returned: { consult: "consulting", submit: "submitted", withdraw: "withdrawn" },
  withdrawn: {},
}
describe("a proposal", () => {
  test.each(states.flatMap((state) => events.map((event) => [state, event] as const)))(
    "that is %s and meets %s",
    (state, event) => {
      expect(leadsTo(state, event)).toBe(expected[state][event] ?? null)
    },
  )
  test("is decided in four ways, of which only the asking for more leaves something to do", () => {
    for (const outcome of outcomes) {
      expect(leadsTo("submitted", eventOf[outcome])).toBe(outcome)
      expect(isOver(outcome)).toBe(outcome !== "returned")
    }
  })
  test("is written on only while nobody else reads it", () => {
    expect(states.filter(isOpen)).toEqual(["draft", "ready", "returned"])
  })
})

describe("a figure that was kept", () => {
  const kept: KeptFigure = {
    ...{ figure: "I.1", period: "2026-H2", value: 40, source: "system" },
    ...{ isLocked: false, takenOn: "2026-11-01" },
  }
  test("stands beside today's of the same period, and a figure of another period is not taken for it", () => {
    const now = [
      { figure: "I.1", period: "2026-H1", value: 12, isLocked: true },
      { figure: "I.1", period: "2026-H2", value: 47, isLocked: false },
    ]
    expect(todayOf(kept, now)?.value).toBe(47)
    expect(hasMoved(kept, todayOf(kept, now))).toBe(true)
    expect(hasMoved({ ...kept, value: 47 }, todayOf(kept, now))).toBe(false)
    expect(hasMoved(kept, todayOf(kept, []))).toBe(false)
  })
})
