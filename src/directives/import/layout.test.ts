import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { blocksOf, type Mark, type Piece, piecesOf } from "./layout.ts"

const seed = readFileSync(new URL("../../letters/fixtures/hung-yen-2023.txt", import.meta.url), "utf8")
const blocks = blocksOf(seed)
const wordsOf = (pieces: readonly Piece[]): string =>
  pieces.map((piece) => (typeof piece === "string" ? piece : wordsOf(piece.pieces))).join("")
const shown = (text: string, marks: Mark[] = []) =>
  blocksOf(text).map((block) =>
    wordsOf(piecesOf(text, block, marks))
      .replace(/\s+/g, " ")
      .trim(),
  )
const letters = (text: string) => text.replace(/\s+/g, "")
const mark = (text: string, words: string, more: Partial<Mark> = {}): Mark => {
  const from = text.indexOf(words)
  return { key: words, from, to: from + words.length, pin: null, label: "", isDoubt: false, ...more }
}

test("not one letter of the seed is lost or shown twice, with marks or without", () => {
  const sorted = (text: string) => [...letters(text)].sort().join("")
  const marks = [
    mark(seed, "thanh tra, kiểm tra"),
    mark(seed, "1. Các sở"),
    mark(seed, "- Tăng cường phối hợp với"),
  ]
  expect(sorted(shown(seed).join(""))).toBe(sorted(seed))
  expect(sorted(shown(seed, marks).join(""))).toBe(sorted(seed))
})

test("the head stands in two columns, the text in paragraphs of joined lines", () => {
  expect(blocks.slice(0, 2).map((block) => block.kind)).toEqual(["left", "right"])
  expect(shown(seed)).toContain(
    "- Tăng cường phối hợp với Sở Thông tin và Truyền thông trong công tác thanh tra, kiểm tra nhằm hạn chế thấp nhất những hành vi vi phạm pháp luật; kiên quyết xử lý nghiêm tổ chức, cá nhân vi phạm trong lĩnh vực thông tin và truyền thông.",
  )
})

test("a chỉ thị keeps its title out of the issuer's column", () => {
  const text = [
    "ỦY BAN NHÂN DÂN",
    "TỈNH MẪU",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "Số: 06/CT-UBND",
    "Mẫu, ngày 15 tháng 9 năm 2023",
    "CHỈ THỊ",
    "Về việc tăng cường phòng, chống lừa đảo qua mạng viễn thông",
    "Thời gian qua, tình hình lừa đảo diễn biến phức tạp.",
  ].join("\n")
  const left = blocksOf(text)
    .filter(({ kind }) => kind === "left")
    .flatMap(({ lines }) => lines.map(([from, to]) => text.slice(from, to)))
  expect(left).toEqual(["ỦY BAN NHÂN DÂN", "TỈNH MẪU", "Số: 06/CT-UBND"])
})

test("a mark inside a mark is nested, one that reaches beyond is cut and goes on", () => {
  const text = "Một hai ba bốn năm sáu."
  const [block] = blocksOf(text)
  if (block === undefined) throw new Error("no block")
  const outer = mark(text, "hai ba bốn")
  const pieces = piecesOf(text, block, [outer, mark(text, "ba"), mark(text, "bốn năm")])
  expect(wordsOf(pieces)).toBe(text)
  expect(pieces).toMatchObject([
    "Một ",
    {
      mark: { key: "hai ba bốn" },
      pieces: ["hai ", { mark: { key: "ba" } }, " ", { mark: { key: "bốn năm" }, isFirst: true }],
    },
    { mark: { key: "bốn năm" }, isFirst: false, pieces: [" năm"] },
    " sáu.",
  ])
})
