import { beforeAll, describe, expect, test } from "vitest"
import { accountPaths } from "../../accounts/index.ts"
import { signInAs } from "../../accounts/testing.ts"
import { groundIn, places } from "../../infrastructure/testing/ground.ts"
import { asJob } from "../../kernel/db/database.ts"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { type Hub, hubOf } from "../../signals/testing/hub.ts"
import { bodies } from "../../testing/province.ts"
import { awarenessDuties } from "../actions/succession.ts"
import { paths } from "../paths.ts"

const db = await freshDatabase()
let hub: Hub
beforeAll(async () => {
  hub = await hubOf(db)
  await groundIn(db)
})
const text = async (at: string, who?: Hub["lan"]) => (await hub.get(at, who)).text()

/** Minh's department runs it, in the two communes of the province of tests. */
async function made(more: Record<string, string> = {}, who = hub.hoa): Promise<string> {
  const asked = {
    title: "Tháng không bấm đường dẫn lạ",
    aim: "Người cao tuổi biết cúp máy",
    channels: "meeting",
  }
  const days = { beginsOn: "2023-09-01", endsOn: "2023-12-31", audiences: "elderly" }
  const sent = await hub.post(paths.newCampaign, { ...asked, ...days, ...more }, who)
  const at = sent.headers.get("location")?.split("?")[0]
  if (at === undefined) throw new Error(`${sent.status} ${await sent.text()}`)
  return at
}
const step = async (at: string, form: string, fields: Record<string, string>, who = hub.hoa) => {
  const sent = await hub.post(`${at}/${form}`, fields, who)
  if (sent.status !== 303) throw new Error(`${form}: ${sent.status} ${await sent.text()}`)
}
const meeting = {
  ...{ channel: "meeting", areaCode: places.here, heldOn: "2023-09-10", amount: "85" },
  countedHow: "Danh sách ký tên",
}

