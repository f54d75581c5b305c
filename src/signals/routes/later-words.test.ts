/** What a reporter adds, asked or not, counts as much as the first words; what "withdrawn" says is true of everything. */
import { existsSync, utimesSync } from "node:fs"
import { join } from "node:path"
import { PDFDocument } from "@cantoo/pdf-lib"
import { beforeAll, beforeEach, describe, expect, test } from "vitest"
import { getFile } from "../../kernel/files.ts"
import { fileJobs, sweepFiles } from "../../kernel/sweep.ts"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { deriveEvidence } from "../actions/evidence.ts"
import { paths } from "../paths.ts"
import { codeOn, type Hub, hubOf, once } from "../testing/hub.ts"

const db = await freshDatabase()
let hub: Hub
let code = ""
let id = ""
let count = 9_000
beforeAll(async () => {
  hub = await hubOf(db)
})

const rows = async (query: string) => (await db.admin(query)).rows
const newest = async () =>
  String((await rows("select id from signals order by received_at desc, id desc limit 1"))[0]?.id)
const words = async (path: string, who = hub.minh) =>
  (await (await hub.get(path, who)).text()).replace(/<[^>]+>/g, " ")
const nextOnce = () => {
  count += 1
  return once(count)
}
const write = (text: string, by = code) =>
  hub.post(paths.followMessages, { code: by, text, once: nextOnce() })
const step = (slug: string, fields: Record<string, string>, of = id) =>
  hub.post(paths.signalForm(of, slug), fields, hub.lan)

async function newTip(fields: Record<string, string> = {}): Promise<{ code: string; id: string }> {
  count += 1
  const typed = { once: once(count), text: `Số 0977 10${count} xưng là công an đòi tiền.`, ...fields }
  const answer = await (await hub.post(paths.reportIdentifier, typed)).text()
  const made = await newest()
  // So many from one network wait to be screened; these tests are about what comes afterwards.
  await db.admin("update signals set state = 'received' where state = 'held'")
  return { code: codeOn(answer), id: made }
}
beforeEach(async () => {
  ;({ code, id } = await newTip())
  await hub.get(paths.signal(id), hub.lan)
})

describe("a message of the reporter reaches the desk whether or not somebody asked", () => {
  test.each(["nobody has asked", "the tip is closed"])("when %s", async (when) => {
    if (when === "the tip is closed") await step("ket-thuc", { closeReason: "not-enough" })
    await write("Họ vừa gọi lại cho tôi lần nữa.")
    expect(await words(`${paths.signals}?ngan=wrote`)).toContain("Người báo viết thêm, chưa ai đọc")
    expect(await words("/lam-viec")).toContain("1 tin có lời mới của người báo")
    expect(await words(paths.signal(id))).toContain("Họ vừa gọi lại cho tôi lần nữa.")
    expect(await words(`${paths.signals}?ngan=wrote`)).not.toContain("Người báo viết thêm")
  })

  test("when the tip was merged: it stands on the tip on which work goes on, and marks that one", async () => {
    const other = await newTip()
    await step("gop", { into: other.id })
    expect((await rows(`select state from signals where id = '${id}'`))[0]?.state).toBe("merged")
    await write("Tôi nhớ ra thêm một điều.")
    const list = await (await hub.get(`${paths.signals}?ngan=wrote`, hub.lan)).text()
    expect(list).toContain(paths.signal(other.id))
    expect(await words(paths.signal(other.id))).toContain("Tôi nhớ ra thêm một điều.")
    expect(await words(`${paths.signals}?ngan=wrote`)).not.toContain("Người báo viết thêm")
  })

  test("a number in it is a clue by which the next tip is found alike", async () => {
    await write("Kẻ lừa đảo còn gọi tôi từ số 0912 345 841 nữa.")
    const [clue] =
      await rows(`select m.role from signal_identifiers m join indicators i on i.id = m.indicator_id
      where m.signal_id = '${id}' and i.value = '+84912345841'`)
    expect(clue?.role).toBe("suspect")
  })

  test("what an officer decided about a number stands, whatever a later message says of it", async () => {
    const [clue] = await rows(`select indicator_id from signal_identifiers where signal_id = '${id}'`)
    await db.admin(
      `update signal_identifiers set role = 'not-meant', source = 'officer' where signal_id = '${id}'`,
    )
    await write(`Số 0977 10${count} xưng là công an lừa tôi.`)
    const after = await rows(
      `select role from signal_identifiers where signal_id = '${id}' and indicator_id = '${clue?.indicator_id}'`,
    )
    expect(after[0]?.role).toBe("not-meant")
  })
})

