import { execFileSync, spawnSync } from "node:child_process"
import { createHash, createPublicKey, generateKeyPairSync } from "node:crypto"
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs"
import { readdir } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { strToU8, unzipSync, zipSync } from "fflate"
import { beforeAll, describe, expect, inject, test } from "vitest"
import { signInAs } from "../../accounts/testing.ts"
import { deliverOutbox } from "../../kernel/outbox.ts"
import { fingerprintOf, spokenFingerprint } from "../../kernel/signing/trust.ts"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { signalPaths } from "../../signals/index.ts"
import { codeOn, type Hub, hubOf, once } from "../../signals/testing/hub.ts"
import { type Manifest, verifyDossier } from "../domain/dossier.ts"
import { casePaths as paths, tipsAreAnswered } from "../index.ts"

const db = await freshDatabase()
let hub: Hub
beforeAll(async () => {
  hub = await hubOf(db)
})
const canaries = ["Hoàng Thị Kín", "0355444333", "0355 444 333", "kin@canary.example"]
const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
)

let serial = 700
/** A case opened from a tip whose masking a person has compared, under verification. */
async function openedCase(isChecked = true): Promise<{ id: string; code: string; tip: string }> {
  serial += 1
  const page = await hub.post(signalPaths.reportIdentifier, {
    once: once(serial),
    name: "Hoàng Thị Kín",
    contact: "kin@canary.example",
    text: "Tôi là Hoàng Thị Kín, số 0355 444 333. Số 0988 222 111 lừa tôi chuyển 5 triệu.",
  })
  const code = codeOn(await page.text())
  const tip = String((await db.admin("select id from signals order by id desc limit 1")).rows[0].id)
  if (isChecked) {
    const masked = "Số 0988 222 111 lừa chuyển 5 triệu."
    await hub.post(signalPaths.signalForm(tip, "loi-da-che"), { redactedText: masked }, hub.minh)
  }
  const made = await hub.post(paths.newCase, { title: "Số điện thoại lừa đảo", tin: tip }, hub.minh)
  const id = String(made.headers.get("location")).split("/").at(-1) ?? ""
  await hub.post(paths.form(id, "xac-minh"), {}, hub.minh)
  return { id, code, tip }
}
const handOver = (id: string) =>
  hub.post(
    paths.form(id, "chuyen-cong-an"),
    { toBodyId: hub.cong.bodyId, reason: "Dấu hiệu Điều 174" },
    hub.lan,
  )

/** A PDF of our own writer, its head stamped with these words by a note of the reader's. */
async function paper(words: string): Promise<Buffer> {
  const { PDFDocument, PDFHexString, PDFName } = await import("@cantoo/pdf-lib")
  const made = await PDFDocument.load(
    readFileSync(join(import.meta.dirname, "../../letters/fixtures/hung-yen-2023.pdf")),
  )
  const page = made.getPage(0)
  const note = made.context.obj({ Type: "Annot", Subtype: "FreeText", Rect: [20, 20, 200, 40] })
  note.set(PDFName.of("Contents"), PDFHexString.fromText(words))
  page.node.set(PDFName.of("Annots"), made.context.obj([made.context.register(note)]))
  return Buffer.from(await made.save())
}

async function addExhibit(id: string, fields: Record<string, string>, file?: Buffer, name = "anh.png") {
  const body = new FormData()
  for (const [name, value] of Object.entries({ declared: "yes", ...fields })) body.set(name, value)
  if (file !== undefined) body.set("file", new File([new Uint8Array(file)], name))
  const headers = { "sec-fetch-site": "same-origin", cookie: hub.minh.cookie }
  return hub.app.request(paths.exhibits(id), { method: "POST", body, headers })
}

