import { beforeAll, describe, expect, test } from "vitest"
import { type Signed, signInAs } from "../accounts/testing.ts"
import { createApp } from "../app.ts"
import { asOfficer } from "../kernel/db/database.ts"
import { freshDatabase } from "../kernel/testing/database.ts"
import { houseOf } from "../kernel/testing/house.ts"
import { gapsOf } from "../kernel/words.ts"
import { words } from "./documents/words.ts"
import { signatureWords } from "./documents/words-signature.ts"
import { wayWords } from "./documents/words-way.ts"
import { takeNumber } from "./numbering/actions.ts"
import { paths } from "./paths.ts"
import { readLetter } from "./read/aside.ts"
import { openP12 } from "./signing/p12.ts"
import { signPdf } from "./signing/sign.ts"
import { trialKey } from "./signing/trial-key.ts"
import { verifyPdf } from "./signing/verify.ts"
import { measurePdf } from "./testing/measure.ts"

const db = await freshDatabase()
const app = createApp(houseOf(db))
const people = {
  hoa: { role: "clerk", name: "Phạm Thị Hoa", title: "Văn thư" },
  minh: { role: "officer", name: "Trần Văn Minh", title: "Chuyên viên" },
  lan: { role: "leader", name: "Nguyễn Thị Lan", title: "Phó Giám đốc" },
  dung: { role: "leader", name: "Trần Văn Dũng", title: "Giám đốc" },
} as const
type Who = keyof typeof people | "stranger"
const at = {} as Record<Who, Signed>
beforeAll(async () => {
  const body = { name: "Sở Thông tin tỉnh Mẫu" }
  for (const [key, person] of Object.entries(people))
    at[key as Who] = await signInAs(db, { bodySlug: "hub", email: `${key}@mau.example`, body, ...person })
  at.stranger = await signInAs(db, { bodySlug: "other", role: "leader", email: "x@ngoai.example" })
})

const get = async (who: Who, path: string) => {
  const answer = await app.request(path, { headers: at[who].headers })
  return { status: answer.status, bytes: new Uint8Array(await answer.arrayBuffer()) }
}
const textOf = ({ bytes }: { bytes: Uint8Array }) => new TextDecoder().decode(bytes)
const post = async (who: Who, path: string, fields: Record<string, string> | FormData = {}) => {
  const body = fields instanceof FormData ? fields : new URLSearchParams(fields)
  const answer = await app.request(path, { method: "POST", headers: at[who].headers, body })
  return { status: answer.status, to: answer.headers.get("location") ?? "", html: await answer.text() }
}
const typed = (more: Record<string, string> = {}) => ({
  kind: "report",
  symbol: "BC-STT",
  place: "Mẫu",
  subject: "Kết quả kiểm tra điểm cung cấp dịch vụ viễn thông quý III năm 2023",
  addressees: "Ủy ban nhân dân tỉnh Mẫu",
  body: "Trong quý III năm 2023, Sở đã kiểm tra 18 điểm.\nI. KẾT QUẢ\n- Phát hiện 03 điểm vi phạm.",
  signerId: at.dung.officerId,
  way: "own",
  recipients: "Như trên\nLưu: VT, TTr",
  ...more,
})
async function drafted(more: Record<string, string> = {}, who: Who = "minh"): Promise<string> {
  const made = await post(who, paths.newDocument, typed(more))
  expect(made.status).toBe(303)
  return /[0-9a-f-]{36}/.exec(made.to)?.[0] ?? ""
}
const step = (who: Who, id: string, slug: string, note = "") => post(who, paths.step(id, slug), { note })
async function numberedFor(signer: Who = "dung", more: Record<string, string> = {}): Promise<string> {
  const id = await drafted({ signerId: at[signer].officerId, ...more })
  const way = [
    ["minh", "trinh"],
    ["hoa", "dong-y"],
    [signer, "ky"],
    ["hoa", "cap-so"],
  ] as const
  for (const [who, slug] of way) expect([slug, (await step(who, id, slug)).status]).toEqual([slug, 303])
  return id
}
const withFile = (name: string, bytes: Uint8Array, fields: Record<string, string> = {}) => {
  const form = new FormData()
  form.append(name, new File([Uint8Array.from(bytes)], `${name}.bin`))
  for (const [key, value] of Object.entries(fields)) form.append(key, value)
  return form
}
const key = () =>
  trialKey(
    {
      name: "Trần Văn Dũng",
      organization: "Sở Thông tin tỉnh Mẫu",
      from: new Date("2023-01-01"),
      to: new Date("2024-01-01"),
    },
    "thử",
  )

