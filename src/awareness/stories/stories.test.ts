import { beforeAll, expect, test } from "vitest"
import { asOfficer } from "../../kernel/db/database.ts"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { writeBoard } from "../../reports/board/actions/board.ts"
import { signalPaths } from "../../signals/index.ts"
import { type Hub, hubOf, once } from "../../signals/testing/hub.ts"
import { paths } from "../paths.ts"
import { trickFile } from "../tricks.ts"

const db = await freshDatabase()
let hub: Hub
let tip: string
const trick = "gia-danh-cong-an"
const board = "/so-lieu-cong-khai"

beforeAll(async () => {
  hub = await hubOf(db)
  await hub.post(signalPaths.reportOther, {
    text: "Họ xưng công an, bắt tôi giữ máy hai tiếng rồi chuyển hai mươi triệu.",
    name: "Nguyễn Thị Kín Đáo",
    contact: "0912 345 678",
    once: once(0x930001),
  })
  const { rows } = await db.admin("select id from signals order by id desc limit 1")
  tip = signalPaths.signal(String(rows[0]?.id))
  // Six tips of the trick: so many that the board names it.
  await db.admin(`insert into signals (id, body_id, channel, path, state, urgency, type, loss_vnd, place, redacted_text, is_anonymous, received_at)
    select uuidv7(), b.id, 'portal', 'other', 'received', 'past', '${trick}', 20000000, '', 'x', true, timestamptz '2023-09-14T12:00:00+07:00'
    from bodies b, generate_series(1, 6) where b.is_lead`)
  await writeBoard(hub.house)
})

const story = {
  trick,
  title: "Cuộc gọi lúc trưa",
  told: "Bác bán rau đang nghỉ trưa thì có người xưng công an gọi, bắt giữ máy, không được kể với ai. Sau hai tiếng bác ra ngân hàng.",
  turn: "Cô giao dịch viên mời bác ngồi, gọi cho con gái bác rồi mới làm lệnh.",
  basis: "agreed",
}
const read = async (at: string, who?: Hub["lan"]) => (await hub.get(at, who)).text()
const write = (more: Record<string, string> = {}, who = hub.minh) =>
  hub.post(paths.newStory, { ...story, source: tip, ...more }, who)
const written = async () => ((await write()).headers.get("location") ?? "").replace(/\?.*/, "")
const shown = async () => [
  (await read(board)).includes(story.title),
  (await read(paths.trick(trickFile().tricks.find(({ type }) => type === trick)?.slug ?? ""))).includes(
    story.title,
  ),
]

test("a story begins from a tip that the officer may read; whose name, number or place stands in it is sent back with what to take out, nothing typed lost", async () => {
  expect(await read(`${paths.newStory}?tu=${encodeURIComponent(tip)}`, hub.minh)).toContain("bắt tôi giữ máy")
  const foreign = await write({}, hub.van)
  expect([foreign.status, (await foreign.text()).includes("mà bạn đọc được")]).toEqual([422, true])
  for (const [told, said] of [
    [`Chị Nguyễn Thị Kín Đáo kể lại. ${story.told}`, "Có tên, liên hệ hoặc số của người báo tin"],
    [`Gọi cho tôi 0912345678 nhé. ${story.told}`, "Có tên, liên hệ hoặc số của người báo tin"],
    [`Kẻ ấy gọi từ số 0987 654 321. ${story.told}`, "Bỏ số, đường dẫn:"],
    [`Chuyện ở thôn Đoài. ${story.told}`, "Bỏ tên nơi: thôn Đoài"],
    ["Ngắn quá.", "ít nhất 60 ký tự"],
  ] as const) {
    const answer = await write({ told })
    const page = await answer.text()
    expect([answer.status, page.includes(said), page.includes(told)]).toEqual([422, true, true])
  }
  // A number that people are told to call may stand there.
  expect((await write({ turn: "Bác gọi 113 rồi mới ra ngân hàng." })).status).toBe(303)
  expect((await write({}, hub.tam)).status).toBe(403)
})

test("a story that one officer wrote is public only once another has read it, on the board under its trick and on the page of the trick; one person takes it back at once", async () => {
  const at = await written()
  expect(await shown()).toEqual([false, false])
  expect(await read("/lam-viec", hub.lan)).toContain("chuyện có thật chờ người thứ hai đọc")
  expect((await hub.post(`${at}/phat-hanh`, {}, hub.minh)).status).toBe(409)
  expect((await hub.get(at, hub.van)).status).toBe(404)
  const id = at.split("/").at(-1) ?? ""
  await expect(
    asOfficer(db, hub.minh.who, (tx) =>
      tx.updateTable("stories").set({ state: "released", decidedName: "tôi" }).where("id", "=", id).execute(),
    ),
  ).rejects.toThrow("stories_decided_by_another")
  expect((await hub.post(`${at}/phat-hanh`, {}, hub.lan)).status).toBe(303)
  expect(await shown()).toEqual([true, true])
  const page = await read(board)
  expect(page).toContain("Hai cán bộ đã đọc")
  for (const hidden of [tip, "Trần Văn Minh", "Nguyễn Thị Lan"]) expect(page).not.toContain(hidden)
  expect((await hub.post(`${at}/rut`, { note: "" }, hub.minh)).status).toBe(422)
  expect((await hub.post(`${at}/rut`, { note: "Hàng xóm nhận ra." }, hub.minh)).status).toBe(303)
  expect(await shown()).toEqual([false, false])
  expect((await hub.post(`${at}/phat-hanh`, {}, hub.lan)).status).toBe(409)
})

test("a story that was sent back is written anew from its own words", async () => {
  const at = await written()
  expect((await hub.post(`${at}/tra-lai`, { note: "Đổi nghề của bác." }, hub.lan)).status).toBe(303)
  expect(await read(at, hub.minh)).toContain("Đổi nghề của bác.")
  expect(await read(`${paths.newStory}?ban=${at.split("/").at(-1)}`, hub.minh)).toContain(story.turn)
  expect((await hub.post(`${at}/phat-hanh`, {}, hub.lan)).status).toBe(409)
})