describe("looking is written down before anything is shown", () => {
  const journaled = async (what: string) =>
    Number(
      (await rows(`select count(*) from journal where what = '${what}' and record_id = '${id}'`))[0]?.count,
    )

  test("who opened the page of a tip", async () => {
    const before = await journaled("signal.read")
    await hub.get(paths.signal(id), hub.lan)
    expect(await journaled("signal.read")).toBe(before + 1)
  })

  test("who looked at a picture; a clerk, who may not read the raw text, sees none", async () => {
    const evidence = await withPicture()
    const before = await journaled("signal.evidence-read")
    expect((await hub.get(paths.evidence(id, evidence), hub.hoa)).status).toBe(403)
    expect((await hub.get(paths.evidence(id, evidence), hub.lan)).status).toBe(200)
    expect(await journaled("signal.evidence-read")).toBe(before + 1)
    expect(await words(paths.signal(id), hub.hoa)).toContain("chỉ người được mở nguyên văn mới xem được")
  })
})

/** A small picture with one file of its own. */
async function withPicture(fields: Record<string, string> = {}): Promise<string> {
  const { default: sharp } = await import("sharp")
  const shade = { r: count % 256, g: 90, b: 30 }
  const picture = await sharp({ create: { width: 9, height: 9, channels: 3, background: shade } })
    .png()
    .toBuffer()
  return sendFile(picture, "anh.png", fields)
}

async function sendFile(bytes: Buffer, name: string, fields: Record<string, string>): Promise<string> {
  count += 1
  const form = new FormData()
  const typed = {
    once: once(count),
    declared: "yes",
    text: "Số 0977 888 999 gọi.",
    name: "",
    contact: "",
    ...fields,
  }
  for (const [key, value] of Object.entries(typed)) form.set(key, value)
  form.append("files", new File([new Uint8Array(bytes)], name))
  const answer = await hub.app.request(paths.reportIdentifier, {
    method: "POST",
    body: form,
    headers: { "sec-fetch-site": "same-origin" },
  })
  code = codeOn(await answer.text())
  id = await newest()
  await db.admin("update signals set state = 'received' where state = 'held'")
  await deriveEvidence(hub.house)
  return String((await rows(`select id from signal_evidence where signal_id = '${id}'`))[0]?.id)
}

const evidenceOf = async (evidence: string) =>
  (await rows(`select * from signal_evidence where id = '${evidence}'`))[0] ?? {}
const isOnDisk = async (sha256: unknown) => {
  await sweepFiles(
    hub.house.filesDir,
    async (asked) => {
      const named = await db.admin(
        "select sha256 from signal_evidence union select derivative_sha256 from signal_evidence",
      )
      const kept = new Set(named.rows.map((row) => String(row.sha256)))
      return new Set(asked.filter((one) => kept.has(one)))
    },
    { graceMs: 0 },
  )
  return (await getFile(hub.house, String(sha256))) !== null
}

