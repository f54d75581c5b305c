import { expect, test } from "vitest"
import { maskedIn } from "./masked.ts"

const without = (text: string) => text.replaceAll(/Kín|0355 444 333/gu, "[đã che]")

test("a reporter is masked in every word of a case, however deep, also in a field that nobody has thought of yet", () => {
  const said = {
    title: "Bà Kín",
    amount: "0355 444 333",
    acts: [{ offenderName: "Kín", added: { later: ["gọi 0355 444 333", null, 7] } }],
  }
  expect(maskedIn(said, without)).toEqual({
    title: "Bà [đã che]",
    amount: "[đã che]",
    acts: [{ offenderName: "[đã che]", added: { later: ["gọi [đã che]", null, 7] } }],
  })
})

test("who signed, ids, hashes and days stand as they are", () => {
  const kept = {
    byName: "Nguyễn Văn Kín",
    id: "01890000-0000-7000-8000-0000000000e1",
    sha256: "a".repeat(64),
    on: "2023-09-15",
    at: "2023-09-15T03:00:00.000Z",
    past: new Map([["case.opened", "2023-09-15"]]),
  }
  expect(maskedIn(kept, () => "[đã che]")).toEqual(kept)
})
