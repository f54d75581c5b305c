/** Measures: who may ask whom for what, by date (law-2023-2026, 5e), from the least that helps to the most. Pure. */
export const measures = ["correct", "label", "limit", "remove", "lock", "remove-24h", "remove-6h"] as const
export type Measure = (typeof measures)[number]

export type Ground = {
  id: string
  name: { vi: string; en: string }
  law: string
  article: string
  from: string
  until: string | null
  verified: "yes" | "no"
  emergency: "child" | "fraud" | null
}

export const groundsOn = (grounds: readonly Ground[], on: string): Ground[] =>
  grounds.filter(({ from, until }) => from <= on && (until === null || on <= until))

/** The rule by which a measure has a legal term on that day; null where the law gives none: then we ask for a day and say that it is ours. */
export function ruleOf(measure: Measure, on: string): string | null {
  switch (measure) {
    case "lock":
      return on >= "2024-12-25" ? "GO-KHOA-24H" : null
    case "remove-24h":
      return on >= "2026-07-01" ? "GO-24H-ANM2025" : "GO-24H-ANM2018"
    case "remove-6h":
      return on >= "2026-07-01" ? "GO-6H-ANM2025" : null
    case "correct":
    case "label":
    case "limit":
    case "remove":
      return null
  }
}

export const needsPolice = (measure: Measure): boolean => measure === "remove-24h" || measure === "remove-6h"

/** Days in which we ask to be answered, where no law says one. */
export const askedDays = 5

export type Counted = { url: string; on: string }
export type MeasureFault =
  | "notYetLaw"
  | "police"
  | "notCounted"
  | "lesser"
  | "userData"
  | "emergency"
  | "child"

export type Asked = {
  measure: Measure
  lesser: string | null
  proportionality: string
  counted: readonly Counted[]
  signsPolice: boolean
  emergency: "child" | "fraud" | null
  ground: Ground
  commune: string | null
  communeHow: string | null
}

export function measureFault(asked: Asked, on: string): MeasureFault | null {
  const { measure, emergency, ground } = asked
  if ((measure === "lock" || measure === "remove-6h") && ruleOf(measure, on) === null) return "notYetLaw"
  if (needsPolice(measure) && !asked.signsPolice) return "police"
  if (measure === "lock" && !isCountedOften(asked.counted, on)) return "notCounted"
  if (measure !== "correct" && asked.lesser === null) return "lesser"
  if (!asked.signsPolice && asksUserData([asked.lesser ?? "", asked.proportionality].join("\n")))
    return "userData"
  if (emergency !== null && ground.emergency !== emergency) return "emergency"
  if (emergency === "child" && (asked.commune === null || asked.communeHow === null)) return "child"
  return null
}

/** "ít nhất 05 lần trong thời gian 30 ngày hoặc ít nhất 10 lần trong thời gian 90 ngày" (NĐ 147/2024/NĐ-CP, Điều 35 khoản 7). */
export function isCountedOften(counted: readonly Counted[], on: string): boolean {
  const within = (days: number) =>
    new Set(
      counted
        .filter((one) => one.on <= on && daysBefore(one.on, on) < days)
        .map(({ url, on: day }) => `${url}\n${day}`),
    ).size
  return within(30) >= 5 || within(90) >= 10
}
const daysBefore = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

/** One a line: the address, then the day ("2026-11-02" or "02/11/2026"). Null where a line is neither. */
export function countedIn(text: string): Counted[] | null {
  const counted: Counted[] = []
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === "") continue
    const read = /^(\S{8,2000})\s+(?:(\d{4})-(\d{2})-(\d{2})|(\d{2})\/(\d{2})\/(\d{4}))$/.exec(line.trim())
    if (read === null || counted.length >= 100) return null
    const [, url = "", y1, m1, d1, d2, m2, y2] = read
    counted.push({ url, on: `${y1 ?? y2}-${m1 ?? m2}-${d1 ?? d2}` })
  }
  return counted
}

/** Data of users are asked for by the police alone (Luật An ninh mạng): a department's words that ask for them are sent back. */
export function asksUserData(text: string): boolean {
  const plain = text.toLocaleLowerCase("vi").normalize("NFC")
  return /(?:cung cấp|cho biết|gửi|xác định|yêu cầu)[^.\n]{0,60}(?:danh tính|họ tên|số điện thoại|địa chỉ ip|thông tin (?:người dùng|chủ tài khoản|cá nhân|đăng ký)|căn cước|thư điện tử)[^.\n]{0,60}(?:chủ tài khoản|người dùng|người đăng|tài khoản|truy cập)|(?:thông tin|dữ liệu) (?:người dùng|chủ tài khoản)/.test(
    plain,
  )
}
