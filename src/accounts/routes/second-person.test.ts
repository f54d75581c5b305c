import { rmSync } from "node:fs"
import { sql } from "kysely"
import { afterAll, describe, expect, test } from "vitest"
import { createApp } from "../../app.ts"
import { asJob, asOfficer } from "../../kernel/db/database.ts"
import { previewedMails } from "../../kernel/mail.ts"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { houseOf } from "../../kernel/testing/house.ts"
import { mailAsked, mailLink } from "../actions/mailing.ts"
import { recoverAccount } from "../actions/recovering.ts"
import { paths } from "../paths.ts"
import { officerOf, type Signed, signInAs } from "../testing.ts"

const db = await freshDatabase()
const base = houseOf(db)
/** Mails are kept as files, as in the demo; `silent` is an installation that sends none. */
const house = { ...base, config: { ...base.config, demo: true } }
const app = createApp(house)
const silent = createApp(base)
afterAll(() => rmSync(house.config.dataDir, { recursive: true, force: true }))

const lead = { bodySlug: "so-chu-tri", body: { isLead: true, name: "Sở chủ trì" } }
const boss = await officerOf(db, {
  bodySlug: "so-mot",
  role: "leader",
  email: "truong@so-mot.example",
  password: "câu cũ của trưởng phòng",
})
const admin = await signInAs(db, {
  bodySlug: "so-mot",
  role: "administrator",
  email: "quantri@so-mot.example",
})
const second = await signInAs(db, {
  bodySlug: "so-mot",
  role: "administrator",
  email: "quantri2@so-mot.example",
})
const plain = await signInAs(db, { bodySlug: "so-mot", role: "officer", email: "lan@so-mot.example" })
const loneAdmin = await signInAs(db, {
  bodySlug: "so-hai",
  role: "administrator",
  email: "quantri@so-hai.example",
})
const loneBoss = await officerOf(db, { bodySlug: "so-hai", role: "leader", email: "truong@so-hai.example" })
const leadAdmin = await signInAs(db, { ...lead, role: "administrator", email: "quantri@so-chu-tri.example" })
const stranger = await signInAs(db, {
  bodySlug: "so-ba",
  role: "administrator",
  email: "quantri@so-ba.example",
})

const post = async (path: string, fields: Record<string, string>, who?: Signed, at = app) =>
  at.request(path, {
    method: "POST",
    headers: { "sec-fetch-site": "same-origin", ...(who === undefined ? {} : { cookie: who.cookie }) },
    body: new URLSearchParams(fields),
  })
const see = async (path: string, who: Signed) =>
  (await app.request(path, { headers: { cookie: who.cookie } })).text()
const officerNamed = async (of: Signed) =>
  (await db.admin("select full_name as name from officers where id = $1", [of.officerId])).rows[0]
const newest = async (email: string) =>
  (await db.admin("select * from invitations where email = $1 order by id desc limit 1", [email])).rows[0]
/** The worker's turn: what waits in the queue for one invitation. */
const work = async (id: string) => {
  await mailAsked(house, { invitation: id })
  await mailLink(house, { invitation: id })
}
const mailsTo = async (email: string) => (await previewedMails(house)).filter(({ to }) => to === email)
const linkIn = (text: string) => /\/loi-moi\/[\w-]{43}/.exec(text)?.[0] ?? ""
const newPost = (email: string, role: string) => ({ email, name: "Người Mới", title: "Vị trí mới", role })
const next = "một câu hoàn toàn mới 2023"

