import { existsSync, readdirSync } from "node:fs"
import { beforeAll, describe, expect, test } from "vitest"
import { type Signed, signInAs } from "../../accounts/testing.ts"
import { asOfficer } from "../../kernel/db/database.ts"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { type Hub, hubOf } from "../../signals/testing/hub.ts"
import { casePaths as paths } from "../index.ts"

/** An enterprise answers with proof: what it declares is kept sealed, what it does not declare touches no disk. */
/** An hour before midnight in Việt Nam. */
const clock = { at: "2023-09-15T16:00:00Z", now: () => new Date(clock.at) }
const db = await freshDatabase({ clock })
let hub: Hub
let rival: Signed
beforeAll(async () => {
  hub = await hubOf(db)
  rival = await signInAs(db, {
    bodySlug: "doi-thu",
    role: "officer",
    name: "Hà Đối Thủ",
    body: { name: "Viễn thông Khác", kind: "enterprise" },
  })
})
const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
)
const filesOnDisk = () =>
  existsSync(hub.house.filesDir)
    ? readdirSync(hub.house.filesDir, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
        .length
    : 0

async function asked(dueOn = "2023-09-18"): Promise<{ id: string; request: string }> {
  const made = await hub.post(paths.newCase, { title: "Tên riêng của vụ việc" }, hub.minh)
  const id = String(made.headers.get("location")).split("/").at(-1) ?? ""
  await hub.post(paths.form(id, "xac-minh"), {}, hub.minh)
  const asking = {
    enterpriseId: hub.tam.bodyId,
    asks: "block",
    targets: "0912 000 111",
    basis: "Nghị định 91/2020",
    dueOn,
  }
  await hub.post(paths.form(id, "yeu-cau"), asking, hub.minh)
  const found = await db.admin("select id from prevention_requests where case_id = $1", [id])
  return { id, request: String(found.rows[0]?.id) }
}
async function answer(
  request: string,
  fields: Record<string, string>,
  files: readonly Buffer[] = [],
  who = hub.tam,
) {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.set(name, value)
  for (const file of files) body.append("file", new File([new Uint8Array(file)], "anh.png"))
  const done = await hub.app.request(paths.requestAnswer(request), {
    method: "POST",
    body,
    headers: who.headers,
  })
  return { status: done.status, html: await done.text() }
}
const done = {
  answer: "done",
  doneOn: "2023-09-15",
  doneTime: "14:05",
  text: "Đã chặn lúc 14:05",
  declared: "yes",
}
const proofIn = (html: string) =>
  new RegExp(`${paths.requests}/[0-9a-f-]{36}/minh-chung/[0-9a-f-]{36}`).exec(html)?.[0] ?? ""

describe("an answer with proof", () => {
  test("is read by both sides and by nobody else, each reading on record", async () => {
    const { id, request } = await asked()
    expect((await answer(request, done, [png])).status).toBe(303)
    const page = await (await hub.get(paths.case(id), hub.minh)).text()
    expect(page).toContain("Đã chặn lúc 14:05")
    const proof = proofIn(page)
    const file = await hub.get(proof, hub.minh)
    expect(file.headers.get("content-security-policy")).toContain("sandbox")
    expect(file.headers.get("content-disposition")).toContain("attachment")
    expect(Buffer.from(await file.arrayBuffer()).equals(png)).toBe(true)
    expect((await hub.get(proof, hub.tam)).status).toBe(200)
    for (const who of [rival, hub.van, hub.cong]) expect((await hub.get(proof, who)).status).toBe(404)
    const read = await db.admin("select count(*)::int as n from journal where what = 'prevention.proof-read'")
    expect(read.rows[0]?.n).toBe(2)
    const mine = await (await hub.get(paths.requests, hub.tam)).text()
    expect(mine).toContain("Minh chứng 1")
    expect(mine).not.toContain("Tên riêng của vụ việc")
    expect(await (await hub.get(paths.requests, rival)).text()).not.toContain("0912 000 111")
  })
  test("without the declaration no byte is kept, and what was typed comes back", async () => {
    const { request } = await asked()
    const before = filesOnDisk()
    const refused = await answer(request, { ...done, declared: "", text: "Lời đã gõ" }, [
      Buffer.concat([png, Buffer.from("khác")]),
    ])
    expect([refused.status, filesOnDisk()]).toEqual([422, before])
    expect(refused.html).toContain("Đánh dấu rằng tệp không chứa bí mật nhà nước")
    expect(refused.html).toContain("Lời đã gõ")
  })
  test("a program, and a sixth file, are refused with the reason", async () => {
    const { request } = await asked()
    const program = await answer(request, done, [Buffer.from("MZ not a picture at all, a program it is")])
    expect([program.status, program.html.includes("Loại tệp này không nhận")]).toEqual([422, true])
    const six = await answer(
      request,
      done,
      [1, 2, 3, 4, 5, 6].map((n) => Buffer.concat([png, Buffer.from([n])])),
    )
    expect([six.status, six.html.includes("Quá số tệp")]).toEqual([422, true])
  })
  test("another enterprise answers nothing; an answered request takes neither an answer nor a proof any more", async () => {
    const { request } = await asked()
    expect((await answer(request, done, [png], rival)).status).toBe(409)
    expect(
      (await answer(request, { answer: "refused", text: "Không phải thuê bao của chúng tôi" })).status,
    ).toBe(303)
    expect((await answer(request, done, [png])).status).toBe(409)
    await expect(
      asOfficer(db, hub.tam.who, (tx) =>
        tx
          .insertInto("preventionProofs")
          .values({
            requestId: request,
            position: 1,
            sha256: "a".repeat(64),
            mediaType: "image/png",
            bytes: 1,
            addedName: "x",
          })
          .execute(),
      ),
    ).rejects.toThrow(/row-level security/)
  })
  test("a late one says so, to both sides", async () => {
    const { id, request } = await asked("2023-09-15")
    clock.at = "2023-09-15T17:30:00Z"
    expect(await (await hub.get(paths.case(id), hub.minh)).text()).toContain("1 trễ hạn")
    await answer(request, { answer: "done", doneOn: "2023-09-15", doneTime: "14:05" })
    expect(await (await hub.get(paths.case(id), hub.minh)).text()).toContain("trả lời trễ hạn")
    expect(await (await hub.get(paths.requests, hub.tam)).text()).toContain("trả lời trễ hạn")
    clock.at = "2023-09-15T16:00:00Z"
  })
})
