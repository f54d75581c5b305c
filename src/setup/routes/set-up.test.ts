/** What the pages of the set-up promise whoever runs the machine, and whoever finds the address. */
import { beforeAll, describe, expect, test } from "vitest"
import { officerOf } from "../../accounts/testing.ts"
import { createApp } from "../../app.ts"
import { asJob, asPublic } from "../../kernel/db/database.ts"
import { linkHere } from "../../kernel/http/links.ts"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { houseOf } from "../../kernel/testing/house.ts"
import { completeSetup } from "../actions/complete.ts"
import { makeLink } from "../actions/links.ts"
import { steps } from "../domain/plan.ts"
import { exampleSetup } from "../example.ts"
import { paths } from "../paths.ts"

const db = await freshDatabase()
const house = houseOf(db, { province: null })
const app = createApp(house)
const ours = { "sec-fetch-site": "same-origin", "content-type": "application/x-www-form-urlencoded" }
const post = (path: string, fields: Record<string, string> = {}, cookie = "") =>
  app.request(path, { method: "POST", headers: { ...ours, cookie }, body: new URLSearchParams(fields) })
const get = (path: string, cookie = "") => app.request(path, { headers: { cookie } })
const cookieOf = (answer: Response) => (answer.headers.get("set-cookie") ?? "").split(";")[0] ?? ""
const link = async () => paths.begin((await makeLink(house)) ?? "none")
const begin = async () => cookieOf(await post(await link()))
const count = async (table: string) => Number((await db.admin(`select count(*) from ${table}`)).rows[0].count)

describe("the link", () => {
  test("is kept as a keyed hash only, and its cookie is out of reach of scripts", async () => {
    const path = await link()
    const { rows } = await db.admin("select token_hash from setup_links")
    expect(rows).toHaveLength(1)
    expect(path).not.toContain(rows[0].token_hash)
    const answer = await post(path)
    expect(answer.headers.get("set-cookie")).toMatch(/lp_setup=.+HttpOnly; SameSite=Lax/)
    expect(answer.headers.get("referrer-policy")).toBe("no-referrer")
  })
  test("of two who open it at once one goes on", async () => {
    const path = await link()
    const answers = await Promise.all([post(path), post(path)])
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 410])
  })
  test("is dead when a newer one was made, and after an hour", async () => {
    const [older, newer] = [await link(), await link()]
    expect((await get(older)).status).toBe(410)
    expect((await get(newer)).status).toBe(200)
    await db.admin("update setup_links set expires_at = '2000-01-01'")
    expect((await get(newer)).status).toBe(410)
    expect((await post(newer)).status).toBe(410)
  })
  test("without its cookie no step can be read or sent", async () => {
    await begin()
    for (const step of steps) {
      expect((await get(paths.step(step))).status).toBe(410)
      expect((await post(paths.step(step))).status).toBe(410)
    }
    expect((await post(paths.review)).status).toBe(410)
    expect((await post(paths.mailTest)).status).toBe(410)
  })
})

describe("at a name of the office's network, while the public https address does not lead here yet", () => {
  const early = createApp(houseOf(db, { province: null, publicUrl: "https://lienphong.example" }))
  const at = (host: string) => async (path: string) => early.request(`http://${host}:3000${path}`)
  const lan = at("may-chu-van-phong")

  test("whoever sets up sends the form: the browser keeps its cookies, and a form without its token is refused still", async () => {
    const path = await link()
    const page = await lan(path)
    const visit = page.headers.get("set-cookie") ?? ""
    expect(visit).toMatch(/lp_form=/)
    expect(visit).not.toContain("Secure")
    const token = /name="csrf" value="([0-9a-f]+)"/.exec(await page.text())?.[1] ?? ""
    const send = (csrf: string) =>
      early.request(`http://may-chu-van-phong:3000${path}`, {
        ...{ method: "POST", body: new URLSearchParams({ csrf }) },
        headers: { origin: "null", cookie: cookieOf(page) },
      })
    expect((await send("0".repeat(80))).status).toBe(403)
    const answer = await send(token)
    expect(answer.status).toBe(303)
    expect(answer.headers.get("set-cookie")).toMatch(/^lp_setup=(?!.*Secure)/)
  })

  test("the public address itself goes on giving cookies for https alone", async () => {
    expect((await at("lienphong.example")(await link())).headers.get("set-cookie")).toMatch(
      /lp_form=.*Secure/,
    )
  })

  test("the link is printed for where the program listens, and the public one below it", () => {
    const config = { host: "192.168.1.20", port: 3000, publicUrl: "https://lienphong.example" }
    const [here, , there] = linkHere(config, "/cai-dat/x").split("\n")
    expect([here, there]).toEqual([
      "http://192.168.1.20:3000/cai-dat/x",
      "https://lienphong.example/cai-dat/x",
    ])
  })
})

