/** A line of a list of subjects: what it says, or what is wrong with it. Pure. */
import { type Headings, type ListedLine, plainly } from "../../kernel/tables/listed.ts"
import { parseLocalDate } from "../../kernel/time.ts"
import {
  type NewSubject,
  type SubjectFault,
  type SubjectForm,
  type SubjectKind,
  subjectFault,
} from "./subject.ts"

export const registerLinesMax = 1_000

export type RegisterField =
  | "name"
  | "kind"
  | "form"
  | "address"
  | "commune"
  | "taxCode"
  | "licenceNumber"
  | "licenceOn"
  | "licenceUntil"
export const registerHeadings: Headings<RegisterField> = {
  name: ["ten", "ten doi tuong", "ten diem", "ten co so", "ten doanh nghiep", "name"],
  kind: ["loai", "loai doi tuong", "loai hinh", "kind", "type"],
  form: ["hinh thuc", "hinh thuc kinh doanh", "chu the", "form"],
  address: ["dia chi", "dia diem", "address"],
  commune: ["xa", "xa phuong", "xa phuong dac khu", "phuong xa", "dia ban", "commune"],
  taxCode: ["ma so", "ma so thue", "mst", "ma so doanh nghiep", "so dinh danh", "tax code"],
  licenceNumber: ["giay phep", "so giay phep", "giay phep uy quyen", "so hop dong uy quyen", "licence"],
  licenceOn: ["ngay cap", "cap ngay", "licence from"],
  licenceUntil: ["ngay het han", "het han", "het han ngay", "hieu luc den", "licence until"],
}
export const registerNeeds: readonly RegisterField[] = ["name", "kind", "form", "address"]

export type RegisterFault =
  | SubjectFault
  | "noName"
  | "kind"
  | "form"
  | "noAddress"
  | "badDay"
  | "tooLong"
  | "twice"
export type RegisterLine = { line: number; name: string } & ({ draft: NewSubject } | { fault: RegisterFault })

const kindWords: Readonly<Record<SubjectKind, readonly string[]>> = {
  "telecom-enterprise": ["doanh nghiep vien thong", "vien thong"],
  "sim-point": ["diem ban sim", "diem sim", "diem dang ky thue bao", "diem dang ky thue bao ban sim", "sim"],
  "game-point": ["diem tro choi dien tu cong cong", "diem tro choi", "diem game", "tro choi dien tu"],
  "internet-point": ["diem truy nhap internet cong cong", "diem internet", "internet"],
  "licensed-site": ["trang mang xa hoi duoc cap phep", "trang thong tin dien tu", "trang", "mang xa hoi"],
  other: ["doi tuong khac", "khac", "other"],
}
const formWords: Readonly<Record<SubjectForm, readonly string[]>> = {
  enterprise: ["doanh nghiep", "cong ty", "enterprise"],
  household: ["ho kinh doanh", "hkd", "ho", "household"],
  individual: ["ca nhan", "ca nhan kinh doanh", "individual"],
  organisation: ["to chuc", "to chuc khong kinh doanh", "organisation"],
}
const meant = <Key extends string>(
  of: Readonly<Record<Key, readonly string[]>>,
  text: string,
): Key | null => {
  const said = plainly(text.replace(/[,;]/g, " "))
  return (Object.keys(of) as Key[]).find((key) => key === said || of[key].includes(said)) ?? null
}

/** "15/9/2023", "15-09-2023" or "2023-09-15"; null is no day, undefined an empty cell. */
export function dayWritten(text: string): string | null | undefined {
  if (text === "") return undefined
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? []
  if (day === undefined || month === undefined || year === undefined) return parseLocalDate(text)
  return parseLocalDate(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`)
}

export function registerLine(line: ListedLine<RegisterField>): RegisterLine {
  const about = { line: line.line, name: line.of("name").slice(0, 200) }
  const draft = draftOf(line)
  return typeof draft === "string" ? { ...about, fault: draft } : { ...about, draft }
}

function draftOf({ of }: ListedLine<RegisterField>): NewSubject | RegisterFault {
  const [name, address, commune, licenceNumber] = [
    of("name"),
    of("address"),
    of("commune"),
    of("licenceNumber"),
  ]
  if (name === "") return "noName"
  const kind = meant(kindWords, of("kind"))
  if (kind === null) return "kind"
  const form = meant(formWords, of("form"))
  if (form === null) return "form"
  if (address === "") return "noAddress"
  if (name.length > 200 || address.length > 300 || commune.length > 100 || licenceNumber.length > 100)
    return "tooLong"
  const [licenceOn, licenceUntil] = [dayWritten(of("licenceOn")), dayWritten(of("licenceUntil"))]
  if (licenceOn === null || licenceUntil === null) return "badDay"
  const orNull = (text: string) => (text === "" ? null : text)
  const draft: NewSubject = {
    ...{ kind, name, form, address },
    commune: orNull(commune),
    taxCode: orNull(of("taxCode")),
    licenceNumber: orNull(licenceNumber),
    licenceOn: licenceOn ?? null,
    licenceUntil: licenceUntil ?? null,
  }
  return subjectFault(draft) ?? draft
}

/** One shop is one row: the same name of the same kind at the same address. */
export const sameShop = ({ kind, name, address }: Pick<NewSubject, "kind" | "name" | "address">) =>
  `${kind}\n${name}\n${address}`

/** A shop that stands twice in the file is taken once, each later line is told; so is one that is in the register already. */
export function shopsOnce(lines: readonly RegisterLine[], there: ReadonlySet<string>): RegisterLine[] {
  const seen = new Set(there)
  return lines.map((one) => {
    if ("fault" in one) return one
    const key = sameShop(one.draft)
    if (seen.has(key)) return { line: one.line, name: one.name, fault: "twice" }
    seen.add(key)
    return one
  })
}
