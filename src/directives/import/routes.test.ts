import { spawnSync } from "node:child_process"
import { existsSync, readFileSync, utimesSync } from "node:fs"
import { readdir } from "node:fs/promises"
import { join } from "node:path"
import { beforeAll, describe, expect, test } from "vitest"
import { deskOfSigned, type Signed, signInAs } from "../../accounts/testing.ts"
import { createApp } from "../../app.ts"
import { sha256Of } from "../../kernel/files.ts"
import { fileJobs } from "../../kernel/sweep.ts"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { houseOf } from "../../kernel/testing/house.ts"
import { seedOrganizations } from "../../organizations/index.ts"
import { issueDirective } from "../actions/issue.ts"
import { planTask, samplePlan } from "../testing/province.ts"

const db = await freshDatabase()
const house = houseOf(db)
const app = createApp(house)
const fixture = (name: string) => readFileSync(join(import.meta.dirname, "../../letters/fixtures", name))
let clerk: Signed
let officer: Signed
beforeAll(async () => {
  await seedOrganizations(db)
  clerk = await signInAs(db, { bodySlug: "van-phong-ubnd-tinh", role: "clerk", name: "Đào Thị Thư" })
  officer = await signInAs(db, { bodySlug: "van-phong-ubnd-tinh", role: "officer" })
})

async function bring(name: string, bytes: Uint8Array, more: Record<string, string> = {}, who = clerk) {
  const body = new FormData()
  if (bytes.length > 0) body.set("file", new File([Uint8Array.from(bytes)], name))
  for (const [field, value] of Object.entries(more)) body.set(field, value)
  return app.request("/van-ban/nhap", { method: "POST", headers: who.headers, body })
}
const see = async (path: string, who = clerk) => app.request(path, { headers: who.headers })
const send = (path: string, fields: Record<string, string>, who = clerk) =>
  app.request(path, { method: "POST", headers: who.headers, body: new URLSearchParams(fields) })
const versionIn = (page: string) => /name="version" value="(\d+)"/.exec(page)?.[1] ?? "?"

async function draftOf(name: string): Promise<string> {
  const answer = await bring(name, fixture(name))
  expect({ status: answer.status, body: answer.status === 303 ? "" : await answer.text() }).toEqual({
    status: 303,
    body: "",
  })
  return answer.headers.get("location") ?? ""
}

describe.each(["hung-yen-2023.txt", "hung-yen-2023.docx", "hung-yen-2023.pdf"])(
  "the real letter as %s",
  (name) => {
    test("is read, dated by the clerk, confirmed and issued: 171 assignments for 37 bodies", async () => {
      const draft = await draftOf(name)
      const first = await (await see(draft)).text()
      expect(first).toContain("Các cơ quan, đơn vị chức năng")
      // The letter prints no day, so that nothing can be issued before a person says which it is.
      expect(await (await see(`${draft}/phat-hanh`)).text()).not.toContain("Giao 171")
      await send(`${draft}/chinh-sua`, { form: "date", issuedOn: "2023-07-17", version: versionIn(first) })
      const twin = await (await see(draft)).text()
      if (twin.includes('value="twin:accepted"'))
        await send(`${draft}/chinh-sua`, { form: "settle", doubt: "twin:accepted", version: versionIn(twin) })
      const last = await (await see(`${draft}/phat-hanh`)).text()
      expect(last).toContain("171")
      expect(last).toContain("37")
      const issued = await send(`${draft}/phat-hanh`, { version: versionIn(last) })
      expect(issued.status).toBe(303)
      const directive = issued.headers.get("location")?.split("/").at(-1)
      const { rows } = await db.admin(
        "select count(*)::int as assignments, count(distinct body_id)::int as bodies from assignments where directive_id = $1",
        [directive],
      )
      expect(rows).toEqual([{ assignments: 171, bodies: 37 }])
      // Pressing twice issues once.
      expect((await send(`${draft}/phat-hanh`, { version: versionIn(last) })).headers.get("location")).toBe(
        issued.headers.get("location"),
      )
    })
  },
)

