/**
 * The due date that a deadline's words lead to, and how: a proposal that a person takes or changes.
 *
 * A date is proposed only where every word is understood: "đầu năm", "tháng 01 và tháng 6 hàng năm", "kịp thời" and words that
 * this file does not know give none. Better an amber mark than a date that nobody set.
 */
import type { Calendar } from "../../kernel/calendar/calendar.ts"
import { addDays } from "../../kernel/time.ts"
import { countRecipe } from "../domain/recipe.ts"
import type { Every, Period } from "./domain.ts"

export type DueHow =
  | { by: "date" }
  | { by: "beforeDate"; day: string }
  | { by: "endOfQuarter"; quarter: number; year: number }
  | { by: "endOfMonth"; month: number; year: number }
  | { by: "middleOfMonth"; month: number; year: number }
  | { by: "endOfYear"; year: number }
  | { by: "partOfYear"; months: number; part: "first" | "last"; year: number }
  | { by: "days"; count: number; working: boolean; from: string }
  | { by: "months"; count: number; from: string }
  | { by: "every"; every: Every; day: number | null }

export type DueProposal =
  | { kind: "once"; dueOn: string; how: DueHow }
  | { kind: "periodic"; period: Period; dueOn: string | null; how: DueHow }
  | { kind: "none"; why: "noWords" | "atOnce" | "needsIssueDate" | "unclear" }

const wordsCharsMax = 400

export function proposeDue(words: string | null, issuedOn: string | null, calendar: Calendar): DueProposal {
  if (words === null || words.trim() === "") return { kind: "none", why: "noWords" }
  const text = plain(words)
  const time = withoutLead(text)
  return (
    asDuration(text, issuedOn, calendar) ??
    asTwiceAYear(time, issuedOn) ??
    asPeriodic(time, issuedOn) ??
    asDay(time, issuedOn) ??
    asQuarter(time, issuedOn) ??
    asMonth(time, issuedOn) ??
    asPartOfYear(time, issuedOn) ??
    asYear(time, issuedOn) ?? {
      kind: "none",
      why: /^(?:ngay|kịp thời|khẩn trương|thường xuyên)(?: và (?:ngay|kịp thời|khẩn trương|thường xuyên))?$/.test(
        text,
      )
        ? "atOnce"
        : "unclear",
    }
  )
}

/** Small letters, one space, no end sign, no aim that follows ("để tổng hợp, báo cáo …"). */
const plain = (words: string) =>
  words
    .normalize("NFC")
    .toLowerCase()
    .slice(0, wordsCharsMax)
    .replace(/\s+/g, " ")
    .replace(
      / (?:để (?:tổng hợp|báo cáo|theo dõi|xem xét|trình)|về (?:ubnd|ủy ban|uỷ ban|sở|bộ|công an|văn phòng)) .{0,200}$/,
      "",
    )
    .replace(/[\s.,;:]+$/, "")
    .replace(/(?<= )(\d{1,2}) tháng (\d{1,2})(?=\D|$)/g, "$1/$2")
    .replace(/(?<=\/\d{1,2}) năm (?=\d{4})/g, "/")
    .replace(weekday, "")
    .replace(hour, "")
    .trim()

/** Says nothing that the day beside it does not say. */
const weekday =
  / ?\((?:thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật)\)|(?:thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật),? (?=ngày )/g
/** "Trước 17 giờ 00 ngày 20/7" is still the 20th. */
const hour =
  /(?<=^|(?:là|vào|đến|nhất) )(?:trước )?\d{1,2} ?(?:giờ|h|g)(?: ?\d{2}(?: phút)?)?,? (?:của |trong )?(?=ngày \d)/

const leadWords =
  /^(?:(?:phải|cần|xong|hoàn thành|thực hiện|triển khai|kết thúc|báo cáo|gửi báo cáo|gửi|nộp|trình|tổng hợp|kết quả|thời gian|thời hạn|hạn cuối|hạn chót|hạn|chậm nhất|muộn nhất|định kỳ|vào|trong|ngay|đến hết|đến|hết|là|từ nay đến|cuối cùng|cứ):? )+/

/** "Chậm nhất là vào ngày …" is "ngày …": words that only say that a time follows. "Trước" stays: it counts. */
const withoutLead = (text: string) => text.replace(leadWords, "")

