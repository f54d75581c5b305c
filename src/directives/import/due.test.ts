import { describe, expect, test } from "vitest"
import { stateCalendar } from "../../kernel/calendar/data.ts"
import { proposeDue } from "./due.ts"

const propose = (words: string | null, issuedOn: string | null = "2023-07-12") =>
  proposeDue(words, issuedOn, stateCalendar())

describe("a deadline's words lead to one date", () => {
  test.each([
    ["2013-05-30", "2013-05-30", "date"],
    ["trước ngày 30/9/2023", "2023-09-29", "beforeDate"],
    ["chậm nhất ngày 30/9/2023", "2023-09-30", "date"],
    ["ngày 5 tháng 8 năm 2023", "2023-08-05", "date"],
    ["trước 15/10", "2023-10-14", "beforeDate"],
    ["trong quý IV năm 2009", "2009-12-31", "endOfQuarter"],
    ["Quý II, III/2015", "2015-09-30", "endOfQuarter"],
    ["Quý II và III/2015", "2015-09-30", "endOfQuarter"],
    ["ngay trong quý I năm 2010", "2010-03-31", "endOfQuarter"],
    ["Quý III", "2023-09-30", "endOfQuarter"],
    ["trong tháng 3 năm 2010", "2010-03-31", "endOfMonth"],
    ["Cuối tháng 4 năm 2010", "2010-04-30", "endOfMonth"],
    ["giữa tháng 8", "2023-08-15", "middleOfMonth"],
    ["Tháng 2/2024", "2024-02-29", "endOfMonth"],
    ["Cả năm 2015", "2015-12-31", "endOfYear"],
    ["Cuối năm", "2023-12-31", "endOfYear"],
    ["trước ngày 10 tháng 10", "2023-10-09", "beforeDate"],
    ["trước ngày 10/10", "2023-10-09", "beforeDate"],
    ["trước ngày 10 tháng 10 năm 2023", "2023-10-09", "beforeDate"],
    ["trong 6 tháng đầu năm 2026", "2026-06-30", "partOfYear"],
    ["6 tháng cuối năm", "2023-12-31", "partOfYear"],
    ["9 tháng đầu năm 2024", "2024-09-30", "partOfYear"],
    ["nửa đầu năm 2024", "2024-06-30", "partOfYear"],
    ["trước 17 giờ ngày 20/7", "2023-07-20", "date"],
    ["chậm nhất là 16h30 ngày 20 tháng 7 năm 2023", "2023-07-20", "date"],
    ["hạn: 30/9/2023", "2023-09-30", "date"],
    ["trước thứ Sáu, ngày 28/7", "2023-07-27", "beforeDate"],
    ["trước ngày 28/7/2023 (thứ Sáu)", "2023-07-27", "beforeDate"],
  ])("%s → %s", (words, dueOn, by) => {
    expect(propose(words)).toMatchObject({ kind: "once", dueOn, how: { by } })
  })

  test("a day whose year the letter leaves out is the next such day, not one that is already past", () => {
    expect(propose("trước ngày 15/01", "2025-11-25")).toMatchObject({ dueOn: "2026-01-14" })
    expect(propose("chậm nhất ngày 5 tháng 3", "2025-11-25")).toMatchObject({ dueOn: "2026-03-05" })
    expect(propose("trước ngày 25/12", "2025-12-25")).toMatchObject({ dueOn: "2026-12-24" })
    expect(propose("quý I", "2025-11-25")).toMatchObject({ dueOn: "2026-03-31" })
    expect(propose("6 tháng đầu năm", "2025-11-25")).toMatchObject({ dueOn: "2026-06-30" })
  })

  test("a duration counts from the day after issue and ends on a working day", () => {
    expect(propose("trong vòng 10 ngày")).toMatchObject({ dueOn: "2023-07-24" })
    expect(propose("trong thời hạn 05 ngày làm việc kể từ ngày ban hành")).toMatchObject({
      dueOn: "2023-07-19",
    })
    expect(propose("trong thời hạn 1 tháng", "2024-01-31")).toMatchObject({ dueOn: "2024-02-29" })
  })

  test("a duration from an event that only the office knows gets no date", () => {
    expect(propose("trong 10 ngày kể từ ngày nhận được khiếu nại")).toEqual({ kind: "none", why: "unclear" })
    // When it is received or comes into force the letter does not say.
    expect(propose("trong 05 ngày làm việc kể từ ngày nhận được văn bản này")).toEqual({
      kind: "none",
      why: "unclear",
    })
    expect(propose("trong 05 ngày làm việc kể từ ngày có hiệu lực")).toEqual({ kind: "none", why: "unclear" })
  })
})

