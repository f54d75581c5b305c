import { expect, test } from "vitest"
import { coverageOf, leftOf, placesWith } from "./campaign.ts"

const [here, there] = [
  { code: "1", name: "xã Đây" },
  { code: "2", name: "xã Kia" },
]
const done = {
  areaCode: "1",
  channel: "poster" as const,
  heldOn: "2026-05-02",
  amount: 200,
  reached: null,
  bodyId: "a",
  isStruck: false,
}

test("what was struck out counts nowhere; a place beyond those chosen and the whole province stand apart", () => {
  const rows = coverageOf(
    [here],
    [here, there],
    [
      done,
      { ...done, heldOn: "2026-05-09", reached: 40 },
      { ...done, isStruck: true, amount: 9_000 },
      { ...done, areaCode: "2" },
      { ...done, areaCode: null, channel: "sms" },
    ],
  )
  expect(rows.map(({ area, isAimed, results }) => [area?.code ?? null, isAimed, results])).toEqual([
    ["1", true, 2],
    ["2", false, 1],
    [null, false, 1],
  ])
  expect(rows[0]).toMatchObject({ reached: 40, lastOn: "2026-05-09" })
  expect(rows[0]?.amounts.get("poster")).toBe(400)
})

test("what is left: places and channels without a result, past entries of the schedule, bodies that owe an answer or a result", () => {
  const session = {
    id: "s",
    bodyId: "a",
    channel: "meeting",
    heldOn: "2026-05-03",
    isCancelled: false,
  } as const
  const part = { id: "p", toBodyId: "b", state: "accepted", dueOn: "2026-05-04" } as const
  const left = leftOf({
    planned: ["poster", "meeting"],
    coverage: coverageOf([here, there], [here, there], [done]),
    results: [done],
    sessions: [
      session,
      { ...session, id: "off", isCancelled: true },
      { ...session, id: "later", heldOn: "2026-06-01" },
    ],
    parts: [part, { ...part, id: "no", state: "declined" }, { ...part, id: "told", toBodyId: "a" }],
    today: "2026-05-05",
  })
  expect(left).toEqual({
    places: [there],
    channels: ["meeting"],
    sessions: [session],
    parts: [{ part, isLate: true }],
  })
})

test("results of a commune that was merged away stay in the table, under the name it had", () => {
  const gone = { ...done, areaCode: "9", areaName: "xã Cũ" }
  const known = placesWith([here, there], [gone, gone, { ...done, areaName: "xã Đây" }])
  expect(known).toEqual([here, there, { code: "9", name: "xã Cũ" }])
  expect(coverageOf([here, there], known, [gone, gone]).at(-1)).toMatchObject({
    ...{ area: { code: "9", name: "xã Cũ" }, isAimed: false, results: 2 },
  })
})
