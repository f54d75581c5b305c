import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { csvOf } from "../feeds/domain/csv.ts"
import { mispEvents } from "../feeds/domain/misp.ts"
import type { ReleasedIndicator } from "../feeds/domain/released.ts"
import { stixBundle } from "../feeds/domain/stix.ts"
import { xarfOf } from "../feeds/domain/xarf.ts"
import { readForeignFile } from "./domain/foreign.ts"
import { type ForeignRead, importLimits, lineFaults } from "./domain/line.ts"

const issuer = {
  code: "33",
  name: "Tỉnh Mẫu",
  url: "https://mau.example/",
  domain: "mau.example",
  isDrill: false,
}
const one = (n: number, more: Partial<ReleasedIndicator>): ReleasedIndicator => ({
  id: `01890000-0000-7000-8000-0000000000${String(n).padStart(2, "0")}`,
  kind: "url",
  value: "http://evn-hoan-tien.example/nop?x='a'",
  openDigits: null,
  tlp: "green",
  trick: { slug: "gia-danh-dien-luc", name: "Giả điện lực", nameEn: "Fake power company" },
  confidence: 85,
  validFrom: "2023-09-15",
  validUntil: "2023-12-15",
  releasedAt: new Date("2023-09-15T02:00:00Z"),
  endedAt: null,
  state: "released",
  warnings: [],
  warnedAt: null,
  seen: null,
  ...more,
})
const indicators = [
  one(1, {}),
  one(2, { kind: "domain", value: "evn-hoan-tien.example", tlp: "clear" }),
  one(3, {
    kind: "phone",
    value: "+84951442018",
    tlp: "amber",
    state: "recalled",
    endedAt: new Date("2023-09-16T02:00:00Z"),
  }),
  one(4, { kind: "phone-range", value: "+8424999", openDigits: 4 }),
  one(5, { kind: "bank-account", value: "970436:0123456789" }),
  one(6, { kind: "e-wallet", value: "momo:0951442018" }),
  one(7, { kind: "social", value: "facebook:nguyễn o'thử" }),
]
const documents = {
  stix: JSON.stringify(stixBundle(issuer, { indicators, warnings: [] })),
  misp: JSON.stringify({
    response: mispEvents(issuer, { indicators, warnings: [] }, { recalled: "", month: (m) => m }).map(
      (Event) => ({ Event }),
    ),
  }),
  xarf: JSON.stringify(
    indicators.flatMap(
      (each) => xarfOf(each, issuer, { org: "A", contact: "a@a.example", domain: "a.example" }) ?? [],
    ),
  ),
  csv: csvOf(indicators),
}
const read = (text: string | Uint8Array) =>
  readForeignFile(typeof text === "string" ? Buffer.from(text) : text)

/** Whatever came: a refusal of the whole with its reason, or lines and faults, each with its place. */
function isWellTold(told: ForeignRead): boolean {
  if ("refused" in told) return told.refused !== undefined
  return (
    told.lines.length + told.faults.length <= importLimits.lines &&
    told.lines.every(
      ({ at, typed, tlp }) =>
        at !== "" && typed !== "" && typed.length <= importLimits.valueChars && tlp !== null,
    ) &&
    told.faults.every(({ at, why }) => at !== "" && lineFaults.includes(why))
  )
}

describe("what another Liên Phòng gave out", () => {
  test.each(Object.entries(documents))(
    "as %s is read back with its TLP, its trick and what was recalled",
    (format, text) => {
      const told = read(text)
      if ("refused" in told) throw new Error(told.refused)
      expect(told.format).toBe(format)
      expect(told.faults).toEqual([])
      const byKind = new Map(told.lines.map((line) => [line.kind, line]))
      if (format === "xarf")
        return expect(told.lines.map(({ typed }) => typed)).toEqual([
          "http://evn-hoan-tien.example/nop?x='a'",
          "http://evn-hoan-tien.example/",
        ])
      expect(told.lines).toHaveLength(indicators.length)
      expect(byKind.get("phone")).toMatchObject({ typed: "+84951442018", tlp: "amber", isRevoked: true })
      expect(byKind.get("phone-range")).toMatchObject({
        typed: "+8424999xxxx",
        tlp: "green",
        isRevoked: false,
      })
      expect(byKind.get("bank-account")?.typed).toBe("970436:0123456789")
      expect(byKind.get("social")?.typed).toBe("facebook:nguyễn o'thử")
      if (format !== "misp")
        expect(byKind.get("url")).toMatchObject({
          trick: "gia-danh-dien-luc",
          validUntil: "2023-12-15",
          confidence: 85,
        })
    },
  )
})

describe("a file that means harm, or is broken", () => {
  test("any JSON at all is refused or read, and nothing crashes", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => isWellTold(read(JSON.stringify(value)))),
      { numRuns: 500 },
    )
  })

  test("any bytes at all are refused or read", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => isWellTold(read(bytes))),
      { numRuns: 500 },
    )
  })

  test.each(Object.entries(documents))(
    "a valid document as %s of which something was replaced tells what it could not read",
    (format, text) => {
      const values = format === "csv" ? null : JSON.parse(text)
      fc.assert(
        fc.property(
          fc.nat(),
          fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.string(), fc.constant("'".repeat(3_000))),
          (nth, put) => {
            if (values === null) {
              const at = nth % text.length
              return isWellTold(
                read(
                  `${text.slice(0, at)}${typeof put === "string" ? put : JSON.stringify(put)}${text.slice(at + 3)}`,
                ),
              )
            }
            return isWellTold(read(JSON.stringify(replaced(values, nth, put))))
          },
        ),
        { numRuns: 300 },
      )
    },
  )

  test("brackets without end, a document of XML with an entity, too much, and too many lines are each refused by name", () => {
    expect(read("[".repeat(500_000))).toMatchObject({ refused: "tooDeep" })
    expect(
      read('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'),
    ).toMatchObject({ refused: "xml" })
    expect(read(new Uint8Array(100_000_000))).toMatchObject({ refused: "tooLarge" })
    expect(read(`kind,value\n${"phone,0951442018\n".repeat(importLimits.lines + 1)}`)).toMatchObject({
      refused: "tooMany",
    })
    expect(read("so,ten\n1,2")).toMatchObject({ refused: "noColumns" })
    expect(read('{"objects":[1}')).toMatchObject({ refused: "notJson" })
    expect(read('{"type":"bundle"}')).toMatchObject({ refused: "notKnown" })
  })
})

/** The `nth` value of the tree, wherever it lies, is another one. */
function replaced(tree: unknown, nth: number, put: unknown): unknown {
  let total = 0
  const count = (value: unknown): void => {
    total += 1
    if (typeof value === "object" && value !== null) for (const inner of Object.values(value)) count(inner)
  }
  count(tree)
  let left = nth % total
  const walk = (value: unknown): unknown => {
    left -= 1
    if (left < 0 && left > -2) return put
    if (Array.isArray(value)) return value.map(walk)
    if (typeof value === "object" && value !== null)
      return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, walk(inner)]))
    return value
  }
  return walk(tree)
}
