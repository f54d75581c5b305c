/** Letters of the province of tests: what they ask of whom. */
import type { Desk } from "../../kernel/http/env.ts"
import type { TestDatabase } from "../../kernel/testing/database.ts"
import { houseOf } from "../../kernel/testing/house.ts"
import { type BodyKey, bodies, deskOf, type PersonKey } from "../../testing/province.ts"
import type { DirectivePlan } from "../plan.ts"

export { type BodyKey, bodies, peopleIn } from "../../testing/province.ts"

/** Who works on letters at each body. */
const handlers = {
  office: "thu",
  culture: "van",
  hub: "minh",
  district: "huyen",
  stranger: "ngoai",
  police: "cong",
  telco: "tam",
} as const satisfies Record<BodyKey, PersonKey>

const houses = new WeakMap<TestDatabase, ReturnType<typeof houseOf>>()

/** The desk of that body's officer, over the test's database. */
export function deskAt(db: TestDatabase, key: BodyKey): Desk {
  const house = houses.get(db) ?? houseOf(db)
  houses.set(db, house)
  return deskOf(house, handlers[key])
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