describe("an original is kept where the box was ticked, and nowhere else", () => {
  test.each([
    ["a named reporter who did not tick it", { name: "Đỗ Thị Kín", contact: "0366 777 888" }, false],
    ["a named reporter who ticked it", { name: "Đỗ Thị Kín", contact: "0366 777 888", keep: "yes" }, true],
    ["somebody without a name who did not tick it", {}, false],
    ["somebody without a name who ticked it", { keep: "yes" }, true],
  ])("%s", async (_, fields, isKept) => {
    const row = await evidenceOf(await withPicture(fields))
    expect(row.keeps_original).toBe(isKept)
    expect(await isOnDisk(row.sha256)).toBe(isKept)
  })

  test("a damaged picture of which no copy can be made is kept, can be opened with a reason, and its sender is told", async () => {
    const evidence = await sendFile(Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"), "anh.png", {})
    expect(await evidenceOf(evidence)).toMatchObject({ derivative: "impossible", keeps_original: true })
    const opened = await hub.post(paths.evidence(id, evidence), { reason: "Xem ảnh chụp màn hình" }, hub.lan)
    expect(opened.status).toBe(200)
    const follow = await (await hub.post(paths.follow, { code })).text()
    expect(follow).toContain("chưa làm được bản sao nên giữ bản gốc")
  })
})

describe("a tip that its reporter withdraws", () => {
  const named = { name: "Đỗ Thị Kín", contact: "0366 777 888", keep: "yes" }

  test("keeps nothing that could tell who wrote: seal, own words, files on disk", async () => {
    const evidence = await withPicture(named)
    const before = await evidenceOf(evidence)
    await write("Tôi là Kín đây, số tôi 0366 777 888.")
    await hub.post(paths.followWithdrawal, { code, once: nextOnce() })
    const after = await evidenceOf(evidence)
    expect(after).toMatchObject({ derivative: "withdrawn", keeps_original: false, derivative_sha256: null })
    expect([await isOnDisk(before.sha256), await isOnDisk(before.derivative_sha256)]).toEqual([false, false])
    const [seal] = await rows(`select identity from signal_seals where signal_id = '${id}'`)
    expect(seal?.identity).toBeNull()
    for (const slug of ["mo-nguyen-van", "mo-danh-tinh"]) {
      const page = await (await step(slug, { reason: "Thử mở" })).text()
      expect(page).not.toContain("Kín")
    }
    expect((await hub.post(paths.evidence(id, evidence), { reason: "Thử" }, hub.lan)).status).toBe(404)
  })

  test("has its paper and the masked words of it off the disk within minutes, unless somebody else sent the same paper", async () => {
    const made = await PDFDocument.create()
    made.addPage().drawText("So 0988 777 222 lua chuyen tien")
    const paper = Buffer.from(await made.save())
    const evidence = await sendFile(paper, "giay.pdf", { keep: "yes" })
    const mine = code
    const { sha256, derivative_sha256: copy } = await evidenceOf(evidence)
    const files = [sha256, copy].map(String).map((hash) => join(hub.house.filesDir, hash.slice(0, 2), hash))
    await sendFile(paper, "giay.pdf", { keep: "yes" })
    const minutesAfterWithdrawal = async (by: string) => {
      await hub.post(paths.followWithdrawal, { code: by, once: nextOnce() })
      for (const file of files) utimesSync(file, new Date(0), new Date(0))
      for (const { payload } of await rows(`select j.payload from graphile_worker._private_jobs j
        join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'files.let-go'`))
        await fileJobs(hub.house)["files.let-go"]?.run(payload)
      return files.map((file) => existsSync(file))
    }
    expect(await minutesAfterWithdrawal(code)).toEqual([true, true])
    expect(await minutesAfterWithdrawal(mine)).toEqual([false, false])
  })

  test("leaves nothing of its reporter in any table: clues, hashes, messages, journal, jobs, search", async () => {
    const evidence = await withPicture({
      ...named,
      text: "Tôi là Đỗ Thị Kín, số của tôi 0366 777 888, thẻ 9704 1111 2222 3333. Số 0977 888 999 gọi.",
      place: "nhà bà Đỗ Thị Kín",
    })
    const before = await evidenceOf(evidence)
    await write("Đỗ Thị Kín đây, gọi tôi 0366 777 888 hoặc kin.do@canary.example.")
    await db.admin(`update signal_identifiers set role = 'not-meant' where signal_id = '${id}'
      and indicator_id in (select id from indicators where kind = 'phone')`)
    await hub.post(paths.followWithdrawal, { code, once: nextOnce() })
    const tables = await rows(
      "select schemaname as s, tablename as t from pg_tables where schemaname in ('public', 'graphile_worker')",
    )
    const gone = ["Đỗ Thị Kín", "do thi kin", "0366777888", "0366 777 888", "+84366777888", "kin.do@canary"]
    const secrets = [
      ...gone,
      "9704111122223333",
      String(before.sha256),
      String(before.derivative_sha256),
      code,
    ]
    for (const { s, t } of tables) {
      // Other tests of this file leave tips of the same person: rows of this tip, and tables that know no tip.
      const columns = await rows(
        `select 1 from information_schema.columns where table_schema = '${s}' and table_name = '${t}' and column_name = 'signal_id'`,
      )
      const only =
        columns.length > 0 ? `where signal_id = '${id}'` : t === "signals" ? `where id = '${id}'` : ""
      const [found] = await rows(
        `select coalesce(string_agg(to_jsonb(x)::text, ' '), '') as text from "${s}"."${t}" x ${only}`,
      )
      const text = String(found?.text).toLowerCase()
      for (const secret of secrets) {
        const kept = text.includes(secret.toLowerCase()) || text.includes(Buffer.from(secret).toString("hex"))
        expect(kept, `${secret} in ${t}`).toBe(false)
      }
    }
    for (const asked of ["0366777888", "Kín", "9704111122223333"])
      expect(await words(`${paths.signals}?q=${encodeURIComponent(asked)}`)).not.toContain(
        id.slice(-6).toUpperCase(),
      )
  })

  test("when another body holds it, stays whole, and the page says so before and after", async () => {
    await withPicture(named)
    await db.admin(`insert into signal_forwards (signal_id, from_body_id, to_body_id, reason, sheet, sent_name)
      select id, body_id, '${hub.van.bodyId}', 'thuộc lĩnh vực', '{}', 'Lan' from signals where id = '${id}'`)
    expect(await (await hub.post(paths.follow, { code })).text()).toContain("pháp luật buộc giữ nguyên hồ sơ")
    const after = await (await hub.post(paths.followWithdrawal, { code, once: nextOnce() })).text()
    expect(after).toContain("Bạn đã xin rút tin")
    const [seal] = await rows(`select identity from signal_seals where signal_id = '${id}'`)
    expect(seal?.identity).not.toBeNull()
  })
})

describe("the reporter's name is not written beside its seal", () => {
  test("in the note of closing, though the reporter gave it only in a later message", async () => {
    const tip = await newTip()
    await write("Tôi là Đỗ Thị Kín, họ vừa gọi lại.", tip.code)
    const note = "Đã gọi chị đỗ thị kín xác minh"
    expect((await step("ket-thuc", { closeReason: "handled", note }, tip.id)).status).toBe(422)
  })

  test.each([
    ["in the note of closing", "ket-thuc", "note", { closeReason: "handled" }],
    ["in a reason", "mo-nguyen-van", "reason", {}],
    ["in a question", "hoi", "text", {}],
  ])("%s: the officer is told, keeps the words, and nothing is stored", async (_, slug, field, more) => {
    const tip = await newTip({ name: "Đỗ Thị Kín", contact: "0366 777 888" })
    for (const typed of [
      "Đã gọi chị đỗ thị kín xác minh",
      "Gọi lại 0366.777.888 xác minh",
      "DO THI KIN xac minh",
    ]) {
      const answer = await step(slug, { ...more, [field]: typed }, tip.id)
      expect([typed, answer.status]).toEqual([typed, 422])
      const page = await answer.text()
      expect(page).toContain("đang được niêm phong")
      expect(page).toContain(typed)
    }
    const kept = await rows(
      `select note from signal_events where signal_id = '${tip.id}' and note is not null`,
    )
    expect(kept).toEqual([])
    const journal = await rows(
      `select details from journal where what = 'identity.nearly-written' and record_id = '${tip.id}'`,
    )
    expect(journal).toHaveLength(3)
    expect(JSON.stringify(journal)).not.toMatch(/kín|777/i)
    expect(
      (await step(slug, { ...more, [field]: "Đã gọi người báo tin để xác minh" }, tip.id)).status,
    ).toBeLessThan(400)
  })
})
