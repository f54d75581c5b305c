import { generate } from "otplib"
import { beforeAll, describe, expect, test } from "vitest"
import { createApp } from "../../app.ts"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { houseOf } from "../../kernel/testing/house.ts"
import { officerOf, type Signed, signInAs } from "../testing.ts"

const db = await freshDatabase()
const app = createApp(houseOf(db))
const own = { "sec-fetch-site": "same-origin", "content-type": "application/x-www-form-urlencoded" } as const
const password = "một câu dài dễ nhớ của Lan"

function send(path: string, fields: Record<string, string>, cookie = "", from = "192.0.2.7") {
  const headers = { ...own, cookie, "x-forwarded-for": from }
  return app.request(path, { method: "POST", headers, body: new URLSearchParams(fields).toString() })
}
const see = async (path: string, cookie = "") => (await app.request(path, { headers: { cookie } })).text()
const cookiesOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .filter((one) => one?.endsWith("=") === false)
    .join("; ")
const signIn = (email: string, secret: string, cookie = "", from = "192.0.2.7") =>
  send("/dang-nhap", { email, password: secret, next: "/lam-viec" }, cookie, from)

beforeAll(async () => {
  await officerOf(db, {
    bodySlug: "so-mau",
    role: "officer",
    name: "Lê Thị Lan",
    email: "lan@so-mau.example",
    password,
  })
})

describe("signing in", () => {
  test("with the right password leads on, and the cookie is out of reach of scripts and other sites", async () => {
    const answer = await signIn("lan@so-mau.example", password)
    expect(answer.status).toBe(303)
    expect(answer.headers.get("location")).toBe("/lam-viec")
    const session = answer.headers.getSetCookie().find((one) => one.startsWith("lp_session="))
    expect(session).toMatch(/HttpOnly/)
    expect(session).toMatch(/SameSite=Lax/)
    expect(await see("/tai-khoan", cookiesOf(answer))).toContain("lan@so-mau.example")
  })

  test("with a wrong password or an unknown address gives the same sentence and keeps the address", async () => {
    for (const email of ["lan@so-mau.example", "khong-co@so-mau.example"]) {
      const answer = await signIn(email, "mật khẩu đoán mò thôi", "", "192.0.2.9")
      const page = await answer.text()
      expect(answer.status).toBe(422)
      expect(page).toContain("Thư điện tử hoặc mật khẩu chưa đúng")
      expect(page).toContain(email)
    }
  })

  test("leads to no other site, whatever the address asks", async () => {
    for (const next of ["//xau.example/x", "https://xau.example", "/\\xau.example"]) {
      const answer = await send("/dang-nhap", { email: "lan@so-mau.example", password, next })
      expect(answer.headers.get("location")).toBe("/lam-viec")
    }
  })

  test("a form sent from another site is refused", async () => {
    const answer = await app.request("/dang-nhap", {
      method: "POST",
      headers: { ...own, "sec-fetch-site": "cross-site" },
      body: "email=lan%40so-mau.example",
    })
    expect(answer.status).toBe(403)
  })

  test("a stranger who guesses is made to wait, and cannot lock the owner out of a device they know", async () => {
    const device = cookiesOf(await signIn("lan@so-mau.example", password, "", "198.51.100.1"))
    let last = 0
    for (let tries = 0; tries < 60 && last !== 429; tries += 1)
      last = (await signIn("lan@so-mau.example", `đoán lần thứ ${tries} xem sao`, "", "203.0.113.5")).status
    expect(last).toBe(429)
    expect((await signIn("lan@so-mau.example", password, device, "198.51.100.1")).status).toBe(303)
  })
})

