/** Files after the first sending: an officer asks for the screenshot, and the reporter adds it where the tip is followed. */
import { rmSync } from "node:fs"
import { join } from "node:path"
import { PDFDocument } from "@cantoo/pdf-lib"
import sharp from "sharp"
import { beforeAll, expect, test } from "vitest"
import { getFile } from "../../kernel/files.ts"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { deriveEvidence } from "../actions/evidence.ts"
import { paths } from "../paths.ts"
import { codeOn, type Hub, hubOf, once } from "../testing/hub.ts"

const db = await freshDatabase()
let hub: Hub
let code = ""
let id = ""
const rows = async (query: string) => (await db.admin(query)).rows
const text = async (answer: Response | Promise<Response>) =>
  (await (await answer).text()).replace(/<[^>]+>/g, " ")

const picture = (background: string) =>
  sharp({ create: { width: 40, height: 30, channels: 3, background } })
    .jpeg()
    .withExif({ IFD0: { Make: "MAY-CUA-SEN" } })
    .toBuffer()

function add(n: number, fields: Record<string, string>, files: readonly (readonly [string, Buffer])[]) {
  const form = new FormData()
  for (const [name, value] of Object.entries({ once: once(n), code, text: "", ...fields }))
    form.set(name, value)
  for (const [name, bytes] of files) form.append("files", new Blob([new Uint8Array(bytes)]), name)
  const headers = { "sec-fetch-site": "same-origin" }
  return hub.app.request(paths.followMessages, { method: "POST", body: form, headers })
}

beforeAll(async () => {
  hub = await hubOf(db)
  const typed = { once: once(1), text: "Số 0977 104 501 xưng là công an đòi tiền." }
  code = codeOn(await (await hub.post(paths.reportIdentifier, typed)).text())
  id = String((await rows("select id from signals order by received_at desc, id desc limit 1"))[0]?.id)
  await hub.post(paths.signalForm(id, "hoi"), { text: "Bạn còn ảnh màn hình không?" }, hub.lan)
})

test("a reporter who is asked for the screenshot adds it: the desk is told, and both sides list it", async () => {
  const asked = await (await hub.post(paths.follow, { code })).text()
  expect(asked).toContain("Bạn còn ảnh màn hình không?")
  expect(asked).toContain('name="files"')
  const undeclared = await add(2, {}, [["anh.jpg", await picture("#336699")]])
  expect(undeclared.status).toBe(422)
  expect(await rows(`select 1 from signal_evidence where signal_id = '${id}'`)).toEqual([])

  const sent = await text(add(3, { declared: "yes" }, [["anh.jpg", await picture("#336699")]]))
  expect(sent).toContain("Đã gửi.")
  expect(sent).toContain("Gửi kèm tệp 1")
  expect(await text(hub.post(paths.receipt, { code }))).toContain("Tệp 1")
  const [kept] =
    await rows(`select e.keeps_original, e.side, e.position, i.kind from signal_evidence e join indicators i on i.value = e.sha256
    where e.signal_id = '${id}'`)
  expect(kept).toEqual({ keeps_original: false, side: "reporter", position: 1, kind: "evidence" })
  expect(await deriveEvidence(hub.house)).toBe(1)
  expect(await text(hub.get(`${paths.signals}?ngan=wrote`, hub.lan))).toContain("Người báo viết thêm")
  expect(await text(hub.get(paths.signal(id), hub.lan))).toContain("Kèm tệp 1, xem ở “Bằng chứng gửi kèm”")
})

test("a reporter whose line breaks sends the same files again: they are there once", async () => {
  const files = [["them.jpg", await picture("#993366")]] as const
  const before = await rows(`select 1 from signal_evidence where signal_id = '${id}'`)
  const both = [await add(4, { declared: "yes", text: "Thêm ảnh" }, files)]
  both.push(await add(4, { declared: "yes", text: "Thêm ảnh" }, files))
  expect(both.map((one) => one.status)).toEqual([200, 200])
  expect(await rows(`select 1 from signal_evidence where signal_id = '${id}'`)).toHaveLength(
    before.length + 1,
  )
})

async function newTip(n: number, fields: Record<string, string> = {}) {
  const text = `Số 0977 104 ${n} xưng là công an đòi tiền.`
  const made = codeOn(
    await (await hub.post(paths.reportIdentifier, { once: once(n), text, ...fields })).text(),
  )
  const [row] = await rows("select id, body_id from signals order by id desc limit 1")
  return { code: made, id: String(row?.id), bodyId: String(row?.body_id) }
}

/** The copy that the desk reads of the one file of this tip. */
async function copyOf(tip: string): Promise<string> {
  const [row] = await rows(`select derivative_sha256 from signal_evidence where signal_id = '${tip}'`)
  return (await getFile(hub.house, String(row?.derivative_sha256)))?.toString("utf8") ?? ""
}

test("a reporter who gives a name only in a later message is in no copy of the paper that comes with it; nor is another who sends the same paper", async () => {
  const made = await PDFDocument.create()
  const words = "Do Thi Kin va Le Van Khuat. Cac so lua dao goi den: 0977 104 501, 0366 777 888."
  made.addPage().drawText(words, { x: 20, y: 700, size: 7 })
  const paper = [["giay.pdf", Buffer.from(await made.save())]] as const
  const first = await newTip(601)
  const sealed = hub.house.keys.seal("identity", Buffer.from(JSON.stringify({ value: "+84366777888" })))
  await db.admin(
    `insert into signal_sealed_identifiers (signal_id, body_id, kind, role, source, before, behind, sealed)
      values ($1, $2, 'phone', 'theirs', 'officer', '', '', $3)`,
    [first.id, first.bodyId, sealed],
  )
  await add(602, { code: first.code, declared: "yes", text: "Tôi là Đỗ Thị Kín, gửi thêm giấy." }, paper)
  await deriveEvidence(hub.house)
  const copy = await copyOf(first.id)
  expect(copy).toContain("0977 104 501")
  expect(copy).toContain("Le Van Khuat")
  expect(copy).not.toMatch(/Do Thi Kin|0366/)

  const second = await newTip(603, { name: "Lê Văn Khuất" })
  await add(604, { code: second.code, declared: "yes" }, paper)
  // The original is lost before its copy was made: the copy of the first tip is all there is.
  rmSync(join(hub.house.filesDir, "passing"), { recursive: true })
  await deriveEvidence(hub.house)
  expect(await copyOf(second.id)).toContain("0977 104 501")
  expect(await copyOf(second.id)).not.toMatch(/Le Van Khuat|Do Thi Kin/)
})

test("a reporter who sends neither words nor files, or more than twenty files, is told so and loses no word", async () => {
  expect(await text(add(5, {}, []))).toContain("Viết điều bạn muốn gửi, hoặc chọn tệp")
  await db.admin(`insert into signal_evidence (id, signal_id, body_id, position, media_type, bytes, sha256, keeps_original, declared_at, side)
    select gen_random_uuid(), id, body_id, 2 + n, 'image/jpeg', 1, repeat('1', 64), false, now(), 'reporter'
    from signals, generate_series(1, 18) as n where id = '${id}'`)
  const full = await add(6, { declared: "yes", text: "Ảnh thứ hai mươi mốt" }, [
    ["anh.jpg", await picture("#ff0000")],
  ])
  expect(full.status).toBe(422)
  const page = await text(full)
  expect(page).toContain("Tin này đã gần đủ 20 tệp")
  expect(page).toContain("Ảnh thứ hai mươi mốt")
})