describe("a campaign", () => {
  let at = ""
  test("shows by commune what was done, with how it was counted, and which commune is left", async () => {
    expect(await text(paths.newCampaign, hub.hoa)).toContain("xã Bên")
    at = await made()
    expect((await hub.post(`${at}/ghi-ket-qua`, meeting, hub.hoa)).status).toBe(409)
    await step(at, "bat-dau", {})
    await step(at, "ghi-ket-qua", meeting)
    const page = await text(at, hub.hoa)
    for (const shown of ["85 người dự", "Danh sách ký tên", "1 nơi chưa có kết quả", "xã Bên"])
      expect(page).toContain(shown)
    // What it set out to do stands from its start.
    expect((await hub.post(`${at}/sua`, { title: "Khác" }, hub.hoa)).status).not.toBe(303)
    await expect(db.admin("update campaigns set aim = 'khác'")).rejects.toThrow(
      "what it set out to do stands",
    )
  })

  test("takes no result of a day to come, of before it began, or of nobody who takes part; what was typed comes back", async () => {
    const ahead = await hub.post(`${at}/ghi-ket-qua`, { ...meeting, heldOn: "2024-01-02" }, hub.hoa)
    expect(ahead.status).toBe(422)
    expect(await ahead.text()).toContain("Danh sách ký tên")
    const before = { ...meeting, heldOn: "2023-08-31" }
    expect((await hub.post(`${at}/ghi-ket-qua`, before, hub.hoa)).status).toBe(422)
    for (const who of [hub.huyen, hub.ngoai]) {
      expect((await hub.get(at, who)).status).toBe(404)
      expect((await hub.post(`${at}/ghi-ket-qua`, meeting, who)).status).not.toBe(303)
    }
  })

  test("asks the committee of each of its communes, which reads it, takes part, and enters its own; it does not read what others did", async () => {
    const asked = { committees: "yes", ask: "Phát loa mỗi sáng", dueOn: "2023-10-15" }
    await step(at, "moi-tham-gia", asked)
    expect((await hub.post(`${at}/moi-tham-gia`, asked, hub.hoa)).status).toBe(422)
    expect(await text(paths.campaigns, hub.huyen)).toContain("chờ cơ quan bạn trả lời")
    const page = await text(at, hub.huyen)
    expect(page).toContain("Phát loa mỗi sáng")
    expect(page).not.toContain("Danh sách ký tên")
    expect((await hub.post(`${at}/ghi-ket-qua`, meeting, hub.huyen)).status).not.toBe(303)
    await db.admin("update posts set role = 'clerk' where officer_id = $1", [hub.huyen.officerId])
    await step(at, "nhan", {}, hub.huyen)
    const loud = { channel: "loudspeaker", areaCode: places.there, heldOn: "2023-09-12", amount: "30" }
    await step(at, "ghi-ket-qua", { ...loud, countedHow: "Nhật ký đài" }, hub.huyen)
    const owner = await text(at, hub.hoa)
    expect(owner).toContain("30 lượt phát")
    expect(owner).toContain("Không còn nơi nào, kênh nào trống; không ai nợ kết quả.")
    // A result of another body is struck out by that body alone.
    const { rows } = await db.admin("select id from campaign_results where channel = 'loudspeaker'")
    const strike = { resultId: String(rows[0]?.id), reason: "Nhầm" }
    expect((await hub.post(`${at}/gach-ket-qua`, strike, hub.hoa)).status).toBe(409)
    await step(at, "gach-ket-qua", strike, hub.huyen)
    expect(await text(at, hub.hoa)).toContain("Đã gạch, không tính")
    expect(await text(at, hub.hoa)).toContain("1 nơi chưa có kết quả")
  })

  test("tells everybody the public part of its schedule once a second verb allowed it: the inner part, and a draft, stay inside", async () => {
    const talk = { channel: "meeting", heldOn: "2023-11-20", beginsAt: "08:00", endsAt: "09:30" }
    const open = {
      ...talk,
      what: "Nói chuyện ở xã",
      place: "Nhà văn hóa",
      areaCode: places.here,
      isPublic: "yes",
    }
    await step(at, "them-lich", open)
    await step(at, "them-lich", { ...talk, what: "Họp chuẩn bị", place: "Phòng họp" })
    expect(await text("/lich-tuyen-truyen.ics")).not.toContain("Nói chuyện ở xã")
    const summary = { publicSummary: "Mời bà con đến nghe" }
    expect((await hub.post(`${at}/cong-khai`, summary, hub.hoa)).status).toBe(403)
    await step(at, "cong-khai", summary, hub.lan)
    const calendar = await text("/lich-tuyen-truyen.ics")
    expect(calendar).toContain("Nói chuyện ở xã")
    expect(calendar).toContain("DTSTART:20231120T010000Z")
    expect(calendar).not.toContain("Họp chuẩn bị")
    expect(await text("/lich-tuyen-truyen")).toContain("Mời bà con đến nghe")
    expect(await text(`${at}/lich.ics`, hub.hoa)).toContain("Họp chuẩn bị")
    expect((await hub.get(`${at}/lich.ics`, hub.ngoai)).status).toBe(404)
    const { rows } = await db.admin("select id from campaign_sessions where is_public")
    await step(at, "huy-lich", { sessionId: String(rows[0]?.id) })
    expect(await text("/lich-tuyen-truyen.ics")).toContain("STATUS:CANCELLED")
  })

  test("passes to a colleague when who answers for it leaves, and whole to the successor on a reform day: a body is not asked by itself", async () => {
    const admin = await signInAs(db, { bodySlug: "hub", role: "administrator", email: "quantri@hub.example" })
    const handover = accountPaths.postHandover(hub.hoa.postId)
    await hub.post(accountPaths.postEnd(hub.hoa.postId), {}, admin)
    expect(await text(handover, admin)).toContain("Chiến dịch tuyên truyền đang phụ trách: 1")
    const to = { end: "1", "to-awareness-campaigns-led": hub.minh.officerId }
    expect((await hub.post(handover, to, admin)).status).toBe(303)
    expect(await text(at, hub.minh)).toContain("Trần Văn Minh")
    await asJob(db, "organizations.reform-day", async (tx) => {
      const [duty] = await awarenessDuties.openDutiesOf(tx, [bodies.hub.id], 10)
      expect(duty?.title).toContain("1 chiến dịch tuyên truyền")
      await awarenessDuties.move(tx, bodies.hub.id, [bodies.district.id], "move")
    })
    const { rows } = await db.admin("select state, body_id = to_body_id as self from campaign_parts")
    expect(rows).toEqual([{ state: "withdrawn", self: true }])
    expect((await hub.get(at, hub.minh)).status).toBe(404)
    expect(await text(at, hub.huyen)).toContain("85 người dự")
  })
})

