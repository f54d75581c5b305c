import { sql } from "kysely"
import { beforeAll, describe, expect, test } from "vitest"
import { signInAs } from "../../accounts/testing.ts"
import { asPublic } from "../../kernel/db/database.ts"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { type Hub, hubOf } from "../../signals/testing/hub.ts"
import { expireShared } from "../actions/expiring.ts"
import { paths } from "../paths.ts"
import { proposeNumber, tipAbout } from "../testing/hub.ts"

const db = await freshDatabase()
let hub: Hub
beforeAll(async () => {
  hub = await hubOf(db)
})

const words = {
  title: "Dọa cắt điện, bắt tải ứng dụng lạ",
  looksLike: "Điện lực thông báo: nhà bạn nợ tiền điện 2 tháng, tải ứng dụng để đóng ngay.",
  signs: "Giục trong vài giờ\nBắt tải ứng dụng, đường dẫn lạ\nDùng số di động",
  whatToDo: "Cúp máy\nGọi số in trên hóa đơn",
  severity: "warning",
  audience: "public",
  expiresOn: "2023-10-15",
}
const idIn = (at: string) => at.slice(at.lastIndexOf("/") + 1)
const text = async (at: string, who: Hub["lan"]) => (await hub.get(at, who)).text()
const post = (at: string, slug: string, fields: Record<string, string>, who: Hub["lan"]) =>
  hub.post(`${at}/${slug}`, fields, who)
async function write(more: Record<string, string> = {}, who = hub.minh): Promise<string> {
  const answer = await hub.post(paths.newWarning, { ...words, ...more }, who)
  const at = answer.headers.get("location")?.split("?")[0]
  if (at === undefined) throw new Error(`not written: ${answer.status}`)
  return at
}
const ticked = { blamesNobody: "yes", isPlain: "yes" }
const release = (at: string, who = hub.lan) => post(at, "phat", ticked, who)
const rowOf = async (at: string) =>
  (await db.admin("select state, code, recall_reason from warnings where id = $1", [idIn(at)])).rows[0]
/** Titles that anybody at all may read. */
const published = async () =>
  (
    await asPublic(db, (tx) =>
      sql<{ title: string }>`select title from warnings where state = 'released' order by code`.execute(tx),
    )
  ).rows.map((row) => row.title)

describe("a warning from a trick to the public", () => {
  test("one press on a reported trick gives a draft of the catalogue's words, with the masked evidence beside it", async () => {
    const { tip, clue } = await tipAbout(hub, db, "0951 234 601")
    for (let n = 0; n < 3; n += 1) await tipAbout(hub, db, "0951 234 602")
    const list = await text(paths.warnings, hub.minh)
    expect(list).toContain("đang tăng")
    expect(list).toContain(paths.newWarningOf("gia-danh-cong-an"))
    const page = await text(paths.newWarningOf("gia-danh-cong-an"), hub.minh)
    expect(page).toContain("4 tin báo từ")
    expect(page).toContain("Lệnh bắt giả")
    expect(page).toContain("0951 234 602")
    expect(page).toContain(paths.newFromTip(tip, clue).replace("&", "&amp;"))
    const read = await db.admin("select count(*)::int as n from journal where what = 'signal.trick-read'")
    expect(read.rows[0]?.n).toBe(1)
  })

  test("who wrote it has no release button; the second reads, ticks what no machine knows, and it is public with a number", async () => {
    const at = await write()
    const mine = await text(at, hub.minh)
    expect(mine).not.toContain("Ký và phát")
    const page = await text(at, hub.lan)
    expect(page).toContain("Bạn là người thứ hai")
    expect(page).toMatch(/Ký và phát đến \d+ nơi/)
    expect(page).toContain("lời kể, ảnh, tên người báo")
    expect(await published()).not.toContain(words.title)
    expect((await post(at, "phat", { blamesNobody: "yes" }, hub.lan)).status).toBe(422)
    expect((await release(at)).status).toBe(303)
    expect(await published()).toContain(words.title)
    expect((await rowOf(at))?.code).toBe(1)
    const told = await db.admin("select event from outbox where record_id = $1 order by id", [idIn(at)])
    expect(told.rows.map((row) => row.event)).toEqual(["warning.written", "warning.sent", "warning.released"])
  })

  test("the button says to how many places it goes: fewer when only enterprises are told", async () => {
    const [wide, narrow] = [await write(), await write({ audience: "enterprises" })]
    expect(await text(wide, hub.lan)).toContain("Ký và phát đến 3 nơi")
    expect(await text(narrow, hub.lan)).toContain("Ký và phát đến 1 nơi")
  })

  test("a number in the words that no second person looked at is shown to who releases", async () => {
    const at = await write({ looksLike: "Số 0951 234 699 gọi bảo nợ tiền điện." })
    expect(await text(at, hub.lan)).toContain("Bài có nêu 0951 234 699")
  })

  test("clues that are not out, and those that one report alone names, are listed as held back", async () => {
    const at = await write({ trick: "gia-danh-cong-an" })
    expect(await text(at, hub.lan)).toMatch(
      /2 số, trang, tài khoản các tin này nêu chưa phát; 1 trong đó mới có 1 tin/,
    )
  })

  test("an indicator goes along only while it is released", async () => {
    const at = await proposeNumber(hub, "0951 234 611")
    const answer = await hub.post(paths.newWarning, { ...words, indicators: idIn(at) }, hub.minh)
    expect(answer.status).toBe(422)
    await hub.post(`${at}/phat`, { isRead: "yes" }, hub.lan)
    const warning = await write({ indicators: idIn(at) })
    await release(warning)
    const named = await asPublic(db, (tx) =>
      sql<{
        value: string
      }>`select value from public_warning_indicators((select code from warnings where id = ${idIn(warning)}))`.execute(
        tx,
      ),
    )
    expect(named.rows).toEqual([{ value: "+84951234611" }])
  })
})

