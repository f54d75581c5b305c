/** Run properties of Word that mean "not this": hidden words are not there, struck ones are no longer said. */
import { strToU8, zipSync } from "fflate"
import { describe, expect, test } from "vitest"
import { readFileBytes } from "../letter.ts"

const run = (words: string, marks = "") =>
  `<w:r><w:rPr>${marks}</w:rPr><w:t xml:space="preserve">${words}</w:t></w:r>`
const line = (...runs: string[]) => `<w:p>${runs.join("")}</w:p>`
const head = ["ỦY BAN NHÂN DÂN", "TỈNH ĐÔNG HÀ", "Số: 12/UBND-NC", "Đông Hà, ngày 02 tháng 5 năm 2024"]
const opening = [...head, "Kính gửi: Công an tỉnh; Sở Nội vụ.", "UBND tỉnh yêu cầu:"]
const closing = ["Nơi nhận:", "- Như trên;", "- Lưu: VT.", "CHỦ TỊCH", "Trần Văn Mẫu"]
const plain = (all: readonly string[]) => all.map((words) => line(run(words))).join("")

async function tasksOf(
  body: string,
  styles = "",
): Promise<{ text: string; deadline: string | null; sure: number }[]> {
  const document = `<w:document><w:body>${plain(opening)}${body}${plain(closing)}</w:body></w:document>`
  const file = zipSync({ "word/document.xml": strToU8(document), "word/styles.xml": strToU8(styles) })
  const { clauses, readings } = await readFileBytes(file)
  return clauses.flatMap((clause, c) =>
    clause.tasks.map(({ text, deadline }, t) => {
      const at = `/clauses/${c}/tasks/${t}`
      const sure = Math.min(...[at, `${at}/text`].map((pointer) => readings[pointer]?.confidence ?? 1))
      return { text, deadline, sure }
    }),
  )
}
const task = "1. Công an tỉnh rà soát thuê bao; báo cáo UBND tỉnh trước ngày 30/8/2024."
const other = "2. Sở Nội vụ xử lý cán bộ vi phạm trước ngày 15/6/2024."
const vanish = "<w:vanish/>"

describe("hidden words of a Word letter", () => {
  test("a hidden paragraph becomes no task and nobody gets its deadline", async () => {
    const read = await tasksOf(line(run(task)) + line(run(other, vanish)))
    expect(read.map(({ text }) => text).join()).not.toContain("xử lý cán bộ")
    expect(read).toHaveLength(1)
  })
  test.each([
    ["by a style of its characters", `<w:rStyle w:val="An"/>`],
    ["switched on in words", `<w:vanish w:val="true"/>`],
  ])("hidden %s as well", async (_, marks) => {
    const styles = `<w:styles><w:style w:type="character" w:styleId="An"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>`
    const read = await tasksOf(line(run(task)) + line(run(other, marks)), styles)
    expect(read.map(({ text }) => text).join()).not.toContain("xử lý cán bộ")
  })
  test("words that say they are not hidden stay", async () => {
    const read = await tasksOf(line(run(task)) + line(run(other, `<w:vanish w:val="false"/>`)))
    expect(read.map(({ text }) => text).join()).toContain("xử lý cán bộ")
  })
})

describe("struck words of a Word letter", () => {
  const due = (marks: string) =>
    line(
      run("1. Công an tỉnh rà soát thuê bao; báo cáo UBND tỉnh trước ngày "),
      run("30/8/2024", marks),
      run(" 20/9/2024."),
    )
  test.each(["<w:strike/>", "<w:dstrike/>"])(
    "a date struck out by %s is not the deadline; the one that stands is, and the place is doubtful",
    async (marks) => {
      const [read] = await tasksOf(due(marks))
      expect(read?.deadline ?? "").not.toContain("30/8")
      expect(read?.deadline ?? "").not.toContain("2024-08-30")
      expect(read?.text).not.toContain("30/8")
      expect(read?.sure).toBeLessThan(0.8)
    },
  )
  test("the same date not struck is read for sure", async () => {
    const [read] = await tasksOf(line(run(task)))
    expect(read?.deadline).toMatch(/2024-08-30|30\/8\/2024/)
    expect(read?.sure).toBeGreaterThanOrEqual(0.8)
  })
})
