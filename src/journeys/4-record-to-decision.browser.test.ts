import type { Page } from "playwright-core"
import { expect, test } from "vitest"
import { signInAs } from "../accounts/testing.ts"
import { createApp } from "../app.ts"
import { paths } from "../cases/paths.ts"
import { expectAccessible, sidewaysFaults } from "../kernel/testing/browser.ts"
import { freshDatabase } from "../kernel/testing/database.ts"
import { houseOf } from "../kernel/testing/house.ts"
import { siteFor } from "../kernel/testing/site.ts"
import { readLetter } from "../letters/index.ts"

/** Journey 4, the sanction: every paper written from the case, no number typed; without scripts, and on a telephone with them. */
const db = await freshDatabase()
const site = siteFor(() => createApp(houseOf(db)))

const people = {
  officer: { role: "officer", name: "Trần Văn Minh", title: "Chuyên viên", email: "minh@mau.example" },
  leader: { role: "leader", name: "Nguyễn Thị Lan", title: "Chánh Thanh tra Sở", email: "lan@mau.example" },
  deputy: {
    role: "leader",
    name: "Lê Thị Hạnh",
    title: "Phó Chánh Thanh tra Sở",
    email: "hanh@mau.example",
  },
  clerk: { role: "clerk", name: "Phạm Thị Hoa", title: "Văn thư", email: "hoa@mau.example" },
} as const
type Who = keyof typeof people

async function pageOf(who: Who, scripts: boolean): Promise<Page> {
  const body = { name: "Sở Thông tin tỉnh Mẫu", isLead: true }
  const { cookie } = await signInAs(db, { bodySlug: "hub", body, ...people[who] })
  const page = await site.visitAs(cookie, { screen: scripts ? "phone" : "desk", scripts })
  page.setDefaultTimeout(15_000)
  return page
}

/** Opens the form if it is folded, fills what is given, sends it. */
async function send(page: Page, slug: string, fields: Record<string, string> = {}): Promise<void> {
  const form = page.locator(`form[action$="/${slug}"]`)
  if (!(await form.locator("button").last().isVisible()))
    await page.locator(`details:has(form[action$="/${slug}"]) > summary`).click()
  for (const [name, value] of Object.entries(fields)) await answer(form.locator(`[name="${name}"]`), value)
  await Promise.all([page.waitForNavigation(), form.locator("button").last().click()])
}

async function answer(field: ReturnType<Page["locator"]>, value: string): Promise<void> {
  const kind = await field.first().evaluate((one) => `${one.tagName} ${one.getAttribute("type") ?? ""}`)
  if (kind.startsWith("SELECT"))
    await field.selectOption(/^[A-Z]-|^[a-z-]+$/.test(value) ? value : { label: value })
  else if (/radio|checkbox/.test(kind)) {
    await field.and(field.page().locator(`[value="${value}"]`)).check()
  } else await field.fill(value)
}

/** The body's own decision: without it nobody signs for the head, whatever the paper cites. */
const letDeputySign = () =>
  db.admin(
    `insert into delegations (body_id, from_post_id, to_post_id, form, scope, basis, valid_from)
     select head.body_id, head.id, deputy.id, 'KT', 'mọi văn bản', 'Quyết định 05/QĐ-TTra', '2023-01-10'
     from posts head join posts deputy on deputy.body_id = head.body_id
     where head.title = $1 and deputy.title = $2`,
    [people.leader.title, people.deputy.title],
  )

const judged = async (page: Page, scripts: boolean) => {
  expect(await sidewaysFaults(page)).toEqual([])
  if (scripts) await expectAccessible(page)
}