describe("a document's way through the office, with scripts off", () => {
  test("is drafted, reviewed, signed, numbered, sealed with a key, issued and archived; each step is in the journal", async () => {
    const id = await numberedFor()
    const sealed = await post(
      "dung",
      paths.keySignature(id),
      withFile("key", await key(), { passphrase: "thử" }),
    )
    expect(sealed.status).toBe(303)
    expect((await step("hoa", id, "phat-hanh")).status).toBe(303)
    expect((await step("hoa", id, "luu", "Hồ sơ 12/2023/TTr")).status).toBe(303)
    const page = textOf(await get("minh", paths.document(id)))
    for (const words of [
      "Đã lưu hồ sơ",
      "PAdES B-B",
      "Nguyên vẹn",
      "Trần Văn Dũng (chứng thư thử nghiệm)",
      "/BC-STT",
    ])
      expect(page).toContain(words)
    const { rows } = await db.admin(
      "select what from journal where record_kind = 'official-document' and record_id = $1 order by id",
      [id],
    )
    expect(rows.map(({ what }) => what)).toEqual([
      "document.drafted",
      "document.submitted",
      "document.approved",
      "document.signed",
      "letter.numbered",
      "document.numbered",
      "document.sealed",
      "document.issued",
      "document.archived",
    ])
  })

  test("its file says what was typed, with number and day from the book, and is signed by who signed", async () => {
    const id = await numberedFor()
    await post("dung", paths.keySignature(id), withFile("key", await key(), { passphrase: "thử" }))
    const { bytes } = await get("hoa", paths.pdf(id))
    expect(await verifyPdf(bytes)).toMatchObject([
      { isIntact: true, coversAll: true, level: "B-B", inForce: true },
    ])
    const reading = await readLetter(bytes, "a.pdf")
    expect(reading).toMatchObject({
      issuer: "Sở Thông tin tỉnh Mẫu",
      number: expect.stringMatching(/^\d+\/BC-STT$/),
      date: "2023-09-15",
      type: "báo cáo",
      addressees: ["Ủy ban nhân dân tỉnh Mẫu"],
      signer: { authority: "GIÁM ĐỐC", name: "Trần Văn Dũng" },
    })
  })

  test("marks, drafter, address, an annex with its table and chart: typed once, on the paper and in the form again", async () => {
    const id = await drafted({
      urgency: "express",
      circulation: "internal",
      drafter: "TVM.(12)",
      contact: "Địa chỉ: số 1 đường Mẫu\nĐiện thoại: 0221.3000000",
      body: "Nội dung.\nPhụ lục (ngang): Số liệu\nBiểu đồ cột: Tin báo\nTháng\tSố tin\n7\t1.204\n8\t87",
    })
    const pages = await measurePdf((await get("minh", paths.pdf(id))).bytes)
    const said = pages.map((page) => page.ink.map(({ text }) => text).join(" "))
    for (const words of ["HỎA TỐC", "LƯU HÀNH NỘI BỘ", "TVM.(12)", "số 1 đường Mẫu", "0221.3000000"])
      expect(said[0]).toContain(words)
    for (const words of ["Phụ lục", "SỐ LIỆU", "Kèm theo Báo cáo số", "Tin báo", "1.204"])
      expect(said[1]).toContain(words)
    expect(pages.map(({ width, height }) => width > height)).toEqual([false, true])
    const form = textOf(await get("minh", paths.draft(id)))
    for (const kept of ['value="TVM.(12)"', "Phụ lục (ngang): Số liệu", "Điện thoại: 0221.3000000"])
      expect(form).toContain(kept)
    const fields = typed({ body: "a\n".repeat(2_001) })
    expect((await post("minh", paths.newDocument, fields)).status).toBe(422)
  })

  test("whoever drafted it cannot approve it, and it can be returned with a reason", async () => {
    const id = await drafted()
    await step("minh", id, "trinh")
    const own = await step("minh", id, "dong-y")
    expect([own.status, own.html.includes(wayWords.vi.refusals["review.own"])]).toEqual([409, true])
    const mute = await step("hoa", id, "tra-lai")
    expect([mute.status, mute.html.includes(wayWords.vi.refusals["note.missing"])]).toEqual([409, true])
    expect((await step("hoa", id, "tra-lai", "Thiếu căn cứ")).status).toBe(303)
    expect(textOf(await get("minh", paths.document(id)))).toContain("Thiếu căn cứ")
    const again = textOf(await get("minh", paths.draft(id)))
    expect(again).toContain("Phát hiện 03 điểm vi phạm.")
  })

  test("an officer is told at saving, and the reviewer at review, that the deputy named may not sign so", async () => {
    const id = await drafted({ signerId: at.lan.officerId, way: "own" })
    const sentence = wayWords.vi.refusals["signature.deputyAlone"]
    const draft = textOf(await get("minh", paths.document(id)))
    expect(draft).toContain(wayWords.vi.page.foreseen)
    expect(draft).toContain(sentence)
    await step("minh", id, "trinh")
    expect(textOf(await get("hoa", paths.document(id)))).toContain(sentence)
    const right = await drafted()
    expect(textOf(await get("minh", paths.document(right)))).not.toContain(wayWords.vi.page.foreseen)
  })

  test("a draft first meant for the deputy and then for the head prints the head's post", async () => {
    const id = await drafted({ signerId: at.lan.officerId, way: "KT", of: "Giám đốc" })
    const form = textOf(await get("minh", paths.draft(id)))
    const field = (name: string) => new RegExp(`<input[^>]*name="${name}"[^>]*>`).exec(form)?.[0] ?? ""
    const position = /value="([^"]*)"/.exec(field("position"))?.[1] ?? ""
    const version = /value="([^"]*)"/.exec(field("version"))?.[1] ?? ""
    const changed = await post("minh", paths.draft(id), typed({ version, position, way: "own" }))
    expect(changed.status).toBe(303)
    const { rows } = await db.admin("select model from official_documents where id = $1", [id])
    expect(rows[0]?.model.signatures[0].position).toBe("Giám đốc")
  })

  test("a deputy signs for the head only while the organisation's delegation is in force", async () => {
    const id = await drafted({ signerId: at.lan.officerId, way: "KT", of: "Giám đốc" })
    await step("minh", id, "trinh")
    await step("hoa", id, "dong-y")
    const before = await step("lan", id, "ky")
    expect([before.status, before.html.includes(wayWords.vi.refusals["signature.noPower"])]).toEqual([
      409,
      true,
    ])
    await db.admin(
      `insert into delegations (body_id, from_post_id, to_post_id, form, scope, basis, valid_from)
       values ($1, $2, $3, 'KT', 'mọi văn bản', 'Quyết định phân công', '2023-01-01')`,
      [at.lan.bodyId, at.dung.postId, at.lan.postId],
    )
    expect((await step("lan", id, "ky")).status).toBe(303)
  })

  test("the clerk's book lists what has a number, with its day, its signer and whom it went to, as CSV too", async () => {
    await numberedFor()
    await drafted({ subject: "Dự thảo chưa có số" })
    const handOver = { kind: "case-transfer", id: "018f0000-0000-7000-8000-000000000001" }
    const taken = await asOfficer(db, { officerId: at.hoa.officerId, bodyId: at.hoa.bodyId }, (tx) =>
      takeNumber(tx, {
        ...{ series: "all", symbol: "QĐ-CHS", subject: "Chuyển hồ sơ vụ việc", datedOn: "2023-09-15" },
        record: handOver,
      }),
    )
    const book = textOf(await get("hoa", paths.book))
    expect(book).not.toContain("Dự thảo chưa có số")
    expect(book).toContain(`${String(taken.number).padStart(2, "0")}/QĐ-CHS`)
    const csv = textOf(await get("hoa", `${paths.bookExport("csv")}?q=BC-STT`))
    const [head, first] = csv.replace(/^\uFEFF/, "").split(/\r?\n/)
    expect(head).toContain('"Số, ký hiệu",Ngày,Loại,Trích yếu,Người ký,Nơi nhận')
    expect(first).toMatch(/\d+\/BC-STT.2023-09-15.Báo cáo.*Trần Văn Dũng.*Như trên; Lưu: VT, TTr/)
    expect(csv).not.toContain("Dự thảo chưa có số")
  })

  test("a number is taken once, in the order of the book, and a withdrawn draft takes none", async () => {
    const numberOf = async (id: string) =>
      (await db.admin("select number from official_documents where id = $1", [id])).rows[0]?.number as number
    const first = await numberOf(await numberedFor())
    await drafted()
    const id = await numberedFor()
    expect(await numberOf(id)).toBe(first + 1)
    expect((await step("hoa", id, "cap-so")).status).toBe(409)
    expect(await numberOf(id)).toBe(first + 1)
  })
})

