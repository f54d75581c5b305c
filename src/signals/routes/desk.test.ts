import { beforeAll, describe, expect, test } from "vitest"
import { deliverOutbox } from "../../kernel/outbox.ts"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { forwardsComeBack } from "../actions/forwarding.ts"
import { paths } from "../paths.ts"
import { codeOn, type Hub, hubOf, once } from "../testing/hub.ts"

const db = await freshDatabase()
let hub: Hub
beforeAll(async () => {
  hub = await hubOf(db)
})

let serial = 100
/** A tip through the portal; its id and the reporter's code. */
async function tip(fields: Record<string, string>, path: string = paths.reportIdentifier) {
  serial += 1
  const page = await hub.post(path, { once: once(serial), ...fields })
  const code = codeOn(await page.text())
  const found = await db.admin("select id from signals order by id desc limit 1")
  return { id: String(found.rows[0].id), code }
}
const stateOf = async (id: string) =>
  (await db.admin(`select state from signals where id = '${id}'`)).rows[0].state
const at = (id: string, slug: string) => paths.signalForm(id, slug)
const deliver = () => deliverOutbox(hub.house.db, [forwardsComeBack], hub.house.log)
const follow = async (code: string) => (await hub.post(paths.follow, { code })).text()

describe("the queue", () => {
  test("money that is moving stands first, and the title says how many there are", async () => {
    await tip({ text: "Tuần trước có người bán sim rác ở chợ huyện, nghe nói số 0398 111 222." })
    const urgent = await tip(
      { target: "19031112223334", text: "Tôi vừa chuyển 30 triệu xong thì biết bị lừa." },
      paths.reportMoney,
    )
    const html = await (await hub.get(paths.signals, hub.minh)).text()
    expect(html).toContain("1 tin khẩn cấp")
    expect(html.indexOf(urgent.id)).toBeLessThan(html.indexOf("sim rác"))
  })

  test("a number finds every tip that names it, however it was written", async () => {
    const { id } = await tip({ text: "Số +84 977.888.999 gọi xưng là ngân hàng đòi mã OTP." })
    const html = await (await hub.get(`${paths.signals}?ngan=all&q=0977888999`, hub.minh)).text()
    expect(html).toContain(id)
    expect(html).not.toContain("sim rác")
  })

  test("words are found without their accents", async () => {
    const html = await (await hub.get(`${paths.signals}?ngan=all&q=cho+huyen`, hub.minh)).text()
    expect(html).toContain("sim rác")
  })

  test("another body, an enterprise and a stranger see none of it", async () => {
    const { id } = await tip({ text: "Số 0977 888 111 dọa khóa thuê bao." })
    expect((await hub.get(paths.signal(id), hub.cong)).status).toBe(404)
    expect(await (await hub.get(`${paths.signals}?ngan=all`, hub.van)).text()).not.toContain(id)
    expect((await hub.get(paths.signals)).status).not.toBe(200)
  })
})

describe("what is already known", () => {
  test("a tip shows how many others name the same number, and merges into one of them", async () => {
    const first = await tip({ text: "Số 0966 555 444 giả danh công an gọi cho mẹ tôi." })
    const second = await tip({ text: "0966555444 lại gọi, xưng là công an phường." })
    const html = await (await hub.get(paths.signal(second.id), hub.minh)).text()
    expect(html).toContain("có trong 1 tin khác, 1 tin trong 30 ngày qua")
    expect(html).toContain(paths.signal(first.id))
    const done = await hub.post(at(second.id, "gop"), { into: first.id }, hub.minh)
    expect(done.status).toBe(303)
    expect(await stateOf(second.id)).toBe("merged")
    await hub.post(at(second.id, "tach"), { reason: "Hai người khác nhau." }, hub.minh)
    expect(await stateOf(second.id)).toBe("reviewing")
  })

  test("a tip cannot be merged into itself, and what was typed comes back", async () => {
    const { id } = await tip({ text: "Số 0966 555 333 gọi." })
    const page = await hub.post(at(id, "gop"), { link: paths.signal(id) }, hub.minh)
    expect(page.status).toBe(409)
    expect(await page.text()).toContain(`value="${paths.signal(id)}"`)
  })

  test("an officer adds a number that was not read, and strikes out one that was not meant", async () => {
    const { id } = await tip({ text: "Có người gọi xưng là bưu điện, số 0966 555 222." })
    await hub.post(at(id, "them-dinh-danh"), { typed: "0911 222 333" }, hub.minh)
    const rows = async () =>
      (
        await db.admin(
          `select i.id, i.value, m.role from signal_identifiers m join indicators i on i.id = m.indicator_id where m.signal_id = '${id}' order by i.value`,
        )
      ).rows
    expect(await rows()).toHaveLength(2)
    const added = (await rows()).find((one) => String(one.value).includes("911222333"))
    await hub.post(at(id, "vai-tro"), { indicatorId: String(added?.id), role: "not-meant" }, hub.minh)
    expect((await rows()).map((one) => one.role)).toContain("not-meant")
  })
})

