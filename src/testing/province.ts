/**
 * The one fictional province of all tests: seven bodies, and people known by their first name.
 *
 * Ids are fixed, so that a failure reads the same twice. A slice's own `testing/` adds the records of that slice, never
 * another province. Tests of pages sign people in (`signedIn`), tests of actions sit them at a desk (`deskOf`).
 */
import { type Signed, signInAs } from "../accounts/testing.ts"
import type { House } from "../kernel/house.ts"
import type { Desk, Role } from "../kernel/http/env.ts"
import type { TestDatabase } from "../kernel/testing/database.ts"
import { houseOf } from "../kernel/testing/house.ts"

const id = (last: string) => `01890000-0000-7000-8000-${last.padStart(12, "0")}`

type Body = { id: string; name: string; kind: string; isLead: boolean; keepsChart: boolean }
const body = (last: string, kind: string, name: string): Body => {
  return { id: id(last), name, kind, isLead: false, keepsChart: false }
}

/** Its slug is its key. `hub` is the lead department, `stranger` has to do with nothing that the others do. */
export const bodies = {
  office: { ...body("b1", "province-office", "Văn phòng UBND tỉnh Mẫu"), keepsChart: true },
  culture: body("b2", "department", "Sở Văn hóa tỉnh Mẫu"),
  hub: { ...body("b3", "department", "Sở Thông tin tỉnh Mẫu"), isLead: true },
  district: body("b4", "district-committee", "UBND huyện Mẫu"),
  stranger: body("b5", "department", "Sở Ngoài Cuộc"),
  police: body("b6", "police", "Công an tỉnh Mẫu"),
  telco: body("b7", "enterprise", "Viễn thông Mẫu"),
} as const
export type BodyKey = keyof typeof bodies

/** `title`: the post that may sanction; absent: the role stands for it. */
type Person = { id: string; body: BodyKey; role: Role; name: string; title?: string }

export const people = {
  lan: { id: id("a1"), body: "hub", role: "leader", name: "Nguyễn Thị Lan", title: "Chánh Thanh tra Sở" },
  minh: { id: id("a2"), body: "hub", role: "officer", name: "Trần Văn Minh" },
  hoa: { id: id("a3"), body: "hub", role: "clerk", name: "Phạm Thị Hoa" },
  son: { id: id("a4"), body: "police", role: "leader", name: "Đỗ Văn Sơn" },
  cong: { id: id("a5"), body: "police", role: "officer", name: "Phạm Văn Công" },
  tam: { id: id("a6"), body: "telco", role: "officer", name: "Lê Thị Tâm" },
  van: { id: id("a7"), body: "culture", role: "officer", name: "Lê Thị Vân" },
  thu: { id: id("a8"), body: "office", role: "clerk", name: "Đào Thị Thư" },
  huyen: { id: id("a9"), body: "district", role: "officer", name: "Phạm Văn Huyện" },
  ngoai: { id: id("aa"), body: "stranger", role: "leader", name: "Ngô Người Ngoài" },
} as const satisfies Record<string, Person>
export type PersonKey = keyof typeof people

const keysOf = <K extends string>(of: Record<K, unknown>) => Object.keys(of) as K[]
export const bodyKeys = keysOf(bodies)
export const personKeys = keysOf(people)

const emailOf = (key: PersonKey) => `${key}@mau.example`
const postOf = (officerId: string) => officerId.replace("8000", "8001")

/** All bodies and people as rows. Nobody is signed in; twice changes nothing. */
export async function peopleIn(db: TestDatabase): Promise<void> {
  for (const key of bodyKeys) {
    const { id: bodyId, name, kind, isLead, keepsChart } = bodies[key]
    await db.admin(
      `insert into bodies (id, slug, name, kind, is_lead, keeps_chart) values ($1, $2, $3, $4, $5, $6)
       on conflict do nothing`,
      [bodyId, key, name, kind, isLead, keepsChart],
    )
  }
  for (const key of personKeys) {
    const person: Person = people[key]
    const email = emailOf(key)
    await db.admin("insert into officers (id, full_name, email) values ($1, $2, $3) on conflict do nothing", [
      person.id,
      person.name,
      email,
    ])
    await db.admin(
      "insert into posts (id, officer_id, body_id, title, role) values ($1, $2, $3, $4, $5) on conflict do nothing",
      [postOf(person.id), person.id, bodies[person.body].id, person.title ?? person.role, person.role],
    )
  }
}

/** What an action receives from that person. */
export function deskOf(house: House, key: PersonKey): Desk {
  const person: Person = people[key]
  const { id: bodyId, name: bodyName, kind: bodyKind, isLead, keepsChart } = bodies[person.body]
  return {
    house,
    officer: {
      sessionId: id("51"),
      officerId: person.id,
      name: person.name,
      bodyId,
      bodyName,
      bodyKind,
      unitId: null,
      postId: postOf(person.id),
      title: person.title ?? person.role,
      role: person.role,
      isLead,
      keepsChart,
    },
    who: { officerId: person.id, bodyId, requestId: "test-request" },
  }
}

export type Desks = Record<PersonKey, Desk>

/** Everybody at their desk in that house; their rows are made. */
export async function desksIn(db: TestDatabase, house: House = houseOf(db)): Promise<Desks> {
  await peopleIn(db)
  return Object.fromEntries(personKeys.map((key) => [key, deskOf(house, key)])) as Desks
}

/** That person with a session, for requests to the app; asked twice it is the same officer. */
export async function signedIn(db: TestDatabase, key: PersonKey, password?: string): Promise<Signed> {
  await peopleIn(db)
  const { body: bodySlug, role, name } = people[key]
  const person = { bodySlug, role, name, email: emailOf(key) }
  return signInAs(db, password === undefined ? person : { ...person, password })
}