describe("one's own account", () => {
  let cookie = ""
  beforeAll(async () => {
    await officerOf(db, {
      bodySlug: "so-mau",
      role: "officer",
      name: "Trần Văn Tú",
      email: "tu@so-mau.example",
      password,
    })
    cookie = cookiesOf(await signIn("tu@so-mau.example", password, "", "192.0.2.20"))
  })

  test("is nobody's who is not signed in", async () => {
    const answer = await app.request("/tai-khoan")
    expect(answer.status).toBe(303)
    expect(answer.headers.get("location")).toBe("/dang-nhap?next=%2Ftai-khoan")
  })

  test("a session ended from another device is over at once", async () => {
    const other = cookiesOf(await signIn("tu@so-mau.example", password, "", "192.0.2.21"))
    expect((await send("/tai-khoan/phien-khac/ket-thuc", {}, cookie)).status).toBe(303)
    expect((await app.request("/tai-khoan", { headers: { cookie: other } })).status).toBe(303)
    expect((await app.request("/tai-khoan", { headers: { cookie } })).status).toBe(200)
  })

  test("a session of somebody else cannot be ended, nor be seen to exist", async () => {
    const lan = await db.admin(
      "select s.id from sessions s join officers o on o.id = s.officer_id where o.email = 'lan@so-mau.example' limit 1",
    )
    expect((await send(`/tai-khoan/phien/${lan.rows[0]?.id}/ket-thuc`, {}, cookie)).status).toBe(404)
  })

  test("a new password must be long, not common, typed twice alike, and proved by the old one", async () => {
    const refused: [Record<string, string>, string][] = [
      [{ current: password, next: "ngắn quá", again: "ngắn quá" }, "ít nhất 12 ký tự"],
      [{ current: password, next: "một câu khác hẳn đi", again: "một câu khác hẳn" }, "chưa giống nhau"],
      [
        { current: "sai mất rồi nhé", next: "một câu khác hẳn đi", again: "một câu khác hẳn đi" },
        "hiện tại chưa đúng",
      ],
    ]
    for (const [fields, sentence] of refused) {
      const answer = await send("/tai-khoan/mat-khau", fields, cookie)
      expect({ status: answer.status, told: (await answer.text()).includes(sentence) }).toEqual({
        status: 422,
        told: true,
      })
    }
  })

  test("the second step is asked from then on; each recovery code opens once", async () => {
    const set = await (await send("/tai-khoan/xac-thuc", { current: password }, cookie)).text()
    const secret = (/<code>([A-Z2-7 ]{20,60})<\/code>/.exec(set)?.[1] ?? "").replaceAll(" ", "")
    expect((await send("/tai-khoan/xac-thuc/ma-dau-tien", { code: "000000" }, cookie)).status).toBe(422)
    const code = await generate({ secret })
    const shown = await (await send("/tai-khoan/xac-thuc/ma-dau-tien", { code }, cookie)).text()
    const recovery = [...shown.matchAll(/<code>([\w-]{8,30})<\/code>/g)].map((match) => match[1] ?? "")
    expect(recovery.length).toBe(10)
    const enter = async (step: string) => {
      const first = await signIn("tu@so-mau.example", password, "", "192.0.2.30")
      expect(first.headers.get("location")).toContain("/dang-nhap/buoc-hai")
      return send("/dang-nhap/buoc-hai?next=/lam-viec", { code: step }, cookiesOf(first), "192.0.2.30")
    }
    expect((await enter("123456")).status).toBe(422)
    expect((await enter(recovery[0] ?? "")).status).toBe(303)
    expect((await enter(recovery[0] ?? "")).status).toBe(422)
  })
})

