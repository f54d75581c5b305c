import { expect, test } from "vitest"
import { readText } from "./read.ts"

test("a task whose line breaks before a capital, after a word that ends nothing, is read whole", () => {
  const { clauses } = readText(
    [
      "Kính gửi: Công an tỉnh.",
      "Để phòng ngừa lừa đảo, đề nghị Công an tỉnh:",
      "- Xây dựng kế hoạch tiếp nhận, xử lý tin báo của người dân trên địa bàn theo",
      "Kế hoạch số 12/KH-UBND ngày 10/01/2023.",
    ].join("\n"),
  )
  expect(clauses.flatMap(({ tasks }) => tasks.map(({ text }) => text))).toEqual([
    "Xây dựng kế hoạch tiếp nhận, xử lý tin báo của người dân trên địa bàn theo Kế hoạch số 12/KH-UBND ngày 10/01/2023.",
  ])
})
