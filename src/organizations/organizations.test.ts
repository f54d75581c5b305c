import { readFileSync } from "node:fs"
import { join } from "node:path"
import { beforeAll, describe, expect, test } from "vitest"
import { asOfficer, asPublic } from "../kernel/db/database.ts"
import { freshDatabase } from "../kernel/testing/database.ts"
import {
  bodiesOn,
  type Chart,
  livingSuccessors,
  loadChart,
  placesOn,
  resolveAddressee,
  resolveClauses,
  seedOrganizations,
} from "./index.ts"

const db = await freshDatabase()
let chart: Chart
beforeAll(async () => {
  await seedOrganizations(db)
  chart = await asPublic(db, loadChart)
})

type Labels = {
  clauses: {
    addressees: string[]
    tasks: { addressees?: string[] | null; lead: string[]; coordinate_with: string[] }[]
  }[]
}
const seedLetter = JSON.parse(
  readFileSync(join(import.meta.dirname, "../letters/fixtures/hung-yen-2023.json"), "utf8"),
) as Labels
const clauses = seedLetter.clauses.map((clause, c) => ({
  id: `g${c + 1}`,
  addressees: clause.addressees,
  tasks: clause.tasks.map((task, t) => ({
    id: `t${c + 1}-${t + 1}`,
    addressees: task.addressees ?? null,
    lead: task.lead,
    coordinateWith: task.coordinate_with,
  })),
}))
const named = (words: string, on = "2023-07-15") =>
  resolveAddressee(chart, words, on).map((found) =>
    found.at === "body"
      ? found.body.name
      : found.at === "group"
        ? `${found.group.slug} ${found.members.length}`
        : found.at,
  )

test("the chart is laid once, however many servers start", async () => {
  const again = await Promise.all([seedOrganizations(db), seedOrganizations(db)])
  expect(again).toEqual([false, false])
})

describe("the letter of July 2023", () => {
  const resolution = () => resolveClauses(chart, clauses, "2023-07-15")
  test("gives 171 assignments to 37 bodies", () => {
    const found = resolution().clauses
    const counts = found.map((clause) =>
      clause.tasks.reduce((sum, task) => sum + (task.bodies ?? clause.bodies).length, 0),
    )
    expect(counts).toEqual([160, 3, 8])
    expect(new Set(found.flatMap((clause) => clause.bodies.map((body) => body.bodyId))).size).toBe(37)
    expect(found.flatMap((clause) => clause.unknown)).toEqual([])
  })
  test("leaves the department with a clause of its own out of the general group, and says why", () => {
    expect(resolution().clauses[0]?.leftOut).toMatchObject([
      { name: "Sở Thông tin và Truyền thông", reason: "có mục riêng trong văn bản (mục thứ 2)" },
    ])
  })
  test("asks the clerk to narrow a group without fixed members", () => {
    const needs = resolution().clauses.flatMap((clause) => clause.tasks.filter((task) => task.needsChoice))
    const own = clauses.flatMap((clause) => clause.tasks).filter((task) => task.addressees !== null)
    expect(needs.length).toBe(own.length)
  })
  test("knows the bodies behind those it coordinates with", () => {
    expect(resolution().named["Sở Thông tin và Truyền thông"]).toMatchObject([
      { name: "Sở Thông tin và Truyền thông" },
    ])
  })
})

