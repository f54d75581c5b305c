/** Several tips of the list at once, each refusal by name, and all of it undone with one press. */
import { beforeAll, expect, test } from "vitest"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { paths } from "../paths.ts"
import { type Hub, hubOf, once } from "../testing/hub.ts"

const db = await freshDatabase()
let hub: Hub
beforeAll(async () => {
  hub = await hubOf(db)
})
let serial = 0
async function tip(): Promise<string> {
  serial += 1
  const text = `Số 0977 105 ${700 + serial} gọi mời vay tiền.`
  await hub.post(paths.reportIdentifier, { once: once(serial), text })
  return String((await db.admin("select id from signals order by id desc limit 1")).rows[0]?.id)
}
const tips = async (count: number) => {
  const made: string[] = []
  for (let n = 0; n < count; n += 1) made.push(await tip())
  return made
}
const send = (ids: readonly string[], fields: Record<string, string>, who = hub.lan) =>
  hub.app.request(paths.several, {
    method: "POST",
    body: new URLSearchParams([...ids.map((id) => ["tin", id]), ...Object.entries(fields)]),
    headers: { ...who.headers, "sec-fetch-site": "same-origin" },
  })
const led = (answer: Response) => String(answer.headers.get("location"))
const words = async (path: string, who = hub.lan) =>
  (await (await hub.get(path, who)).text()).replace(/<[^>]+>/g, " ").replace(/\s+/g, " ")
const now = async (ids: readonly string[]) =>
  (
    await db.admin(
      "select state, handler_name, close_reason, into_id from signals where id = any ($1::uuid[]) order by id",
      [ids as string[]],
    )
  ).rows
const undo = (to: string, who = hub.lan) =>
  hub.post(paths.severalUndo(new URL(to, "http://x").searchParams.get("lo") ?? ""), {}, who)

test("three tips given to a colleague at once are each as before after one press, also who had one; a form without a tip says what to tick", async () => {
  const ids = await tips(3)
  await hub.post(paths.signalForm(ids[0] ?? "", "giao"), { officerId: hub.hoa.officerId }, hub.lan)
  const before = await now(ids)
  expect((await send([], { act: "spam" })).status).toBe(422)
  expect((await send(ids, { act: "assign" })).status).toBe(422)
  const to = led(await send(ids, { act: "assign", officerId: hub.minh.officerId, ve: "?ngan=all" }))
  expect(to).toContain("ngan=all")
  expect(await words(to)).toContain("Đã giao 3 tin cho Trần Văn Minh.")
  expect((await now(ids)).map((row) => row.handler_name)).toEqual(Array(3).fill("Trần Văn Minh"))
  expect((await undo(to)).status).toBe(303)
  expect(await now(ids)).toEqual(before)
  expect((await undo(to)).status).toBe(409)
})

test("a tip that is closed already, and one that another body handed over, stay as they are and are told by name; the others close", async () => {
  const ids = await tips(3)
  await hub.post(paths.signalForm(ids[0] ?? "", "ket-thuc"), { closeReason: "handled" }, hub.lan)
  await db.admin(`update signals set channel = 'forwarded' where id = '${ids[1]}'`)
  const page = await words(led(await send(ids, { act: "spam" })))
  expect(page).toContain("Đã kết thúc 1 tin.")
  expect(page).toMatch(/0977 105 704.{0,40}Tin đã kết thúc; mở lại trước/)
  expect(page).toMatch(/0977 105 705.{0,40}Tin do nơi khác chuyển đến/)
})

test("tips merged into the oldest of them come apart again, but for one to which something happened since; a colleague undoes nothing of it", async () => {
  const ids = await tips(3)
  const to = led(await send(ids, { act: "merge" }))
  expect((await now(ids)).map((row) => row.into_id)).toEqual([null, ids[0], ids[0]])
  await hub.post(paths.signalForm(ids[2] ?? "", "tach"), { reason: "Hai người khác nhau." }, hub.minh)
  expect((await undo(to, hub.minh)).status).toBe(404)
  const page = await words(led(await undo(to)))
  expect(page).toContain("Đã hoàn tác 1 tin")
  expect(page).toMatch(/0977 105 709.{0,40}Sau đó tin đã có bước khác/)
  expect((await now(ids)).map((row) => row.state)).toEqual(["received", "received", "reviewing"])
})

test("a reporter whose tip was merged into one that is closed with others no longer reads an old answer, and reads it again once that is undone", async () => {
  const [one = "", other = ""] = await tips(2)
  await db.admin(
    `update signals set state = 'merged', into_id = '${one}', public_note = 'Đã chặn số này.' where id = '${other}'`,
  )
  const said = async () =>
    (await db.admin(`select public_note from signals where id = '${other}'`)).rows[0]?.public_note
  const to = led(await send([one], { act: "spam" }))
  expect(await said()).toBeNull()
  expect((await undo(to)).status).toBe(303)
  expect(await said()).toBe("Đã chặn số này.")
})

test("after half an hour nothing is undone at once", async () => {
  const ids = await tips(2)
  const to = led(await send(ids, { act: "spam" }))
  await db.admin("update signal_batches set at = at - interval '31 minutes'")
  const answer = await undo(to)
  expect(answer.status).toBe(409)
  expect(await answer.text()).toContain("Quá 30 phút")
  expect((await now(ids)).map((row) => row.state)).toEqual(["closed", "closed"])
})