describe("what is sealed", () => {
  const secret = {
    name: "Hoàng Thị Kín",
    contact: "0355 444 333",
    text: "Tôi là Hoàng Thị Kín, số của tôi 0355444333. Số 0988 222 111 lừa tôi chuyển 5 triệu.",
  }

  test("the page shows masked words only; opening takes a reason, which is journaled", async () => {
    const { id } = await tip(secret)
    const before = await (await hub.get(paths.signal(id), hub.minh)).text()
    for (const canary of ["Hoàng Thị Kín", "0355444333", "0355 444 333"]) expect(before).not.toContain(canary)
    expect((await hub.post(at(id, "mo-danh-tinh"), { reason: "" }, hub.minh)).status).toBe(422)
    const opened = await (await hub.post(at(id, "mo-danh-tinh"), { reason: "Theo Điều 9" }, hub.minh)).text()
    expect(opened).toContain("Hoàng Thị Kín")
    const journal = await db.admin(
      `select what, details from journal where record_id = '${id}' and what = 'identity.opened'`,
    )
    expect(journal.rows).toHaveLength(1)
    expect(JSON.stringify(journal.rows)).not.toContain("Theo Điều 9")
  })

  test("a clerk opens neither text nor identity", async () => {
    const { id } = await tip(secret)
    for (const slug of ["mo-danh-tinh", "mo-nguyen-van"])
      expect((await hub.post(at(id, slug), { reason: "Tò mò" }, hub.hoa)).status).toBe(403)
  })

  test("a withdrawn tip has no identity left to open", async () => {
    const { id, code } = await tip(secret)
    await hub.post(paths.followWithdrawal, { code })
    const page = await hub.post(at(id, "mo-danh-tinh"), { reason: "Muộn" }, hub.minh)
    expect(await page.text()).not.toContain("Hoàng Thị Kín")
  })
})

describe("not ours: forwarding", () => {
  test("nothing leaves before a person compared the masking; then the other side signs and its outcome flows back", async () => {
    const { id, code } = await tip({
      name: "Hoàng Thị Kín",
      contact: "0355 444 333",
      text: "Trang chieu-phim-lau.test chiếu phim vi phạm bản quyền, do Kín phát hiện, gọi 0988 222 111 để mua.",
    })
    const bodyId = hub.van.bodyId
    const sheet = { toBodyId: bodyId, reason: "Thuộc lĩnh vực văn hóa" }
    const early = await hub.post(at(id, "chuyen"), sheet, hub.minh)
    expect(early.status).toBe(409)
    expect(await early.text()).toContain("đối chiếu phần che")
    await hub.post(at(id, "mo-nguyen-van"), { reason: "Đối chiếu phần che" }, hub.minh)
    await hub.post(
      at(id, "loi-da-che"),
      { redactedText: "Trang chieu-phim-lau.test chiếu phim lậu, gọi 0988 222 111 để mua." },
      hub.minh,
    )
    expect((await hub.post(at(id, "chuyen"), sheet, hub.minh)).status).toBe(303)
    expect(await follow(code)).toContain("Sở Văn hóa tỉnh Mẫu")

    const arriving = await (await hub.get(paths.arriving, hub.van)).text()
    expect(arriving).toContain("chieu-phim-lau.test")
    for (const canary of ["Kín", "0355"]) expect(arriving).not.toContain(canary)
    const forward = String((await db.admin("select id from signal_forwards")).rows[0].id)
    const signed = await hub.post(paths.arrivingReceive(forward), { number: "15/Đ" }, hub.van)
    const theirs = String(signed.headers.get("location")).split("/").at(-1) ?? ""
    expect(await (await hub.get(paths.signal(id), hub.minh)).text()).toContain("15/Đ")
    await hub.post(at(theirs, "ket-thuc"), { closeReason: "handled", note: "Đã yêu cầu gỡ trang." }, hub.van)
    await deliver()
    expect(await stateOf(id)).toBe("closed")
    expect(await follow(code)).toContain("Đã yêu cầu gỡ trang.")
  })

  test("a reporter whose name is pasted into the masked words is sent back to the hand that slipped, and reaches no other body", async () => {
    const { id } = await tip({
      name: "Hoàng Thị Kín",
      contact: "0355 444 333",
      text: "Trang phim-lau-khac.test chiếu phim lậu, gọi 0988 222 333 để mua.",
    })
    await hub.post(at(id, "mo-nguyen-van"), { reason: "Đối chiếu" }, hub.minh)
    const words = "Hoàng Thị Kín thấy trang phim-lau-khac.test chiếu phim lậu"
    const page = await hub.post(at(id, "loi-da-che"), { redactedText: words }, hub.minh)
    const said = await page.text()
    expect([page.status, said.includes("Viết “người báo tin” thay vào"), said.includes(words)]).toEqual([
      422,
      true,
      true,
    ])
    const row = await db.admin("select redaction_checked_at as at, place from signals where id = $1", [id])
    expect(row.rows[0]?.at).toBeNull()
    // Kept before masked words were compared: what stands there now is compared when it is to leave.
    const sheet = { toBodyId: hub.van.bodyId, reason: "Thuộc lĩnh vực văn hóa" }
    for (const [column, kept] of [
      ["redacted_text", words],
      ["place", "nhà bà Hoàng Thị Kín"],
    ] as const) {
      await db.admin(
        `update signals set redacted_text = 'Trang chiếu phim lậu', place = null, redaction_checked_at = received_at where id = $1`,
        [id],
      )
      await db.admin(`update signals set ${column} = $2 where id = $1`, [id, kept])
      const sent = await hub.post(at(id, "chuyen"), sheet, hub.minh)
      expect([sent.status, (await sent.text()).includes("che phần đó rồi lưu lời đã che")]).toEqual([
        409,
        true,
      ])
    }
    const left = await db.admin("select count(*)::int as n from signal_forwards where signal_id = $1", [id])
    expect(left.rows[0]?.n).toBe(0)
  })

  test("what is returned with a reason is on our desk again", async () => {
    const { id } = await tip({ text: "Số 0966 121 212 gọi quảng cáo." })
    await hub.post(at(id, "mo-nguyen-van"), { reason: "Đối chiếu" }, hub.minh)
    await hub.post(at(id, "loi-da-che"), { redactedText: "Số 0966 121 212 gọi quảng cáo." }, hub.minh)
    await hub.post(at(id, "chuyen"), { toBodyId: hub.van.bodyId, reason: "Quảng cáo" }, hub.minh)
    const forward = String(
      (await db.admin(`select id from signal_forwards where signal_id = '${id}'`)).rows[0].id,
    )
    expect((await hub.post(paths.arrivingReturn(forward), { reason: "" }, hub.van)).status).toBe(422)
    await hub.post(paths.arrivingReturn(forward), { reason: "Không thuộc lĩnh vực" }, hub.van)
    await deliver()
    expect(await stateOf(id)).toBe("reviewing")
    expect(await (await hub.get(paths.signal(id), hub.minh)).text()).toContain("Không thuộc lĩnh vực")
  })
})

