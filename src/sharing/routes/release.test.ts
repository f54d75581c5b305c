import { createHash } from "node:crypto"
import { sql } from "kysely"
import { beforeAll, describe, expect, test } from "vitest"
import { asPublic } from "../../kernel/db/database.ts"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { signalPaths } from "../../signals/index.ts"
import { type Hub, hubOf } from "../../signals/testing/hub.ts"
import { expireShared } from "../actions/expiring.ts"
import { paths } from "../paths.ts"
import { proposal, proposeNumber, tipAbout } from "../testing/hub.ts"

const db = await freshDatabase()
let hub: Hub
beforeAll(async () => {
  hub = await hubOf(db)
})

const idIn = (at: string) => at.slice(at.lastIndexOf("/") + 1)
const post = (at: string, slug: string, fields: Record<string, string>, who: Hub["lan"]) =>
  hub.post(`${at}/${slug}`, fields, who)
const release = (at: string, who = hub.lan) => post(at, "phat", { isRead: "yes" }, who)
const stateOf = async (at: string) =>
  (await db.admin("select state from shared_indicators where id = $1", [idIn(at)])).rows[0]?.state
const text = async (at: string, who: Hub["lan"]) => (await hub.get(at, who)).text()

/** What anybody is told of a number at the public check. */
async function checked(value: string): Promise<Record<string, unknown> | undefined> {
  const digest = createHash("sha256").update(value).digest()
  const found = await asPublic(db, (tx) =>
    sql<
      Record<string, unknown>
    >`select kind, trick, since::text, reports_range, contested from public_check(array[${digest}]::bytea[])`.execute(
      tx,
    ),
  )
  return found.rows[0]
}

describe("one indicator from a tip to the public check", () => {
  test("an officer proposes a suspect's number, a head who did not write it releases it, and the check tells of it", async () => {
    const { tip, clue } = await tipAbout(hub, db, "0951 234 501")
    const page = await text(signalPaths.signal(tip), hub.minh)
    expect(page).toContain(paths.newFromTip(tip, clue).replace("&", "&amp;"))
    expect(await text(paths.newFromTip(tip, clue), hub.minh)).toContain("0951 234 501")
    const answer = await hub.post(paths.newIndicator, { tip, clue, ...proposal }, hub.minh)
    const at = (answer.headers.get("location") ?? "").split("?")[0] ?? ""
    expect(answer.status).toBe(303)
    expect(await stateOf(at)).toBe("waiting")
    expect(await checked("phone:+84951234501")).toBeUndefined()
    expect(await text(paths.sharing, hub.lan)).toContain("1 chỉ báo chờ bạn đọc lại")
    expect(await text(at, hub.lan)).toContain("Ký và phát")
    expect((await release(at)).status).toBe(303)
    expect(await checked("phone:+84951234501")).toMatchObject({
      kind: "phone",
      reportsRange: null,
      contested: false,
    })
    const told = await db.admin(
      "select what from journal where record_id = $1 and what like 'indicator.%' order by id",
      [idIn(at)],
    )
    expect(told.rows.map((row) => row.what)).toEqual(
      expect.arrayContaining(["indicator.written", "indicator.sent", "indicator.released"]),
    )
    const outbox = await db.admin("select event from outbox where record_id = $1 order by id", [idIn(at)])
    expect(outbox.rows.map((row) => row.event)).toEqual([
      "indicator.written",
      "indicator.sent",
      "indicator.released",
    ])
  })

  test("how many reports is told in ranges, and below five not at all", async () => {
    const tips = []
    for (let n = 0; n < 6; n += 1) tips.push(await tipAbout(hub, db, "0951 234 502"))
    const { tip, clue } = tips[5] ?? { tip: "", clue: "" }
    const answer = await hub.post(paths.newIndicator, { tip, clue, ...proposal }, hub.minh)
    const at = (answer.headers.get("location") ?? "").split("?")[0] ?? ""
    await release(at)
    expect(await checked("phone:+84951234502")).toMatchObject({ reportsRange: "5-9" })
  })

  test("a recall by one person with a reason holds at once", async () => {
    const at = await proposeNumber(hub, "0951 234 503")
    await release(at)
    expect(await checked("phone:+84951234503")).toBeDefined()
    expect((await post(at, "thu-hoi", { reason: "" }, hub.minh)).status).toBe(422)
    expect((await post(at, "thu-hoi", { reason: "Số đã đổi chủ" }, hub.minh)).status).toBe(303)
    expect(await checked("phone:+84951234503")).toBeUndefined()
    expect(await text(at, hub.minh)).toContain("Số đã đổi chủ")
  })

  test("from the day after its last one it is told no longer, and the clock writes that down once", async () => {
    const at = await proposeNumber(hub, "0951 234 504")
    await release(at)
    await db.admin("alter table shared_indicators disable trigger user")
    await db.admin(
      "update shared_indicators set valid_from = '2020-01-01', valid_until = '2020-02-01' where id = $1",
      [idIn(at)],
    )
    await db.admin("alter table shared_indicators enable trigger user")
    expect(await checked("phone:+84951234504")).toBeUndefined()
    expect(await expireShared(db)).toBe(1)
    expect(await expireShared(db)).toBe(0)
    expect(await stateOf(at)).toBe("expired")
    const { rows } = await db.admin("select count(*)::int as n from journal where what = 'indicator.expired'")
    expect(rows[0]?.n).toBe(1)
  })
})

