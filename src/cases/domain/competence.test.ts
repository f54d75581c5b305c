import { describe, expect, test } from "vitest"
import { isInForce } from "../../kernel/calendar/rules.ts"
import { allPowers, allViolations } from "../catalogue.ts"
import { competenceOf, deputyOf, type Post, postOf } from "./competence.ts"
import { isCrime, rangeFor, type Violation } from "./fines.ts"

const row = (id: string): Violation => {
  const found = allViolations().find((one) => one.id === id)
  if (found === undefined) throw new Error(`no violation ${id}`)
  return found
}
const asked = (id: string, post: Post, on: string, whose: "organisation" | "individual" = "organisation") =>
  competenceOf({ violation: row(id), post, on, whose, range: rangeFor(row(id), whose) }, allPowers())

describe("in 2023 the post is known by its kind, and how much it may fine is for a legal officer", () => {
  test("the chief inspector, an inspector, the head of a team, chairs and police posts may; the head of a department never", () => {
    for (const post of [
      "chief-inspector",
      "inspector",
      "team-head",
      "province-chair",
      "district-chair",
    ] as const)
      expect(asked("V-TIN-01", post, "2023-09-15")).toEqual({ is: "unread" })
    for (const post of ["province-police-head", "police-division-head", "district-police-head"] as const)
      expect(asked("V-TIN-01", post, "2023-09-15")).toEqual({ is: "unread" })
    for (const post of ["science-head", "culture-head"] as const)
      expect(asked("V-TIN-01", post, "2023-09-15")).toMatchObject({ is: "no" })
  })
  test("the inspectorates of departments are gone from 1 July 2025, and so are districts", () => {
    for (const post of ["chief-inspector", "inspector", "district-chair"] as const) {
      expect(asked("V-DL-CN-01", post, "2025-06-30")).toEqual({ is: "unread" })
      expect(asked("V-DL-CN-01", post, "2025-07-01")).toEqual({ is: "no", why: "ended" })
    }
    expect(asked("V-DL-CN-01", "science-head", "2025-07-01")).toEqual({ is: "unread" })
  })
})

describe("from 1 July 2026 the decree prints who may fine how much", () => {
  test("a commune's chair fines an organisation up to 100 million and an individual up to half of it", () => {
    expect(asked("V-TIN-01-2026", "commune-chair", "2026-08-01")).toEqual({ is: "yes", limit: 100_000_000 })
    expect(asked("V-TIN-01-2026", "commune-chair", "2026-08-01", "individual")).toEqual({
      is: "yes",
      limit: 50_000_000,
    })
  })
  test("a band that reaches above the post's limit goes to a higher post", () => {
    expect(asked("V-HT-05-2026", "commune-chair", "2026-08-01")).toEqual({
      is: "no",
      why: "amount",
      limit: 100_000_000,
    })
    expect(asked("V-HT-05-2026", "science-head", "2026-08-01")).toEqual({ is: "yes", limit: 160_000_000 })
  })
  test("the head of the culture department fines for content only; postal matters have limits of their own", () => {
    expect(asked("V-TIN-01-2026", "culture-head", "2026-08-01")).toMatchObject({ is: "yes" })
    expect(asked("V-SIM-01-2026", "culture-head", "2026-08-01")).toEqual({ is: "no", why: "area" })
    expect(asked("V-BC-01-2026", "science-head", "2026-08-01")).toEqual({ is: "yes", limit: 64_000_000 })
    // Not at hand for the province: nothing is invented.
    expect(asked("V-BC-01-2026", "province-chair", "2026-08-01")).toEqual({ is: "unread" })
  })
  test("every amount that a row of violations names for a post is the one of the list of posts", () => {
    const named: readonly (readonly [RegExp, Post])[] = [
      [/GĐ Sở KH&CN đến (\d+) triệu/, "science-head"],
      [/Chủ tịch UBND xã đến (\d+) triệu/, "commune-chair"],
      [/Trưởng Công an xã đến (\d+) triệu/, "commune-police-head"],
      [/Trưởng phòng CA tỉnh đến (\d+) triệu/, "police-division-head"],
      [/GĐ CA tỉnh đến (\d+) triệu/, "province-police-head"],
    ]
    for (const violation of allViolations().filter((one) => !isCrime(one) && isInForce(one, "2026-08-01")))
      for (const [pattern, post] of named) {
        const amount = pattern.exec(violation.competent)?.[1]
        const found = competenceOf(
          { violation, post, on: "2026-08-01", whose: "organisation", range: null },
          allPowers(),
        )
        if (amount !== undefined && found.is === "yes")
          expect({ id: violation.id, post, limit: found.limit }).toEqual({
            id: violation.id,
            post,
            limit: Number(amount) * 1_000_000,
          })
      }
  })
})

