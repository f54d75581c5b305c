/**
 * The due date that a deadline's words lead to, and how: a proposal that a person takes or changes.
 *
 * Only what the words say is counted. "Kịp thời", "ngay" and words that this file does not know give no
 * date: better an amber mark than a date that nobody set.
 */
import type { Every, Period } from "./domain.ts"

export type DueHow =
  | { by: "date" }
  | { by: "beforeDate"; day: string }
  | { by: "endOfQuarter"; quarter: number; year: number }
  | { by: "endOfMonth"; month: number; year: number }
  | { by: "middleOfMonth"; month: number; year: number }
  | { by: "endOfYear"; year: number }
  | { by: "days"; count: number; working: boolean; from: string }
  | { by: "months"; count: number; from: string }
  | { by: "every"; every: Every; day: number | null }

export type DueProposal =
  | { kind: "once"; dueOn: string; how: DueHow }
  | { kind: "periodic"; period: Period; dueOn: string | null; how: DueHow }
  | { kind: "none"; why: "noWords" | "atOnce" | "needsIssueDate" | "unclear" }

/** Days that offices work; durations end on one ("Khi ngày cuối cùng của thời hạn là ngày cuối tuần hoặc ngày nghỉ lễ thì thời hạn kết thúc tại thời điểm kết thúc ngày làm việc tiếp theo ngày nghỉ đó", Bộ luật Dân sự 2015, Điều 148.5). */
export type WorkingDays = (day: string) => boolean

const wordsCharsMax = 400

export function proposeDue(
  words: string | null,
  issuedOn: string | null,
  isWorkingDay: WorkingDays,
): DueProposal {
  if (words === null || words.trim() === "") return { kind: "none", why: "noWords" }
  const text = words.normalize("NFC").toLowerCase().replace(/\s+/g, " ").trim().slice(0, wordsCharsMax)
  const year = issuedOn === null ? null : Number(issuedOn.slice(0, 4))
  return (
    asIso(text) ??
    asPeriodic(text, issuedOn) ??
    asDay(text, year) ??
    asQuarter(text, year) ??
    asMonth(text, year) ??
    asYear(text, year) ??
    asDuration(text, issuedOn, isWorkingDay) ?? {
      kind: "none",
      why: /^(ngay|kịp thời|khẩn trương|thường xuyên)/.test(text) ? "atOnce" : "unclear",
    }
  )
}

function asIso(text: string): DueProposal | null {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && dayExists(text) ? once(text, { by: "date" }) : null
}

const everyWords: [RegExp, Every][] = [
  [/(?:hàng|hằng|mỗi) tháng/, "month"],
  [/(?:hàng|hằng|mỗi|từng) quý/, "quarter"],
  [
    /0?6 tháng một lần|sáu tháng một lần|0?6 tháng,? (?:và )?(?:cả|một|hàng|hằng) năm|định kỳ 0?6 tháng/,
    "half-year",
  ],
  [/(?:hàng|hằng|mỗi) năm/, "year"],
]

function asPeriodic(text: string, issuedOn: string | null): DueProposal | null {
  const every = everyWords.find(([pattern]) => pattern.test(text))?.[1]
  if (every === undefined) return null
  const found = /(trước )?ngày (\d{1,2})(?!\d|\/)/.exec(text)
  const named = found === null ? null : Number(found[2])
  const day = named === null ? null : found?.[1] === undefined ? named : named - 1
  const period: Period = { every, day: day !== null && day >= 1 && day <= 31 ? day : null }
  const dueOn = issuedOn === null ? null : nextOccurrence(period, issuedOn)
  return { kind: "periodic", period, dueOn, how: { by: "every", every, day: period.day } }
}

/** The first end of a period that comes after `after`. It ends: a period is at most twelve months. */
export function nextOccurrence(period: Period, after: string): string {
  const months = { month: 1, quarter: 3, "half-year": 6, year: 12 }[period.every]
  const [year = 0, month = 1] = after.split("-").map(Number)
  for (let step = 0; step <= 24; step += 1) {
    const index = month - 1 + step
    if ((index + 1) % months !== 0) continue
    const [y, m] = [year + Math.floor(index / 12), (index % 12) + 1]
    const day = iso(y, m, Math.min(period.day ?? 31, lastDay(y, m)))
    if (day > after) return day
  }
  return after
}

function asDay(text: string, year: number | null): DueProposal | null {
  const found =
    /(trước )?(?:ngày )?(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}))?(?!\d)/.exec(text) ??
    /(trước )?ngày (\d{1,2}) tháng (\d{1,2})(?: năm (\d{4}))?/.exec(text)
  if (found === null) return null
  const y = found[4] === undefined ? year : Number(found[4])
  if (y === null) return { kind: "none", why: "needsIssueDate" }
  const day = iso(y, Number(found[3]), Number(found[2]))
  if (!dayExists(day)) return { kind: "none", why: "unclear" }
  return found[1] === undefined
    ? once(day, { by: "date" })
    : once(addDays(day, -1), { by: "beforeDate", day })
}