describe("who may not release", () => {
  test("who wrote it has no button, and a form sent all the same is refused and keeps it waiting", async () => {
    const at = await proposeNumber(hub, "0951 234 511", { who: hub.lan })
    const page = await text(at, hub.lan)
    expect(page).not.toContain("Ký và phát")
    expect(page).toContain("người viết không có nút phát")
    const answer = await release(at, hub.lan)
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain("một lãnh đạo khác phải đọc và phát")
    expect(await stateOf(at)).toBe("waiting")
  })

  test("who took it back, changed a word and sent it again has written it too", async () => {
    const at = await proposeNumber(hub, "0951 234 512")
    await post(at, "tra-lai", { reason: "Viết rõ hơn" }, hub.lan)
    expect(await stateOf(at)).toBe("draft")
    expect((await post(at, "sua", { ...proposal, reasons: "Rõ hơn" }, hub.lan)).status).toBe(303)
    await post(at, "gui", {}, hub.minh)
    expect((await release(at, hub.lan)).status).toBe(409)
    expect(await stateOf(at)).toBe("waiting")
  })

  test.each(["minh", "hoa"] as const)("%s, who heads nothing, is turned away by the page", async (key) => {
    const at = await proposeNumber(hub, `0951 234 5${key === "minh" ? 21 : 22}`)
    expect((await release(at, hub[key])).status).toBe(403)
    expect(await stateOf(at)).toBe("waiting")
  })

  test.each(["son", "tam", "ngoai"] as const)("%s of another body finds no such indicator", async (key) => {
    const at = await proposeNumber(hub, `0951 234 53${["son", "tam", "ngoai"].indexOf(key)}`)
    expect([403, 404]).toContain((await release(at, hub[key])).status)
    expect(await stateOf(at)).toBe("waiting")
  })

  test("who is not signed in is led to the sign-in, and nothing is released", async () => {
    const at = await proposeNumber(hub, "0951 234 540")
    expect((await hub.post(`${at}/phat`, { isRead: "yes" })).status).toBe(401)
    expect(await stateOf(at)).toBe("waiting")
  })

  test("a head who has not ticked that the sources were read is asked to, and nothing is released", async () => {
    const at = await proposeNumber(hub, "0951 234 541")
    expect((await post(at, "phat", {}, hub.lan)).status).toBe(422)
    expect(await stateOf(at)).toBe("waiting")
  })
})

