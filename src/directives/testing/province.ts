/** A small fictional province for tests: one issuer, three bodies, one stranger, each with an officer. */

import type { House } from "../../kernel/house.ts"
import type { Desk, Role } from "../../kernel/http/env.ts"
import type { TestDatabase } from "../../kernel/testing/database.ts"
import type { DirectivePlan } from "../plan.ts"

const id = (last: string) => `01890000-0000-7000-8000-${last.padStart(12, "0")}`

export const bodies = {
  office: { id: id("b1"), name: "Văn phòng UBND tỉnh Mẫu", kind: "province-office" },
  culture: { id: id("b2"), name: "Sở Văn hóa tỉnh Mẫu", kind: "department" },
  hub: { id: id("b3"), name: "Sở Thông tin tỉnh Mẫu", kind: "department" },
  district: { id: id("b4"), name: "UBND huyện Mẫu", kind: "district-committee" },
  stranger: { id: id("b5"), name: "Doanh nghiệp Ngoài Cuộc", kind: "enterprise" },
} as const
export type BodyKey = keyof typeof bodies

export const officers = {
  office: { id: id("a1"), name: "Đào Thị Văn Thư", role: "clerk" },
  culture: { id: id("a2"), name: "Lê Thị Chuyên Viên", role: "officer" },
  hub: { id: id("a3"), name: "Trần Văn Đầu Mối", role: "officer" },
  district: { id: id("a4"), name: "Phạm Văn Huyện", role: "officer" },
  stranger: { id: id("a5"), name: "Ngô Người Ngoài", role: "officer" },
} as const satisfies Record<BodyKey, { id: string; name: string; role: Role }>

export async function peopleIn(db: TestDatabase): Promise<void> {
  for (const [key, body] of Object.entries(bodies)) {
    const officer = officers[key as BodyKey]
    await db.admin("insert into bodies (id, slug, name, kind) values ($1, $2, $3, $4)", [
      body.id,
      key,
      body.name,
      body.kind,
    ])
    await db.admin("insert into officers (id, full_name, email) values ($1, $2, $3)", [
      officer.id,
      officer.name,
      `${key}@mau.example`,
    ])
    await db.admin(
      "insert into posts (id, officer_id, body_id, title, role) values ($1, $2, $3, 'Chuyên viên', $4)",
      [officer.id.replace("8000", "8001"), officer.id, body.id, officer.role],
    )
  }
}

/** The desk of that body's officer, over the test's database. */
export function deskAt(db: TestDatabase, key: BodyKey, filesDir = ""): Desk {
  const body = bodies[key]
  const officer = officers[key]
  const house = {
    db,
    keys: db.keys,
    clock: db.clock,
    filesDir,
    config: { smtpUrl: null, mailFrom: "lienphong@mau.example", demo: true, publicUrl: null },
  } as unknown as House
  return {
    house,
    officer: {
      sessionId: id("51"),
      officerId: officer.id,
      name: officer.name,
      bodyId: body.id,
      bodyName: body.name,
      bodyKind: body.kind,
      unitId: null,
      postId: officer.id.replace("8000", "8001"),
      title: "Chuyên viên",
      role: officer.role,
      isLead: key === "hub",
      keepsChart: key === "office",
    },
    who: { officerId: officer.id, bodyId: body.id, requestId: "test-request" },
  }
}

type PlanTask = DirectivePlan["clauses"][number]["tasks"][number]
export const planTask = (more: Partial<PlanTask> = {}): PlanTask => ({
  path: "1.1",
  text: "Tăng cường tuần tra, ngăn chặn hành vi lừa đảo qua mạng",
  span: null,
  ownAddressees: [],
  deadlineWords: "trước ngày 20/9/2023",
  dueOn: "2023-09-20",
  periodic: null,
  lead: [],
  coordinateWith: [],
  bodies: [bodies.culture.id, bodies.district.id],
  ...more,
})

/** Two clauses, three tasks, five assignments: culture 2, district 2, hub 1; the hub coordinates 1.1. */
export function samplePlan(more: Partial<DirectivePlan> = {}): DirectivePlan {
  return {
    letter: {
      issuer: "UBND tỉnh Mẫu",
      number: "1234",
      symbol: "UBND-KGVX",
      dateOn: "2023-07-15",
      issuedOn: "2023-07-15",
      kind: "công văn",
      subject: "tăng cường phòng, chống tội phạm trong lĩnh vực thông tin và truyền thông",
      addressees: ["Các sở, ban, ngành"],
      references: [{ number: "841/BC-STTTT", date: "2023-07-03", issuer: "Sở Thông tin" }],
      recipients: ["Như trên", "Lưu: VT"],
      signer: { authority: "KT. CHỦ TỊCH", position: "PHÓ CHỦ TỊCH", name: "Nguyễn Văn Ký" },
    },
    original: null,
    normalizedText: "1. Các sở, ban, ngành…",
    clauses: [
      {
        path: "1",
        heading: "Các sở, ban, ngành; UBND huyện",
        tasks: [
          planTask({ coordinateWith: [{ bodyId: bodies.hub.id }, { text: "cơ quan chức năng" }] }),
          planTask({ path: "1.2", text: "Tuyên truyền tại Đắk Lắk", dueOn: null, deadlineWords: null }),
        ],
      },
      {
        path: "2",
        heading: "Sở Thông tin",
        tasks: [
          planTask({
            path: "2.1",
            text: "Báo cáo kết quả hằng quý",
            dueOn: null,
            periodic: { every: "quarter", dueMonth: 3, dueDay: 25, until: null },
            lead: [bodies.hub.id],
            bodies: [bodies.hub.id],
          }),
        ],
      },
    ],
    ...more,
  }
}
