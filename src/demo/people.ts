/** The people of the demo. All names are invented; addresses end in `.example` and reach nobody. */
import { createOfficer } from "../accounts/index.ts"
import { asJob } from "../kernel/db/database.ts"
import type { House } from "../kernel/house.ts"
import type { Role } from "../kernel/http/env.ts"

/** Printed at start. Anyone who can open the demo may read it, so that nothing real may be put there. */
export const demoPassword = "hung yen binh yen 2023"

export type DemoPerson = {
  email: string
  name: string
  bodySlug: string
  role: Role
  title: string
  /** The journey of `docs/journeys.md` that begins with this person. */
  journey: string
}

export const demoPeople: readonly DemoPerson[] = [
  {
    email: "vanthu@vpubnd.example",
    name: "Đào Thị Thư",
    bodySlug: "van-phong-ubnd-tinh",
    role: "clerk",
    title: "Văn thư",
    journey: "1 · giao việc từ văn bản",
  },
  {
    email: "chuyenvien@soyte.example",
    name: "Lê Thị Lan",
    bodySlug: "so-y-te",
    role: "officer",
    title: "Chuyên viên",
    journey: "2 · làm một nhiệm vụ",
  },
  {
    email: "vanphong@vanlam.example",
    name: "Nguyễn Văn Huyện",
    bodySlug: "ubnd-huyen-van-lam",
    role: "officer",
    title: "Chuyên viên Phòng VHTT",
    journey: "2 · cấp huyện",
  },
  {
    email: "vanthu@sotttt.example",
    name: "Mai Thị Sổ",
    bodySlug: "so-thong-tin-va-truyen-thong",
    role: "clerk",
    title: "Văn thư",
    journey: "8 · cấp số, phát hành",
  },
  {
    email: "giamdocso@sotttt.example",
    name: "Vũ Văn Đứng",
    bodySlug: "so-thong-tin-va-truyen-thong",
    role: "leader",
    title: "Giám đốc",
    journey: "8 · ký báo cáo",
  },
  {
    email: "chanhthanhtra@sotttt.example",
    name: "Hà Văn Chánh",
    bodySlug: "so-thong-tin-va-truyen-thong",
    role: "leader",
    title: "Chánh Thanh tra Sở",
    journey: "4 · ký quyết định xử phạt",
  },
  {
    email: "daumoi@sotttt.example",
    name: "Trần Văn Đầu",
    bodySlug: "so-thong-tin-va-truyen-thong",
    role: "officer",
    title: "Chuyên viên Phòng BCVT-CNTT",
    journey: "4 · từ tin báo đến vụ việc",
  },
  {
    email: "giamdoc@sotttt.example",
    name: "Phạm Thị Giám",
    bodySlug: "so-thong-tin-va-truyen-thong",
    role: "leader",
    title: "Phó Giám đốc",
    journey: "4 · ghi quyết định, chuyển hồ sơ",
  },
  {
    email: "dieutra@congan.example",
    name: "Vũ Văn Tra",
    bodySlug: "cong-an-tinh",
    role: "officer",
    title: "Điều tra viên",
    journey: "5 · nhận hồ sơ",
  },
  {
    email: "lanhdao@congan.example",
    name: "Đặng Văn Trưởng",
    bodySlug: "cong-an-tinh",
    role: "leader",
    title: "Trưởng phòng An ninh mạng và phòng, chống tội phạm sử dụng công nghệ cao",
    journey: "5 · tạm đình chỉ, phục hồi, kéo dài",
  },
  {
    email: "anninh@viettel.example",
    name: "Hoàng Văn Mạng",
    bodySlug: "viettel-hung-yen",
    role: "officer",
    title: "Phụ trách an ninh mạng",
    journey: "6 · doanh nghiệp",
  },
  {
    email: "lanhdao@ubnd.example",
    name: "Bùi Thị Lãnh",
    bodySlug: "van-phong-ubnd-tinh",
    role: "leader",
    title: "Phó Chủ tịch UBND tỉnh",
    journey: "8 · xem toàn cảnh, ký văn bản chỉ đạo",
  },
  {
    email: "chutich@ubnd.example",
    name: "Lê Văn Chủ",
    bodySlug: "van-phong-ubnd-tinh",
    role: "leader",
    title: "Chủ tịch UBND tỉnh",
    journey: "8 · xem toàn cảnh",
  },
  {
    email: "quantri@vpubnd.example",
    name: "Đỗ Văn Trị",
    bodySlug: "van-phong-ubnd-tinh",
    role: "administrator",
    title: "Quản trị hệ thống",
    journey: "11 · ngày sắp xếp",
  },
]

