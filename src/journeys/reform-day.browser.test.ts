/** Journey 11, the administrator on reform day: districts become communes, one department passes to three; no work is lost. */
import type { Page } from "playwright-core"
import { describe, expect, test } from "vitest"
import { deskOfSigned, type Person, type Signed, signInAs } from "../accounts/testing.ts"
import { createApp } from "../app.ts"
import { issueDirective } from "../directives/index.ts"
import { paths as work } from "../directives/paths.ts"
import { planTask, samplePlan } from "../directives/testing/province.ts"
import { allJobs } from "../jobs.ts"
import { asPublic } from "../kernel/db/database.ts"
import { expectAccessible, type screens } from "../kernel/testing/browser.ts"
import { freshDatabase } from "../kernel/testing/database.ts"
import { houseOf } from "../kernel/testing/house.ts"
import { siteFor } from "../kernel/testing/site.ts"
import { loadChart, seedOrganizations } from "../organizations/index.ts"
import { paths } from "../organizations/paths.ts"

type Way = { screen: keyof typeof screens; scripts: boolean }
const ways: Way[] = [
  { screen: "desk", scripts: true },
  { screen: "phone", scripts: false },
]
const clock = { at: "", now: () => new Date(clock.at) }
const databases = await Promise.all(ways.map(() => freshDatabase({ clock })))

const administrator: Person = {
  bodySlug: "van-phong-ubnd-tinh",
  role: "administrator",
  name: "Đỗ Thị Quản Trị",
  email: "quan.tri@hungyen.example",
}
const leaderOf = (bodySlug: string): Person => ({ bodySlug, role: "leader", name: "Vũ Văn Lãnh Đạo" })
const telecom = "so-thong-tin-va-truyen-thong"
const district = "ubnd-huyen-van-lam"