describe("what is never an indicator", () => {
  test.each([
    [{ kind: "phone", value: "113" }],
    [{ kind: "domain", value: "vietcombank.com.vn" }],
    [{ kind: "domain", value: "gmail.com" }],
    [{ kind: "url", value: "https://dichvucong.gov.vn/nop-tien" }],
  ])("a good name: %o", async (named) => {
    const answer = await hub.post(paths.newIndicator, { ...proposal, ...named }, hub.minh)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain("không bao giờ là chỉ báo")
  })

  test("a clue of a tip that is not a suspect's, or that nobody could place", async () => {
    const { tip, clue } = await tipAbout(hub, db, "0951 234 551")
    await db.admin(
      "update signal_identifiers set role = 'not-meant' where signal_id = $1 and indicator_id = $2",
      [tip, clue],
    )
    expect(await text(paths.newFromTip(tip, clue), hub.minh)).toContain("không còn là của bên bị nghi")
    const answer = await hub.post(paths.newIndicator, { tip, clue, ...proposal }, hub.minh)
    expect(answer.status).toBe(422)
  })

  test("a clue of another body's tip", async () => {
    const { tip, clue } = await tipAbout(hub, db, "0951 234 552")
    expect(await text(paths.newFromTip(tip, clue), hub.cong)).toContain("không còn là của bên bị nghi")
  })

  test("what goes further than its TLP, with the sentence at its field and nothing lost", async () => {
    const fields = { kind: "phone", value: "0951 234 553", ...proposal, tlp: "amber", reasons: "Lời của tôi" }
    const answer = await hub.post(paths.newIndicator, fields, hub.minh)
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain("Mức TLP đã chọn không cho phép gửi rộng như vậy")
    expect(page).toContain("Lời của tôi")
  })

  test("the same number twice: who proposes it again is told that it is there", async () => {
    await proposeNumber(hub, "0951 234 554")
    const answer = await hub.post(
      paths.newIndicator,
      { kind: "phone", value: "+84 951234554", ...proposal },
      hub.minh,
    )
    expect(await answer.text()).toContain("đã có chỉ báo này")
  })
})

describe("TLP by row security: who reads what was released", () => {
  const seenBy = async (at: string) => {
    const keys = ["minh", "cong", "van", "tam", "ngoai"] as const
    const seen = await Promise.all(
      keys.map(async (key) => ((await hub.get(at, hub[key])).status === 200 ? [key] : [])),
    )
    return seen.flat()
  }
  const { telco } = { telco: "01890000-0000-7000-8000-0000000000b7" }

  test("what waits is read by nobody outside", async () => {
    expect(await seenBy(await proposeNumber(hub, "0951 234 561"))).toEqual(["minh"])
  })

  test.each([
    ["public", "clear", ["minh", "cong", "van", "tam", "ngoai"]],
    ["bodies", "green", ["minh", "cong", "van", "tam", "ngoai"]],
    ["enterprises", "amber", ["minh", "tam"]],
    ["chosen", "red", ["minh", "tam"]],
  ] as const)("%s at %s", async (audience, tlp, who) => {
    const at = await proposeNumber(
      hub,
      `0951 234 57${["public", "bodies", "enterprises", "chosen"].indexOf(audience)}`,
      {
        audience,
        tlp,
        recipients: telco,
      },
    )
    await release(at)
    expect(await seenBy(at)).toEqual(who)
  })

  test("a receiver reads no tip, no writer and no list of other receivers", async () => {
    const { tip, clue } = await tipAbout(hub, db, "0951 234 581")
    const answer = await hub.post(paths.newIndicator, { tip, clue, ...proposal }, hub.minh)
    const at = (answer.headers.get("location") ?? "").split("?")[0] ?? ""
    await release(at)
    const page = await text(at, hub.tam)
    expect(page).not.toContain(tip)
    expect(page).not.toContain("Trần Văn Minh")
    expect(page).not.toContain("Nguyễn Thị Lan")
  })
})