describe("exhibits", () => {
  test("each is taken with who gave it and why, handed on, and never changed", async () => {
    const { id } = await openedCase()
    const made = await addExhibit(
      id,
      { title: "Ảnh màn hình", fromWhom: "Người dân", reason: "Tự nguyện giao" },
      png,
    )
    expect(made.status).toBe(303)
    const exhibitId = String((await db.admin("select id from case_exhibits")).rows[0].id)
    await hub.post(
      paths.custody(id),
      { exhibitId, fromWhom: "Trần Văn Minh", toWhom: "Kho vật chứng", reason: "Bảo quản" },
      hub.minh,
    )
    // A stranger who never held it hands nothing on; the page says who holds it.
    const stranger = { exhibitId, fromWhom: "Người lạ", toWhom: "Kho khác", reason: "Chuyển" }
    const refused = await hub.post(paths.custody(id), stranger, hub.minh)
    expect([refused.status, (await refused.text()).includes("Người đang giữ là Kho vật chứng")]).toEqual([
      409,
      true,
    ])
    const page = await (await hub.get(paths.case(id), hub.minh)).text()
    expect(page).toContain("Người dân → Trần Văn Minh")
    expect(page).toContain("Trần Văn Minh → Kho vật chứng")
    const file = await hub.get(paths.exhibit(id, exhibitId), hub.minh)
    expect(file.headers.get("content-security-policy")).toContain("sandbox")
    expect(Buffer.from(await file.arrayBuffer()).equals(png)).toBe(true)
    await expect(db.admin("update case_custody set to_whom = 'x'")).rejects.toThrow()
    expect((await hub.get(paths.exhibit(id, exhibitId), hub.van)).status).toBe(404)
    // The police's signature moves it; from then on the hub hands nothing on, and the return brings it back.
    await handOver(id)
    await hub.post(paths.form(id, "tiep-nhan"), {}, hub.cong)
    const away = { exhibitId, fromWhom: "Kho vật chứng", toWhom: "Người lạ", reason: "Chuyển" }
    const late = await hub.post(paths.custody(id), away, hub.minh)
    expect([late.status, (await late.text()).includes("nơi đang giữ mới ghi được")]).toEqual([409, true])
    await hub.post(
      paths.form(id, "tra-ho-so"),
      { paperNumber: "3/QĐ", decidedOn: "2023-09-15", reason: "Không khởi tố" },
      hub.cong,
    )
    const { rows } = await db.admin(
      "select from_whom, to_whom from case_custody where case_id = $1 order by id",
      [id],
    )
    const holders = rows.map((row) => String(row.to_whom))
    expect(rows.slice(1).map((row) => row.from_whom)).toEqual(holders.slice(0, -1))
    expect(holders).toHaveLength(4)
  })

  test("a file that is none of the kinds is refused, and what was typed stays", async () => {
    const { id } = await openedCase()
    const answer = await addExhibit(
      id,
      { title: "Chương trình", fromWhom: "Người dân", reason: "Giao" },
      Buffer.from("MZ not a picture"),
    )
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain("Loại tệp này không nhận")
    expect(page).toContain('value="Chương trình"')
  })
})