describe.each(ways.map((way, at) => ({ ...way, at })))("on a $screen, scripts $scripts", (way) => {
  const db = databases[way.at]
  if (db === undefined) throw new Error("a database for each way")
  const house = houseOf(db)
  const site = siteFor(() => createApp(house))

  const letterOf2023 = async () => {
    clock.at = "2023-07-15T02:00:00Z"
    await seedOrganizations(db)
    const { bodies } = await asPublic(db, loadChart)
    const idOf = (slug: string) => bodies.find((body) => body.slug === slug)?.id ?? ""
    const clerk = await signInAs(db, { bodySlug: "van-phong-ubnd-tinh", role: "clerk" })
    const officer = { name: "Bùi Văn Thư", bodyName: "Văn phòng UBND tỉnh", role: "clerk" } as const
    const desk = deskOfSigned(house, clerk, officer)
    const tasks = [
      planTask({ path: "1.1", text: "Rà soát thuê bao", dueOn: "2025-12-31", bodies: [idOf(telecom)] }),
      planTask({ path: "1.2", text: "Bảo đảm an toàn mạng", dueOn: "2025-12-31", bodies: [idOf(telecom)] }),
      planTask({ path: "1.3", text: "Tuyên truyền ở thôn", dueOn: "2025-12-31", bodies: [idOf(district)] }),
    ]
    const plan = { ...samplePlan(), clauses: [{ path: "1", heading: "Các sở; UBND huyện", tasks }] }
    const issued = await issueDirective(desk, plan)
    if ("refused" in issued) throw new Error(`${issued.refused} ${issued.at}`)
    return { letter: issued.id, bodies, idOf }
  }

  test("everything that is open passes to who was chosen, on the day and not before", async () => {
    const { letter, bodies, idOf } = await letterOf2023()
    const open = async (person: Person): Promise<Page> => {
      const who: Signed = await signInAs(db, person)
      return site.visitAs(who.cookie, way)
    }
    const look = (page: Page) => (way.scripts ? expectAccessible(page) : Promise.resolve())

    clock.at = "2025-05-20T02:00:00Z"
    const page = await open(administrator)
    await page.goto(paths.reforms)
    await look(page)
    await page.locator(`a[href="${paths.newReformOn("2025-07-01")}"]`).click()
    await look(page)
    await page.locator("[name=title]").fill("Sắp xếp 2025")
    await page.locator("[name=basis]").fill("NQ 202/2025/QH15; Luật 72/2025/QH15")
    await page.locator("main form button[type=submit]").click()
    const heading = page.locator("h1")
    expect(await heading.innerText()).toBe("Còn 4 việc chưa biết chuyển cho ai")
    await look(page)
    const plan = new URL(page.url()).pathname
    const id = plan.split("/").at(-1) ?? ""

    await page.goto(paths.dutiesOf(id, idOf(telecom)))
    expect(await page.locator("tbody tr").count()).toBe(3)
    for (const [task, body] of [
      ["1.1 Rà soát thuê bao", "Sở Khoa học và Công nghệ"],
      ["1.2 Bảo đảm an toàn mạng", "Công an tỉnh"],
      ["Vai trò cơ quan chủ trì", "Sở Khoa học và Công nghệ"],
    ] as const) {
      const choice = page.locator("tbody tr", { hasText: task }).locator("select")
      const value = await choice.locator("option", { hasText: body }).first().getAttribute("value")
      await choice.selectOption(value)
    }
    await page.getByRole("button", { name: "Ghi lựa chọn" }).click()
    expect(await page.locator("tbody").innerText()).toContain("Sẽ chuyển cho Công an tỉnh")
    await look(page)
    await page.goto(plan)
    expect(await heading.innerText()).toBe("Còn 1 việc chưa biết chuyển cho ai")
    await page.locator("tbody tr", { hasText: "UBND huyện Văn Lâm" }).locator("select").selectOption("each")
    await page.getByRole("button", { name: "Ghi lựa chọn" }).click()
    expect(await heading.innerText()).toContain("không còn lựa chọn nào bỏ ngỏ")
    expect(await page.locator("main").innerText()).toContain("chưa có: mời trước ngày áp dụng")
    await page.getByRole("link", { name: "Xác nhận phương án" }).click()
    await look(page)
    await page.getByRole("button", { name: "Xác nhận phương án" }).click()
    expect(await heading.innerText()).toBe("Phương án sẽ tự áp dụng ngày 01/07/2025")

    const day = allJobs(house)["organizations.reform-day"]
    if (day === undefined) throw new Error("no job carries the reform out")
    const tasksOf = async (slug: string) => {
      const list = await open(leaderOf(slug))
      await list.goto(work.work)
      const found = await list.locator("tbody tr th a").allInnerTexts()
      await list.context().close()
      return found
    }
    await day.run({})
    expect(await tasksOf(district)).toEqual(["1.3 Tuyên truyền ở thôn"])

    clock.at = "2025-07-01T00:30:00Z"
    await day.run({})
    await day.run({})
    expect(await tasksOf("so-khoa-hoc-va-cong-nghe")).toEqual(["1.1 Rà soát thuê bao"])
    expect(await tasksOf("cong-an-tinh")).toEqual(["1.2 Bảo đảm an toàn mạng"])
    const commune = bodies.find((body) => body.name === "UBND xã Như Quỳnh")?.slug ?? ""
    expect(await tasksOf(commune)).toEqual(["1.3 Tuyên truyền ở thôn"])

    const after = await open(administrator)
    await after.goto(plan)
    expect(await after.locator("h1").innerText()).toBe("Đã áp dụng: 4 việc đã chuyển")
    await look(after)
    await after.goto(work.directiveBodies(letter))
    await look(after)
    const clerk = await open({ bodySlug: "van-phong-ubnd-tinh", role: "clerk" })
    await clerk.goto(work.directiveBodies(letter))
    const board = await clerk.locator("main").innerText()
    expect(board).toContain("Sở Thông tin và Truyền thông")
    expect(board).toContain("UBND huyện Văn Lâm")
    for (const one of [page, after, clerk]) await one.context().close()
  })
})
