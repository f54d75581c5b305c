import { expect, test } from "vitest"
import { proposedFor } from "./serving.ts"

const task = (id: string, text: string) => ({ id, path: id, text, directive: "1234/UBND-KGVX" })
const letter = [
  task("1.2", "tăng cường tuần tra, kiểm soát, ngăn chặn hành vi trộm cắp hạ tầng viễn thông"),
  task(
    "1.4",
    "Phối hợp tuyên truyền; thông báo kịp thời về phương thức,\nthủ đoạn của tội phạm để nâng cao cảnh giác",
  ),
  task("2.1", "Đẩy mạnh các hoạt động TUYÊN TRUYỀN về an toàn thông tin"),
]

test("a warning is proposed for the task that speaks of methods and tricks, before one that speaks of awareness only", () => {
  const words = ["phương thức, thủ đoạn", "cảnh giác", "tuyên truyền"]
  expect(proposedFor(letter, words).map(({ id }) => id)).toEqual(["1.4", "2.1"])
})

test("where no task has the words, none is proposed", () => {
  expect(proposedFor(letter, ["xử phạt"])).toEqual([])
})
