import { expect, test } from "vitest"
import { readLetter } from "../read/aside.ts"
import { writeDocx } from "../write/writer.ts"
import { forReading } from "./for-reading.ts"
import type { Model } from "./store.ts"
import { typedIn } from "./typed.ts"

const body = [
  "Sau khi xem xét kết quả kiểm tra, Sở Thông tin và Truyền thông đề nghị:",
  "1. Công an tỉnh xác minh các thuê bao đã nêu.",
  "2. Các doanh nghiệp viễn thông phối hợp với Công an tỉnh xác minh thuê bao.",
  "Bảng: Số điểm cung cấp dịch vụ đã kiểm tra",
  "| TT | Địa bàn | Số điểm |",
  "| 1 | Huyện Văn Lâm | 12 |",
  "| 2 | Huyện Mỹ Hào | 7 |",
].join("\n")

const model: Model = {
  ...typedIn(body),
  kind: "letter",
  issuer: { parent: "UBND TỈNH MẪU", name: "Sở Thông tin và Truyền thông" },
  symbol: "STTTT-BCVT",
  place: "Mẫu",
  subject: "phối hợp xác minh thuê bao",
  addressees: ["Công an tỉnh", "Các doanh nghiệp viễn thông"],
  signatures: [{ position: "Giám đốc", name: "Trần Văn Dũng" }],
  recipients: ["Như trên", "Lưu: VT"],
  contact: ["Số 01 đường Mẫu, phường Mẫu", "ĐT: 0221.3.000.000"],
}

test("an enterprise is given the words of its item, and neither the table after it nor the office's address", async () => {
  expect(model.blocks.some((one) => JSON.stringify(one).includes("Huyện Văn Lâm"))).toBe(true)
  const file = await writeDocx({ ...forReading(model), number: "11", date: "2023-09-15" })
  const reading = await readLetter(file, "van-ban.docx")
  if ("refused" in reading) throw new Error(reading.refused)
  expect(reading.number).toBe("11/STTTT-BCVT")
  const tasks = reading.clauses.flatMap((one) => one.tasks.map(({ text }) => text))
  expect(tasks.at(-1)?.replace(/[./;\s]+$/, "")).toMatch(/phối hợp với Công an tỉnh xác minh thuê bao$/)
  expect(tasks.join(" ")).not.toMatch(/Huyện|Số điểm|0221/)
})

test("a table that says who does what until when is read with the letter", () => {
  const table = {
    is: "table" as const,
    columns: [
      { title: "TT" },
      { title: "Nội dung công việc" },
      { title: "Đơn vị chủ trì" },
      { title: "Thời gian" },
    ],
    rows: [["1", "Rà soát các điểm bán", "Công an tỉnh", "Quý IV/2023"]],
  }
  const kept = forReading({ ...model, blocks: [...model.blocks, table] })
  expect(kept.blocks.filter((one) => one.is === "table")).toEqual([table])
})
