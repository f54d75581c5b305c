import { beforeAll, describe, expect, test } from "vitest"
import { type Signed, signInAs } from "../../accounts/testing.ts"
import { createApp } from "../../app.ts"
import { asPublic } from "../../kernel/db/database.ts"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { houseOf } from "../../kernel/testing/house.ts"
import { applyDueReforms } from "../actions/reform-day.ts"
import { type Chart, loadChart, resolveAddressee, seedOrganizations } from "../index.ts"
import { choiceField } from "../inputs.ts"
import { paths } from "../paths.ts"

const clock = { at: "2023-09-15T02:00:00Z", now: () => new Date(clock.at) }
const db = await freshDatabase({ clock })
const app = createApp(houseOf(db))
let administrator: Signed
let officer: Signed
let chart: Chart
beforeAll(async () => {
  await seedOrganizations(db)
  chart = await asPublic(db, loadChart)
  administrator = await signInAs(db, { bodySlug: "van-phong-ubnd-tinh", role: "administrator" })
  officer = await signInAs(db, { bodySlug: "so-noi-vu", role: "officer" })
})

const get = async (path: string, who = administrator) => app.request(path, { headers: who.headers })
const text = async (path: string, who = administrator) => (await get(path, who)).text()
const post = async (path: string, fields: Record<string, string>, who = administrator) =>
  app.request(path, { method: "POST", headers: who.headers, body: new URLSearchParams(fields) })