describe("a signature made outside", () => {
  const signedBy = async (pdf: Uint8Array) => {
    const opened = await openP12(await key(), "thử")
    if ("refused" in opened) throw new Error(opened.refused)
    return signPdf(pdf, opened, { name: "Trần Văn Dũng", reason: "", at: new Date("2023-09-15T03:00:00Z") })
  }
  const upload = (id: string, pdf: Uint8Array) => post("hoa", paths.signedFile(id), withFile("file", pdf))

  test("is kept when it stands on this very document, and is what is issued", async () => {
    const id = await numberedFor()
    const signed = await signedBy((await get("hoa", paths.pdf(id))).bytes)
    expect((await upload(id, signed)).status).toBe(303)
    await step("hoa", id, "phat-hanh")
    expect((await get("minh", paths.pdf(id))).bytes).toEqual(signed)
  })

  test("is refused, each time with the reason: unsigned, of another document, changed since", async () => {
    const [id, other] = [await numberedFor(), await numberedFor()]
    const plain = (await get("hoa", paths.pdf(id))).bytes
    const changed = Uint8Array.from(await signedBy(plain))
    changed[2_000] = (changed[2_000] ?? 0) ^ 1
    const faults = [
      ["file.unsigned", plain],
      ["file.other", await signedBy((await get("hoa", paths.pdf(other))).bytes)],
      ["file.broken", changed],
      ["file.changed", Buffer.concat([await signedBy(plain), Buffer.from("\n%\n")])],
    ] as const
    for (const [fault, pdf] of faults) {
      const { status, html } = await upload(id, pdf)
      expect([fault, status, html.includes(wayWords.vi.refusals[fault])]).toEqual([fault, 409, true])
    }
  })
})

