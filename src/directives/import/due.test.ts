import { describe, expect, test } from "vitest"
import { proposeDue } from "./due.ts"

const weekdays = (day: string) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())
const propose = (words: string | null, issuedOn: string | null = "2023-07-12") =>
  proposeDue(words, issuedOn, weekdays)

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
  ])("%s → %s", (words, dueOn, by) => {
    expect(propose(words)).toMatchObject({ kind: "once", dueOn, how: { by } })
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
  })
})

describe("a report that comes back has a period and a first date", () => {
  test.each([
    ["trước ngày 25 hàng tháng", { every: "month", day: 24 }, "2023-07-24"],
    ["định kỳ (vào ngày 22 hàng tháng)", { every: "month", day: 22 }, "2023-07-22"],
    ["hằng quý", { every: "quarter", day: null }, "2023-09-30"],
    [
      "định kỳ 06 tháng một lần (tháng 01 và tháng 6 hàng năm)",
      { every: "half-year", day: null },
      "2023-12-31",
    ],
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
    ["ngày 31/02/2023", "unclear"],
  ])("%s → %s", (words, why) => {
    expect(propose(words)).toEqual({ kind: "none", why })
  })

  test("words without a year wait for the day of issue", () => {
    expect(propose("trước 15/10", null)).toEqual({ kind: "none", why: "needsIssueDate" })
    expect(propose("trong vòng 10 ngày", null)).toEqual({ kind: "none", why: "needsIssueDate" })
  })
})