describe("what is not taken", () => {
  const marker = "DẤU-VẾT-KHÔNG-ĐƯỢC-LƯU-7314"
  test("a letter with a secrecy stamp is refused, and nothing of it is kept or sent back", async () => {
    const secret = `UBND TỈNH MẪU\n\nMẬT\n\nSố: 12/UBND\n\nV/v ${marker}\n\nKính gửi: Sở Y tế\n\n1. Sở Y tế báo cáo ${marker}.\n`
    const before = await db.admin("select count(*)::int as n from import_drafts")
    const answer = await bring("mat.txt", Buffer.from(secret))
    const page = await answer.text()
    expect(answer.status).toBe(422)
    expect(page).toContain("độ mật")
    expect(page).not.toContain(marker)
    expect((await db.admin("select count(*)::int as n from import_drafts")).rows).toEqual(before.rows)
    const kept = await readdir(house.filesDir, { recursive: true }).catch(() => [])
    const words = await db.admin("select journal::text as entry from journal order by id desc limit 5")
    expect(JSON.stringify([kept, words.rows])).not.toContain(marker)
    // Database files, write-ahead log, temporary files, the queue's payloads: all of the server's folder, byte by byte.
    await db.admin("checkpoint")
    const { rows } = await db.admin("show data_directory")
    const folders = [String(rows[0]?.data_directory), house.config.dataDir]
    const found = spawnSync("grep", ["-rlaF", marker, ...folders], { encoding: "utf8" })
    // Other files of tests share the server and drop their databases meanwhile; whatever else could not be read is a failure.
    const unread = found.stderr.split("\n").filter((line) => !/^$|No such file or directory$/.test(line))
    expect({ found: found.stdout, unread }).toEqual({ found: "", unread: [] })
  })

  test("the same search finds a letter that may be kept, so that finding nothing means something", async () => {
    const open = "DẤU-VẾT-ĐƯỢC-LƯU-2046"
    await bring("", Buffer.alloc(0), {
      pasted: `UBND TỈNH MẪU\nSố: 3/UBND\nKính gửi: Sở Y tế\n1. Sở Y tế báo cáo ${open}.\n`,
    })
    await db.admin("checkpoint")
    const { rows } = await db.admin("show data_directory")
    const found = spawnSync("grep", ["-rlaF", open, String(rows[0]?.data_directory)], { encoding: "utf8" })
    expect(found.stdout).not.toBe("")
  })

  test("a scan says that it has no text, and asks for a declaration before anything is stored", async () => {
    const answer = await bring("hung-yen-2023.scan.pdf", fixture("hung-yen-2023.scan.pdf"))
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain("Tệp là bản chụp")
    const declared = await bring("hung-yen-2023.scan.pdf", fixture("hung-yen-2023.scan.pdf"), {
      declares: "yes",
    })
    expect(declared.status).toBe(303)
    const typing = declared.headers.get("location") ?? ""
    expect(await (await see(typing)).text()).toContain("/ban-chup/1")
    const picture = await see(`${typing}/ban-chup/1`)
    expect(picture.headers.get("content-type")).toBe("image/png")
    expect(
      (await send(`${typing}/noi-dung`, { text: fixture("hung-yen-2023.txt").toString("utf8") })).status,
    ).toBe(303)
    expect(await (await see(typing)).text()).toContain("Sở Thông tin và Truyền thông")
  })

  test("every doubt has its press, also those behind the twelfth, and each press takes one away", async () => {
    const groups = Array.from(
      { length: 15 },
      (_, i) => `${i + 1}. Hội Chưa Biết số ${i + 1} rà soát thuê bao.`,
    )
    const pasted = `UBND TỈNH ĐÔNG HÀ\nSố: 77/UBND-NC\nV/v rà soát thuê bao\nĐông Hà, ngày 12 tháng 9 năm 2023\nKính gửi: Sở Y tế.\nUBND tỉnh yêu cầu:\n${groups.join("\n")}\nNơi nhận:\n- Lưu: VT.\nCHỦ TỊCH\nTrần Văn Mẫu`
    const draft = (await bring("", new Uint8Array(), { pasted })).headers.get("location") ?? ""
    const page = await (await see(draft)).text()
    const listed = (html: string) =>
      [...html.matchAll(/<ul class="import-doubt-list">([\s\S]*?)<\/ul>/g)]
        .map(([, inside]) => inside)
        .join("")
    const items = listed(page).split("<li>").slice(1)
    expect(items.length).toBeGreaterThan(12)
    for (const item of items)
      expect([item.slice(0, 90), /name="form" value="settle"/.test(item)]).toEqual([item.slice(0, 90), true])
    const [, last = ""] = /name="doubt" value="([^"]+)"/.exec(items.at(-1) ?? "") ?? []
    await send(`${draft}/chinh-sua`, { form: "settle", doubt: last, row: "new", version: versionIn(page) })
    const after = listed(await (await see(draft)).text())
      .split("<li>")
      .slice(1)
    expect(after.length).toBe(items.length - 1)
  })

  test("a body that gives a stamped scan up takes nothing from another that holds the same bytes", async () => {
    const scan = fixture("hung-yen-2023.scan.pdf")
    const other = await signInAs(db, { bodySlug: "so-y-te", role: "clerk" })
    const file = join(house.filesDir, sha256Of(scan).slice(0, 2), sha256Of(scan))
    const letGo = async (who: Signed) => {
      const typing = (await bring("quet.pdf", scan, { declares: "yes" }, who)).headers.get("location") ?? ""
      const stamped = "MẬT\nỦY BAN NHÂN DÂN TỈNH\nKính gửi: Sở Y tế.\n1. Sở Y tế báo cáo."
      expect((await send(`${typing}/noi-dung`, { text: stamped }, who)).status).toBe(422)
      utimesSync(file, new Date(0), new Date(0))
      const sealed = house.keys.seal("files", Buffer.from(sha256Of(scan))).toString("base64")
      await fileJobs(house)["files.let-go"]?.run({ sealed })
    }
    const held = (await bring("quet.pdf", scan, { declares: "yes" })).headers.get("location") ?? ""
    await letGo(other)
    expect((await see(`${held}/ban-chup/1`)).status).toBe(200)
    await db.admin("delete from import_drafts where original_sha256 = $1", [sha256Of(scan)])
    await letGo(other)
    expect(existsSync(file)).toBe(false)
  })

  test("an empty form, a picture and a broken file each say what to do", async () => {
    for (const [bytes, sentence] of [
      [Buffer.alloc(0), "Chọn một tệp hoặc dán"],
      [
        Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0, 0xff, 0xfe]),
        "Nhận tệp .txt, .pdf, .docx",
      ],
    ] as const) {
      const answer = await bring("tep.bin", bytes)
      expect({ status: answer.status, told: (await answer.text()).includes(sentence) }).toEqual({
        status: 422,
        told: true,
      })
    }
  })

  test("is a colleague's draft, and the page is the same as for one that never was", async () => {
    const draft = await draftOf("hung-yen-2023.txt")
    const other = await signInAs(db, { bodySlug: "so-y-te", role: "clerk" })
    for (const who of [officer, other]) expect((await see(draft, who)).status).toBe(404)
  })

  test("is issued by nobody whose role may not: an officer prepares, a clerk or leader issues", async () => {
    const answer = await bring("hung-yen-2023.txt", fixture("hung-yen-2023.txt"), {}, officer)
    const draft = answer.headers.get("location") ?? ""
    expect((await send(`${draft}/phat-hanh`, { version: "0" }, officer)).status).toBe(403)
  })
})

