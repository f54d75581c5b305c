import { rmSync } from "node:fs"
import { afterAll, expect, test } from "vitest"
import { createApp } from "../../app.ts"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { houseOf } from "../../kernel/testing/house.ts"
import { paths } from "../paths.ts"
import { signInAs } from "../testing.ts"

const db = await freshDatabase()
const house = houseOf(db)
const app = createApp(house)
afterAll(() => rmSync(house.config.dataDir, { recursive: true, force: true }))

const admin = await signInAs(db, {
  bodySlug: "so-mot",
  role: "administrator",
  email: "quantri@so-mot.example",
})
const lan = await signInAs(db, { bodySlug: "so-mot", role: "officer", email: "lan@so-mot.example" })
const keeper = await signInAs(db, {
  bodySlug: "van-phong",
  role: "administrator",
  email: "quantri@van-phong.example",
  body: { name: "Văn phòng UBND tỉnh", keepsChart: true, kind: "province-office" },
})
await db.admin("insert into units (body_id, name) values ($1, 'Phòng Công nghệ số')", [admin.bodyId])

const look = (rows: string, who = admin) => {
  const form = new FormData()
  form.append("file", new File([rows], "can-bo.csv", { type: "text/csv" }))
  return app.request(paths.officerList, { method: "POST", headers: who.headers, body: form })
}
const unescaped = (text: string) => text.replaceAll("&quot;", '"').replaceAll("&amp;", "&")
const carriedIn = (html: string) => unescaped(/name="lines" value="([^"]*)"/.exec(html)?.[1] ?? "")
const invite = (lines: string, who = admin) =>
  app.request(paths.officerListInvite, {
    method: "POST",
    headers: who.headers,
    body: new URLSearchParams({ lines }),
  })
const invitations = async () =>
  (await db.admin("select email, role, title, unit_id, needs_second from invitations order by email, role"))
    .rows

const list = `DANH SÁCH CÁN BỘ,,,,
Họ và tên,Chức vụ,Đơn vị,Vai trò (*),Email
Phạm Văn Bình,Chuyên viên,Phòng Công nghệ số,"chuyên viên, văn thư",Binh@so-mot.example
Lê Thị Cúc,Giám đốc,,lãnh đạo,cuc@so-mot.example
Ngô Văn Dũng,Chuyên viên,Phòng Không Có,chuyên viên,dung@so-mot.example
Vũ Thị Én,Chuyên viên,,giám sát,en@so-mot.example
Lan,Chuyên viên,,chuyên viên,lan@so-mot.example
Hai Lần,Chuyên viên,,chuyên viên,cuc@so-mot.example
`

test("a list of officers is shown line by line, and nobody is invited by looking", async () => {
  const seen = await (await look(list)).text()
  expect(seen).toContain("2 trong 6 dòng mời được")
  expect(seen).toContain("Cơ quan không có đơn vị “Phòng Không Có”")
  expect(seen).toContain("Vai trò “giám sát” không có")
  expect(seen).toContain("đã có vị trí này hoặc đã được mời")
  expect(seen).toContain("cuc@so-mot.example đã có ở dòng trên")
  expect(await invitations()).toEqual([])
})

test("the good lines are invited in one go, each role by a link of its own, into the unit; a head waits for a second person", async () => {
  const answer = await (await invite(carriedIn(await (await look(list)).text()))).text()
  expect(answer).toContain("Đã tạo 3 lời mời")
  expect(answer.match(/\/loi-moi\/[\w-]{43}/g)).toHaveLength(2)
  expect(answer).toContain("chờ người thứ hai đồng ý")
  const [{ id: unit }] = (await db.admin("select id from units")).rows as [{ id: string }]
  expect(await invitations()).toEqual([
    { email: "binh@so-mot.example", role: "clerk", title: "Chuyên viên", unit_id: unit, needs_second: false },
    {
      email: "binh@so-mot.example",
      role: "officer",
      title: "Chuyên viên",
      unit_id: unit,
      needs_second: false,
    },
    { email: "cuc@so-mot.example", role: "leader", title: "Giám đốc", unit_id: null, needs_second: true },
  ])
  const link = /\/loi-moi\/[\w-]{43}/.exec(answer)?.[0] ?? ""
  const taken = await app.request(link, {
    method: "POST",
    headers: { "sec-fetch-site": "same-origin" },
    body: new URLSearchParams({ name: "Phạm Văn Bình", password: "một câu dài để nhớ 2023" }),
  })
  expect(taken.status).toBe(303)
  const posts = await db.admin(
    "select p.unit_id from posts p join officers o on o.id = p.officer_id where o.email = 'binh@so-mot.example'",
  )
  expect(posts.rows).toEqual([{ unit_id: unit }])
})

test("the same list again invites nobody twice", async () => {
  const before = await invitations()
  const seen = await (await look(list)).text()
  expect(seen).toContain("0 trong 6 dòng mời được")
  expect(seen).not.toContain('name="lines"')
  expect(await invitations()).toEqual(before)
})

test("what the page carried on is judged anew: a line made up on the way invites nobody into another body", async () => {
  const before = await invitations()
  const lines = JSON.stringify([
    { line: 2, name: "Kẻ Lạ", email: "la@x.example", roles: "lãnh đạo", body: "Văn phòng UBND tỉnh" },
  ])
  expect(await (await invite(lines)).text()).toContain("Không có lời mời nào được tạo")
  expect((await invite("{}")).status).toBe(422)
  expect(await invitations()).toEqual(before)
})

test("who keeps the chart invites the administrators of other bodies in one go, and nobody else there", async () => {
  const rows = `Cơ quan,Họ và tên,Vai trò,Thư điện tử
so-mot,Đầu Mối,quản trị,daumoi@so-mot.example
so-mot,Chuyên Viên,chuyên viên,cv@so-mot.example
Sở Không Có,Ai Đó,quản trị,ai@x.example
`
  const seen = await (await look(rows, keeper)).text()
  expect(seen).toContain("1 trong 3 dòng mời được")
  expect(seen).toContain("Ở so-mot chỉ mời được vai trò quản trị")
  expect(seen).toContain("Không mời được vào “Sở Không Có”")
  await invite(carriedIn(seen), keeper)
  expect(await invitations()).toContainEqual(
    expect.objectContaining({ email: "daumoi@so-mot.example", role: "administrator", needs_second: true }),
  )
})

test("an officer who administers nothing is refused", async () => {
  expect((await look(list, lan)).status).toBe(403)
})