describe("who may not release a warning", () => {
  test("who wrote it, heading the body or not", async () => {
    const at = await write({}, hub.lan)
    expect((await release(at, hub.lan)).status).toBe(409)
    expect((await release(at, hub.minh)).status).toBe(403)
    expect((await rowOf(at))?.state).toBe("waiting")
  })

  test("who gave it back and then changed a word", async () => {
    const at = await write()
    await post(at, "tra-lai", { reason: "Khó hiểu chỗ dấu hiệu" }, hub.lan)
    await post(at, "sua", { ...words, title: "Khác" }, hub.lan)
    await post(at, "gui", {}, hub.minh)
    expect((await release(at, hub.lan)).status).toBe(409)
    expect((await rowOf(at))?.state).toBe("waiting")
  })

  test("heads of other bodies, an enterprise, and nobody at all", async () => {
    const at = await write()
    for (const who of [hub.son, hub.ngoai, hub.tam])
      expect([403, 404, 409]).toContain((await release(at, who)).status)
    expect((await hub.post(`${at}/phat`, ticked)).status).toBe(401)
    expect((await rowOf(at))?.state).toBe("waiting")
  })
})

describe("an enterprise shares a pattern", () => {
  test("with all enterprises, after a second person of its own read it; it is offered no audience of everybody", async () => {
    const head = await signInAs(db, { bodySlug: "telco", role: "leader", name: "Đặng Thị Trưởng" })
    const page = await text(paths.newWarning, hub.tam)
    expect(page).not.toContain('value="public"')
    const at = await write({ audience: "enterprises", title: "Giả đầu số quốc tế gọi lúc đêm" }, hub.tam)
    expect((await release(at, hub.tam)).status).toBe(403)
    expect((await release(at, head as unknown as Hub["lan"])).status).toBe(303)
    expect((await rowOf(at))?.state).toBe("released")
    expect(await published()).not.toContain("Giả đầu số quốc tế gọi lúc đêm")
    const everybody = await hub.post(paths.newWarning, { ...words, audience: "public" }, hub.tam)
    expect(everybody.status).toBe(422)
  })
})

describe("what comes after", () => {
  test("one person recalls at once with a reason, which the public reads", async () => {
    const at = await write({ title: "Sẽ thu hồi" })
    await release(at)
    expect((await post(at, "thu-hoi", { reason: "Điện lực xác nhận tin thật" }, hub.minh)).status).toBe(303)
    expect(await published()).not.toContain("Sẽ thu hồi")
    const read = await asPublic(db, (tx) =>
      sql<{ recallReason: string }>`select recall_reason from warnings where id = ${idIn(at)}`.execute(tx),
    )
    expect(read.rows).toEqual([{ recallReason: "Điện lực xác nhận tin thật" }])
  })

  test("an update takes two people as well, and recalls the old one as it goes out", async () => {
    const old = await write({ title: "Bản cũ" })
    await release(old)
    const page = await text(paths.newWarningFor(idIn(old)), hub.minh)
    expect(page).toContain("Bản cũ")
    const made = await write({ title: "Bản mới", thay: idIn(old) })
    expect(await published()).toContain("Bản cũ")
    await release(made)
    expect(await published()).toContain("Bản mới")
    expect(await published()).not.toContain("Bản cũ")
    expect(await rowOf(old)).toMatchObject({
      state: "recalled",
      recall_reason: `Thay bằng cảnh báo ${(await rowOf(made))?.code}`,
    })
  })

  test("after its last day it is out no more, and the clock says so once", async () => {
    const at = await write({ title: "Hết hạn" })
    await release(at)
    await db.admin("alter table warnings disable trigger user")
    await db.admin("update warnings set expires_on = '2023-01-01' where id = $1", [idIn(at)])
    await db.admin("alter table warnings enable trigger user")
    expect(await expireShared(db)).toBe(1)
    expect(await expireShared(db)).toBe(0)
    expect(await published()).not.toContain("Hết hạn")
  })

  test("what is wrong stands at its field, and every word that was typed is still there", async () => {
    const answer = await hub.post(paths.newWarning, { ...words, expiresOn: "2024-09-01" }, hub.minh)
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain("Dài nhất 90 ngày")
    expect(page).toContain("Bắt tải ứng dụng, đường dẫn lạ")
  })
})