test.each([
  ["Sở TTTT", ["Sở Thông tin và Truyền thông"]],
  ["Sở TT&TT tỉnh Hưng Yên", ["Sở Thông tin và Truyền thông"]],
  ["Giám đốc Công an tỉnh", ["Công an tỉnh"]],
  ["Công an tỉnh Hưng Yên", ["Công an tỉnh"]],
  ["sở LĐ-TB&XH", ["Sở Lao động - Thương binh và Xã hội"]],
  ["Uỷ ban nhân dân huyện Văn Lâm", ["UBND huyện Văn Lâm"]],
  ["Chủ tịch UBND thị xã Mỹ Hào", ["UBND thị xã Mỹ Hào"]],
  ["UBND thành phố Hưng Yên", ["UBND thành phố Hưng Yên"]],
  ["VNPT Hưng Yên", ["VNPT Hưng Yên"]],
  ["Chánh Văn phòng Ủy ban nhân dân tỉnh", ["Văn phòng UBND tỉnh"]],
  ["Các sở, ban, ngành, đoàn thể tỉnh", ["so-ban-nganh 23"]],
  ["Thủ trưởng các sở, ban, ngành trực thuộc UBND tỉnh", ["so-ban-nganh 23"]],
  ["Chủ tịch UBND các huyện, thị xã, thành phố", ["ubnd-cap-huyen 10"]],
  ["UBND các xã, phường, thị trấn", ["ubnd-cap-xa 0"]],
  ["Các doanh nghiệp viễn thông trên địa bàn tỉnh", ["doanh-nghiep-vt-cntt 4"]],
  ["các doanh nghiệp cung cấp dịch vụ viễn thông, Internet", ["doanh-nghiep-vt-cntt 4"]],
  ["các cơ quan, đơn vị có liên quan", ["co-quan-chuc-nang 0"]],
  ["Các sở, ban, ngành; UBND các huyện, thị xã, thành phố", ["so-ban-nganh 23", "ubnd-cap-huyen 10"]],
  ["Công an tỉnh, Sở Nội vụ và UBND huyện Ân Thi", ["Công an tỉnh", "Sở Nội vụ", "UBND huyện Ân Thi"]],
  ["Hội Người cao tuổi", ["unknown"]],
])("in July 2023 “%s” means %j", (words, expected) => expect(named(words)).toEqual(expected))

describe("after 1 July 2025", () => {
  const day = "2025-07-15"
  test("104 communes and no district remain, and the letter's clerk is told who succeeds", () => {
    const living = bodiesOn(chart, day)
    expect(living.filter((body) => body.kind === "commune-committee").length).toBe(104)
    expect(living.filter((body) => body.kind === "district-committee").length).toBe(0)
    expect(named("UBND các xã, phường", day)).toEqual(["ubnd-cap-xa 104"])
    const [first] = resolveClauses(chart, clauses, day).clauses
    expect(first?.notes.join()).toMatch(/UBND huyện, thị xã, thành phố.*Kế tục/)
  })
  test("the Department of Information and Communications has passed to three bodies by subject", () => {
    const before = chart.bodies.find((body) => body.slug === "so-thong-tin-va-truyen-thong")
    expect(before?.validTo).toBe("2025-02-28")
    const names = livingSuccessors(chart, before?.id ?? "", day).map((body) => body.name)
    expect(names.sort()).toEqual(
      ["Công an tỉnh", "Sở Khoa học và Công nghệ", "Sở Văn hóa, Thể thao và Du lịch"].sort(),
    )
  })
  test("each district passes to the communes on its land and to the province", () => {
    const district = chart.bodies.find((body) => body.slug === "ubnd-huyen-van-lam")
    const after = livingSuccessors(chart, district?.id ?? "", day)
    expect(after.filter((body) => body.kind === "commune-committee").length).toBeGreaterThan(2)
    expect(after.map((body) => body.name)).toContain("UBND tỉnh Hưng Yên")
  })
})

test("who tells of something in 2023 is offered the ten districts of Hưng Yên and none of Thái Bình; after the merger the communes of both", async () => {
  const on = async (day: string) => (await asPublic(db, (tx) => placesOn(tx, day))).map(({ name }) => name)
  const before = await on("2023-09-15")
  expect(before).toHaveLength(10)
  expect(before).toContain("huyện Khoái Châu")
  expect(before).not.toContain("huyện Tiền Hải")
  expect(await on("2025-07-15")).toHaveLength(104)
})

test("an ordinary officer reads the chart and cannot change it", async () => {
  const stranger = { officerId: "01890000-0000-7000-8000-0000000000aa", bodyId: chart.bodies[0]?.id ?? "" }
  const changed = await asOfficer(db, stranger, (tx) =>
    tx.updateTable("bodies").set({ name: "Đổi tên" }).executeTakeFirst(),
  )
  expect(changed.numUpdatedRows).toBe(0n)
})
