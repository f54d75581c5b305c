import fc from "fast-check"
import { expect, test } from "vitest"
import { alikeFrom, likenessOf, pairsOf, runsOf } from "./likeness.ts"

const text = (id: string, words: string) => ({ id, runs: runsOf(words) })

test("the same message from another number, with or without accents, is alike; another message is not", () => {
  const one = "Số 0912 000 111 gọi xưng là công an bắt chuyển tiền vào tài khoản để xác minh"
  const same = "so 0988.222.333 goi xung la cong an bat chuyen tien vao tai khoan de xac minh"
  const other = "Có người cắt trộm cáp đồng ở cột gần nhà văn hóa thôn đêm qua"
  expect(likenessOf(runsOf(one), runsOf(same))).toBeGreaterThan(alikeFrom)
  expect(likenessOf(runsOf(one), runsOf(other))).toBe(0)
})

test("a pair is told once, whichever of the two came first", () => {
  const words = "nhận tin nhắn ngân hàng giả bảo bấm vào đường dẫn để mở khóa thẻ"
  const both = [text("a", words), text("b", words)]
  expect(pairsOf(both, both, 10)).toEqual([{ id: "a", otherId: "b", likeness: 1 }])
})

test("by the index of runs the same pairs are found as by comparing all with all", () => {
  const words = fc.array(fc.constantFrom("a", "b", "c", "d", "e"), { minLength: 3, maxLength: 12 })
  fc.assert(
    fc.property(fc.array(words, { minLength: 2, maxLength: 12 }), (many) => {
      const texts = many.map((some, i) => text(String(i), some.join(" ")))
      const found = new Set(
        pairsOf(texts, texts, 100).map(({ id, otherId }) => [id, otherId].sort().join(" ")),
      )
      const naive = texts.flatMap((one, i) =>
        texts
          .slice(i + 1)
          .filter((other) => likenessOf(one.runs, other.runs) >= alikeFrom)
          .map((other) => [one.id, other.id].sort().join(" ")),
      )
      expect([...found].sort()).toEqual(naive.sort())
    }),
  )
})