describe("the administrator of a body", () => {
  let admin: Signed
  let officer: Signed
  beforeAll(async () => {
    admin = await signInAs(db, { bodySlug: "so-kia", role: "administrator", name: "Phạm Quản Trị" })
    officer = await signInAs(db, { bodySlug: "so-kia", role: "officer", name: "Vũ Chuyên Viên" })
  })
  const invited = { email: "moi@so-kia.example", name: "Đỗ Văn Mới", title: "Chuyên viên", role: "officer" }
  const linkIn = (page: string) => /\/loi-moi\/[\w-]+/.exec(page)?.[0] ?? ""

  test("invites by a link that works once", async () => {
    const link = linkIn(await (await send("/quan-tri/can-bo/loi-moi", invited, admin.cookie)).text())
    expect(await see(link)).toContain("moi@so-kia.example")
    expect((await send(link, { name: "Đỗ Văn Mới", password: "ngắn" })).status).toBe(422)
    expect((await send(link, { name: "Đỗ Văn Mới", password })).status).toBe(303)
    expect((await send(link, { name: "Kẻ Khác", password })).status).toBe(410)
    expect((await signIn("moi@so-kia.example", password, "", "192.0.2.40")).status).toBe(303)
  })

  test("sees what is missing when the form is not filled in, with every answer kept", async () => {
    const answer = await send(
      "/quan-tri/can-bo/loi-moi",
      { ...invited, email: "sai", role: "" },
      admin.cookie,
    )
    const page = await answer.text()
    expect(answer.status).toBe(422)
    expect(page).toContain("Chọn vai trò")
    expect(page).toContain("Đỗ Văn Mới")
  })

  test("withdraws an invitation, and its link is over", async () => {
    const link = linkIn(
      await (
        await send("/quan-tri/can-bo/loi-moi", { ...invited, email: "nua@so-kia.example" }, admin.cookie)
      ).text(),
    )
    const { rows } = await db.admin("select id from invitations where email = 'nua@so-kia.example'")
    expect((await send(`/quan-tri/can-bo/loi-moi/${rows[0]?.id}/thu-hoi`, {}, admin.cookie)).status).toBe(303)
    expect((await app.request(link)).status).toBe(410)
  })

  test("changes a role and ends a post at once; neither their own nor the last administrator's", async () => {
    expect(
      (await send(`/quan-tri/can-bo/${officer.postId}/vai-tro`, { role: "observer" }, admin.cookie)).status,
    ).toBe(303)
    expect(await see("/quan-tri/can-bo", admin.cookie)).toContain("theo dõi")
    const self = await send(`/quan-tri/can-bo/${admin.postId}/ket-thuc`, {}, admin.cookie)
    expect(self.status).toBe(422)
    expect((await send(`/quan-tri/can-bo/${officer.postId}/ket-thuc`, {}, admin.cookie)).status).toBe(303)
    expect((await app.request("/tai-khoan", { headers: { cookie: officer.cookie } })).status).toBe(303)
  })

  test("cannot touch a post of another body, nor see that it exists", async () => {
    const stranger = await signInAs(db, {
      bodySlug: "so-mau",
      role: "officer",
      email: "khach@so-mau.example",
    })
    for (const path of ["ket-thuc", "vai-tro", "mat-khau"])
      expect(
        (await send(`/quan-tri/can-bo/${stranger.postId}/${path}`, { role: "clerk" }, admin.cookie)).status,
      ).toBe(404)
  })

  test("makes a token with scopes that is shown once and can be revoked", async () => {
    expect(
      (await send("/quan-tri/ma-truy-cap", { name: "Trục liên thông", days: "30" }, admin.cookie)).status,
    ).toBe(422)
    const made = { name: "Trục liên thông", days: "30", scopes: "directives:read" }
    const page = await (await send("/quan-tri/ma-truy-cap", made, admin.cookie)).text()
    const token = /lienphong_[\w-]+/.exec(page)?.[0] ?? ""
    const ask = () => app.request("/api/v1/directives", { headers: { authorization: `Bearer ${token}` } })
    expect((await ask()).status).toBe(200)
    expect(await see("/quan-tri/ma-truy-cap", admin.cookie)).not.toContain(token)
    const { rows } = await db.admin("select id from api_tokens where name = 'Trục liên thông'")
    expect((await send(`/quan-tri/ma-truy-cap/${rows[0]?.id}/thu-hoi`, {}, admin.cookie)).status).toBe(303)
    expect((await ask()).status).toBe(401)
  })

  test("is the only one: an ordinary officer gets a page that says who may", async () => {
    const plain = await signInAs(db, { bodySlug: "so-kia", role: "officer", email: "thuong@so-kia.example" })
    const answer = await app.request("/quan-tri/ma-truy-cap", { headers: { cookie: plain.cookie } })
    expect(answer.status).toBe(403)
    expect(await answer.text()).toContain("quản trị")
  })
})