describe("the dossier for the police", () => {
  test("is one ZIP that names every file, is whole, and holds nothing of who reported", async () => {
    const { id, code } = await openedCase()
    await addExhibit(id, { title: "Ảnh màn hình", fromWhom: "Người dân", reason: "Giao" }, png)
    expect((await handOver(id)).status).toBe(303)
    const answer = await hub.get(paths.dossier(id), hub.son)
    expect(answer.headers.get("content-type")).toBe("application/zip")
    const entries = unzipSync(new Uint8Array(await answer.arrayBuffer()))
    expect(Object.keys(entries).sort()).toEqual([
      "01-quyet-dinh-chuyen-ho-so.docx",
      "01-quyet-dinh-chuyen-ho-so.pdf",
      "02-bien-ban-ban-giao.docx",
      "02-bien-ban-ban-giao.pdf",
      "03-tom-tat-vu-viec.docx",
      "03-tom-tat-vu-viec.pdf",
      "manifest.json",
      "manifest.sig.json",
      "tang-vat/01-Anh-man-hinh.png",
    ])
    const manifest = JSON.parse(Buffer.from(entries["manifest.json"] ?? []).toString()) as Manifest
    expect(manifest.transfer).toMatchObject({ to: "Công an tỉnh Mẫu", reason: "Dấu hiệu Điều 174" })
    const everything = [...Object.entries(entries)].flatMap(([path, bytes]) =>
      path.endsWith(".docx")
        ? Object.values(unzipSync(bytes)).map((part) => Buffer.from(part).toString("utf8"))
        : [Buffer.from(bytes).toString("utf8")],
    )
    for (const canary of [...canaries, code])
      for (const part of everything) expect(part).not.toContain(canary)
    expect(everything.join("")).toContain("0988 222 111")
    const checked = await (await hub.post(paths.dossierCheck(id), {}, hub.son)).text()
    expect(checked).toContain("Hồ sơ nguyên vẹn")
  })

  test("leaves without the pictures of tips for whoever may not read a tip's raw text, and says which they were", async () => {
    const { id } = await openedCase()
    await addExhibit(id, { title: "Ảnh của tin", fromWhom: "Người dân", reason: "Giao" }, png)
    await db.admin("alter table case_exhibits disable trigger user")
    await db.admin("update case_exhibits set from_tip = true where case_id = $1", [id])
    await db.admin("alter table case_exhibits enable trigger user")
    await handOver(id)
    const taken = async (who: Hub["son"]) =>
      unzipSync(new Uint8Array(await (await hub.get(paths.dossier(id), who)).arrayBuffer()))
    const picture = "tang-vat/01-Anh-cua-tin.png"
    const clerk = await signInAs(db, { bodySlug: "police", role: "clerk", email: "van-thu@cong-an.example" })
    const entries = await taken(clerk)
    expect(entries[picture]).toBeUndefined()
    expect(Buffer.from(entries["00-tep-khong-kem.txt"] ?? []).toString()).toContain(picture)
    expect(Object.keys(await taken(hub.son))).toContain(picture)
  })

  test("waits until a person has compared each tip's masking, and says so", async () => {
    const { id, code, tip } = await openedCase(false)
    const refused = await handOver(id)
    expect(refused.status).toBe(409)
    const page = await refused.text()
    expect(page).toContain(`Chưa ai đối chiếu lời đã che của tin ${tip.slice(-6).toUpperCase()}`)
    expect(page).toContain("Dấu hiệu Điều 174")
    expect((await hub.get(paths.dossier(id), hub.minh)).status).toBe(404)
    expect((await hub.get(paths.case(id), hub.son)).status).toBe(404)
    await deliverOutbox(hub.house.db, [tipsAreAnswered], hub.house.log)
    const read = async () => (await hub.post(signalPaths.follow, { code })).text()
    expect(await read()).not.toContain("chuyển cơ quan công an")
    await hub.post(
      signalPaths.signalForm(tip, "loi-da-che"),
      { redactedText: "Số 0988 222 111 lừa." },
      hub.minh,
    )
    expect((await handOver(id)).status).toBe(303)
    await deliverOutbox(hub.house.db, [tipsAreAnswered], hub.house.log)
    expect(await read()).toContain("chuyển cơ quan công an")
    expect((await hub.get(paths.case(id), hub.son)).status).toBe(200)
  })

  test("made again it is the same file, and its three papers keep their three numbers of the book", async () => {
    const { id } = await openedCase()
    await handOver(id)
    const first = Buffer.from(await (await hub.get(paths.dossier(id), hub.minh)).arrayBuffer())
    await hub.post(paths.dossierMaking(id), {}, hub.minh)
    const again = Buffer.from(await (await hub.get(paths.dossier(id), hub.minh)).arrayBuffer())
    expect(again.equals(first)).toBe(true)
    const numbers = await db.admin(
      "select count(*) from document_numbers where record_kind like 'case-transfer%' and record_id in (select id::text from case_transfers where case_id = $1)",
      [id],
    )
    expect(Number(numbers.rows[0].count)).toBe(3)
  })

  test("a dossier made anew after an upgrade prints what the book has, and its decision takes no number of an old letter", async () => {
    const { id } = await openedCase()
    await handOver(id)
    const ofTransfer = `record_id in (select id::text from case_transfers where case_id = '${id}')`
    // As an older version left it: no dossier yet, a report of another day and symbol, and a letter in the decision's place.
    await db.admin("alter table document_numbers disable trigger user")
    await db.admin(
      `update document_numbers set record_kind = 'case-transfer', symbol = 'CV' where record_kind = 'case-transfer-decision' and ${ofTransfer}`,
    )
    await db.admin(
      `update document_numbers set symbol = 'BCT', dated_on = '2023-09-11' where record_kind = 'case-transfer-report' and ${ofTransfer}`,
    )
    await db.admin("alter table document_numbers enable trigger user")
    await db.admin("alter table case_dossiers disable trigger user")
    await db.admin(`delete from case_dossiers where case_id = '${id}'`)
    await db.admin("alter table case_dossiers enable trigger user")
    await hub.post(paths.dossierMaking(id), {}, hub.minh)
    const entries = unzipSync(
      new Uint8Array(await (await hub.get(paths.dossier(id), hub.minh)).arrayBuffer()),
    )
    const { extractText, getDocumentProxy } = await import("unpdf")
    const printed = async (path: string) => {
      const pdf = await getDocumentProxy(new Uint8Array(entries[path] ?? []))
      return (await extractText(pdf, { mergePages: true })).text.replace(/\s+/g, " ")
    }
    const { rows } = await db.admin(
      `select record_kind as kind, number || '/' || symbol as shown from document_numbers where ${ofTransfer}`,
    )
    const shown = (kind: string) => rows.find((row) => row.kind === kind)?.shown
    expect(shown("case-transfer-decision")).toMatch(/QĐ-CHS$/)
    expect(await printed("01-quyet-dinh-chuyen-ho-so.pdf")).toContain(
      `Số: ${shown("case-transfer-decision")}`,
    )
    const report = await printed("03-tom-tat-vu-viec.pdf")
    expect(report).toContain(`Số: ${shown("case-transfer-report")}`)
    expect(report).toContain("ngày 11 tháng 9 năm 2023")
  })

  test("once returned, the police no longer open it; a body outside never does", async () => {
    const { id } = await openedCase()
    await handOver(id)
    expect((await hub.get(paths.dossier(id), hub.van)).status).toBe(404)
    await hub.post(paths.form(id, "tra-ho-so"), { reason: "Thiếu căn cứ" }, hub.son)
    expect((await hub.get(paths.dossier(id), hub.son)).status).toBe(404)
  })
})

