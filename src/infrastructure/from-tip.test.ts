import sharp from "sharp"
import { beforeAll, describe, expect, test } from "vitest"
import { signInAs } from "../accounts/testing.ts"
import { freshDatabase } from "../kernel/testing/database.ts"
import { deriveEvidence } from "../signals/actions/evidence.ts"
import { signalPaths } from "../signals/index.ts"
import { type Hub, hubOf, once } from "../signals/testing/hub.ts"
import { paths } from "./paths.ts"
import { groundIn, places } from "./testing/ground.ts"

/** Whoever finds damage tells the commune committee or the nearest police (Luật Viễn thông, Đ5.1): from the door to the incident. */
const db = await freshDatabase()
let hub: Hub
beforeAll(async () => {
  hub = await hubOf(db)
  await groundIn(db)
})

let sent = 0
async function tell(fields: Record<string, string>, picture?: Buffer) {
  sent += 1
  const form = new FormData()
  for (const [name, value] of Object.entries({ once: once(sent), ...fields })) form.set(name, value)
  if (picture !== undefined) form.append("files", new Blob([new Uint8Array(picture)]), "anh.jpg")
  const answer = await hub.app.request(signalPaths.reportInfrastructure, {
    method: "POST",
    body: form,
    headers: { "sec-fetch-site": "same-origin" },
  })
  const receipt = await answer.text()
  expect([answer.status, receipt.includes("Mã biên nhận")]).toEqual([200, true])
  const { rows } = await db.admin(
    "select s.*, b.slug from signals s join bodies b on b.id = s.body_id order by s.id desc limit 1",
  )
  return { receipt, tip: rows[0] as { id: string; type: string; slug: string; place: string; state: string } }
}
const text = async (path: string, who: Hub["lan"]) => (await hub.get(path, who)).text()
const step = (id: string, slug: string, fields: Record<string, string>, who: Hub["lan"]) =>
  hub.post(signalPaths.signalForm(id, slug), fields, who)
async function compared(id: string, redactedText: string, who: Hub["lan"]) {
  await step(id, "mo-nguyen-van", { reason: "Đối chiếu phần che" }, who)
  expect((await step(id, "loi-da-che", { redactedText }, who)).status).toBe(303)
}

describe("a citizen at the door of networks", () => {
  test.each([
    "Hai người đi xe máy 89B1-23456 cắt cáp ở cột số 12 lúc 2 giờ sáng",
    "Mất sóng cả thôn từ tối qua, dây bị đứt",
    "Nhà mạng dựng trạm phát sóng sát nhà tôi, có người đập phá hàng rào",
    "Có kẻ lạ mở tủ ở chân cột phát sóng",
  ])(
    "whose words sound like a swindle (%s) is read as telling of a network, and of nothing else",
    async (said) => {
      const { tip } = await tell({ text: said })
      expect(["trom-cap-thiet-bi-vien-thong", "pha-hoai-ha-tang", "khac"]).toContain(tip.type)
    },
  )

  test("who chooses the commune is told whom else to tell there, and the desk of its committee has the tip at once", async () => {
    const door = await (await hub.get(signalPaths.reportInfrastructure)).text()
    expect(door).toContain("báo UBND xã hoặc công an nơi gần nhất")
    expect(door).toContain(`<option value="${places.here}"`)
    const { receipt, tip } = await tell({
      text: "Hai người cắt cáp quang ở cột số 7 rồi bỏ chạy",
      place: "thôn Trên",
      commune: places.here,
    })
    expect(receipt).toContain("báo UBND xã Mẫu hay công an nơi gần nhất")
    expect(receipt).toContain("UBND huyện Mẫu đã có tin này ở bàn trực")
    expect([tip.slug, tip.place]).toEqual(["district", "thôn Trên, xã Mẫu"])
    expect(await text(signalPaths.signals, hub.huyen)).toContain(tip.id)
    expect((await hub.get(signalPaths.signal(tip.id), hub.minh)).status).toBe(404)
  })

  test("whose commune nobody serves here yet is not sent to an empty room: the lead department reads the tip", async () => {
    const { receipt, tip } = await tell({ text: "Tủ cáp bị phá khóa", commune: places.there })
    expect(tip.slug).toBe("hub")
    expect(receipt).toContain("báo UBND xã Bên hay công an nơi gần nhất")
    expect(receipt).toContain("Sở Thông tin tỉnh Mẫu đọc tin")
    expect((await tell({ text: "Tủ cáp khác bị phá", commune: "khong-co" })).tip.slug).toBe("hub")
  })
})