const family = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Ngô"]
const middle = ["Văn", "Thị", "Minh", "Thu", "Quốc", "Ngọc"]
const given = [
  "An",
  "Bình",
  "Chi",
  "Dung",
  "Giang",
  "Hà",
  "Khánh",
  "Linh",
  "Nam",
  "Phúc",
  "Quỳnh",
  "Sơn",
  "Thảo",
  "Vinh",
]

/** Somebody invented for each body, always the same. */
export function inventedName(at: number): string {
  return [family[at % family.length], middle[(at * 5) % middle.length], given[(at * 3) % given.length]].join(
    " ",
  )
}

export type Seated = { officerId: string; bodyId: string; postId: string; name: string }

/** Those of a department that passed to another sit there now, under addresses of the new one. */
const movedTo: Readonly<Record<string, { slug: string; mail: string; title?: string }>> = {
  "so-thong-tin-va-truyen-thong": { slug: "so-khoa-hoc-va-cong-nghe", mail: "skhcn.example" },
  "ubnd-huyen-van-lam": {
    slug: "ubnd-xa-nhu-quynh",
    mail: "nhuquynh.example",
    title: "Chuyên viên Phòng Văn hóa - Xã hội",
  },
}
/** Posts that the reforms ended: chief inspectors of departments (Luật 84/2025/QH15). */
const ended = /^Chánh Thanh tra Sở$/

/** Who can sign in on that day. */
export function peopleOn(day: string): readonly DemoPerson[] {
  return demoPeople.flatMap((person) => {
    const moved = movedTo[person.bodySlug]
    const since = person.bodySlug.startsWith("ubnd-huyen") ? "2025-07-01" : "2025-03-01"
    if (moved === undefined || day < since) return [person]
    if (day >= "2025-07-01" && ended.test(person.title)) return []
    const email = `${person.email.split("@")[0]}@${moved.mail}`
    return [{ ...person, email, bodySlug: moved.slug, title: moved.title ?? person.title }]
  })
}

/**
 * The people, and for every other body somebody who works there, from that day on. By the body's slug; the people by e-mail too.
 */
export async function seatPeople(
  house: House,
  bodySlugs: readonly string[],
  people: readonly DemoPerson[],
  validFrom: string,
): Promise<Map<string, Seated>> {
  return asJob(house.db, "demo.people", async (tx) => {
    const seated = new Map<string, Seated>()
    for (const { journey: _, ...person } of people) {
      const made = await createOfficer(tx, { ...person, password: demoPassword, validFrom })
      const key = person.role === "leader" ? `${person.bodySlug}:leader` : person.bodySlug
      seated.set(person.email, { ...made, name: person.name })
      if (person.role !== "administrator") seated.set(key, { ...made, name: person.name })
    }
    for (const [at, bodySlug] of bodySlugs.entries()) {
      if (seated.has(bodySlug)) continue
      const name = inventedName(at)
      const email = `canbo@${bodySlug.replaceAll(/[^a-z0-9]/g, "").slice(0, 40)}.example`
      const person = { email, name, bodySlug, role: "officer", title: "Chuyên viên" } as const
      seated.set(bodySlug, { ...(await createOfficer(tx, { ...person, validFrom })), name })
    }
    return seated
  })
}
