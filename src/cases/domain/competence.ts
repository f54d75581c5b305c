/**
 * Who may sanction, as a fact about the post of whoever signs. How much each post may fine is printed since NĐ 174/2026
 * (`data/competence.csv`); before, and for acts that other decrees still punish, the post is known by its kind and the
 * amount is "unread": a legal officer holds it against the text and says so under their own name. Nothing is invented.
 */
import { isInForce } from "../../kernel/calendar/rules.ts"
import type { LocalDate } from "../../kernel/time.ts"
import type { Range, Violation, Whose } from "./fines.ts"

export const posts = [
  "inspector",
  "team-head",
  "chief-inspector",
  "science-head",
  "culture-head",
  "commune-chair",
  "district-chair",
  "province-chair",
  "police-officer",
  "police-team-head",
  "commune-police-head",
  "district-police-head",
  "police-division-head",
  "province-police-head",
] as const
export type Post = (typeof posts)[number]

/** A row of `data/competence.csv`; `limit` in đồng, of an organisation. */
export type Power = {
  post: string
  area: string
  limit: number
  basis: string
  inForceFrom: LocalDate
  inForceTo: LocalDate | null
  verified: boolean
}

/** `limit`: the most that the post may fine this kind of offender, in đồng. */
export type Competence =
  | { is: "yes"; limit: number }
  | { is: "unread" }
  | { is: "no"; why: "post" | "area" | "ended" }
  | { is: "no"; why: "amount"; limit: number }

export type Asked = {
  violation: Violation
  post: Post
  /** The day of the decision. */
  on: LocalDate
  whose: Whose
  /** The band for this offender; null: not known, and no amount can be compared. */
  range: Range | null
}

/** Luật Thanh tra 84/2025 and the organisation of local government in two levels. */
const endedOn: Partial<Record<Post, LocalDate>> = {
  inspector: "2025-07-01",
  "team-head": "2025-07-01",
  "chief-inspector": "2025-07-01",
  "district-chair": "2025-07-01",
  "district-police-head": "2025-07-01",
}
/** Heads of departments sanction since Luật 88/2025 and NĐ 189/2025, never before. */
const begunOn: Partial<Record<Post, LocalDate>> = {
  "science-head": "2025-07-01",
  "culture-head": "2025-07-01",
}

export function competenceOf(asked: Asked, powers: readonly Power[]): Competence {
  const { post, on, violation } = asked
  const [begun, ended] = [begunOn[post], endedOn[post]]
  if (begun !== undefined && on < begun) return { is: "no", why: "post" }
  if (ended !== undefined && on >= ended) return { is: "no", why: "ended" }
  return isPrinted(violation) ? byDecree(asked, powers) : byKind(asked)
}

const isPrinted = ({ law }: Violation) => law.startsWith("NĐ 174/2026")

/** The upper end of the band is compared with what the post may fine; an individual's half stands against half (NĐ 174/2026 Đ4.4). */
function byDecree({ violation, post, on, whose, range }: Asked, powers: readonly Power[]): Competence {
  const own = powers.filter((power) => postNames[post].test(power.post) && isInForce(power, on))
  if (own.length === 0) return { is: "no", why: "post" }
  const area = areaOfViolation(violation)
  const power = own.find((one) => covers[area].includes(areaOf(one.area)))
  if (power !== undefined) return within(power.limit, whose, range)
  // A post with power over telecommunications has a postal limit as well; where the list lacks it, nobody guesses.
  const hasOther = area === "post" && own.some((one) => areaOf(one.area) === "telecom")
  return hasOther ? { is: "unread" } : { is: "no", why: "area" }
}

function within(limitOfOrganisation: number, whose: Whose, range: Range | null): Competence {
  const limit = whose === "organisation" ? limitOfOrganisation : limitOfOrganisation / 2
  return range !== null && range.max > limit ? { is: "no", why: "amount", limit } : { is: "yes", limit }
}

type Area = "telecom" | "post" | "content"
/** Content is a part of telecommunications and IT: whoever fines for the whole fines for it. */
const covers: Readonly<Record<Area, readonly Area[]>> = {
  telecom: ["telecom"],
  post: ["post"],
  content: ["content", "telecom"],
}
const areaOf = (area: string): Area =>
  /^bưu chính/.test(area) ? "post" : /^thông tin trên mạng/.test(area) ? "content" : "telecom"

/** Postal rows name the limit of 64 million; content is section 2 of chapter VI, Đ92 to Đ101 (NĐ 174/2026). */
function areaOfViolation({ competent, article }: Violation): Area {
  if (/GĐ Sở KH&CN đến 64 triệu/.test(competent)) return "post"
  const number = Number(/^Đ(\d+)/.exec(article)?.[1] ?? 0)
  return number >= 92 && number <= 101 ? "content" : "telecom"
}

function byKind({ violation, post }: Asked): Competence {
  return kinds.some(([of, named]) => of.includes(post) && named.test(violation.competent))
    ? { is: "unread" }
    : { is: "no", why: "post" }
}