describe("an administrator alone cannot become the head of the body", () => {
  test("a link for the head's password waits for a second person; the head is told at once and at the next sign-in", async () => {
    const asked = await post(paths.postPassword(boss.postId), {}, admin)
    expect(asked.headers.get("location")).toContain("cho-dong-y")
    const { id } = await newest("truong@so-mot.example")
    await work(id)
    const [told] = await mailsTo("truong@so-mot.example")
    expect(told?.text).toContain("chờ một người thứ hai đồng ý")
    expect(linkIn(told?.text ?? "")).toBe("")
    expect((await post(paths.agree(id), {}, admin)).status).toBe(404)
    expect(await see(paths.agreeing, second)).toContain("truong@so-mot.example")
    const agreed = await post(paths.agree(id), {}, second)
    expect(agreed.headers.get("location")).toContain("da=gui")
    await work(id)
    await work(id)
    const mails = await mailsTo("truong@so-mot.example")
    expect(mails).toHaveLength(2)
    const link = linkIn(mails.map(({ text }) => text).join("\n"))
    expect((await post(link, { password: next })).status).toBe(303)
    const signedIn = await post(paths.signIn, { email: "truong@so-mot.example", password: next })
    expect(signedIn.headers.get("location")).toBe(paths.account)
    const cookie = signedIn.headers
      .getSetCookie()
      .map((one) => one.split(";")[0])
      .join("; ")
    const page = await (await app.request(paths.account, { headers: { cookie } })).text()
    expect(page).toContain("tạo đường dẫn đặt lại mật khẩu của bạn")
    await app.request(paths.notices, { method: "POST", headers: { cookie, "sec-fetch-site": "same-origin" } })
    expect(await (await app.request(paths.account, { headers: { cookie } })).text()).not.toContain(
      "Tôi đã biết",
    )
  })

  test("nobody gives himself a post, and nobody a leader's or an administrator's post, alone", async () => {
    for (const [email, role] of [
      ["quantri@so-mot.example", "officer"],
      ["quantri@so-mot.example", "leader"],
      ["moi@ngoai.example", "administrator"],
      ["moi@ngoai.example", "leader"],
    ] as const) {
      const asked = await post(paths.invitations, newPost(email, role), admin)
      expect([role, asked.headers.get("location")]).toEqual([role, expect.stringContaining("cho-dong-y")])
    }
    expect((await post(paths.postRole(plain.postId), { role: "leader" }, admin)).status).toBe(422)
    const lower = await post(paths.invitations, newPost("thap@so-mot.example", "officer"), admin)
    expect(lower.headers.get("location")).toContain("da=gui")
  })

  test("an administrator who asks a post for his own name under another address waits for a second person", async () => {
    const { name } = await officerNamed(admin)
    for (const written of [name, ` ${name.toUpperCase().replace(" ", "  ")}`.normalize("NFD")]) {
      const fields = { ...newPost("toi-khac@ngoai.example", "officer"), name: written }
      const asked = await post(paths.invitations, fields, admin, silent)
      expect(asked.headers.get("location")).toContain("cho-dong-y")
    }
  })

  test("a head whose post an administrator lowers is told of it, and his password still takes a second person", async () => {
    const head = await signInAs(db, { bodySlug: "so-mot", role: "leader", email: "pho@so-mot.example" })
    const lowered = await post(paths.postRole(head.postId), { role: "observer" }, admin)
    expect(lowered.status).toBe(303)
    expect(await see(paths.account, head)).toContain("hạ vai trò của bạn")
    const asked = await post(paths.postPassword(head.postId), {}, admin, silent)
    expect(asked.headers.get("location")).toContain("cho-dong-y")
    await db.admin("update posts set stood_high_until = '2020-01-01' where id = $1", [head.postId])
    expect((await post(paths.postPassword(head.postId), {}, admin, silent)).status).toBe(200)
  })

  test("a link made for a clerk who has become the head since opens nothing", async () => {
    const clerk = await officerOf(db, { bodySlug: "so-mot", role: "clerk", email: "len@so-mot.example" })
    const page = await (await post(paths.postPassword(clerk.postId), {}, admin, silent)).text()
    const link = linkIn(page)
    await db.admin("update posts set role = 'leader' where id = $1", [clerk.postId])
    expect((await post(link, { password: next }, undefined, silent)).status).toBe(410)
    await db.admin("update posts set role = 'clerk' where id = $1", [clerk.postId])
    await db.admin("update posts set stood_high_until = null where id = $1", [clerk.postId])
    expect((await post(link, { password: next }, undefined, silent)).status).toBe(303)
  })

  test("an officer's post with the title of one that sanctions waits for a second person; the head is told of each post asked for", async () => {
    const head = await signInAs(db, {
      bodySlug: "so-mot",
      role: "leader",
      email: "thu-truong@so-mot.example",
    })
    for (const [title, waits] of [
      ["Chánh Thanh tra Sở", true],
      ["Phó Giám đốc", true],
      ["CHU TICH UBND xã Mẫu", true],
      ["Chuyên viên Phòng Công nghệ thông tin", false],
      ["Trưởng phòng Văn thư", false],
    ] as const) {
      const asked = { ...newPost(`x${title.length}@so-mot.example`, "officer"), title }
      const at = (await post(paths.invitations, asked, admin)).headers.get("location")
      expect([title, at?.includes("cho-dong-y")]).toEqual([title, waits])
    }
    const told = await see(paths.account, head)
    expect(told).toContain("mời Người Mới, Chánh Thanh tra Sở vào cơ quan bạn")
    expect(told).toContain("mời Người Mới, Chuyên viên Phòng Công nghệ thông tin vào cơ quan bạn")
  })

  test("in a body of the police nobody makes a head of a division or a constable alone, for these may sanction", async () => {
    const police = { name: "Công an tỉnh", kind: "police" }
    const keeper = await signInAs(db, {
      ...{ bodySlug: "cong-an-so", body: police, role: "administrator" },
      email: "quantri@cong-an-so.example",
    })
    for (const title of ["Trưởng phòng PA05", "Trưởng phòng Kinh tế", "Chiến sĩ"]) {
      const asked = { ...newPost(`p${title.length}@cong-an-so.example`, "officer"), title }
      expect((await post(paths.invitations, asked, keeper)).headers.get("location")).toContain("cho-dong-y")
    }
  })

  test("a head for whom an administrator writes down that another signs is told of it at once", async () => {
    const head = await signInAs(db, { bodySlug: "so-mot", role: "leader", email: "giam-doc@so-mot.example" })
    await asOfficer(db, admin.who, (tx) =>
      sql`insert into delegations (body_id, from_post_id, to_post_id, form, scope, basis, valid_from)
        values (${admin.bodyId}, ${head.postId}, ${plain.postId}, 'KT', 'Văn bản', 'Phân công', current_date)`.execute(
        tx,
      ),
    )
    expect(await see(paths.account, head)).toMatch(/ghi rằng [^<]+ \(KT\.\) được ký thay bạn/)
  })

  test("a link that waits opens nothing, even for who would know it", async () => {
    const asked = await post(paths.invitations, newPost("cho@so-mot.example", "leader"), admin, silent)
    expect(asked.status).toBe(303)
    const { id, token_hash } = await newest("cho@so-mot.example")
    expect(token_hash).toMatch(/./)
    const taken = asJob(db, "accounts.invitation", (tx) =>
      sql`update invitations set accepted_at = now() where id = ${id}`.execute(tx),
    )
    await expect(taken).rejects.toThrow(/invitations_taken_when_agreed/)
  })

  test("without mail the second person hands the link over; who asked never sees it", async () => {
    await post(paths.invitations, newPost("moi2@so-mot.example", "leader"), admin, silent)
    const { id } = await newest("moi2@so-mot.example")
    const page = await (await post(paths.agree(id), {}, second, silent)).text()
    expect((await silent.request(linkIn(page))).status).toBe(200)
    expect((await post(paths.agree(id), {}, second, silent)).status).toBe(404)
  })
})