describe("a tip becomes an incident by one press", () => {
  test("with place, time, words and the picture; the police see it, and the reporter stays sealed", async () => {
    const picture = await sharp({ create: { width: 60, height: 40, channels: 3, background: "#336699" } })
      .jpeg()
      .withExif({ IFD0: { Make: "MAY-CUA-KIN" } })
      .toBuffer()
    const { tip } = await tell(
      {
        ...{ text: "Tôi là Hoàng Thị Kín thấy trộm cắt trộm dây cáp đồng ở cột số 12", place: "thôn Dưới" },
        ...{ name: "Hoàng Thị Kín", contact: "0355 444 333", commune: places.here, declared: "yes" },
      },
      picture,
    )
    expect(tip.type).toBe("trom-cap-thiet-bi-vien-thong")
    await deriveEvidence(hub.house)
    const early = await hub.post(paths.fromTip(tip.id), {}, hub.huyen)
    expect([early.status, (await early.text()).includes("lưu lời đã che")]).toEqual([409, true])
    await compared(tip.id, "Thấy trộm cắt dây cáp đồng ở cột số 12", hub.huyen)
    expect(await text(signalPaths.signal(tip.id), hub.huyen)).toContain("Lập sự cố hạ tầng từ tin này")

    const made = await hub.post(paths.fromTip(tip.id), {}, hub.huyen)
    expect(made.status).toBe(303)
    const incident = (made.headers.get("location") ?? "").replace(/\?.*/, "")
    const page = await text(incident, hub.son)
    for (const said of [
      "Trộm cắp",
      "xã Mẫu",
      "thôn Dưới",
      "cột số 12",
      "15/09/2023",
      "từ tin của người dân",
      "Ảnh 1",
    ])
      expect(page).toContain(said)
    expect(page).not.toMatch(/Kín|0355|444 ?333/)
    const photo = /\/ha-tang\/su-co\/[0-9a-f-]+\/bang-chung\/[0-9a-f-]+/.exec(page)?.[0] ?? ""
    const bytes = Buffer.from(await (await hub.get(photo, hub.son)).arrayBuffer())
    expect((await sharp(bytes).metadata()).width).toBe(60)
    expect(bytes.includes("MAY-CUA-KIN")).toBe(false)
    // An unmasked picture is not shown to whom may not read the raw text, here or in the case that is opened of it.
    const clerk = await signInAs(db, { bodySlug: "police", role: "clerk", email: "van-thu@cong-an.example" })
    expect((await hub.get(photo, clerk)).status).toBe(403)
    expect(await text(incident, clerk)).not.toContain("/bang-chung/")
    const opened = await hub.post(`${incident}/mo-vu-viec`, {}, hub.son)
    const { rows } = await db.admin("select case_id, id from case_exhibits where media_type like 'image/%'")
    const exhibit = `${opened.headers.get("location")}/tang-vat/${rows[0]?.id}`
    const seen = [(await hub.get(exhibit, hub.son)).status, (await hub.get(exhibit, clerk)).status]
    expect([rows.length, ...seen]).toEqual([1, 200, 403])

    const again = await hub.post(paths.fromTip(tip.id), {}, hub.huyen)
    expect(again.headers.get("location")).toBe(incident)
    expect((await db.admin("select count(*)::int as n from incidents where origin = 'tip'")).rows[0].n).toBe(
      1,
    )
  })

  test("who told of it is not named in what is written later: repaired, dropped or shown to more bodies, it is sent back with a remedy", async () => {
    const { tip } = await tell({
      ...{ text: "Trộm cắt cáp đồng ở cột số 20", name: "Hoàng Thị Kín", contact: "0355 444 333" },
      ...{ commune: places.here },
    })
    await compared(tip.id, "Trộm cắt cáp đồng ở cột số 20", hub.huyen)
    const made = await hub.post(paths.fromTip(tip.id), { kind: "theft" }, hub.huyen)
    const id = (made.headers.get("location") ?? "").replace(/\?.*/, "").slice(-36)
    const words = "Đã gặp bà Hoàng Thị Kín, số 0355.444.333"
    for (const [slug, fields] of [
      ["khac-phuc", { on: "2023-09-15", note: words }],
      ["bo", { reason: words }],
      [
        "tang-vat",
        { what: "Cuộn dây", amount: "3 m", recoveredOn: "2023-09-15", foundAt: words, keptAt: "Kho" },
      ],
    ] as const) {
      const page = await hub.post(paths.incidentForm(id, slug), fields, hub.huyen)
      const said = await page.text()
      expect([page.status, said.includes("Viết “người báo tin” thay vào"), said.includes(words)]).toEqual([
        422,
        true,
        true,
      ])
    }
    await db.admin(
      "update incident_sites set what = 'Bà Hoàng Thị Kín thấy cắt cáp' where incident_id = $1",
      [id],
    )
    const { rows } = await db.admin("select id from bodies where slug = 'science'")
    const shown = await hub.post(
      paths.incidentForm(id, "cho-xem"),
      { bodies: String(rows[0]?.id ?? "") },
      hub.huyen,
    )
    await db.admin("update incident_sites set what = 'Cắt cáp' where incident_id = $1", [id])
    expect([shown.status, (await shown.text()).includes("chưa cho thêm nơi nào xem được")]).toEqual([
      422,
      true,
    ])
  })

  test("masked words in which the reporter's name still stands are carried nowhere", async () => {
    const { tip } = await tell({
      ...{ text: "Cáp bị cắt trộm đêm qua", name: "Hoàng Thị Kín", contact: "0355 444 333" },
      commune: places.here,
    })
    await db.admin(
      "update signals set redacted_text = 'Hoàng Thị Kín thấy cáp bị cắt', redaction_checked_at = received_at where id = $1",
      [tip.id],
    )
    const answer = await hub.post(paths.fromTip(tip.id), {}, hub.huyen)
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain("còn tên hoặc cách liên lạc của người báo")
    expect((await db.admin("select from incident_sites where what like '%Kín%'")).rowCount).toBe(0)
  })

  test("a citizen who fills the box of the place and chooses the commune loses none of the words; the incident takes what fits", async () => {
    const place = `ngõ 7 ${"an ".repeat(97)}`.trim()
    const { tip } = await tell({
      ...{ text: "Trộm cắt cáp đồng", place, name: "An", contact: "0355 444 333" },
      commune: places.here,
    })
    expect(tip.place).toMatch(/^ngõ 7 \[đã che\].*xã Mẫu$/)
    await compared(tip.id, "Trộm cắt cáp đồng", hub.huyen)
    const made = await hub.post(paths.fromTip(tip.id), { kind: "theft" }, hub.huyen)
    expect(made.status).toBe(303)
    const page = await text((made.headers.get("location") ?? "").replace(/\?.*/, ""), hub.son)
    expect(page).toMatch(/ngõ 7 \[đã che\].* \[…\]/)
  })

  test("what the tip does not say is asked once, on the answer, and the press goes on", async () => {
    const { tip } = await tell({ text: "Có kẻ lạ mở tủ ở chân cột phát sóng" })
    await compared(tip.id, "Có kẻ lạ mở tủ ở chân cột phát sóng", hub.minh)
    const asked = await hub.post(paths.fromTip(tip.id), {}, hub.minh)
    expect(asked.status).toBe(422)
    expect(await asked.text()).toContain("chọn nơi xảy ra")
    const made = await hub.post(paths.fromTip(tip.id), { kind: "sabotage", areaCode: places.there }, hub.minh)
    expect(await text((made.headers.get("location") ?? "").replace(/\?.*/, ""), hub.son)).toContain("xã Bên")
  })

  test("a body that does not hold the tip makes nothing of it and learns nothing", async () => {
    const { tip } = await tell({ text: "Cáp bị cắt trộm", commune: places.here })
    for (const who of [hub.minh, hub.son, hub.van])
      expect((await hub.post(paths.fromTip(tip.id), {}, who)).status).toBe(404)
    expect((await hub.post(paths.fromTip(tip.id), {}, hub.tam)).status).toBe(403)
  })
})
