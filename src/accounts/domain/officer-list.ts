/** A list of officers: what a line says, or what is wrong with it. Pure: what the body already has is given. */
import type { Role } from "../../kernel/http/env.ts"
import { type Headings, type ListedLine, plainly } from "../../kernel/tables/listed.ts"

export const linesMax = 300
export const listBytesMax = 2_000_000
/** Titles and blank lines count too. */
export const rowsMax = 1_000
export const columnsMax = 40
const rolesMax = 3

export type ListField = "name" | "title" | "unit" | "roles" | "email" | "body"
export const needed: readonly ListField[] = ["name", "roles", "email"]
export const headings: Headings<ListField> = {
  name: ["ho va ten*", "ho ten*", "ten can bo", "can bo", "full name", "name", "officer"],
  title: ["chuc vu*", "chuc danh*", "vi tri*", "title", "post", "position"],
  unit: ["don vi", "phong*", "phong ban*", "bo phan*", "unit", "division", "department"],
  roles: ["vai tro*", "quyen*", "role*", "roles"],
  email: ["thu dien tu*", "email*", "e-mail*", "mail", "dia chi thu*", "hop thu*"],
  body: ["co quan*", "co quan don vi", "body", "agency"],
}

/** How offices write the roles. A word of two meanings ("cán bộ") is the one that may do less. */
const roleNames: Readonly<Record<Role, readonly string[]>> = {
  clerk: ["van thu", "can bo van thu", "clerk", "tong hop"],
  officer: ["chuyen vien", "can bo", "thu ly", "dau moi", "officer", "thanh tra vien", "nhan vien"],
  leader: ["lanh dao", "truong", "pho", "giam doc", "chu tich", "leader", "head"],
  administrator: ["quan tri", "quan tri vien", "nguoi quan tri", "administrator", "admin"],
  observer: ["theo doi", "chi xem", "quan sat", "observer", "viewer"],
}

export type Wanted = {
  line: number
  name: string
  title: string
  /** As typed, found among the body's units. */
  unit: string
  unitId: string | null
  roles: Role[]
  email: string
  bodyId: string
  bodyName: string
}
export type LineFault =
  | "noName"
  | "noEmail"
  | "noRole"
  | "roleUnknown"
  | "tooManyRoles"
  | "unitUnknown"
  | "bodyUnknown"
  | "elsewhere"
  | "twice"
  | "tooLong"
/** `given`: it has the post or an open invitation already, and nothing is asked for it. */
export type OfficerLine =
  | { at: "wanted"; wanted: Wanted; given: Role[] }
  | { at: "known"; wanted: Wanted }
  | { at: "wrong"; line: number; shown: string; fault: LineFault; said: string }

/** What the body has on the day: an address is compared in small letters, names as a person compares them. */
export type Surroundings = {
  own: { id: string; name: string }
  units: readonly { id: string; name: string }[]
  /** Bodies whose administrator may be invited from here; none for whoever keeps only their own body. */
  elsewhere: readonly { id: string; name: string }[]
  has(wanted: { email: string; role: Role; bodyId: string }): boolean
}

export function readOfficers(
  lines: readonly ListedLine<ListField>[],
  around: Surroundings,
): readonly OfficerLine[] {
  const seen = new Set<string>()
  return lines.map((line) => {
    const read = readOfficer(line, around)
    if ("fault" in read) return { at: "wrong", line: line.line, ...read }
    const key = `${read.email} ${read.bodyId}`
    if (seen.has(key))
      return { at: "wrong", line: line.line, shown: read.name, fault: "twice", said: read.email }
    seen.add(key)
    const given = read.roles.filter((role) => around.has({ ...read, role }))
    const wanted = { ...read, roles: read.roles.filter((role) => !given.includes(role)) }
    return wanted.roles.length === 0 ? { at: "known", wanted: read } : { at: "wanted", wanted, given }
  })
}

type Fault = { fault: LineFault; shown: string; said: string }

function readOfficer({ line, of }: ListedLine<ListField>, around: Surroundings): Wanted | Fault {
  const name = of("name")
  const email = of("email").toLowerCase()
  const wrong = (fault: LineFault, said = "") => ({
    fault,
    said: said.slice(0, 80),
    shown: (name === "" ? email : name).slice(0, 80),
  })
  if (name === "") return wrong("noName")
  if (name.length > 120 || of("title").length > 160 || email.length > 254) return wrong("tooLong")
  if (!/^[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@,;<>]+$/.test(email)) return wrong("noEmail", of("email"))
  const roles = rolesIn(of("roles"))
  if ("unknown" in roles) return wrong(roles.unknown === "" ? "noRole" : "roleUnknown", roles.unknown)
  if (roles.roles.length > rolesMax) return wrong("tooManyRoles")
  const body = named(of("body"), [around.own, ...around.elsewhere], around.own)
  if (body === null) return wrong("bodyUnknown", of("body"))
  const isElsewhere = body.id !== around.own.id
  if (isElsewhere && roles.roles.some((role) => role !== "administrator"))
    return wrong("elsewhere", body.name)
  const none: { id: string | null; name: string } = { id: null, name: "" }
  const unit = isElsewhere ? none : named(of("unit"), around.units, none)
  if (unit === null) return wrong("unitUnknown", of("unit"))
  const title = of("title") === "" ? of("roles") : of("title")
  const where = { unit: unit.name, unitId: unit.id, bodyId: body.id, bodyName: body.name }
  return { line, name, email, title, roles: roles.roles, ...where }
}

function named<One extends { name: string }>(typed: string, among: readonly One[], none: One): One | null {
  if (typed === "") return none
  return among.find(({ name }) => plainly(name) === plainly(typed)) ?? null
}

/** One role or several, divided by comma, semicolon, stroke, plus or "và". */
function rolesIn(typed: string): { roles: Role[] } | { unknown: string } {
  const roles = new Set<Role>()
  const parts = typed.split(/[,;/+]| và | and /i).filter((part) => part.trim() !== "")
  if (parts.length === 0) return { unknown: "" }
  for (const part of parts) {
    const role = roleOf(plainly(part))
    if (role === null) return { unknown: part.trim() }
    roles.add(role)
  }
  return { roles: [...roles] }
}

function roleOf(name: string): Role | null {
  const all = Object.entries(roleNames) as [Role, readonly string[]][]
  return all.find(([, names]) => names.includes(name))?.[0] ?? null
}
