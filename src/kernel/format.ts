/**
 * Dates, days left, numbers, money and durations as people read them, in both languages. Days are local dates
 * `YYYY-MM-DD`; instants are shown at UTC+7, which Việt Nam keeps all year.
 */
import type { Lang } from "./words.ts"

const dayMs = 86_400_000
const vietnamOffsetMs = 7 * 3_600_000
/** No-break space: "62 %" and "5 giờ" are not torn apart at a line's end. */
const tie = "\u00a0"

const weekdays = {
  vi: ["Chủ nhật", "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy"],
  en: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
} as const
const weekdaysShort = {
  vi: ["CN", "T2", "T3", "T4", "T5", "T6", "T7"],
  en: ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"],
} as const
const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const

/** "thứ Sáu, 15/09/2023" or "Friday, 15 September 2023": the form of every deadline. */
export function formatDate(on: string, lang: Lang): string {
  return `${formatWeekday(on, lang)}, ${formatDay(on, lang)}`
}

/** "15/09/2023" or "15 September 2023". */
export function formatDay(on: string, lang: Lang): string {
  const { year, month, day } = partsOf(on)
  return lang === "vi" ? `${two(day)}/${two(month)}/${year}` : `${day}${tie}${months[month - 1]}${tie}${year}`
}

/** "15/09" or "15 Sep": where the year is plain from the place. */
export function formatDayShort(on: string, lang: Lang): string {
  const { month, day } = partsOf(on)
  return lang === "vi" ? `${two(day)}/${two(month)}` : `${day}${tie}${months[month - 1]?.slice(0, 3)}`
}

export function formatWeekday(on: string, lang: Lang): string {
  return weekdays[lang][weekdayOf(on)] ?? ""
}

/** "T6" or "Fri". */
export function formatWeekdayShort(on: string, lang: Lang): string {
  return weekdaysShort[lang][weekdayOf(on)] ?? ""
}

/** "thứ Sáu, 15/09/2023 09:40". Takes an ISO instant or a `Date`. */
export function formatInstant(at: string | Date, lang: Lang): string {
  const local = new Date(new Date(at).getTime() + vietnamOffsetMs).toISOString()
  return `${formatDate(local.slice(0, 10), lang)}${tie}${local.slice(11, 16)}`
}

/** Negative when the day has passed. */
export function daysBetween(today: string, dueOn: string): number {
  return Math.round((utcOf(dueOn) - utcOf(today)) / dayMs)
}

/** "còn 3 ngày", "hôm nay", "trễ 2 ngày". */
export function formatDaysLeft(dueOn: string, today: string, lang: Lang): string {
  const days = daysBetween(today, dueOn)
  if (days === 0) return lang === "vi" ? "hôm nay" : "today"
  const count = formatNumber(Math.abs(days), lang)
  if (lang === "vi") return days > 0 ? `còn${tie}${count}${tie}ngày` : `trễ${tie}${count}${tie}ngày`
  const unit = plural(Math.abs(days), "day", "days")
  return days > 0 ? `${count}${tie}${unit}${tie}left` : `${count}${tie}${unit}${tie}late`
}

/** "1.284" or "1,284"; at most two decimals unless told. */
export function formatNumber(value: number, lang: Lang, decimalsMax = 2): string {
  return numbers(lang, decimalsMax).format(value)
}

/** Of a share between 0 and 1: "62 %" or "62%". A share that is not whole is never rounded up to it. */
export function formatPercent(share: number, lang: Lang): string {
  const percent = share < 1 ? Math.min(99, Math.round(share * 100)) : Math.round(share * 100)
  return lang === "vi" ? `${formatNumber(percent, lang)}${tie}%` : `${formatNumber(percent, lang)}%`
}

/** "1.500.000 đồng" or "VND 1,500,000". */
export function formatMoney(vnd: number, lang: Lang): string {
  const amount = formatNumber(vnd, lang, 0)
  return lang === "vi" ? `${amount}${tie}đồng` : `VND${tie}${amount}`
}

/** "640 KB", "1,5 MB". */
export function formatBytes(bytes: number, lang: Lang): string {
  const units = ["B", "KB", "MB", "GB"] as const
  const power = Math.min(units.length - 1, bytes < 1 ? 0 : Math.floor(Math.log10(bytes) / 3))
  return `${formatNumber(bytes / 1000 ** power, lang, power > 1 ? 1 : 0)}${tie}${units[power]}`
}

/** English needs it; Vietnamese does not. */
export function plural(count: number, one: string, many: string): string {
  return Math.abs(count) === 1 ? one : many
}

const formatters = new Map<string, Intl.NumberFormat>()

function numbers(lang: Lang, decimalsMax: number): Intl.NumberFormat {
  const key = `${lang}${decimalsMax}`
  const known = formatters.get(key)
  if (known !== undefined) return known
  const made = new Intl.NumberFormat(lang === "vi" ? "vi-VN" : "en-GB", {
    maximumFractionDigits: decimalsMax,
  })
  formatters.set(key, made)
  return made
}

function partsOf(on: string): { year: number; month: number; day: number } {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(on)
  if (match === null) throw new Error(`not a local date: "${on}"`)
  return { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) }
}

function utcOf(on: string): number {
  const { year, month, day } = partsOf(on)
  return Date.UTC(year, month - 1, day)
}

function weekdayOf(on: string): number {
  return new Date(utcOf(on)).getUTCDay()
}

function two(value: number): string {
  return String(value).padStart(2, "0")
}