/** The words by which a row of violations names each kind of post. */
const kinds: readonly (readonly [readonly Post[], RegExp])[] = [
  [["inspector", "team-head", "chief-inspector"], /thanh tra chuyên ngành/i],
  [["commune-chair", "district-chair", "province-chair"], /chủ tịch ubnd/i],
  [
    [
      "police-officer",
      "police-team-head",
      "commune-police-head",
      "district-police-head",
      "police-division-head",
      "province-police-head",
    ],
    /công an/i,
  ],
  // Whoever takes over the task of an inspectorate takes over its power (Luật 88/2025 Đ53).
  [["science-head", "culture-head"], /thanh tra chuyên ngành/i],
]

/** The names of `data/competence.csv`; a post that is not there had no power printed. */
const postNames: Readonly<Record<Post, RegExp>> = {
  inspector: /^Thanh tra viên$/,
  "team-head": /^Trưởng đoàn thanh tra$/,
  "chief-inspector": /^Chánh Thanh tra/,
  "science-head": /^Giám đốc Sở Khoa học/,
  "culture-head": /^Giám đốc Sở Văn hóa/,
  "commune-chair": /^Chủ tịch UBND cấp xã/,
  "district-chair": /^Chủ tịch UBND cấp huyện/,
  "province-chair": /^Chủ tịch UBND cấp tỉnh/,
  "police-officer": /^Chiến sĩ Công an/,
  "police-team-head": /^Trưởng đồn, Đội trưởng/,
  "commune-police-head": /^Trưởng Công an cấp xã/,
  "district-police-head": /^Trưởng Công an cấp huyện/,
  "police-division-head": /^Trưởng phòng Công an cấp tỉnh/,
  "province-police-head": /^Giám đốc Công an cấp tỉnh/,
}

/** "Phó Chánh Thanh tra Sở": signs in the head's stead, with the decision that gives the power (Luật XLVPHC Đ54). */
export const deputyOf = (title: string): boolean => /^phó\s/iu.test(title.trim())

/**
 * The post that a title is, or stands in for; null: nobody who may sanction. Who acts as head ("Quyền …") has the head's power;
 * of two posts in one title ("Giám đốc, kiêm Chánh Thanh tra") the first that sanctions.
 */
export function postOf(title: string, body: { kind: string; name: string }): Post | null {
  const posts = title.split(/\s*(?:[,;]\s*(?:kiêm\s+)?|\skiêm\s+)/iu).map((one) => oneOf(headOf(one), body))
  return posts.find((post) => post !== null) ?? null
}

/** "Phó Chủ tịch Thường trực UBND xã" stands in for "Chủ tịch UBND xã", "Q.Giám đốc" is "Giám đốc". */
const headOf = (title: string) =>
  title
    .trim()
    .replace(/^(?:phó\s+|quyền\s+|q\.\s*)/iu, "")
    .replace(/\s+(?:thường trực|phụ trách)(?!\p{L})/iu, "")

const withChair = ["province-committee", "province-office", "district-committee", "commune-committee"]

function oneOf(head: string, body: { kind: string; name: string }): Post | null {
  if (body.kind === "police") return policePostOf(head, body.name)
  if (/^chánh thanh tra/iu.test(head)) return "chief-inspector"
  if (/^trưởng đoàn thanh tra/iu.test(head)) return "team-head"
  if (/^thanh tra viên/iu.test(head)) return "inspector"
  // The chairman of the committee, and of nothing else that has one: a people's council, a union, a front.
  if (/^chủ tịch(?: (?:ubnd|[ủu][ỷy] ban nhân dân)(?!\p{L}).*)?$/iu.test(head))
    return withChair.includes(body.kind) ? chairOf(`${head} ${body.name}`) : null
  // The head of the department, not of a centre under it.
  if (!/^giám đốc(?: sở(?!\p{L}).*)?$/iu.test(head) || body.kind !== "department") return null
  if (/khoa học và công nghệ/iu.test(body.name)) return "science-head"
  return /văn hóa/iu.test(body.name) ? "culture-head" : null
}

function policePostOf(head: string, name: string): Post | null {
  if (/^giám đốc(?: công an(?!\p{L}).*)?$/iu.test(head)) return "province-police-head"
  if (/^trưởng phòng/iu.test(head)) return "police-division-head"
  if (/^(đội trưởng|trưởng đồn)/iu.test(head)) return "police-team-head"
  if (/^chiến sĩ/iu.test(head)) return "police-officer"
  if (!/^trưởng công an/iu.test(head)) return null
  const where = `${head} ${name}`
  if (/xã|phường|đặc khu/iu.test(where)) return "commune-police-head"
  return /huyện|quận|thị xã|thành phố/iu.test(where) ? "district-police-head" : null
}

function chairOf(where: string): Post | null {
  if (/xã|phường|thị trấn|đặc khu/iu.test(where) && !/thị xã/iu.test(where)) return "commune-chair"
  if (/huyện|quận|thị xã/iu.test(where)) return "district-chair"
  return /tỉnh|thành phố/iu.test(where) ? "province-chair" : null
}