test.each([
  [false, "leader"],
  [true, "deputy"],
] as const)(
  "an officer writes record, hearing and decision from the case; they are signed, numbered, issued, and the case takes their numbers (scripts %s, signed by the %s)",
  async (scripts, signs) => {
    const at = {
      officer: await pageOf("officer", scripts),
      leader: await pageOf("leader", scripts),
      deputy: await pageOf("deputy", scripts),
      clerk: await pageOf("clerk", scripts),
    }
    const { officer } = at
    const main = () => officer.locator("main").innerText()
    const issue = async (signer: Who) => {
      const path = new URL(officer.url()).pathname
      const way = [
        ["officer", "trinh"],
        ["leader", "dong-y"],
        [signer, "ky"],
        ["clerk", "cap-so"],
        ["clerk", "phat-hanh"],
      ] as const
      for (const [who, step] of way) {
        await at[who].goto(path)
        await send(at[who], step)
        expect(at[who].url()).toContain("xong=1")
      }
      return path
    }
    await officer.goto(paths.newCase)
    await send(officer, "mo", { title: `Mạng xã hội không phép (${scripts})` })
    const path = new URL(officer.url()).pathname
    await send(officer, "xac-minh")
    await send(officer, "hanh-vi", {
      committedOn: "2019-09-01",
      violationId: "V-WEB-02",
      foundOn: "2023-09-13",
      description: "Thiết lập mạng xã hội mau.example",
      offenderName: "Công ty Mẫu",
      offenderKind: "organisation",
    })
    expect(await main()).toContain(
      "Không có quy định xử phạt nào trong danh mục có hiệu lực ngày 01/09/2019.",
    )
    // With its day put right the form lists what was in force on it; nothing else is typed again.
    await officer.goto(path)
    await send(officer, "hanh-vi", {
      committedOn: "2023-09-01",
      violationId: "V-WEB-02",
      foundOn: "2023-09-13",
      description: "Thiết lập mạng xã hội mau.example",
      offenderName: "Công ty Mẫu",
      offenderKind: "organisation",
    })

    await officer.getByRole("link", { name: "Soạn: Biên bản vi phạm hành chính" }).click()
    await judged(officer, scripts)
    const record = { place: "trụ sở công ty", madeOn: "2023-09-14", beganAt: "9 giờ" }
    await send(officer, "bien-ban-vi-pham", record)
    expect(await main()).toContain("09:40")
    await send(officer, "bien-ban-vi-pham", { beganAt: "09:40" })
    await issue("officer")
    await officer.goto(path)
    await judged(officer, scripts)
    await send(officer, "ghi")
    expect(await main()).toContain("Hạn ra quyết định xử phạt: thứ Hai, 25/09/2023")

    await officer.getByRole("link", { name: "Soạn: Biên bản phiên giải trình trực tiếp" }).click()
    await judged(officer, scripts)
    await send(officer, "bien-ban-giai-trinh", {
      place: "phòng họp số 2",
      madeOn: "2023-09-15",
      beganAt: "08:00",
      endedAt: "09:10",
      secretary: "Trần Văn Minh, Chuyên viên",
      offenderWords: "Đã nộp hồ sơ xin cấp phép.",
    })
    await issue("officer")
    await officer.goto(path)
    await send(officer, "ghi")

    const source = "Nghị định 15/2020/NĐ-CP, bản in Công báo"
    await send(officer, "xac-nhan-tham-quyen", { office: "Chánh Thanh tra Sở", source })
    await officer.getByRole("link", { name: "Soạn: Quyết định xử phạt vi phạm hành chính" }).click()
    await judged(officer, scripts)
    const amount = (await officer.locator("[name^=amount-]").first().getAttribute("name")) ?? ""
    const { name, title } = people[signs]
    const decision = { signerId: `${name}, ${title}`, [amount]: "90.000.000" }
    await send(officer, "quyet-dinh-xu-phat", decision)
    expect(await main()).toContain("Mức phạt cao hơn khung.")
    await send(officer, "quyet-dinh-xu-phat", { [amount]: "60.000.000" })
    if (signs === "deputy") {
      await letDeputySign()
      expect(await main()).toContain("Cấp phó ký thì ghi số và ngày quyết định giao quyền")
      await send(officer, "quyet-dinh-xu-phat", { delegation: "05/QĐ-TTra", delegatedOn: "2023-01-10" })
    }
    const document = await issue(signs)
    await officer.goto(path)
    await judged(officer, scripts)
    const waits = /Ghi vào vụ việc: số (\d+\/QĐ-XPHC)/.exec(await main())?.[1] ?? ""
    await send(officer, "ghi")
    expect(await main()).toContain(`${waits}: phạt 60.000.000`)
    expect(await main()).toContain("chưa giao: thời hạn thi hành chưa chạy")

    const file = await officer.context().request.get(`${site.url}${document}/van-ban.pdf`)
    const reading = await readLetter(new Uint8Array(await file.body()), "quyet-dinh.pdf")
    if ("refused" in reading) throw new Error(reading.refused)
    expect([reading.number, reading.date, reading.type]).toEqual([waits, "2023-09-15", "quyết định"])
    const words = reading.normalizedText.replace(/\s+/g, " ")
    expect(words).toContain("(bằng chữ: sáu mươi triệu đồng)")
    expect(words.includes("giao quyền")).toBe(signs === "deputy")
    expect(words.includes("05/QĐ-TTra")).toBe(signs === "deputy")
    for (const page of Object.values(at)) await page.context().close()
  },
  240_000,
)