describe("what is wrong comes back whole", () => {
  test("a draft without its subject keeps every answer and says what is missing", async () => {
    const wrong = await post("minh", paths.newDocument, typed({ subject: "", way: "KT" }))
    expect(wrong.status).toBe(422)
    expect(wrong.html).toContain("Nhập Trích yếu nội dung")
    expect(wrong.html).toContain("Nhập Ký thay, thừa lệnh, thừa ủy quyền của")
    expect(wrong.html).toContain("Phát hiện 03 điểm vi phạm.")
  })
  test("a draft that bears a secrecy stamp is refused with its answers, and nothing of it is stored", async () => {
    for (const fields of [
      { body: "TỐI MẬT\nNội dung" },
      { subject: "MẬT - HỎA TỐC" },
      { addressees: "Đ\nM Ậ T" },
    ]) {
      const wrong = await post("minh", paths.newDocument, typed(fields))
      expect([wrong.status, wrong.html.includes("có dấu chỉ độ mật")]).toEqual([422, true])
    }
  })
  test("two windows on one draft do not overwrite each other", async () => {
    const id = await drafted()
    expect((await post("minh", paths.draft(id), typed({ version: "0", subject: "Lần một" }))).status).toBe(
      303,
    )
    const late = await post("hoa", paths.draft(id), typed({ version: "0", subject: "Lần hai" }))
    expect([late.status, late.html.includes(wayWords.vi.refusals["draft.changed"])]).toEqual([409, true])
    expect(late.html).toContain("Lần hai")
  })
})

test("another body finds neither the document nor its file", async () => {
  const id = await drafted()
  for (const path of [paths.document(id), paths.pdf(id), paths.docx(id), paths.draft(id)])
    expect([path, (await get("stranger", path)).status]).toEqual([path, 404])
  expect((await step("stranger", id, "trinh")).status).toBe(404)
})

test("the trial key is given in the demo only", async () => {
  expect((await get("dung", paths.trialKey)).status).toBe(404)
})

test("every sentence is there in Vietnamese and in English", () => {
  expect([words, wayWords, signatureWords].flatMap(gapsOf)).toEqual([])
})
