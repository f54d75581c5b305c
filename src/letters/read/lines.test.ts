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

test.each([
  ["trước ngày 30 tháng", "10 năm 2026.", "2026-10-30"],
  ["trước ngày", "30/10/2026.", "2026-10-30"],
  ["trước ngày", "15/6 hằng năm.", "trước ngày 15/6 hằng năm"],
])("a deadline that goes on in the next line is read to its end: %s / %s", (first, next, deadline) => {
  const letter = `UBND TỈNH MẪU
Số: 12/UBND-NC
V/v rà soát thuê bao
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Mẫu, ngày 12 tháng 9 năm 2026
Kính gửi: Sở Y tế.
UBND tỉnh yêu cầu:
1. Sở Y tế rà soát thuê bao; báo cáo UBND tỉnh ${first}
${next}
Nơi nhận:
- Như trên;
- Lưu: VT.
CHỦ TỊCH
Trần Văn Mẫu`
  const [clause] = readText(letter).clauses
  expect(clause?.addressees).toEqual(["Sở Y tế"])
  expect(clause?.tasks.map((task) => task.deadline)).toEqual([deadline])
})