/** A day without its month ("ngày 25"), and one with it, its year or not ("trước ngày 15/6/2026"). */
const dayAlone = "(?<before>trước )?(?:ngày )?(?<day>\\d{1,2})"
const fullDay = "(?<before>trước )?(?:ngày )?(?<day>\\d{1,2}) ?[/.-] ?(?<month>\\d{1,2})"
const every = "(?:hàng|hằng|mỗi|từng)"
const matching = (pattern: string) => new RegExp(`^${pattern}$`, "u")

type Given = { before: boolean; day: number; month: number }
const givenIn = (groups: Record<string, string | undefined> | undefined): Given => ({
  before: groups?.before !== undefined,
  day: Number(groups?.day),
  month: Number(groups?.month ?? 0),
})

/** A day of each year; "trước" means the day before. Null when no year has such a day. */
function yearly({ before, day, month }: Given): { day: number; month: number } | null {
  // A leap year: the 29th of February is a day.
  const at = iso(2024, month, day)
  if (!dayExists(at)) return null
  const [, m = 0, d = 0] = (before ? addDays(at, -1) : at).split("-").map(Number)
  return { month: m, day: d }
}

const twice = [
  // "ngày 20/6 và 20/12 hàng năm"
  matching(
    `${fullDay}(?:,? và|,) (?<before2>trước )?(?:ngày )?(?<day2>\\d{1,2}) ?[/.-] ?(?<month2>\\d{1,2}),? ${every} năm`,
  ),
  // "6 tháng trước 15/6, năm trước 15/12 hàng năm"
  matching(
    `(?:0?6|sáu) tháng(?: đầu năm)? ${fullDay}[,;]?(?: và)?(?: báo cáo)?(?: cả)? năm (?<before2>trước )?(?:ngày )?(?<day2>\\d{1,2}) ?[/.-] ?(?<month2>\\d{1,2})(?:,? ${every} năm)?`,
  ),
]

/** Two days of each year that lie half a year apart are one half-yearly report; others are for a person to set. */
function asTwiceAYear(text: string, issuedOn: string | null): DueProposal | null {
  const groups = twice.map((pattern) => pattern.exec(text)).find((found) => found !== null)?.groups
  if (groups === undefined) return null
  const isBefore = groups.before !== undefined || groups.before2 !== undefined
  const first = yearly({ ...givenIn(groups), before: isBefore })
  const second = yearly({ before: isBefore, day: Number(groups.day2), month: Number(groups.month2) })
  if (first === null || second === null) return { kind: "none", why: "unclear" }
  const isHalfYear = first.day === second.day && Math.abs(first.month - second.month) === 6
  if (!isHalfYear) return { kind: "none", why: "unclear" }
  return periodic(
    { every: "half-year", day: first.day, month: Math.min(first.month, second.month) },
    issuedOn,
  )
}

const everyWords: [RegExp, Every][] = [
  [matching(`${every} tháng`), "month"],
  [matching(`(?:${every} )?quý(?: một lần)?`), "quarter"],
  [
    matching(
      `(?:(?:0?6|sáu) tháng(?: một lần|/lần|/1 lần)?(?:,? (?:và )?(?:cả |một |1 |hàng |hằng )?năm)?|nửa năm(?: một lần)?|${every} (?:0?6|sáu) tháng)`,
    ),
    "half-year",
  ],
  [matching(`(?:${every} năm|một năm một lần|năm một lần)`), "year"],
]

const dayOfMonth = matching(`${dayAlone}(?: của)? ${every} tháng`)
const dayOfQuarter = matching(`${dayAlone}(?: của)? tháng cuối (?:của )?(?:${every} |của )?quý`)
const dayOfYear = matching(`${fullDay}(?: của)? ${every} năm`)

function asPeriodic(text: string, issuedOn: string | null): DueProposal | null {
  const inBrackets = /^\((?:vào |vào ngày |trước )?.{3,60}\)$/.test(text)
    ? withoutLead(text.slice(1, -1))
    : text
  const bare = everyWords.find(([pattern]) => pattern.test(inBrackets))?.[1]
  if (bare !== undefined) return periodic({ every: bare, day: null }, issuedOn)
  const ofMonth = dayOfMonth.exec(inBrackets)
  if (ofMonth !== null) return dayIn("month", givenIn(ofMonth.groups), issuedOn)
  const ofQuarter = dayOfQuarter.exec(inBrackets)
  if (ofQuarter !== null) return dayIn("quarter", givenIn(ofQuarter.groups), issuedOn)
  const ofYear = dayOfYear.exec(inBrackets)
  if (ofYear === null) return null
  const day = yearly(givenIn(ofYear.groups))
  if (day === null) return { kind: "none", why: "unclear" }
  return periodic({ every: "year", ...day }, issuedOn)
}

