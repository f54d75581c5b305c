import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { fold } from "./fold.ts"
import { readSignal } from "./read.ts"
import { sumsIn } from "./sums.ts"

const digits = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]
const scales = ["", "nghìn", "triệu", "tỷ"]

/** One to 999 as people say it: "ba trăm linh năm", "hai mươi mốt", "mười lăm". */
function belowThousand(value: number): string {
  const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10]
  const words: string[] = []
  if (hundreds > 0) words.push(digits[hundreds] ?? "", "trăm")
  if (tens === 0 && ones > 0 && hundreds > 0) words.push("linh")
  if (tens === 1) words.push("mười")
  if (tens > 1) words.push(digits[tens] ?? "", "mươi")
  if (ones === 1 && tens > 1) words.push("mốt")
  else if (ones === 5 && tens > 0) words.push("lăm")
  else if (ones > 0) words.push(digits[ones] ?? "")
  return words.join(" ")
}

function inWords(vnd: number): string {
  const parts: string[] = []
  for (let scale = 3; scale > 0; scale -= 1) {
    const part = Math.floor(vnd / 1000 ** scale) % 1000
    if (part > 0) parts.push(`${belowThousand(part)} ${scales[scale] ?? ""}`)
  }
  return parts.join(" ")
}

const bare = (words: string) => words.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d")
const read = (words: string) => sumsIn(fold(words)).map((sum) => sum.vnd)
/** Whole thousands, as sums of money are said, up to 999 tỷ. */
const sum = fc.oneof(
  fc.integer({ min: 1, max: 999 }).map((n) => n * 1_000),
  fc.integer({ min: 1, max: 999 }).map((n) => n * 1_000_000),
  fc.integer({ min: 1, max: 999_999 }).map((n) => n * 1_000),
  fc.integer({ min: 1, max: 999_999_999 }).map((n) => n * 1_000),
)

describe("a sum that a person writes is the sum that is read", () => {
  test("in words, with and without their marks", () => {
    fc.assert(
      fc.property(sum, (vnd) => {
        expect(read(`mất ${inWords(vnd)} đồng`)).toEqual([vnd])
        expect(read(`mat ${bare(inWords(vnd))} dong`)).toEqual([vnd])
      }),
    )
  })

  test("in digits, grouped by dots or commas, or with its unit", () => {
    fc.assert(
      fc.property(sum, (vnd) => {
        const grouped = String(vnd).replace(/\B(?=(?:\d{3})+$)/g, ".")
        expect(read(`mất ${grouped} đồng`)).toEqual([vnd])
        expect(read(`mất ${grouped.replaceAll(".", ",")}đ`)).toEqual([vnd])
        if (vnd >= 1_000_000 && vnd % 100_000 === 0 && vnd < 1e9) {
          const [millions, rest] = [Math.floor(vnd / 1e6), (vnd / 1e5) % 10]
          expect(read(`mất ${millions}tr${rest === 0 ? "" : rest}`)).toEqual([vnd])
          expect(read(`mất ${millions},${rest} triệu`)).toEqual([vnd])
          if (rest === 5) expect(read(`mất ${millions} triệu rưỡi`)).toEqual([vnd])
        }
      }),
    )
  })

  test.each([
    ["3tr5", 3_500_000],
    ["31tr200", 31_200_000],
    ["3 triệu rưỡi", 3_500_000],
    ["3 triệu mốt", 3_100_000],
    ["bảy triệu bảy", 7_700_000],
    ["ba triệu hai trăm", 3_200_000],
    ["hai lăm triệu", 25_000_000],
    ["một trăm rưỡi triệu", 150_000_000],
    ["ck 15m rồi", 15_000_000],
    ["1 tỷ 2", 1_200_000_000],
    ["nửa tỷ", 500_000_000],
    ["500k", 500_000],
    ["mất 50 củ", 50_000_000],
    ["ck 4 lít", 400_000],
    ["3 chục triệu", 30_000_000],
    ["15 million dong", 15_000_000],
    ["VND 18,650,000", 18_650_000],
    ["3 triệu 2 lần", 3_000_000],
  ])("%s", (words, vnd) => expect(read(words)).toEqual([vnd]))
})

test("what is left open, and what no money is, is no sum of đồng", () => {
  for (const words of [
    "vài triệu",
    "mấy chục triệu",
    "hai ba triệu",
    "5-7 triệu",
    "5 đến 7 triệu",
    "hàng trăm triệu",
  ])
    expect({ words, read: read(words) }).toEqual({ words, read: [null] })
  for (const words of ["kéo 60m cáp", "năm 2026", "bà ba", "24 tháng 10", "một trăm rưỡi", "0912.345.678"])
    expect({ words, read: read(words) }).toEqual({ words, read: [] })
})

test("money of another country is told in its own units", () => {
  const told = (words: string) => sumsIn(fold(words)).map((one) => one.foreign)
  expect(told("they took $200 from me")).toEqual([{ amount: 200, currency: "USD" }])
  expect(told("mất 1.500 USDT")).toEqual([{ amount: 1500, currency: "USDT" }])
  expect(told("gửi 300 đô")).toEqual([{ amount: 300, currency: "USD" }])
  expect(readSignal("Tôi bị lừa mất 300 USD qua thẻ.").loss_vnd).toBeNull()
})

test("a text of nothing but numbers is read in time that grows with its length", () => {
  expect(sumsIn(fold("hai trăm ba mươi triệu ".repeat(2_000))).length).toBeLessThanOrEqual(200)
})