describe("checking a dossier without us", () => {
  async function dossierFile({
    withExhibit = false,
    takenOn = "",
  } = {}): Promise<Record<string, Uint8Array>> {
    const { id } = await openedCase()
    if (withExhibit)
      await addExhibit(id, { title: "Ảnh màn hình", fromWhom: "Người dân", reason: "Giao", takenOn }, png)
    await handOver(id)
    return unzipSync(new Uint8Array(await (await hub.get(paths.dossier(id), hub.minh)).arrayBuffer()))
  }
  const command = (entries: Record<string, Uint8Array>, ...more: string[]) => {
    const file = join(mkdtempSync(join(tmpdir(), "lp-dossier-")), "ho-so.zip")
    writeFileSync(file, zipSync(entries))
    const args = ["src/cli.ts", "dossier", "verify", file, "--json", ...more]
    // As in the installation that made it: its keys folder is at hand.
    const env = { ...process.env, LIENPHONG_KEYS: inject("keysDir") }
    try {
      return { status: 0, said: JSON.parse(execFileSync(process.execPath, args, { encoding: "utf8", env })) }
    } catch (error) {
      const { status, stdout } = error as { status: number; stdout: string }
      return { status, said: JSON.parse(stdout) }
    }
  }

  test("whole: ok; a changed, missing, added file or another's signature: which and why, and exit 1", async () => {
    const entries = await dossierFile()
    const keyId = hub.house.keys.signers().at(-1)?.keyId
    expect(command(entries)).toEqual({
      status: 0,
      said: { ok: true, trusted: true, files: 6, keyId, firstBroken: null },
    })
    const path = "03-tom-tat-vu-viec.pdf"
    const { [path]: _, ...without } = entries
    expect(command(without)).toMatchObject({ status: 1, said: { firstBroken: { id: path, why: "missing" } } })
    expect(command({ ...entries, [path]: strToU8("khác") })).toMatchObject({
      status: 1,
      said: { firstBroken: { id: path, why: "altered" } },
    })
    expect(command({ ...entries, "la.txt": strToU8("x") })).toMatchObject({
      said: { firstBroken: { id: "la.txt", why: "extra" } },
    })
    const manifest = Buffer.from(entries["manifest.json"] ?? [])
      .toString()
      .replace("Dấu hiệu", "Không dấu hiệu")
    expect(command({ ...entries, "manifest.json": strToU8(manifest) })).toMatchObject({
      status: 1,
      said: { firstBroken: { why: "signature" } },
    })
  })

  test("each other kind of tampering is told apart: what is gone, what is no dossier, whose key it is", async () => {
    const entries = await dossierFile()
    const { "manifest.json": manifest = new Uint8Array(), "manifest.sig.json": signature, ...rest } = entries
    const parsed = JSON.parse(Buffer.from(manifest).toString()) as Manifest
    const written = (changed: unknown) => strToU8(JSON.stringify(changed))
    const [path = ""] = Object.keys(rest)
    const swapped = { ...entries, [path]: rest[Object.keys(rest)[1] ?? ""] ?? new Uint8Array() }
    const tampered: [string, Record<string, Uint8Array>, { id: string; why: string }][] = [
      [
        "the manifest is gone",
        { ...rest, "manifest.sig.json": signature ?? new Uint8Array() },
        { id: "manifest.json", why: "missing" },
      ],
      [
        "the signature is gone",
        { ...rest, "manifest.json": manifest },
        { id: "manifest.sig.json", why: "missing" },
      ],
      [
        "the manifest is no JSON",
        { ...entries, "manifest.json": strToU8("{") },
        { id: "manifest.json", why: "format" },
      ],
      ["two files changed places", swapped, { id: path, why: "altered" }],
      [
        "a file is cut by a byte",
        { ...entries, [path]: (rest[path] ?? new Uint8Array()).slice(0, -1) },
        { id: path, why: "altered" },
      ],
      [
        "the list of files was made shorter with its file",
        Object.fromEntries(
          Object.entries({
            ...entries,
            "manifest.json": written({ ...parsed, files: parsed.files.slice(1) }),
          }).filter(([name]) => name !== path),
        ),
        { id: "manifest.json", why: "signature" },
      ],
      [
        "the day was written anew",
        { ...entries, "manifest.json": written({ ...parsed, madeAt: "2020-01-01T00:00:00Z" }) },
        { id: "manifest.json", why: "signature" },
      ],
    ]
    const trust = hub.house.keys.trust()
    for (const [what, zip, { why }] of tampered) {
      const said = verifyDossier(Buffer.from(zipSync(zip)), trust)
      expect({ what, ...said }).toMatchObject({ what, ok: false, firstBroken: { why } })
    }
    const own = hub.house.keys
      .ids()
      .map((one) => hub.house.keys.publicKey(one))
      .find((one) => one !== null)
    const pem = join(mkdtempSync(join(tmpdir(), "lp-key-")), "key.pem")
    writeFileSync(pem, own ?? "")
    expect(command(entries, "--key", pem)).toMatchObject({ status: 0, said: { ok: true } })
    writeFileSync(pem, generateKeyPairSync("ed25519").publicKey.export({ type: "spki", format: "pem" }))
    expect(command(entries, "--key", pem)).toMatchObject({
      status: 1,
      said: { ok: false, trusted: false, firstBroken: { why: "untrusted" } },
    })
  })
  test("what is no ZIP is no dossier, and says so", () => {
    const file = join(mkdtempSync(join(tmpdir(), "lp-dossier-")), "ho-so.zip")
    writeFileSync(file, "không phải ZIP")
    expect(() =>
      execFileSync(process.execPath, ["src/cli.ts", "dossier", "verify", file, "--json"], { stdio: "pipe" }),
    ).toThrow()
  })

  test("where nobody's key is at hand the police are told to fetch it, and nothing is called intact", async () => {
    const file = join(mkdtempSync(join(tmpdir(), "lp-dossier-")), "ho-so.zip")
    writeFileSync(file, zipSync(await dossierFile()))
    const env = { ...process.env, LIENPHONG_KEYS: join(tmpdir(), "lp-no-keys-here") }
    const args = ["src/cli.ts", "dossier", "verify", file]
    const { status, stdout } = spawnSync(process.execPath, args, { encoding: "utf8", env })
    expect({ status, stdout }).toEqual({
      status: 1,
      stdout: expect.stringMatching(/KHÔNG nguyên vẹn.*--key/),
    })
  })

  test("the fingerprint on the decision to hand over stands on the public page, and programs get the same key", async () => {
    const entries = await dossierFile()
    const letter = Buffer.from(
      unzipSync(entries["01-quyet-dinh-chuyen-ho-so.docx"] ?? new Uint8Array())["word/document.xml"] ?? [],
    )
    const printed = letter.toString("utf8").replace(/<[^>]+>/g, "")
    const page = await (await hub.get("/khoa-ky")).text()
    const [published] = (await (await hub.get("/.well-known/lienphong-keys.json")).json()) as [
      { publicKey: string },
    ]
    const fingerprint = spokenFingerprint(fingerprintOf(createPublicKey(published.publicKey)))
    expect(printed).toContain(fingerprint)
    expect(page).toContain(fingerprint)
    const pem = join(mkdtempSync(join(tmpdir(), "lp-key-")), "key.pem")
    const href = /href="(\/khoa-ky\/[^"]+)"/.exec(page)?.[1] ?? ""
    writeFileSync(pem, await (await hub.get(href)).text())
    expect(command(entries, "--key", pem)).toMatchObject({ status: 0, said: { ok: true, trusted: true } })
  })

  test("a hand-over is a decision of the chief inspector with a number of its own, and a thing seized on Monday is listed with Monday", async () => {
    const entries = await dossierFile({ withExhibit: true, takenOn: "2023-09-11" })
    const { extractText, getDocumentProxy } = await import("unpdf")
    const printed = async (path: string) => {
      const pdf = await getDocumentProxy(new Uint8Array(entries[path] ?? []))
      return (await extractText(pdf, { mergePages: true })).text.replace(/\s+/g, " ")
    }
    const decision = await printed("01-quyet-dinh-chuyen-ho-so.pdf")
    const minutes = await printed("02-bien-ban-ban-giao.pdf")
    const report = await printed("03-tom-tat-vu-viec.pdf")
    expect(decision).toContain("QUYẾT ĐỊNH")
    expect(decision).toMatch(/CHÁNH THANH TRA.*Nguyễn Thị Lan/)
    const numbers = [decision, minutes, report].map((text) => /Số: ?(\d+\/[\p{L}-]+)/u.exec(text)?.[1])
    expect(numbers.map((one) => one?.split("/")[1])).toEqual(["QĐ-CHS", "BB-BGHS", "BC"])
    expect(new Set(numbers.map((one) => one?.split("/")[0])).size).toBe(3)
    expect(minutes).toContain("11/09/2023 Ảnh màn hình Người dân")
  })

  test("the list that is printed names every file with its whole hash", async () => {
    const entries = await dossierFile({ withExhibit: true })
    const { extractText, getDocumentProxy } = await import("unpdf")
    const pdf = await getDocumentProxy(new Uint8Array(entries["02-bien-ban-ban-giao.pdf"] ?? []))
    const printed = (await extractText(pdf, { mergePages: true })).text.replace(/\s/g, "")
    const { "tang-vat/01-Anh-man-hinh.png": exhibit } = entries
    expect(printed).toContain(
      createHash("sha256")
        .update(exhibit ?? new Uint8Array())
        .digest("hex"),
    )
  })
})

