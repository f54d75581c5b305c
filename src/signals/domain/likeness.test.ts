import fc from "fast-check"
import { expect, test } from "vitest"
import { alikeFrom, bandsOf, likenessOf, nearest, runsOf, sameFrom } from "./likeness.ts"

test("the same message from another number, with or without accents, is alike; another message is not", () => {
  const one = "Số 0912 000 111 gọi xưng là công an bắt chuyển tiền vào tài khoản để xác minh"
  const same = "so 0988.222.333 goi xung la cong an bat chuyen tien vao tai khoan de xac minh"
  const other = "Có người cắt trộm cáp đồng ở cột gần nhà văn hóa thôn đêm qua"
  expect(likenessOf(runsOf(one), runsOf(same))).toBeGreaterThan(alikeFrom)
  expect(likenessOf(runsOf(one), runsOf(other))).toBe(0)
})

test("likeness is the share of runs of three words that both have, whatever their order", () => {
  const words = fc.array(fc.constantFrom("a", "b", "c", "d", "e"), { minLength: 3, maxLength: 12 })
  const setOf = (some: string[]) => new Set(some.slice(2).map((_, i) => some.slice(i, i + 3).join(" ")))
  fc.assert(
    fc.property(words, words, (one, other) => {
      const [a, b] = [setOf(one), setOf(other)]
      const share = [...a].filter((run) => b.has(run)).length / new Set([...a, ...b]).size
      expect(likenessOf(runsOf(one.join(" ")), runsOf(other.join(" ")))).toBeCloseTo(share, 12)
    }),
  )
})

test("texts that are alike have a band in common, so that one is found without reading the others", () => {
  const words = fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 30, maxLength: 60 })
  fc.assert(
    fc.property(words, fc.array(fc.nat(59), { maxLength: 2 }), (said, changed) => {
      const one = said.map((n) => `từ${String.fromCodePoint(97 + (n % 26))}${"x".repeat(n % 19)}`)
      const other = one.map((word, i) => (changed.includes(i) ? "khác" : word))
      const [a, b] = [runsOf(one.join(" ")), runsOf(other.join(" "))]
      if (likenessOf(a, b) < sameFrom) return
      const bands = new Set(bandsOf(a))
      expect(bandsOf(b).some((band) => bands.has(band))).toBe(true)
    }),
  )
})

test("of many alike the nearest come first, and no more than asked; a text is not alike to itself", () => {
  const runs = runsOf("nhận tin nhắn ngân hàng giả bảo bấm vào đường dẫn để mở khóa thẻ")
  const others = ["a", "b", "c", "d"].map((id) => ({ id, runs }))
  expect(nearest({ id: "a", runs }, others, 2).map(({ otherId }) => otherId)).toEqual(["b", "c"])
  expect(runsOf("hai từ")).toEqual([])
  expect(bandsOf([])).toEqual([])
})