describe("the post is a fact about who signs", () => {
  test.each([
    ["Chánh Thanh tra Sở", "department", "Sở Thông tin và Truyền thông", "chief-inspector"],
    ["Phó Chánh Thanh tra Sở", "department", "Sở Thông tin và Truyền thông", "chief-inspector"],
    ["Thanh tra viên", "department", "Sở Thông tin và Truyền thông", "inspector"],
    ["Trưởng đoàn thanh tra", "department", "Sở Thông tin và Truyền thông", "team-head"],
    ["Phó Giám đốc", "department", "Sở Thông tin và Truyền thông", null],
    ["Giám đốc", "department", "Sở Khoa học và Công nghệ", "science-head"],
    ["Phó Giám đốc", "department", "Sở Văn hóa, Thể thao và Du lịch", "culture-head"],
    ["Phó Chủ tịch UBND tỉnh", "province-office", "Văn phòng UBND tỉnh", "province-chair"],
    ["Chủ tịch", "commune-committee", "UBND xã Mẫu", "commune-chair"],
    ["Giám đốc", "police", "Công an tỉnh", "province-police-head"],
    ["Trưởng phòng An ninh mạng", "police", "Công an tỉnh", "police-division-head"],
    ["Trưởng Công an xã", "police", "Công an xã Mẫu", "commune-police-head"],
    ["Đội trưởng", "police", "Công an tỉnh", "police-team-head"],
    ["Chuyên viên Phòng BCVT-CNTT", "department", "Sở Thông tin và Truyền thông", null],
    ["Điều tra viên", "police", "Công an tỉnh", null],
    ["Quyền Chánh Thanh tra Sở", "department", "Sở Thông tin và Truyền thông", "chief-inspector"],
    ["Q.Giám đốc", "department", "Sở Khoa học và Công nghệ", "science-head"],
    ["Q. Giám đốc", "department", "Sở Khoa học và Công nghệ", "science-head"],
    ["Phó Chủ tịch Thường trực UBND xã", "commune-committee", "UBND xã Mẫu", "commune-chair"],
    ["Phó Chủ tịch Thường trực", "province-committee", "UBND tỉnh Mẫu", "province-chair"],
    ["Phó Giám đốc phụ trách", "department", "Sở Khoa học và Công nghệ", "science-head"],
    [
      "Phó Giám đốc Thường trực Sở Khoa học và Công nghệ",
      "department",
      "Sở Khoa học và Công nghệ",
      "science-head",
    ],
    ["Phó Chủ tịch Thường trực HĐND xã", "commune-committee", "UBND xã Mẫu", null],
    ["Giám đốc, kiêm Chánh Thanh tra", "department", "Sở Thông tin và Truyền thông", "chief-inspector"],
    ["Giám đốc Sở", "department", "Sở Khoa học và Công nghệ", "science-head"],
    ["Giám đốc Trung tâm Chuyển đổi số", "department", "Sở Khoa học và Công nghệ", null],
    ["Chủ tịch công đoàn Sở", "department", "Sở Thông tin và Truyền thông", null],
    ["Chủ tịch UBND tỉnh", "department", "Sở Thông tin và Truyền thông", null],
    ["Chủ tịch UBND xã", "commune-committee", "UBND xã Mẫu", "commune-chair"],
    ["Chủ tịch HĐND xã", "commune-committee", "UBND xã Mẫu", null],
    ["Chủ tịch UBMTTQ xã", "commune-committee", "UBND xã Mẫu", null],
    ["Chủ tịch Hội Nông dân", "commune-committee", "UBND xã Mẫu", null],
    ["Chủ tịch Hội đồng nhân dân", "province-committee", "UBND tỉnh", null],
    ["Giám đốc Bệnh viện Công an tỉnh", "police", "Công an tỉnh", null],
  ] as const)("%s of a %s (%s): %s", (title, kind, name, post) => {
    expect(postOf(title, { kind, name })).toBe(post)
  })
  test("a deputy is told by the title, and needs the decision that gives them the power", () => {
    expect(deputyOf("Phó Chánh Thanh tra Sở")).toBe(true)
    expect(deputyOf("Chánh Thanh tra Sở")).toBe(false)
  })
})
