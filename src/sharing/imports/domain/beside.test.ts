import { expect, test } from "vitest"
import { seenIn } from "./beside.ts"
import { readMisp } from "./misp.ts"

test("an officer who reads a file in which one number was seen hundreds of thousands of times gets its line, with as many as are read", () => {
  const many = Array.from({ length: 300_000 }, () => ({ type: "0", date_sighting: "1693648800" }))
  expect(seenIn(many)).toEqual({ times: 10_000, wrong: 0, lastOn: "2023-09-02" })
})

test("a sighting that names no attribute is said at none, though attributes have no name either", () => {
  const Attribute = [
    { type: "phone-number", value: "+84951000661" },
    { uuid: "a2", type: "phone-number", value: "+84951000662" },
  ]
  const Sighting = [{ type: "0" }, { type: "0", attribute_uuid: "a2" }]
  const { lines } = readMisp([{ at: "/Event", event: { Attribute, Sighting } }])
  expect(lines.map(({ beside }) => beside.seen?.times ?? 0)).toEqual([0, 1])
})