describe("who may be the second", () => {
  test("where a body has nobody else, an administrator of the lead department; a stranger never, the owner never", async () => {
    await post(paths.postPassword(loneBoss.postId), {}, loneAdmin)
    const { id } = await newest("truong@so-hai.example")
    const owner = await signInAs(db, { bodySlug: "so-hai", role: "leader", email: "truong@so-hai.example" })
    for (const other of [loneAdmin, stranger, owner])
      expect((await post(paths.agree(id), {}, other)).status).toBe(404)
    expect((await post(paths.agree(id), {}, plain)).status).toBe(403)
    expect((await post(paths.agree(id), {}, leadAdmin)).status).toBe(303)
  })

  test("the lead department does not decide where the body has a second person of its own", async () => {
    await post(paths.invitations, newPost("them@so-mot.example", "leader"), admin)
    const { id } = await newest("them@so-mot.example")
    expect((await post(paths.agree(id), {}, leadAdmin)).status).toBe(404)
  })

  test("by SQL as the officers' role: no agreement of one's own, no post, no raised role, no word that nobody is needed", async () => {
    const as = (statement: string) => asOfficer(db, admin.who, (tx) => sql.raw(statement).execute(tx))
    const { id } = await newest("them@so-mot.example")
    for (const statement of [
      `update invitations set approved_by = '${second.officerId}', approved_at = now() where id = '${id}'`,
      `update invitations set needs_second = false where id = '${id}'`,
      `insert into invitations (body_id, purpose, token_hash, email, full_name, title, role, invited_by, expires_at, needs_second)
        values ('${admin.bodyId}', 'post', 'x', 'a@b.example', 'A', 'A', 'leader', '${admin.officerId}', now() + interval '1 day', false)`,
      `insert into posts (officer_id, body_id, title, role) values ('${admin.officerId}', '${admin.bodyId}', 'A', 'officer')`,
      `update posts set role = 'leader' where id = '${plain.postId}'`,
      `update posts set role = 'officer' where id = '${admin.postId}'`,
      `update posts set officer_id = '${admin.officerId}' where id = '${boss.postId}'`,
      `insert into account_notices (officer_id, what) values ('${boss.officerId}', 'link-made')`,
    ])
      await expect(as(statement)).rejects.toThrow(/permission denied|a second person agreed/)
    const agreed = await asOfficer(db, admin.who, (tx) =>
      sql<{ done: boolean }>`select agree_to_invitation(${id}::uuid, 'mine', 24) as done`.execute(tx),
    )
    expect(agreed.rows).toEqual([{ done: false }])
  })
})

