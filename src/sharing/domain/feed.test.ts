import { expect, test } from "vitest"
import { type Change, filterFile } from "./feed.ts"

const change = (value: string, more: Partial<Change> = {}): Change => ({
  ...{ id: value, seq: "1", kind: "phone", value, openDigits: null, change: "added" },
  ...more,
})
const of = {
  kind: "phone",
  format: "plain",
  made: "2026-07-01T00:00:00.000Z",
  cursor: "7",
  hasMore: false,
} as const

test("the whole filter is one number a line, a range with an x for each digit that is any", () => {
  const range = change("+8424999", { kind: "phone-range", openDigits: 3 })
  expect(filterFile([change("+84951234567"), range], { ...of, since: null })).toBe(
    "# lienphong-filter-1\n# kind: phone\n# format: plain\n# made: 2026-07-01T00:00:00.000Z\n# since: all\n# cursor: 7\n# more: no\n# lines: 2\n+84951234567\n+8424999xxx\n",
  )
})

test("what changed since a cursor says of each line whether it comes or goes", () => {
  const gone = change("+84951234568", { change: "removed" })
  const file = filterFile([change("+84951234567"), gone], { ...of, since: "3" })
  expect(file.split("\n").slice(-3)).toEqual(["+ +84951234567", "- +84951234568", ""])
})

test("hashed, a line is the SHA-256 of kind and value and holds no number", () => {
  const file = filterFile([change("+84951234567")], { ...of, format: "sha256", since: null })
  expect(file).toContain("\na226b5071451749f62fbbe50042627d11bc981bf3bd864739cb358ba58937f85\n")
  expect(file).not.toContain("84951234567")
})
