/** A receipt code is the reporter's alone, and is not lost by a reload, a second press or another language. */
import { createHash } from "node:crypto"
import { beforeAll, describe, expect, test } from "vitest"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { codeFor, onceFor, type Taking } from "../actions/take.ts"
import { paths } from "../paths.ts"
import { codeOn, type Hub, hubOf, once } from "../testing/hub.ts"

const db = await freshDatabase()
let hub: Hub
beforeAll(async () => {
  hub = await hubOf(db)
})

const tip = { target: "0955 000 111", text: "Phát tán tin nhắn rác", place: "", name: "", contact: "" }
const countOf = async (table: "signals" | "signal_messages") =>
  Number((await db.admin(`select count(*) from ${table}`)).rows[0].count)

describe("a stranger who knows what an enterprise handed in", () => {
  test("does not get its receipt code at the portal, not even with the form's true token", async () => {
    const stored: Taking["tip"] = { path: "identifier", ...tip }
    const { bodyId } = hub.tam
    const trueOnce = onceFor(hub.house, "list", bodyId, JSON.stringify(stored))
    const handedIn = {
      tip: stored,
      channel: "file",
      once: trueOnce,
      files: [],
      keepsOriginals: false,
      isHeld: false,
    } as const
    const code = codeFor(hub.house, handedIn, bodyId)
    const guesses = [
      createHash("sha256")
        .update(JSON.stringify(["list", bodyId, stored]))
        .digest("hex")
        .slice(0, 32),
      trueOnce,
    ]
    for (const guess of guesses) {
      const page = await hub.post(paths.reportIdentifier, { ...tip, once: guess })
      expect(codeOn(await page.text())).not.toBe(code)
    }
  })

  test("finds that door, sender and content each make another code, and the order of files none", () => {
    const taking: Taking = {
      tip: { path: "identifier", ...tip },
      channel: "portal",
      once: once(1),
      files: ["a", "b", "c"].map((sha256) => ({ sha256, mediaType: "image/png", bytes: 1 })),
      keepsOriginals: false,
      isHeld: false,
    }
    const code = codeFor(hub.house, taking, null)
    const others = [
      codeFor(hub.house, { ...taking, channel: "api" }, null),
      codeFor(hub.house, taking, hub.tam.bodyId),
      codeFor(hub.house, { ...taking, once: once(2) }, null),
      codeFor(hub.house, { ...taking, tip: { ...taking.tip, text: "Khác" } }, null),
    ]
    expect(new Set([code, ...others]).size).toBe(5)
    expect(codeFor(hub.house, { ...taking, files: taking.files.toReversed() }, null)).toBe(code)
  })
})