const roman: Record<string, number> = { i: 1, ii: 2, iii: 3, iv: 4, "1": 1, "2": 2, "3": 3, "4": 4 }

/** "Quý II, III/2015" runs to the end of the last quarter that it names. */
function asQuarter(text: string, year: number | null): DueProposal | null {
  const found =
    /quý ((?:iv|i{1,3}|[1-4])(?:(?:, | và |, và |-)(?:iv|i{1,3}|[1-4]))*)(?![\p{L}\d])(?:(?:\/| năm |\/năm )(\d{4}))?/u.exec(
      text,
    )
  if (found === null) return null
  const y = found[2] === undefined ? year : Number(found[2])
  if (y === null) return { kind: "none", why: "needsIssueDate" }
  const quarters = (found[1] ?? "").split(/, và |, | và |-/).map((name) => roman[name] ?? 0)
  const quarter = Math.max(...quarters)
  return once(endOfMonth(y, quarter * 3), { by: "endOfQuarter", quarter, year: y })
}

function asMonth(text: string, year: number | null): DueProposal | null {
  const found = /(giữa |đầu )?tháng (\d{1,2})(?:(?:\/| năm )(\d{4}))?(?!\d)/.exec(text)
  if (found === null) return null
  const month = Number(found[2])
  const y = found[3] === undefined ? year : Number(found[3])
  if (y === null) return { kind: "none", why: "needsIssueDate" }
  if (month < 1 || month > 12) return { kind: "none", why: "unclear" }
  return found[1] === "giữa "
    ? once(iso(y, month, 15), { by: "middleOfMonth", month, year: y })
    : once(endOfMonth(y, month), { by: "endOfMonth", month, year: y })
}

function asYear(text: string, year: number | null): DueProposal | null {
  const found = /(?:cả năm|trong năm|cuối năm|hết năm|năm)(?: (\d{4}))?(?!\d)/.exec(text)
  if (found === null) return null
  const y = found[1] === undefined ? year : Number(found[1])
  return y === null
    ? { kind: "none", why: "needsIssueDate" }
    : once(iso(y, 12, 31), { by: "endOfYear", year: y })
}

/**
 * "Khi thời hạn bắt đầu bằng một sự kiện thì ngày xảy ra sự kiện không được tính…" (Bộ luật Dân sự 2015,
 * Điều 147.3): counted from the day after issue. Other starting events are left to the clerk.
 */
function asDuration(text: string, issuedOn: string | null, isWorkingDay: WorkingDays): DueProposal | null {
  const found = /(?:trong|sau|thời hạn|chậm nhất)[^\d]{0,30}(\d{1,3}) (ngày làm việc|ngày|tháng|tuần)/.exec(
    text,
  )
  if (found === null) return null
  const otherStart =
    /(?:kể )?từ (?:ngày|khi)(?! (?:ban hành|ký|có hiệu lực|nhận được (?:công văn|văn bản|chỉ thị)))/
  if (otherStart.test(text)) return { kind: "none", why: "unclear" }
  if (issuedOn === null) return { kind: "none", why: "needsIssueDate" }
  const count = Number(found[1])
  if (found[2] === "tháng")
    return once(onWorkingDay(addMonths(issuedOn, count), isWorkingDay), {
      by: "months",
      count,
      from: issuedOn,
    })
  const days = found[2] === "tuần" ? count * 7 : count
  const working = found[2] === "ngày làm việc"
  const last = working ? addWorkingDays(issuedOn, days, isWorkingDay) : addDays(issuedOn, days)
  return once(onWorkingDay(last, isWorkingDay), { by: "days", count: days, working, from: issuedOn })
}

function addWorkingDays(from: string, count: number, isWorkingDay: WorkingDays): string {
  let day = from
  // Bounded: no three-digit count of working days needs more than four times as many days.
  for (let [counted, steps] = [0, 0]; counted < count && steps < count * 4 + 60; steps += 1) {
    day = addDays(day, 1)
    if (isWorkingDay(day)) counted += 1
  }
  return day
}

function onWorkingDay(day: string, isWorkingDay: WorkingDays): string {
  let found = day
  for (let steps = 0; steps < 30 && !isWorkingDay(found); steps += 1) found = addDays(found, 1)
  return found
}

const once = (dueOn: string, how: DueHow): DueProposal => ({ kind: "once", dueOn, how })
const iso = (year: number, month: number, day: number) =>
  `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`
const lastDay = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()
const endOfMonth = (year: number, month: number) => iso(year, month, lastDay(year, month))

function addDays(day: string, count: number): string {
  const at = new Date(`${day}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() + count)
  return at.toISOString().slice(0, 10)
}

function addMonths(day: string, count: number): string {
  const [year = 0, month = 1, dayOfMonth = 1] = day.split("-").map(Number)
  const index = month - 1 + count
  const [y, m] = [year + Math.floor(index / 12), (index % 12) + 1]
  return iso(y, m, Math.min(dayOfMonth, lastDay(y, m)))
}

function dayExists(day: string): boolean {
  const at = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day)
}
