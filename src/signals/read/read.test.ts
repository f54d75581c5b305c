import { readFileSync } from "node:fs"
import { join } from "node:path"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { kinds, roles } from "./identifiers.ts"
import { readSignal, tipCharsMax } from "./read.ts"
import { redact } from "./redact.ts"
import { readTable } from "./reference.ts"
import { allPatterns } from "./type.ts"
import { urgencies } from "./urgency.ts"

type Labelled = {
  id: string
  text: string
  identifiers: { kind: string; value: string; role: string }[]
  type: string
  urgency: string
}
const labelled = (name: string): Labelled[] =>
  readFileSync(join(import.meta.dirname, "../fixtures", name), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Labelled)

const key = (one: { kind: string; value: string }) =>
  `${one.kind} ${one.value}`
    .replace(/ https?:\/\//, " ")
    .replace(/\/$/, "")
    .toLowerCase()
const suspects = (of: readonly { kind: string; value: string; role: string }[]) =>
  new Set(of.filter((one) => one.role === "suspect").map(key))

function scoreOf(tips: readonly Labelled[]) {
  let [right, extra, missed, types, urgent, own, bared] = [0, 0, 0, 0, 0, 0, 0]
  for (const tip of tips) {
    const read = readSignal(tip.text)
    const [wanted, got] = [suspects(tip.identifiers), suspects(read.identifiers)]
    right += [...wanted].filter((one) => got.has(one)).length
    extra += [...got].filter((one) => !wanted.has(one)).length
    missed += [...wanted].filter((one) => !got.has(one)).length
    const mine = tip.identifiers.filter((one) => one.role === "reporter" || one.role === "victim").map(key)
    own += mine.length
    bared += mine.filter((one) => got.has(one)).length
    types += Number(read.type === tip.type)
    urgent += Number(read.urgency === tip.urgency)
  }
  return {
    f1: (2 * right) / (2 * right + extra + missed),
    bared: own === 0 ? 0 : bared / own,
    type: types / tips.length,
    urgency: urgent / tips.length,
  }
}

const batches = [
  "tips",
  "invented",
  "unseen-a",
  "unseen-b",
  "unseen-c",
  "unseen-d",
  "unseen-e",
  "unseen-f",
  "unseen-g",
  "tips-2",
  "voices-a",
  "voices-b",
  "voices-c",
  "fresh-a",
  "fresh-b",
  "fresh-c",
  "fresh-d",
  "odd-a",
  "odd-b",
  "hands-a1",
  "hands-a2",
  "hands-b1",
  "hands-b2",
  "further-a",
  "stranger-a",
]
describe.each(batches.map((name) => `${name}.jsonl`))("of the labelled tips in %s", (name) => {
  const tips = labelled(name)
  const score = scoreOf(tips)
  test("the suspects' numbers, accounts and addresses are found, and hardly any other", () =>
    expect(score.f1).toBeGreaterThanOrEqual(0.9))
  test("hardly any number of a reporter's or a victim's is taken for a suspect's", () =>
    expect(score.bared).toBeLessThanOrEqual(0.02))
  test("the trick is named right in at least 85 of 100", () =>
    expect(score.type).toBeGreaterThanOrEqual(0.85))
  test("how urgent it is is right in at least 85 of 100", () =>
    expect(score.urgency).toBeGreaterThanOrEqual(0.85))
  test("no hotline ever becomes a suspect", () => {
    for (const tip of tips) {
      const official = tip.identifiers.filter((one) => one.role === "official-mentioned").map(key)
      expect([...suspects(readSignal(tip.text).identifiers)].filter((one) => official.includes(one))).toEqual(
        [],
      )
    }
  })
  test("money that is moving now is never filed as past", () => {
    for (const tip of tips)
      if (tip.urgency === "money-moving-now")
        expect({ id: tip.id, urgency: readSignal(tip.text).urgency }).toEqual({
          id: tip.id,
          urgency: tip.urgency,
        })
  })
})

test("a tip is read alike however its letters are encoded, and each reading points into the text as received", () => {
  for (const tip of labelled("tips.jsonl")) {
    const [composed, decomposed] = [
      readSignal(tip.text.normalize("NFC")),
      readSignal(tip.text.normalize("NFD")),
    ]
    const bare = (of: typeof composed) =>
      of.identifiers.map(({ kind, value, role }) => ({ kind, value, role }))
    expect(bare(decomposed)).toEqual(bare(composed))
    for (const one of composed.identifiers)
      expect(
        tip.text
          .normalize("NFC")
          .slice(...one.span)
          .trim(),
      ).not.toBe("")
  }
})

const spellings = [
  "0951234567",
  "0951.234.567",
  "0951 234 567",
  "o951 234 567",
  "+84 951 234 567",
  "84-951-234-567",
  "0084951234567",
  "０９５１２３４５６７",
  "(0951) 234 567",
]
test.each(spellings)("one telephone number, however written: %s", (spelling) => {
  expect(readSignal(`bị số ${spelling} gọi lừa đảo`).identifiers.map((one) => one.value)).toEqual([
    "+84951234567",
  ])
})

test("any mobile number, grouped anyhow, has one canonical form, and reading that form gives it again", () => {
  const digits = fc
    .tuple(fc.constantFrom("3", "5", "7", "8", "9"), fc.stringMatching(/^\d{8}$/))
    .map((two) => two.join(""))
  fc.assert(
    fc.property(
      digits,
      fc.constantFrom(" ", ".", "-", ""),
      fc.constantFrom(3, 4),
      (national, separator, size) => {
        const groups = `0${national}`.match(new RegExp(`.{1,${size}}`, "g")) ?? []
        const values = readSignal(`so la ${groups.join(separator)} goi lua`).identifiers.map(
          (one) => one.value,
        )
        expect(values).toEqual([`+84${national}`])
        expect(readSignal(`so la ${values[0]} goi lua`).identifiers.map((one) => one.value)).toEqual(values)
      },
    ),
    { numRuns: 200, seed: 1 },
  )
})

test("numbers of papers, parcels, plates and sums are not identifiers", () => {
  for (const text of [
    "căn cước của tôi 033061000123 bị lộ",
    "mã vận đơn 300000123456, đơn hàng SPXVN0300000000119",
    "mất 150.000.000đ hôm 12/03/2026 lúc 8h15",
    "xe biển số 89C-000.12, toạ độ 20.8361, 105.9724",
    "số bị che 0951xxx567 và 0951***567",
  ])
    expect({ text, found: readSignal(text).identifiers }).toEqual({ text, found: [] })
})

test("whatever is typed, the reading keeps to its lists, and its spans to the text", () => {
  const slugs = new Set(readTable("signals/scam-types.csv").map((row) => row.slug))
  const bits = fc.constantFrom(
    "stk ",
    "0951",
    "234567",
    " vcb",
    "@",
    ".",
    "http://",
    "zalo ",
    "[.]",
    "test",
    "(",
    ")",
    "+84",
    " o",
    "đ",
    "x",
    "\n",
    "/",
    "1900",
    "facebook ",
    '"',
    "Ă",
  )
  fc.assert(
    fc.property(fc.array(bits, { maxLength: 60 }), (parts) => {
      const text = parts.join("")
      const read = readSignal(text)
      expect(slugs.has(read.type) && urgencies.includes(read.urgency)).toBe(true)
      for (const one of read.identifiers) {
        expect(kinds).toContain(one.kind)
        expect(roles).toContain(one.role)
        expect(one.span[0]).toBeLessThan(one.span[1])
        expect(one.span[1]).toBeLessThanOrEqual(text.length)
      }
    }),
    { numRuns: 500, seed: 2 },
  )
})

test("every cue of the table is a pattern that can be looked for", () => {
  const phrases = readTable("signals/type-cues.csv").flatMap((row) =>
    (row.phrases ?? "").split(";").filter((phrase) => phrase.trim() !== ""),
  )
  expect(allPatterns()).toHaveLength(phrases.length * 2)
})

test("text made to slow a reader down is read to its end", () => {
  const long = tipCharsMax - 10
  for (const piece of [
    "0",
    "0 ",
    "o",
    ".",
    "a.",
    "a-",
    "@",
    "http://",
    "+",
    "(",
    "1.",
    "zalo ",
    '"',
    "1 000 ",
    "a@",
    "/",
    "stk 1",
    "á",
    "fb ",
  ])
    expect(readSignal(piece.repeat(Math.floor(long / piece.length))).identifiers.length).toBeLessThanOrEqual(
      500,
    )
  expect(() => readSignal("a".repeat(tipCharsMax + 1))).toThrow(RangeError)
})

describe("what others read", () => {
  const text =
    "Tôi tên Nguyễn Thị Bưởi, CCCD 033061000123, sđt tôi 0311 222 333. Số 0951 234 567 lừa tôi chuyển vào stk 19036512345678 Techcombank. Gọi lại 0311 222 333."
  const shown = redact(text, readSignal(text).identifiers)
  test("keeps what points at the suspect", () => {
    expect(shown).toContain("0951 234 567")
    expect(shown).toContain("19036512345678")
  })
  test("shows neither the reporter's name nor number nor citizen id, wherever they stand", () => {
    for (const secret of ["Bưởi", "0311 222 333", "033061000123"]) expect(shown).not.toContain(secret)
  })
  test("is the text itself when nobody is named", () => {
    const plain = "Số 0951 234 567 gọi lừa đảo"
    expect(redact(plain, readSignal(plain).identifiers)).toBe(plain)
  })
})

test("a telephone number after an account that was already named is a telephone number", () => {
  const read = (text: string) => readSignal(text).identifiers.map((one) => `${one.kind} ${one.value}`)
  expect(read("Tôi chuyển vào tài khoản 1900013143843 Techcombank theo lời số 0912 000 389.")).toEqual([
    "bank-account 970407:1900013143843",
    "phone +84912000389",
  ])
  expect(read("Họ đưa hai tài khoản 1900013143843 và 0912000389 MB.")).toContain(
    "bank-account 970422:0912000389",
  )
})