describe("correcting", () => {
  let draft = ""
  const page = async () => (await see(draft)).text()
  const correct = async (fields: Record<string, string>) =>
    send(`${draft}/chinh-sua`, { ...fields, version: versionIn(await page()) })
  beforeAll(async () => {
    draft = await draftOf("hung-yen-2023.txt")
    await correct({ form: "date", issuedOn: "2023-07-17" })
    await correct({ form: "settle", doubt: "twin:accepted" })
  })

  test("a field of the head, the words of a task and its deadline are changed, and taken back by undo", async () => {
    await correct({ form: "head", field: "number", value: "1234/UBND-KGVX" })
    expect(await page()).toContain("1234/UBND-KGVX")
    await send(`${draft}/hoan-tac`, { version: versionIn(await page()) })
    expect(await page()).not.toContain("1234/UBND-KGVX")
  })

  test("a task is dropped and comes back; another is added", async () => {
    await correct({ form: "drop", taskId: "t1-1" })
    const dropped = await (await see(`${draft}/phat-hanh`)).text()
    expect(/<h1>([^<]*)/.exec(dropped)?.[1]).toContain("139")
    await correct({ form: "restore", taskId: "t1-1" })
    await correct({ form: "addTask", clauseId: "g2", text: "Tổng hợp kết quả gửi UBND tỉnh." })
    expect(await page()).toContain("Tổng hợp kết quả gửi UBND tỉnh.")
    const last = await (await see(`${draft}/phat-hanh`)).text()
    expect(/<h1>([^<]*)/.exec(last)?.[1]).toContain("172")
  })

  test("what somebody changed in another window meanwhile is not overwritten", async () => {
    const old = versionIn(await page())
    await correct({ form: "date", issuedOn: "2023-07-20" })
    const late = await send(`${draft}/chinh-sua`, { form: "date", issuedOn: "2023-07-21", version: old })
    expect(late.status).toBe(422)
    expect(await late.text()).toContain("đã được sửa ở cửa sổ khác")
  })

  test("the same file brought in again is shown as a twin before it is issued again", async () => {
    const again = await draftOf("hung-yen-2023.pdf")
    expect(await (await see(again)).text()).toContain("đã được nhập trước đây")
  })

  test("a draft that is given up is gone", async () => {
    expect((await send(`${draft}/huy-bo`, {})).status).toBe(303)
    expect((await see(draft)).status).toBe(404)
  })
})

test("a letter that a program has issued already is shown as a twin as well", async () => {
  const other = await signInAs(db, { bodySlug: "so-cong-thuong", role: "clerk" })
  const desk = deskOfSigned(house, other, { name: "API" })
  const text =
    "UBND TỈNH MẪU\nSố: 9/UBND\nKính gửi: Sở Y tế\n1. Sở Y tế rà soát hạ tầng, báo cáo trước ngày 20/9/2023.\n"
  const draft = (await bring("", Buffer.alloc(0), { pasted: text }, other)).headers.get("location") ?? ""
  const { rows } = await db.admin(
    "select reading->>'normalizedText' as text from import_drafts where id = $1",
    [draft.split("/").at(-1)],
  )
  await issueDirective(desk, {
    ...samplePlan(),
    clauses: [{ path: "1", heading: "", tasks: [planTask({ bodies: [other.bodyId] })] }],
    normalizedText: String(rows[0]?.text),
  })
  expect(await (await see(draft, other)).text()).toContain('value="twin:accepted"')
})