describe("a number that was shared turns out to be the reporter's", () => {
  const decide = (tip: string, clue: string) =>
    hub.post(signalPaths.signalForm(tip, "vai-tro"), { indicatorId: clue, role: "theirs" }, hub.minh)
  async function releasedFrom(number: string) {
    const { tip, clue } = await tipAbout(hub, db, number)
    const answer = await hub.post(paths.newIndicator, { tip, clue, ...proposal }, hub.minh)
    const at = (answer.headers.get("location") ?? "").split("?")[0] ?? ""
    await release(at)
    return { tip, clue, at }
  }

  test("the public check forgets it with the officer's press, and the indicator's page says why it was recalled", async () => {
    const { tip, clue, at } = await releasedFrom("0951 234 591")
    expect(await checked("phone:+84951234591")).toBeDefined()
    expect((await decide(tip, clue)).status).toBe(303)
    expect(await checked("phone:+84951234591")).toBeUndefined()
    expect(await stateOf(at)).toBe("recalled")
    expect(await text(at, hub.lan)).toContain("là của người báo tin hoặc người bị hại")
  })

  test("what still waits for a second person goes no further, whoever wrote it", async () => {
    const { tip, clue } = await tipAbout(hub, db, "0951 234 592")
    const answer = await hub.post(paths.newIndicator, { tip, clue, ...proposal }, hub.minh)
    const mine = (answer.headers.get("location") ?? "").split("?")[0] ?? ""
    expect(await stateOf(mine)).toBe("waiting")
    expect((await decide(tip, clue)).status).toBe(303)
    expect(await stateOf(mine)).toBe("refused")
  })

  test("it goes as an account on an application too, but stays where another tip accuses it", async () => {
    const byHand = await proposeNumber(hub, "0951 234 593", { kind: "social", value: "zalo 0951 234 593" })
    await release(byHand)
    const { at: first, ...accused } = await releasedFrom("0951 234 593")
    const other = await tipAbout(hub, db, "0951 234 593")
    expect((await decide(other.tip, other.clue)).status).toBe(303)
    expect([await stateOf(byHand), await stateOf(first)]).toEqual(["recalled", "released"])
    expect((await decide(accused.tip, accused.clue)).status).toBe(303)
    expect(await stateOf(first)).toBe("recalled")
  })
})

describe("who reported stays out of what is shared", () => {
  const secret = "Vũ Thị Giấu Tên"
  async function tipOf(number: string) {
    await hub.post(signalPaths.reportIdentifier, {
      target: number,
      text: "Số này giả làm công an, bảo tôi chuyển tiền.",
      name: secret,
      contact: "0988 765 432",
      once: onceOf(number),
    })
    const { rows } = await db.admin(
      `select m.signal_id as tip, m.indicator_id as clue from signal_identifiers m
       where m.role = 'suspect' order by m.at desc, m.signal_id desc limit 1`,
    )
    return { tip: String(rows[0]?.tip), clue: String(rows[0]?.clue) }
  }
  const onceOf = (number: string) => number.replace(/\D/g, "").padStart(32, "0")

  test("an officer who writes the reporter's name into the reasons or the reason of a recall is sent back, with the words kept", async () => {
    const { tip, clue } = await tipOf("0951 234 601")
    const reasons = `Bà ${secret} đã gọi lại xác nhận.`
    const refused = await hub.post(paths.newIndicator, { tip, clue, ...proposal, reasons }, hub.minh)
    const page = await refused.text()
    expect([refused.status, page.includes("của người báo tin"), page.includes(reasons)]).toEqual([
      422,
      true,
      true,
    ])
    const taken = await hub.post(paths.newIndicator, { tip, clue, ...proposal }, hub.minh)
    const at = (taken.headers.get("location") ?? "").split("?")[0] ?? ""
    await release(at)
    const recalled = await post(at, "thu-hoi", { reason: `Theo lời ${secret}` }, hub.minh)
    expect([recalled.status, await stateOf(at)]).toEqual([422, "released"])
  })
})