describe("a body beside the one that runs a campaign", () => {
  const ask = { committees: "yes", ask: "Phát loa mỗi sáng", dueOn: "2023-10-15" }
  const talk = {
    channel: "meeting",
    heldOn: "2023-11-20",
    beginsAt: "08:00",
    endsAt: "09:30",
    place: "Hội trường",
  }
  const session = async (what: string) =>
    String((await db.admin("select id from campaign_sessions where what = $1", [what])).rows[0]?.id)
  /** The card of that entry in the public schedule. */
  const card = async (what: string) => {
    const page = await text(paths.schedule)
    return page.slice(page.indexOf(what)).slice(0, 400)
  }
  let at = ""

  test("reads on its first page that it was asked, declines, is asked a second time, takes part and enters its result", async () => {
    at = await made({ title: "Hỏi lần nữa" }, hub.minh)
    await step(at, "bat-dau", {}, hub.minh)
    await step(at, "moi-tham-gia", ask, hub.minh)
    expect(await text("/lam-viec", hub.huyen)).toContain("mời cơ quan bạn tham gia")
    const sent = await hub.post(`${at}/tu-choi`, { reason: "Trùng đợt tập huấn" }, hub.huyen)
    const next = sent.headers.get("location") ?? ""
    expect(next).toContain(paths.campaigns)
    expect(await text(next, hub.huyen)).toContain("Đã ghi.")
    expect(await text("/lam-viec", hub.huyen)).not.toContain("mời cơ quan bạn tham gia")
    // Asked again with an earlier day: the one that was declined stands behind it.
    await step(at, "moi-tham-gia", { ...ask, dueOn: "2023-09-30" }, hub.minh)
    await step(at, "nhan", {}, hub.huyen)
    await step(at, "ghi-ket-qua", { ...meeting, areaCode: places.there }, hub.huyen)
    const crafted = await hub.post(`${at}/gach-ket-qua`, { resultId: "x", reason: "Nhầm" }, hub.huyen)
    expect(crafted.status).toBe(422)
  })

  test("enters what it holds though the owner's own schedule is full; everybody reads it however much is past, and the owner takes it out again", async () => {
    await db.admin(
      `insert into campaign_sessions (campaign_id, owner_id, body_id, channel, held_on, begins_at, ends_at, place, what, is_public, made_name)
       select $1, $2, $2, 'loudspeaker', '2023-08-01', '07:00', '07:10', 'Xã', 'Phát loa ' || n, true, 'Minh' from generate_series(1, 1001) n`,
      [at.split("/").at(-1), bodies.hub.id],
    )
    await step(at, "cong-khai", { publicSummary: "Bà con nhớ cúp máy" }, hub.lan)
    expect((await hub.post(`${at}/them-lich`, { ...talk, what: "Thêm buổi" }, hub.minh)).status).not.toBe(303)
    for (const what of ["Nói chuyện ở huyện", "Nói chuyện lần sau"])
      await step(at, "them-lich", { ...talk, what, isPublic: "yes" }, hub.huyen)
    expect(await card("Nói chuyện ở huyện")).not.toContain("hủy")
    await step(at, "huy-lich", { sessionId: await session("Nói chuyện ở huyện") }, hub.minh)
    expect(await card("Nói chuyện ở huyện")).toContain("hủy")
    expect(await card("Nói chuyện lần sau")).not.toContain("hủy")
  })

  test("is not waited for by the public once the campaign ended early: what was ahead is cancelled, the campaign ends on that day, and the body may still take its entry out", async () => {
    await step(at, "ket-thuc", { outcome: "Đủ kết quả" }, hub.minh)
    expect(await card("Nói chuyện lần sau")).toContain("hủy")
    expect(await text(paths.schedule)).not.toContain("Bà con nhớ cúp máy")
    const [, event = ""] = (await text(paths.scheduleFile)).split(`UID:${at.split("/").at(-1)}`)
    expect(event.split("END:VEVENT")[0]).toContain("DTEND;VALUE=DATE:20230916")
    await step(at, "huy-lich", { sessionId: await session("Nói chuyện lần sau") }, hub.huyen)
  })
})
