/** Kinds of letters and of print that were read badly once: each says what happened to whom. */
import { expect, test } from "vitest"
import { readText } from "./read.ts"

const tasksOf = (text: string) =>
  readText(text).clauses.flatMap((clause) =>
    clause.tasks.map((task) => `${clause.addressees.join(" + ")}: ${task.text}`),
  )
const foot = "Nơi nhận:\n- Như trên;\n- Lưu: VT, NC.\nCHỦ TỊCH\nTrần Văn Mẫu"

test("a telegram is read: who sends it is no signature, its addressees are no tasks", () => {
  for (const sender of [
    "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH ĐIỆN:",
    "THỦ TƯỚNG CHÍNH PHỦ điện:",
    "Chủ tịch UBND tỉnh điện:",
  ]) {
    const reading = readText(
      `UBND TỈNH ĐÔNG HÀ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố: 3/CĐ-UBND\nĐông Hà, ngày 5 tháng 10 năm 2024\nCÔNG ĐIỆN\nVề việc chủ động ứng phó mưa lũ\n${sender}\n- Công an tỉnh;\n- Giám đốc Sở Y tế.\nTừ ngày 06/10, trên địa bàn có mưa to. Chủ tịch UBND tỉnh yêu cầu:\n1. Công an tỉnh:\na) Rà soát các tuyến đường ngập; cắm biển cảnh báo.\nb) Sẵn sàng lực lượng cứu hộ.\n2. Sở Y tế chuẩn bị thuốc.\n${foot}`,
    )
    expect(reading.addressees).toEqual(["Công an tỉnh", "Giám đốc Sở Y tế"])
    expect(reading.clauses.map(({ path, tasks }) => [path, tasks.length])).toEqual([
      ["1", 2],
      ["2", 1],
    ])
  }
})

test("an addressee whose name goes on in the next line gets the letter: 'Kính gửi:' is read to its end", () => {
  const kinds = [
    ["Kính gửi: Sở Y tế; Công an tỉnh; Sở Công Thương;\nSở Tài chính; UBND huyện Văn Hà.", 5],
    ["Kính gửi: Sở Y tế; Sở Văn hóa, Thể thao và\nDu lịch.", 2],
    ["Kính gửi:\n- Sở Y tế;\n- Sở Văn hóa, Thể thao và\nDu lịch;\n- Công an tỉnh.", 3],
    ["Kính gửi: Ủy ban nhân dân các tỉnh, thành phố trực thuộc trung\nương", 1],
  ] as const
  for (const [salute, count] of kinds) {
    const { addressees } = readText(
      `UBND TỈNH ĐÔNG HÀ\nSố: 12/UBND-NC\nV/v rà soát\n${salute}\nUBND tỉnh yêu cầu:\n1. Rà soát thuê bao trên địa bàn.\n${foot}`,
    )
    expect([salute, addressees.length]).toEqual([salute, count])
  }
})

test("'có ý kiến như sau:' over paragraphs without numbers gives each addressed paragraph as a task", () => {
  const text = `VĂN PHÒNG CHÍNH PHỦ\nSố: 99/VPCP-NN\nV/v phân bón\nHà Nội, ngày 18 tháng 11 năm 2025\nKính gửi: Bộ Y tế.\nXét báo cáo của Bộ Y tế, Phó Thủ tướng Chính phủ có ý kiến như sau:\nBộ Y tế chủ trì, phối hợp với Bộ Công an rà soát quy định; báo cáo Thủ tướng Chính phủ trong quý I năm 2026.\nBộ Tài chính bố trí kinh phí theo quy định.\nVăn phòng Chính phủ thông báo để Bộ Y tế biết, thực hiện./.\nNơi\nnhận:\n- Như trên;\n- VPCP: BTCN,\nNN, PL, NC, TH;\n- Lưu: VT.\nKT. BỘ TRƯỞNG, CHỦ NHIỆM\nPHÓ CHỦ NHIỆM\nPhạm\nVăn Mẫu`
  expect(tasksOf(text).map((task) => task.slice(0, 24))).toEqual([
    "Bộ Y tế: chủ trì, phối h",
    "Bộ Tài chính: bố trí kin",
  ])
  const { recipients, signer } = readText(text)
  expect(recipients).toEqual(["Như trên", "VPCP: BTCN, NN, PL, NC, TH", "Lưu: VT"])
  expect(signer).toEqual({
    authority: "KT. BỘ TRƯỞNG, CHỦ NHIỆM",
    position: "PHÓ CHỦ NHIỆM",
    name: "Phạm Văn Mẫu",
  })
})

test("a document's number that opens a printed line is no item of the letter", () => {
  const text = `UBND TỈNH ĐÔNG HÀ\nSố: 12/UBND-NC\nV/v rà soát\nKính gửi: Sở Y tế.\nThực hiện Chỉ thị số\n13/CT-TTg ngày 17/5/2025 của Thủ tướng Chính phủ, UBND tỉnh yêu cầu:\n1. Sở Y tế rà soát theo Tờ trình số\n226/TTr-SYT ngày 05/11/2025.\n${foot}`
  expect(tasksOf(text)).toHaveLength(1)
  expect(readText(text).references.map(({ number }) => number)).toEqual(["13/CT-TTg", "226/TTr-SYT"])
})

test("a title of one long line is the letter's subject, not the beginning of its body", () => {
  const title = `Về việc ${"tăng cường phòng ngừa, đấu tranh với hoạt động lừa đảo chiếm đoạt tài sản trên không gian mạng, ".repeat(2)}bảo vệ người cao tuổi`
  const { subject } = readText(
    `UBND TỈNH ĐÔNG HÀ\nSố: 2/CT-UBND\nĐông Hà, ngày 5 tháng 10 năm 2024\nCHỈ THỊ\n${title}\nThời gian qua, tội phạm lừa đảo diễn biến phức tạp. UBND tỉnh yêu cầu:\n1. Công an tỉnh rà soát thuê bao.\n${foot}`,
  )
  expect(subject?.endsWith("bảo vệ người cao tuổi")).toBe(true)
})

test("an order that no task covers is told, so that somebody looks at it", () => {
  const { uncovered, clauses } = readText(
    `UBND TỈNH ĐÔNG HÀ\nSố: 12/UBND-NC\nV/v rà soát\nKính gửi: Sở Y tế; Công an tỉnh.\nUBND tỉnh nhận được báo cáo. Sở Y tế phải chấn chỉnh ngay các phòng khám không phép.\n1. Tình hình chung của tỉnh.\n${foot}`,
  )
  const told = [...uncovered, ...clauses.flatMap(({ tasks }) => tasks.map(({ text }) => text))]
  expect(told.some((words) => words.includes("chấn chỉnh ngay"))).toBe(true)
})