/** "Trước ngày 01 hàng tháng" is the last day of the month before: of each month. */
function dayIn(of: "month" | "quarter", { before, day }: Given, issuedOn: string | null): DueProposal {
  const last = before ? day - 1 : day
  if (day < 1 || day > 31 || (last === 0 && of === "quarter")) return { kind: "none", why: "unclear" }
  return periodic({ every: of, day: last === 0 ? null : last }, issuedOn)
}

const periodic = (period: Period, issuedOn: string | null): DueProposal => ({
  kind: "periodic",
  period,
  dueOn: issuedOn === null ? null : nextOccurrence(period, issuedOn),
  how: { by: "every", every: period.every, day: period.day },
})

/** The first end of a period that comes after `after`. It ends: a period is at most twelve months. */
export function nextOccurrence(period: Period, after: string): string {
  const months = { month: 1, quarter: 3, "half-year": 6, year: 12 }[period.every]
  const [year = 0, month = 1] = after.split("-").map(Number)
  for (let step = 0; step <= 24; step += 1) {
    const index = month - 1 + step
    if ((index % months) + 1 !== (period.month ?? months)) continue
    const [y, m] = [year + Math.floor(index / 12), (index % 12) + 1]
    const day = iso(y, m, Math.min(period.day ?? 31, lastDay(y, m)))
    if (day > after) return day
  }
  return after
}

/** A day whose year is left out is the next such day after the letter's own. */
function asDay(text: string, issuedOn: string | null): DueProposal | null {
  const whole = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (whole !== null) return dayExists(text) ? once(text, { by: "date" }) : { kind: "none", why: "unclear" }
  const found = matching(`${fullDay}(?: ?[/.-] ?(?<year>\\d{4})| năm nay)?`).exec(text)
  if (found === null) return null
  const { before, day, month } = givenIn(found.groups)
  if (issuedOn === null && found.groups?.year === undefined) return { kind: "none", why: "needsIssueDate" }
  const first = Number(found.groups?.year ?? issuedOn?.slice(0, 4))
  const named = iso(first, month, day)
  if (!dayExists(named)) return { kind: "none", why: "unclear" }
  const isOpen = found.groups?.year === undefined && !/năm nay$/.test(text)
  const last = before ? addDays(named, -1) : named
  const meant = isOpen && issuedOn !== null && last < issuedOn ? iso(first + 1, month, day) : named
  if (!dayExists(meant)) return { kind: "none", why: "unclear" }
  return before ? once(addDays(meant, -1), { by: "beforeDate", day: meant }) : once(meant, { by: "date" })
}

const roman: Record<string, number> = { i: 1, ii: 2, iii: 3, iv: 4, "1": 1, "2": 2, "3": 3, "4": 4 }
const quarters = matching(
  "(?:cuối )?quý (?<list>(?:iv|i{1,3}|[1-4])(?:(?:, | và |, và |-)(?:iv|i{1,3}|[1-4])){0,3})(?:(?:/| năm |/năm )(?<year>\\d{4})| năm nay)?",
)

/** "Quý II, III/2015" runs to the end of the last quarter that it names. */
function asQuarter(text: string, issuedOn: string | null): DueProposal | null {
  const groups = quarters.exec(text)?.groups
  if (groups === undefined) return null
  const named = (groups.list ?? "").split(/, và |, | và |-/).map((name) => roman[name] ?? 0)
  const quarter = Math.max(...named)
  return inYear(groups.year, issuedOn, (year) =>
    once(endOfMonth(year, quarter * 3), { by: "endOfQuarter", quarter, year }),
  )
}