const idOf = (slug: string) => chart.bodies.find((body) => body.slug === slug)?.id ?? ""
const rowsIn = (page: string) =>
  [...page.matchAll(/<th scope="row"[^>]*><a href="[^"]*">([^<]*)/g)].map((m) => m[1])

describe("the list of bodies", () => {
  test("counts those that exist on the day and shows no district that will only later have ended", async () => {
    const page = await text(paths.bodies)
    expect(page).toContain("39 cơ quan đang hoạt động</h1>")
    expect(await text(`${paths.bodies}?tt=coming`)).toContain("UBND phường Phố Hiến")
    expect(page).not.toContain("UBND phường Phố Hiến")
  })

  test("finds a body with and without accents, and by kind", async () => {
    for (const q of ["Thông tin", "thong tin", "TRUYEN thông"])
      expect(rowsIn(await text(`${paths.bodies}?q=${q}`))).toContain("Sở Thông tin và Truyền thông")
    expect(rowsIn(await text(`${paths.bodies}?loai=enterprise`))).toHaveLength(4)
    expect(await text(`${paths.bodies}?q=khongco`)).toContain("Không có mục nào khớp")
  })

  test("is exported as it is filtered", async () => {
    const csv = await text(`${paths.bodiesExport("csv")}?loai=district-committee`)
    expect(csv.trim().split("\r\n")).toHaveLength(11)
    expect(csv).toContain("UBND huyện Văn Lâm,UBND cấp huyện,,,30/06/2025")
  })
})

describe("a body that no reform founds", () => {
  const branch = {
    name: "Vietnamobile Hưng Yên",
    kind: "enterprise",
    validFrom: "2023-09-01",
    source: "Giấy phép mẫu",
  }

  test("is added by the keeper of the chart, with its groups, and letters mean it from its first day", async () => {
    const groups = chart.groups.find((group) => group.slug === "doanh-nghiep-vt-cntt")?.id ?? ""
    const added = await post(paths.bodies, { ...branch, groups })
    expect(added.headers.get("location")).toBe(paths.body("vietnamobile-hung-yen"))
    const now = await asPublic(db, loadChart)
    const members = (day: string) =>
      resolveAddressee(now, "Các doanh nghiệp viễn thông, CNTT", day).flatMap((found) =>
        found.at === "group" ? [found.members.length] : [],
      )
    expect([members("2023-08-31"), members("2023-09-01")]).toEqual([[4], [5]])
  })

  test("is refused under a name that is taken, and by anybody else", async () => {
    const again = await post(paths.bodies, branch)
    expect([again.status, (await again.text()).includes("Đã có cơ quan mang tên này.")]).toEqual([422, true])
    expect(await (await post(paths.bodies, { ...branch, kind: "" })).text()).toContain("Chọn loại cơ quan")
    expect((await post(paths.bodies, { ...branch, name: "Khác" }, officer)).status).toBe(403)
  })
})

describe("the page of a body", () => {
  test("tells who succeeds it, with share, day and basis, and says what nobody has checked", async () => {
    const page = await text(paths.body("so-thong-tin-va-truyen-thong"))
    for (const said of [
      "Công an tỉnh",
      "an toàn thông tin mạng",
      "01/03/2025",
      "chưa đối chiếu với văn bản gốc",
      "Cơ quan chủ trì lĩnh vực",
    ])
      expect(page).toContain(said)
    expect((await get(paths.body("khong-co"))).status).toBe(404)
  })

  test("shows its groups on a day", async () => {
    const slug = paths.body("ubnd-huyen-van-lam")
    expect(await text(slug)).toContain("UBND huyện, thị xã, thành phố")
    expect(await text(`${slug}?ngay=2025-07-01`)).toContain("Không thuộc nhóm nào vào ngày này.")
  })

  test("learns another name, by which letters then mean it, and forgets it", async () => {
    const slug = "cong-an-tinh"
    const meant = async () => {
      const now = await asPublic(db, loadChart)
      return resolveAddressee(now, "Công an HY", "2023-09-15").map((found) => found.at)
    }
    expect(await meant()).toEqual(["unknown"])
    expect((await post(paths.bodyNames(slug), { name: "Công an HY" })).status).toBe(303)
    expect(await meant()).toEqual(["body"])
    expect((await post(paths.bodyNames(slug), { name: " " })).status).toBe(422)
    await post(paths.bodyNameEnd(slug), { name: "Công an HY" })
    expect(await meant()).toEqual(["unknown"])
  })

  test("is read by every officer and changed by none but the keeper of the chart", async () => {
    const page = await text(paths.body("cong-an-tinh"), officer)
    expect(page).toContain("Công an tỉnh")
    expect(page).not.toContain("Thêm tên gọi")
    expect((await post(paths.bodyNames("cong-an-tinh"), { name: "X" }, officer)).status).toBe(403)
    expect((await app.request(paths.bodies)).status).toBe(303)
  })
})

test("groups show who they are on the day that is asked", async () => {
  const before = await text(paths.groupsOn("2023-07-15"))
  expect(before).toContain("23 thành viên")
  expect(before).toContain("10 thành viên")
  expect(await text(paths.groupsOn("2025-07-01"))).toContain("104 thành viên")
})

describe("reform plans", () => {
  let id = ""

  test("name the ends of bodies that nobody has planned for", async () => {
    const page = await text(paths.reforms)
    expect(page).toContain("10 cơ quan kết thúc ngày 01/07/2025 mà chưa có phương án")
    expect(page).toContain(paths.newReformOn("2025-07-01"))
    expect(await text(paths.newReformOn("2025-07-01"))).toContain('value="2025-07-01"')
  })

  test("refuse a plan without its basis, and keep what was typed", async () => {
    const answer = await post(paths.reforms, { title: "Sắp xếp 2025", basis: "", effectiveOn: "2025-07-01" })
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain("Nhập căn cứ")
    expect(page).toContain('value="Sắp xếp 2025"')
  })

  test("begin with what is recorded, show what is open, and offer no confirmation until it is decided", async () => {
    const made = await post(paths.reforms, {
      ...{ title: "Sắp xếp 2025", basis: "NQ 202/2025/QH15", effectiveOn: "2025-07-01" },
      takesRecorded: "1",
    })
    const path = made.headers.get("location") ?? ""
    id = path.split("/").at(-1) ?? ""
    const page = await text(path)
    expect(page).toContain("Còn 1 việc chưa biết chuyển cho ai</h1>")
    expect(page).not.toContain(paths.confirmation(id))
    expect(page).toContain("1 việc, 1 chưa chọn")
    const refused = await post(paths.confirmation(id), {})
    expect([refused.status, (await refused.text()).includes("Còn việc chưa chọn nơi nhận.")]).toEqual([
      422,
      true,
    ])
  })

  test("are decided on the page of the body's duties, and then confirmed", async () => {
    const telecom = idOf("so-thong-tin-va-truyen-thong")
    const duties = await text(paths.dutiesOf(id, telecom))
    expect(duties).toContain("Vai trò cơ quan chủ trì lĩnh vực")
    const option = /<option value="([0-9a-f-]{36})">Sở Khoa học và Công nghệ/.exec(duties)?.[1] ?? ""
    const field = choiceField(telecom, { holder: "organizations.office", id: "isLead" })
    expect(duties).toContain(`name="${field}"`)
    const chosen = await post(paths.choices(id), { from: telecom, [field]: option })
    expect(chosen.headers.get("location")).toBe(paths.dutiesOf(id, telecom))
    expect(await text(paths.dutiesOf(id, telecom))).toContain("Sẽ chuyển cho Sở Khoa học và Công nghệ")
    const lines = (await text(paths.reformExport(id, "csv"))).trim().split("\r\n")
    expect(lines).toHaveLength(2)
    expect(lines[1]).toMatch(
      /^Vai trò cơ quan chủ trì.*,Sở Thông tin và Truyền thông,Sở Khoa học và Công nghệ,chuyển$/,
    )
    expect(await text(paths.reform(id))).toContain("không còn lựa chọn nào bỏ ngỏ</h1>")
    expect(await text(paths.confirmation(id))).toContain("11 cơ quan kết thúc")
    expect((await post(paths.confirmation(id), {})).status).toBe(303)
    expect(await text(paths.reform(id))).toContain("Phương án sẽ tự áp dụng ngày 01/07/2025</h1>")
  })

  test("tell afterwards what moved from whom to whom", async () => {
    clock.at = "2025-07-01T02:00:00Z"
    await applyDueReforms(db, [])
    administrator = await signInAs(db, { bodySlug: "van-phong-ubnd-tinh", role: "administrator" })
    const page = await text(paths.reform(id))
    expect(page).toContain("Đã áp dụng: 1 việc đã chuyển</h1>")
    expect(page).toContain("Sở Khoa học và Công nghệ")
    expect(await text(paths.body("so-khoa-hoc-va-cong-nghe"))).toContain("Cơ quan chủ trì lĩnh vực")
    clock.at = "2023-09-15T02:00:00Z"
  })

  test("take a merger line by line, founding a body, and can be cancelled", async () => {
    const made = await post(paths.reforms, { title: "Hợp nhất", basis: "NQ mẫu", effectiveOn: "2026-01-01" })
    const path = made.headers.get("location") ?? ""
    const merger = path.split("/").at(-1) ?? ""
    const line = { before: idOf("so-tai-chinh"), after: "", name: "Sở Tài chính mới", kind: "department" }
    const wrong = await post(paths.passings(merger), { ...line, share: "" })
    expect([wrong.status, (await wrong.text()).includes("Nhập phần việc kế tục")]).toEqual([422, true])
    const nobody = await post(paths.passings(merger), { ...line, name: "", kind: "", share: "toàn bộ" })
    expect(await nobody.text()).toContain("Chọn cơ quan kế tục, hoặc nhập tên cơ quan mới")
    expect((await post(paths.passings(merger), { ...line, share: "toàn bộ" })).status).toBe(303)
    const page = await text(path)
    expect(page).toContain("Chuyển hết cho Sở Tài chính mới")
    const end = /formaction="([^"]*\/thu-hoi)"/.exec(page)?.[1] ?? ""
    expect((await post(end, {})).status).toBe(303)
    expect(await text(path)).toContain("Phương án chưa có cơ quan nào kết thúc</h1>")
    expect((await post(paths.cancellation(merger), {})).status).toBe(303)
    expect(await text(path)).toContain("Phương án đã hủy</h1>")
  })

  test("are no page for an ordinary officer, nor for an administrator of another body", async () => {
    const other = await signInAs(db, { bodySlug: "so-noi-vu", role: "administrator" })
    for (const who of [officer, other]) {
      expect((await get(paths.reforms, who)).status).toBe(403)
      expect((await get(paths.reform(id), who)).status).toBe(403)
      expect((await post(paths.confirmation(id), {}, who)).status).toBe(403)
    }
    expect((await get(paths.reform(crypto.randomUUID()))).status).toBe(404)
    expect((await get(paths.reform("xyz"))).status).toBe(404)
  })
})