describe("a report that comes back has a period and a first date", () => {
  test.each([
    ["trước ngày 25 hàng tháng", { every: "month", day: 24 }, "2023-07-24"],
    ["định kỳ (vào ngày 22 hàng tháng)", { every: "month", day: 22 }, "2023-07-22"],
    ["hằng quý", { every: "quarter", day: null }, "2023-09-30"],
    ["định kỳ 06 tháng một lần", { every: "half-year", day: null }, "2023-12-31"],
    ["trước ngày 25/12 hàng năm", { every: "year", day: 24, month: 12 }, "2023-12-24"],
    ["trước ngày 15 tháng 6 hàng năm", { every: "year", day: 14, month: 6 }, "2024-06-14"],
    ["trước ngày 15/6 hằng năm", { every: "year", day: 14, month: 6 }, "2024-06-14"],
    ["trước ngày 01 tháng 3 hằng năm", { every: "year", day: 29, month: 2 }, "2024-02-29"],
    ["ngày 20 tháng 6 và 20 tháng 12 hàng năm", { every: "half-year", day: 20, month: 6 }, "2023-12-20"],
    ["6 tháng trước 15/6, năm trước 15/12 hàng năm", { every: "half-year", day: 14, month: 6 }, "2023-12-14"],
    ["ngày 20 của tháng cuối mỗi quý", { every: "quarter", day: 20 }, "2023-09-20"],
    ["trước ngày 01 hàng tháng", { every: "month", day: null }, "2023-07-31"],
    ["Định kỳ hàng năm", { every: "year", day: null }, "2023-12-31"],
  ])("%s", (words, period, dueOn) => {
    expect(propose(words)).toMatchObject({ kind: "periodic", period, dueOn })
  })
})

describe("no date is invented", () => {
  test.each([
    [null, "noWords"],
    ["ngay", "atOnce"],
    ["kịp thời", "atOnce"],
    ["trước khi triển khai thực hiện", "unclear"],
    ["định kỳ", "unclear"],
    ["đầu năm 2025", "unclear"],
    ["giữa năm", "unclear"],
    ["đầu tháng 9", "unclear"],
    ["đầu quý IV", "unclear"],
    ["trước quý IV", "unclear"],
    ["trước tháng 9", "unclear"],
    ["từ tháng 3 đến tháng 5 năm 2024", "unclear"],
    ["định kỳ 06 tháng một lần (tháng 01 và tháng 6 hàng năm)", "unclear"],
    ["ngày 20/3 và 20/12 hàng năm", "unclear"],
    ["trước ngày 15/8, riêng Sở Y tế trước ngày 20/8", "unclear"],
    ["trước ngày 15/6 và ngày 15/12", "unclear"],
    ["sau khi có hướng dẫn của Bộ trước ngày 10/10", "unclear"],
    ["hàng tháng, quý, năm", "unclear"],
    ["hàng tuần", "unclear"],
    ["trước 3 ngày họp", "unclear"],
    ["tuần thứ hai của tháng 9", "unclear"],
    ["Tháng 9 hàng năm", "unclear"],
    ["ngày 31/02/2023", "unclear"],
    ["báo cáo trước 15h hằng ngày", "unclear"],
    ["ngày 1 tháng 9 năm sau", "unclear"],
    ["quý IV/2026 - quý I/2027", "unclear"],
    ["trước ngày 15 của tháng đầu quý", "unclear"],
    ["sau ngày 30/9/2023", "unclear"],
    ["6 tháng đầu năm và cả năm 2026", "unclear"],
  ])("%s → %s", (words, why) => {
    expect(propose(words)).toEqual({ kind: "none", why })
  })

  test("words without a year wait for the day of issue", () => {
    expect(propose("trước 15/10", null)).toEqual({ kind: "none", why: "needsIssueDate" })
    expect(propose("trong vòng 10 ngày", null)).toEqual({ kind: "none", why: "needsIssueDate" })
  })
})