function asMonth(text: string, issuedOn: string | null): DueProposal | null {
  const found = matching(
    "(?<part>giữa |cuối )?tháng (?<month>\\d{1,2})(?:(?:/| năm )(?<year>\\d{4})| năm nay)?",
  ).exec(text)
  if (found === null) return null
  const month = Number(found.groups?.month)
  if (month < 1 || month > 12) return { kind: "none", why: "unclear" }
  return inYear(found.groups?.year, issuedOn, (year) =>
    found.groups?.part === "giữa "
      ? once(iso(year, month, 15), { by: "middleOfMonth", month, year })
      : once(endOfMonth(year, month), { by: "endOfMonth", month, year }),
  )
}

const partsOfYear = matching(
  "(?:(?<months>0?[369]|sáu|ba|chín) tháng|(?<half>nửa)) (?<part>đầu|cuối)(?: của)? năm(?: (?<year>\\d{4})| nay)?",
)
const spelled: Record<string, number> = { ba: 3, sáu: 6, chín: 9 }

/** "6 tháng đầu năm 2026" ends with June. */
function asPartOfYear(text: string, issuedOn: string | null): DueProposal | null {
  const groups = partsOfYear.exec(text)?.groups
  if (groups === undefined) return null
  const months = groups.half === undefined ? (spelled[groups.months ?? ""] ?? Number(groups.months)) : 6
  const part = groups.part === "đầu" ? "first" : "last"
  return inYear(groups.year, issuedOn, (year) =>
    once(endOfMonth(year, part === "first" ? months : 12), { by: "partOfYear", months, part, year }),
  )
}

function asYear(text: string, issuedOn: string | null): DueProposal | null {
  const found = matching("(?:cả |cuối )?năm(?: (?<year>\\d{4})| nay)?").exec(text)
  if (found === null) return null
  return inYear(found.groups?.year, issuedOn, (year) => once(iso(year, 12, 31), { by: "endOfYear", year }))
}

/** In the year that the words name; else in the letter's own, or the next when it is already over. */
function inYear(
  named: string | undefined,
  issuedOn: string | null,
  made: (year: number) => Once,
): DueProposal {
  if (named !== undefined) return made(Number(named))
  if (issuedOn === null) return { kind: "none", why: "needsIssueDate" }
  const year = Number(issuedOn.slice(0, 4))
  const due = made(year)
  return due.dueOn < issuedOn ? made(year + 1) : due
}

const duration =
  /^(?:(?:phải|xong|hoàn thành|báo cáo|chậm nhất|muộn nhất|là|trước mắt) ){0,4}(?:trong vòng|trong thời hạn|trong thời gian|thời hạn|trong|chậm nhất sau|sau)(?: là)?(?: không quá| tối đa)? (\d{1,3})(?: \([\p{L} ]{1,30}\))? (ngày làm việc|ngày|tháng|tuần)(?: kể)?(?: (?:từ|sau) (?:ngày|khi) (?:ban hành|ký(?: ban hành)?) ?(?:công văn|văn bản|chỉ thị|kế hoạch|thông báo|quyết định|công điện)?(?: này)?)?$/u

/**
 * "Khi thời hạn bắt đầu bằng một sự kiện thì ngày xảy ra sự kiện không được tính…" (Bộ luật Dân sự 2015,
 * Điều 147.3): counted from the day after issue. Other starting events are left to the clerk.
 */
function asDuration(text: string, issuedOn: string | null, calendar: Calendar): DueProposal | null {
  const found = duration.exec(text)
  if (found === null) return null
  if (issuedOn === null) return { kind: "none", why: "needsIssueDate" }
  const count = found[2] === "tuần" ? Number(found[1]) * 7 : Number(found[1])
  const unit = found[2] === "tháng" ? "month" : found[2] === "ngày làm việc" ? "working-day" : "day"
  const counted = countRecipe({ from: issuedOn, amount: count, unit }, calendar)
  if (counted === null) return { kind: "none", why: "unclear" }
  const how: DueHow =
    unit === "month"
      ? { by: "months", count, from: issuedOn }
      : { by: "days", count, working: unit === "working-day", from: issuedOn }
  return once(counted.due, how)
}

type Once = Extract<DueProposal, { kind: "once" }>
const once = (dueOn: string, how: DueHow): Once => ({ kind: "once", dueOn, how })
const iso = (year: number, month: number, day: number) =>
  `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`
const lastDay = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()
const endOfMonth = (year: number, month: number) => iso(year, month, lastDay(year, month))

function dayExists(day: string): boolean {
  const at = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day)
}