describe("talking with the reporter, and ending", () => {
  test("a question reaches the reporter by the code alone, and the answer brings the tip back to the desk", async () => {
    const { id, code } = await tip({ text: "Số 0966 343 434 nhắn đường dẫn lạ." })
    await hub.post(at(id, "hoi"), { text: "Tin nhắn đến lúc mấy giờ?" }, hub.minh)
    expect(await follow(code)).toContain("Tin nhắn đến lúc mấy giờ?")
    await hub.post(paths.followMessages, { code, text: "Khoảng 9 giờ sáng." })
    expect(await stateOf(id)).toBe("reviewing")
    expect(await (await hub.get(paths.signal(id), hub.minh)).text()).toContain("Khoảng 9 giờ sáng.")
  })

  test("the reason of the end is what the reporter reads; a tip reopened waits again", async () => {
    const { id, code } = await tip({ text: "Số 0966 343 111 gọi rồi tắt." })
    await hub.post(at(id, "ket-thuc"), { closeReason: "not-enough" }, hub.minh)
    expect(await follow(code)).toContain("Chưa đủ thông tin")
    await hub.post(at(id, "mo-lai"), { reason: "Có thêm tin" }, hub.minh)
    expect(await stateOf(id)).toBe("reviewing")
  })

  test("a call written down by an officer stands in the own queue, with a receipt to read out", async () => {
    const page = await hub.post(
      paths.newSignal,
      {
        once: once(9001),
        channel: "phone",
        path: "other",
        text: "Người dân gọi báo số 0966 787 878 lừa đảo.",
      },
      hub.minh,
    )
    const code = codeOn(await page.text())
    expect(await follow(code)).toContain("Sở Thông tin tỉnh Mẫu")
  })

  test("what an enterprise hands in stands in the lead department's queue and not in its own", async () => {
    const page = await hub.post(
      paths.newSignal,
      {
        once: once(9002),
        path: "identifier",
        target: "0966 909 090",
        text: "Thuê bao phát tán tin nhắn rác.",
      },
      hub.tam,
    )
    expect(page.status).toBe(200)
    const html = await (await hub.get(`${paths.signals}?ngan=all&q=0966909090`, hub.minh)).text()
    expect(html).toContain("tin nhắn rác")
    const row = await db.admin("select channel, from_body_id from signals order by id desc limit 1")
    expect(row.rows[0]).toMatchObject({ channel: "form", from_body_id: hub.tam.bodyId })
  })
})