describe("an answer", () => {
  test("that names a backup folder which is not on the machine, or takes no file, comes back with how to put it right", async () => {
    const cookie = await begin()
    const answer = await post(
      paths.step("keeping"),
      { keysCopiedTo: "Két", backupDir: "/chua/gan-o-dia" },
      cookie,
    )
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain("Trên máy chủ không có thư mục này")
    expect(html).toContain('value="/chua/gan-o-dia"')
    const kept = { keysCopiedTo: "Két", backupDir: house.config.dataDir }
    expect((await post(paths.step("keeping"), kept, cookie)).status).toBe(303)
  })
  test("that cannot be used comes back as it was typed, with the sentence at its field", async () => {
    const cookie = await begin()
    const answer = await post(paths.step("keeping"), { keysCopiedTo: "Két", backupDir: "sao-luu" }, cookie)
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain("Đường dẫn bắt đầu bằng dấu /.")
    expect(html).toContain('value="sao-luu"')
  })
  test("lies sealed: the password of the mail server is not to be read in the database", async () => {
    const cookie = await begin()
    const server = "smtps://hop-thu:mat-khau-that@thu.example"
    expect(
      (await post(paths.step("reach"), { address: "", server, from: "lp@tinh.example" }, cookie)).status,
    ).toBe(303)
    const { rows } = await db.admin("select sealed from setup_answers where step = 'reach'")
    expect(rows[0].sealed.toString("latin1")).not.toContain("mat-khau-that")
    expect(await (await get(paths.review, cookie)).text()).not.toContain("mat-khau-that")
  })
  test("of another province takes along what was built on the one before", async () => {
    const cookie = await begin()
    await post(paths.step("province"), { code: "15" }, cookie)
    await post(paths.step("posts"), { lead: "Sở Y tế", chartKeeper: "Văn phòng UBND tỉnh" }, cookie)
    await post(paths.step("province"), { code: "79" }, cookie)
    expect(await count("setup_answers where step = 'posts'")).toBe(0)
  })
})

describe("completing", () => {
  test("refuses what does not fit and writes nothing of it", async () => {
    const setup = exampleSetup()
    const refused = await completeSetup(
      house,
      { ...setup, posts: { ...setup.posts, lead: "Sở Không Có" } },
      "file",
    )
    expect(refused).toEqual({ at: "refused", complaints: [{ path: ["posts", "lead"], why: "leadUnknown" }] })
    for (const table of ["bodies", "areas", "invitations", "installation", "public_numbers"])
      expect(await count(table), table).toBe(0)
  })
  test("that breaks half-way leaves nothing, and can be done again", async () => {
    await db.admin("alter table installation add constraint broken check (false)")
    await expect(completeSetup(house, exampleSetup(), "file")).rejects.toThrow()
    await db.admin("alter table installation drop constraint broken")
    for (const table of ["bodies", "areas", "invitations", "public_numbers"])
      expect(await count(table), table).toBe(0)
  })

  describe("of two at once", () => {
    beforeAll(async () => {
      const both = await Promise.all([1, 2].map(() => completeSetup(house, exampleSetup(), "file")))
      expect(both.map(({ at }) => at).sort()).toEqual(["done", "over"])
    })
    test("one is taken: the chart, its lead and its keeper, two invitations, journaled", async () => {
      expect(await count("bodies where is_lead")).toBe(1)
      expect(await count("bodies where keeps_chart")).toBe(1)
      expect(await count("invitations where role = 'administrator'")).toBe(2)
      expect(await count("journal where what in ('setup.completed', 'officer.invited')")).toBe(3)
      expect(house.province?.code).toBe(exampleSetup().province.code)
      expect(house.config.publicUrl).toBe("https://lienphong.example")
      expect(house.config.smtpUrl).toContain("smtps://")
    })
    test("afterwards no link is made, no page of it is left, and nobody sees its rows", async () => {
      expect(await makeLink(house)).toBeNull()
      expect(await count("setup_links")).toBe(0)
      expect(await count("setup_answers")).toBe(0)
      for (const path of [paths.setup, paths.begin("A".repeat(43)), ...steps.map((step) => paths.step(step))])
        expect((await get(path)).status, path).toBe(410)
      await expect(
        asJob(db, "test", (tx) =>
          tx.insertInto("setupLinks").values({ tokenHash: "x", expiresAt: "2999-01-01" }).execute(),
        ),
      ).rejects.toThrow(/row-level security/)
    })
    test("a number that nobody checked is not shown to the public", async () => {
      await db.admin(
        "insert into public_numbers (number, name, shown_for, source) values ('18000000', 'Chưa ai xem', 'sim', 'x')",
      )
      const shown = await asPublic(db, (tx) => tx.selectFrom("publicNumbers").select("number").execute())
      expect(shown).toEqual([{ number: "113" }])
    })
  })
})

test("a database that has an administrator cannot be set up, whatever else is missing", async () => {
  const other = await freshDatabase()
  await officerOf(other, { bodySlug: "so-mau", role: "administrator" })
  const doors = { ...houseOf(other, { province: null }) }
  expect(await makeLink(doors)).toBeNull()
  expect((await completeSetup(doors, exampleSetup(), "file")).at).toBe("over")
  await other.admin("insert into setup_links (token_hash, expires_at) values ('x', '2999-01-01')")
  const rows = await asJob(other, "test", (tx) => tx.selectFrom("setupLinks").selectAll().execute())
  expect(rows).toEqual([])
})
