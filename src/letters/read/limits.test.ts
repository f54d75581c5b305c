import { readdirSync, readFileSync } from "node:fs"
import { afterEach, expect, test } from "vitest"
import { readText } from "./read.ts"
import { Refusal } from "./refusal.ts"

const folder = new URL("./", import.meta.url)
const sources = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
  (file) => file.endsWith(".ts") && !file.endsWith(".test.ts"),
)

const { exec } = RegExp.prototype
afterEach(() => {
  RegExp.prototype.exec = exec
})

test.each(sources)("%s repeats no group without a limit, so that no expression can explode", (file) => {
  const code = readFileSync(new URL(file, folder), "utf8")
  expect(code.match(/(?<!\\)\)(?:[*+](?![ +*])|\{\d+,\}).*/g) ?? []).toEqual([])
})

/** The characters that all expressions together pass over while `text` is read. A spy would keep each of a million calls. */
function passedOver(text: string): number {
  let total = 0
  RegExp.prototype.exec = function (this: RegExp, input: string) {
    const from = this.global || this.sticky ? this.lastIndex : 0
    const found = exec.call(this, input)
    // An expression tied to the start looks no further than it matches, and gives up near it.
    const end = found === null ? (isTied(this) ? from + 200 : input.length) : found.index + found[0].length
    total += Math.min(input.length, end) - from
    return found
  }
  readText(text)
  RegExp.prototype.exec = exec
  return total
}

const isTied = ({ source }: RegExp) =>
  source.startsWith("^") && !/\|\^|\||[^\\]\$/.test(source.replace(/\([^()]*\)/g, ""))

const hostile: Record<string, (n: number) => string> = {
  "spaces only between words": (n) => `a${" ".repeat(n)}b`,
  "dots and semicolons": (n) => `1. Sở Y tế ${".; ".repeat(n / 3)}x`,
  "open brackets": (n) => `1. Sở Y tế ${"(".repeat(n)}`,
  "lists of bodies without an end": (n) => `1. ${"Sở Y tế, ".repeat(n / 9)}`,
  "numbers of documents": (n) => `Căn cứ ${"Nghị định số 12/2020/NĐ-CP ngày 1/1/2020 của ".repeat(n / 45)}`,
  "orders within orders": (n) => `1. ${"UBND tỉnh yêu cầu ".repeat(n / 18)}`,
  "items in items": (n) => "1. a) - Sở Y tế:\n".repeat(n / 17),
  dashes: (n) => `${"- ".repeat(n / 2)}`,
  "capitals like a signature": (n) => `Nơi nhận:\n${"KT. CHỦ TỊCH Nguyễn Văn ".repeat(n / 24)}`,
  "blank dates": (n) => `Hà Nội, ngày${".".repeat(n)}tháng${" ".repeat(n)}năm`,
  "page numbers": (n) => "12\nTỉnh\n".repeat(n / 8),
  sentences: (n) => `Kính gửi: Sở Y tế.\n1. ${"Rà soát. ".repeat(n / 9)}`,
  deadlines: (n) => `1. Sở Y tế: ${"báo cáo trước ngày 1 tháng 1; ".repeat(n / 30)}`,
  "commas after time": (n) => `1. ${"định kỳ hàng năm, ".repeat(n / 18)}`,
  "letters of TCVN3": (n) => "C¸c së, ban ngµnh tØnh ".repeat(n / 22),
}

test.each(Object.entries(hostile))(
  "a hostile text of %s is read in steps that grow with its length",
  (_name, make) => {
    const [small, large] = [passedOver(make(20_000)), passedOver(make(80_000))]
    // Four times the text: four times the work, and something for what is done once.
    expect(large).toBeLessThan(small * 5 + 2_000_000)
  },
)

test("a letter of more than 5,000 paragraphs is refused as too long, never read in part", () => {
  // The line that asks is a paragraph too.
  const letter = (items: number) =>
    `Kính gửi: Sở Y tế.\nĐể phòng dịch, đề nghị Sở Y tế:\n${Array.from({ length: items }, (_, i) => `- Rà soát hộ số ${i + 1} trên địa bàn.`).join("\n")}`
  const [last] = readText(letter(4_999))
    .clauses.flatMap(({ tasks }) => tasks)
    .slice(-1)
  expect(last?.text).toBe("Rà soát hộ số 4999 trên địa bàn.")
  expect(() => readText(letter(5_000))).toThrow(new Refusal("tooLong"))
})