describe("a paper that bears the stamp of a state secret", () => {
  const stored = async () =>
    (await readdir(hub.house.filesDir, { recursive: true })).filter((name) => /[0-9a-f]{64}$/.test(name))
  test("becomes no exhibit and no file of a tip: nothing of it is stored, under oath or not; an ordinary paper does", async () => {
    const { id } = await openedCase()
    const [stamped, ordinary] = [await paper("MẬT"), await paper("KHẨN")]
    const before = await stored()
    const exhibit = { title: "Văn bản", fromWhom: "Sở", reason: "Giao nộp" }
    const refused = await addExhibit(id, exhibit, stamped, "vb.pdf")
    expect([refused.status, (await refused.text()).includes("Tệp có dấu bí mật nhà nước")]).toEqual([
      422,
      true,
    ])
    const tip = async (file: Buffer) => {
      const body = new FormData()
      serial += 1
      const fields = {
        once: once(serial),
        declared: "yes",
        text: "Số 0988 222 111 gửi tôi văn bản này.",
        name: "",
        contact: "",
      }
      for (const [name, value] of Object.entries(fields)) body.set(name, value)
      body.append("files", new File([new Uint8Array(file)], "vb.pdf"))
      const headers = { "sec-fetch-site": "same-origin" }
      return hub.app.request(signalPaths.reportIdentifier, { method: "POST", body, headers })
    }
    const sent = await tip(stamped)
    const page = await sent.text()
    expect([sent.status, page.includes("Tệp có dấu bí mật nhà nước")]).toEqual([422, true])
    expect(page).toContain("Số 0988 222 111 gửi tôi văn bản này.")
    expect(await stored()).toEqual(before)
    expect((await tip(ordinary)).status).toBe(200)
    expect((await addExhibit(id, exhibit, ordinary, "vb.pdf")).status).toBe(303)
    expect((await stored()).length).toBeGreaterThan(before.length)
  })
})
