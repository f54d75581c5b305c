import { expect, test } from "vitest"
import { readTarget } from "../../signals/index.ts"
import { jointFault, namedIn } from "./joint.ts"

test("a number or an account in the words of a joint action is found, whatever way it is written; the shared one may stand", () => {
  const text = "Khách hàng số 0951.234.567 bị gọi, tiền vào 19036512345678 Techcombank"
  expect(namedIn([text, null], readTarget)).toContain("+84951234567")
  expect(namedIn(["Chặn 0951 234 567"], readTarget, ["+84951234567"])).toEqual([])
  expect(namedIn(["Khách Trần Văn Mẫu, CCCD 001 085 012 345"], readTarget)).toContain("001085012345")
  expect(namedIn(["Chặn các số gọi hàng loạt trước 20 giờ"], readTarget)).toEqual([])
})

test.each([
  ["a day that is over", { dueOn: "2026-06-30", bodies: ["b"], named: [] }, "duePast"],
  ["nobody to act with", { dueOn: "2026-07-02", bodies: [], named: [] }, "noBodies"],
  ["a customer's number", { dueOn: "2026-07-02", bodies: ["b"], named: ["+84951234567"] }, "namesSomebody"],
  ["today and one partner", { dueOn: "2026-07-01", bodies: ["b"], named: [] }, null],
])("a joint action with %s", (_what, asked, fault) => {
  expect(jointFault(asked, "2026-07-01")).toBe(fault)
})