describe("a citizen on a weak network", () => {
  test("who sends the same tip with three files six times holds one code, and one tip waits", async () => {
    const before = await countOf("signals")
    const codes = new Set<string>()
    for (let i = 0; i < 6; i += 1) {
      const form = new FormData()
      for (const [name, value] of Object.entries({ ...tip, once: once(10), declared: "yes" }))
        form.set(name, value)
      for (const name of ["a", "b", "c"]) form.append("files", new File([`%PDF-1.7\n${name}`], `${name}.pdf`))
      const init = { method: "POST", headers: { "sec-fetch-site": "same-origin" }, body: form }
      codes.add(codeOn(await (await hub.app.request(paths.reportIdentifier, init)).text()))
    }
    expect([codes.size, (await countOf("signals")) - before]).toEqual([1, 1])
    const kept = await db.admin(
      "select e.sha256 from signal_evidence e join signals s on s.id = e.signal_id order by s.received_at desc, e.position limit 3",
    )
    const sent = ["a", "b", "c"].map((name) => createHash("sha256").update(`%PDF-1.7\n${name}`).digest("hex"))
    expect(kept.rows.map(({ sha256 }) => sha256)).toEqual(sent)
  })

  test("who reloads the page of a message has written it once", async () => {
    const code = codeOn(await (await hub.post(paths.reportOther, { ...tip, once: once(20) })).text())
    const message = { code, text: "Số đó lại gọi", once: once(21) }
    const before = await countOf("signal_messages")
    for (let i = 0; i < 3; i += 1) {
      const page = await hub.post(paths.followMessages, message)
      expect([page.status, (await page.text()).includes("Số đó lại gọi")]).toEqual([200, true])
    }
    expect((await countOf("signal_messages")) - before).toBe(1)
    await hub.post(paths.followMessages, { ...message, once: once(22) })
    expect((await countOf("signal_messages")) - before).toBe(2)
  })

  test("lists what arrived, by the sender's own names while the form is answered, and without them ever after", async () => {
    const form = new FormData()
    const typed = {
      once: once(77_001),
      declared: "yes",
      text: "Số 0988 777 123 lừa tôi.",
      name: "",
      contact: "",
    }
    for (const [key, value] of Object.entries(typed)) form.set(key, value)
    const wav = Buffer.concat([Buffer.from("RIFF\0\0\0\0WAVEfmt "), Buffer.alloc(64)])
    form.append("files", new File([new Uint8Array(wav)], "ghi-am cuộc gọi.wav"))
    form.append(
      "files",
      new File(
        [new Uint8Array(Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), Buffer.alloc(900)]))],
        "màn hình.png",
      ),
    )
    const headers = { "sec-fetch-site": "same-origin" }
    const answer = await hub.app.request(paths.reportIdentifier, { method: "POST", body: form, headers })
    const words = (html: string) => html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ")
    const page = await answer.text()
    expect(words(page)).toMatch(
      /Tệp đã nhận : Tệp 1: ghi-am cuộc gọi\.wav, ghi âm, .* Tệp 2: màn hình\.png, ảnh, /,
    )
    const code = codeOn(page)
    const later = words(await (await hub.post(paths.receipt, { code })).text())
    expect(later).toMatch(/Tệp đã nhận : Tệp 1: ghi âm, .* Tệp 2: ảnh, /)
    expect(later).not.toContain("màn hình.png")
    const { rows } = await db.admin(
      "select count(*)::int as n from signal_evidence e where e::text like '%màn hình%'",
    )
    expect(rows).toEqual([{ n: 0 }])
  })

  test("who taps English keeps the code, on the receipt and on the page that follows it", async () => {
    const page = await (await hub.post(paths.reportOther, { ...tip, once: once(30) })).text()
    const code = codeOn(page)
    for (const path of [paths.receipt, paths.follow]) {
      const answer = await hub.post(`${path}?lang=en`, { code })
      const english = await answer.text()
      expect([answer.status, english.includes('lang="en"'), codeOn(english)]).toEqual([200, true, code])
      // What leads away from it opens beside it.
      const links = [...english.matchAll(/<a [^>]*href="\/[^>]*>/g)].map(([link]) => link)
      expect(links.filter((link) => !link.includes("_blank") && link.includes('class="logo"'))).toEqual([])
      expect(english).toMatch(/<form class="as-link" method="post" action="[^"]*lang=vi"/)
    }
    expect((await hub.post(paths.receipt, { code: "AAAAA-AAAAA-AAAAA-AAAAA" })).status).toBe(404)
  })

  test("whose form comes back reads that it has an error before anything else", async () => {
    const page = await (await hub.post(paths.reportOther, { once: once(40) })).text()
    expect(page).toMatch(/<title>Lỗi: /)
    expect(page).toMatch(/role="alert"[^>]*autofocus|autofocus[^>]*role="alert"/)
    expect(page).toMatch(/<form [^>]*autocomplete="off"/)
  })
})

test("an officer who presses twice has asked the reporter once", async () => {
  await hub.post(paths.reportOther, { ...tip, once: once(50) })
  const found = await db.admin("select id from signals order by received_at desc limit 1")
  const id = String(found.rows[0].id)
  const before = await countOf("signal_messages")
  const question = {
    question: "Bạn còn giữ tin nhắn không?",
    text: "Bạn còn giữ tin nhắn không?",
    once: once(51),
  }
  const answers = [
    await hub.post(paths.signalForm(id, "hoi"), question, hub.minh),
    await hub.post(paths.signalForm(id, "hoi"), question, hub.minh),
  ]
  expect(answers.map((one) => [one.status, one.headers.get("location")])).toEqual([
    [303, `${paths.signal(id)}?xong=1`],
    [303, `${paths.signal(id)}?xong=1`],
  ])
  expect((await countOf("signal_messages")) - before).toBe(1)
})
