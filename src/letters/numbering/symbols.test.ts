/** What stands behind a number is each body's own, and every document that the program writes for it carries it. */
import { rmSync } from "node:fs"
import { afterAll, expect, test } from "vitest"
import { type Signed, signInAs } from "../../accounts/testing.ts"
import { createApp } from "../../app.ts"
import { asOfficer } from "../../kernel/db/database.ts"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { houseOf } from "../../kernel/testing/house.ts"
import { paths } from "../paths.ts"
import { symbolsOf } from "./symbols.ts"

const db = await freshDatabase()
const house = houseOf(db)
const app = createApp(house)
afterAll(() => rmSync(house.config.dataDir, { recursive: true, force: true }))
const at = (bodySlug: string, role: "administrator" | "officer" | "leader") =>
  signInAs(db, {
    bodySlug,
    role,
    name: `${role} ${bodySlug}`,
    body: { name: `Sở Mẫu ${bodySlug.toUpperCase()}` },
  })
const [keeper, officer, leader, other] = [
  await at("a", "administrator"),
  await at("a", "officer"),
  await at("a", "leader"),
  await at("b", "administrator"),
]
const post = (path: string, fields: Record<string, string>, who: Signed) =>
  app.request(path, { method: "POST", headers: who.headers, body: new URLSearchParams(fields) })
const see = async (path: string, who: Signed) =>
  (await app.request(path, { headers: { cookie: who.cookie } })).text()
const drafted = async (kind: string, symbol = "") => {
  const fields = { kind, symbol, place: "Mẫu", subject: `thử ${kind}`, body: "Nội dung.", way: "own" }
  const answer = await post(paths.newDocument, { ...fields, signerId: leader.officerId }, officer)
  expect(answer.status, await answer.clone().text()).toBe(303)
  const { rows } = await db.admin(
    "select model ->> 'symbol' as symbol from official_documents order by id desc limit 1",
  )
  return rows[0].symbol
}

test("until a body says otherwise its documents carry the first letters of its name", async () => {
  expect(await drafted("report")).toBe("BC-SMA")
  expect(await drafted("letter")).toBe("SMA")
})

test("what its administrator says stands behind the number of every document from then on, typed symbols aside", async () => {
  const answer = await post(paths.symbols, { abbreviation: "skhcn", field: "bcvt" }, keeper)
  expect(answer.headers.get("location")).toBe(`${paths.symbols}?da=luu`)
  const page = await see(paths.symbols, keeper)
  expect(page).toContain("12/SKHCN-BCVT")
  expect(page).toContain("12/BC-SKHCN")
  expect(await drafted("letter")).toBe("SKHCN-BCVT")
  expect(await drafted("report")).toBe("BC-SKHCN")
  expect(await drafted("letter", "SKHCN-TTr")).toBe("SKHCN-TTr")
  const { rows } = await db.admin("select details from journal where what = 'letter.symbols-changed'")
  expect(rows).toEqual([{ details: { abbreviation: "SKHCN", field: "BCVT" } }])
})

test("another body goes on with its own, and sees nothing of this one's", async () => {
  const theirs = await asOfficer(db, other.who, (tx) => symbolsOf(tx, "Sở Mẫu B"))
  expect(theirs).toEqual({ abbreviation: "SMB", field: null })
  expect(await see(paths.symbols, other)).not.toContain("<dd>12/SKHCN")
})

test("only an administrator changes them, and what no number can carry is sent back with the reason at its field", async () => {
  expect((await post(paths.symbols, { abbreviation: "X", field: "" }, officer)).status).toBe(403)
  const answer = await post(paths.symbols, { abbreviation: "SKHCN/1", field: "B C" }, keeper)
  expect(answer.status).toBe(422)
  const html = await answer.text()
  expect(html).toContain("nối bằng gạch ngang, tối đa 20 ký tự")
  expect(html).toContain('value="SKHCN/1"')
})