describe("a forgotten password", () => {
  test("the owner gets a link to the mail address of the record, and the second step stays", async () => {
    await db.admin("update credentials set totp_sealed = 'x' where officer_id = $1", [boss.officerId])
    expect((await post(paths.reset, { email: " Truong@So-Mot.example " })).status).toBe(200)
    const made = await newest("truong@so-mot.example")
    expect(made).toMatchObject({ keeps_second_step: true, invited_by: null, needs_second: false })
    await work(made.id)
    const mails = await mailsTo("truong@so-mot.example")
    const mail = mails.find(({ text }) => text.includes("Có người đã nhập thư điện tử này"))
    expect((await post(linkIn(mail?.text ?? ""), { password: "câu thứ ba, chưa ai biết" })).status).toBe(303)
    const kept = await db.admin("select totp_sealed from credentials where officer_id = $1", [boss.officerId])
    expect(kept.rows[0].totp_sealed).not.toBeNull()
  })

  test("an address that nobody has is answered with the same page, is counted the same, and gets no mail", async () => {
    const email = "khong-ai@so-mot.example"
    const strip = (page: string) => page.replaceAll(/[\w.-]+@[\w.-]+/g, "…")
    const known = await post(paths.reset, { email: "lan@so-mot.example" })
    const unknown = await post(paths.reset, { email })
    expect([unknown.status, strip(await unknown.text())]).toEqual([known.status, strip(await known.text())])
    let last = 200
    for (let n = 0; n < 5 && last === 200; n += 1) last = (await post(paths.reset, { email })).status
    expect(last).toBe(429)
    expect(await newest(email)).toBeUndefined()
    expect(await mailsTo(email)).toEqual([])
  })

  test("an installation without mail says who can help, and asks nothing", async () => {
    expect(await (await silent.request(paths.reset)).text()).toContain("không gửi được thư")
    expect((await post(paths.reset, { email: "lan@so-mot.example" }, undefined, silent)).status).toBe(422)
  })
})

describe("the last resort on the machine", () => {
  test("is journaled, told to the owner, and shown to every administrator for thirty days", async () => {
    expect(await recoverAccount(house, "khong-ai@so-mot.example")).toBeNull()
    const made = await recoverAccount(house, "quantri@so-ba.example")
    expect((await app.request(paths.invitation(made?.token ?? ""))).status).toBe(200)
    const journaled = await db.admin("select acted_as from journal where what = 'account.recovered'")
    expect(journaled.rows).toEqual([{ acted_as: "lp_job" }])
    expect(await see(paths.officers, loneAdmin)).toContain("Tài khoản được mở lại từ máy chủ")
    expect(await see(paths.account, stranger)).toContain("người vận hành máy chủ")
    expect(await see(paths.officers, plain)).not.toContain("Tài khoản được mở lại từ máy chủ")
    await db.admin("update account_recoveries set at = at - interval '31 days'")
    expect(await see(paths.officers, loneAdmin)).not.toContain("Tài khoản được mở lại từ máy chủ")
  })
})
