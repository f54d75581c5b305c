import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { PDFDocument } from "@cantoo/pdf-lib"
import { unzipSync } from "fflate"
import sharp from "sharp"
import { beforeAll, describe, expect, test } from "vitest"
import type { Signed } from "../accounts/testing.ts"
import { casePaths, tipsAreAnswered } from "../cases/index.ts"
import { openLog } from "../kernel/log.ts"
import { deliverOutbox } from "../kernel/outbox.ts"
import { freshDatabase } from "../kernel/testing/database.ts"
import { deriveEvidence } from "../signals/actions/evidence.ts"
import { forwardsComeBack, signalPaths as paths } from "../signals/index.ts"
import { codeOn, type Hub, hubOf, once } from "../signals/testing/hub.ts"
import { reachedFrom } from "../testing/walk.ts"

/**
 * What a reporter entrusts in ways other than the form's own fields: names and insides of files, a note of the officer on
 * the telephone, columns of an enterprise's list, what a refused form repeats. Packed files are opened before looking.
 */
const inFiles = [
  "SEN-CANARY-EXIF",
  "SEN-CANARY-NAME",
  "SEN-CANARY-PDF",
  "SEN-CANARY-ID3",
  "0355 111 999",
  "0355111999",
]
const byPhone = ["Mai Văn Hở", "0366 222 999", "0366222999"]
const inList = ["Đặng Thị Rỉ", "0377 333 999", "0377333999"]
const db = await freshDatabase()
const logged: string[] = []
let hub: Hub
let refused = ""

const photo = await sharp({ create: { width: 60, height: 40, channels: 3, background: "#663399" } })
  .jpeg()
  .withExif({ IFD0: { Artist: "SEN-CANARY-EXIF" }, IFD3: { GPSLatitude: "20/1 51/1 0/1" } })
  .toBuffer()
const pdf = await PDFDocument.create()
pdf.setAuthor("SEN-CANARY-PDF")
pdf.addPage().drawText("Toi bi so 0988 777 111 lua. So cua toi: 0355 111 999")
const sound = Buffer.concat([
  Buffer.from("ID3\x03\0\0\0\0\0\x1eTPE1\0\0\0\x14\0\0\0SEN-CANARY-ID3\0\0\0\0\0", "latin1"),
  Buffer.from([0xff, 0xfb, 0x90, 0x00]),
  Buffer.alloc(413),
])

async function sendForm(
  path: string,
  fields: Record<string, string>,
  files: [string, Uint8Array][],
  who?: Signed,
) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  for (const [name, bytes] of files) form.append("files", new Blob([new Uint8Array(bytes)]), name)
  const headers = { "sec-fetch-site": "same-origin", ...(who === undefined ? {} : { cookie: who.cookie }) }
  return hub.app.request(path, { method: "POST", body: form, headers })
}

beforeAll(async () => {
  hub = await hubOf(db, openLog("trace", { write: (line) => void logged.push(line) }))
  const files: [string, Uint8Array][] = [
    ["SEN-CANARY-NAME.jpg", photo],
    ["SEN-CANARY-NAME.pdf", await pdf.save()],
    ["SEN-CANARY-NAME.mp3", sound],
  ]
  const tip = { once: once(1), text: "Số 0988 777 111 gọi lừa đảo.", declared: "yes", keep: "yes" }
  codeOn(await (await sendForm(paths.reportOther, tip, files)).text())
  expect(await deriveEvidence(hub.house)).toBe(3)
  const id = String((await db.admin("select id from signals")).rows[0].id)
  await hub.post(
    paths.newSignal,
    {
      once: once(2),
      channel: "phone",
      path: "identifier",
      target: "0988 777 111",
      text: "Ông gọi đến tên là Mai Văn Hở, số của ông 0366 222 999, bị số 0988 777 111 lừa.",
      name: "Mai Văn Hở",
      contact: "0366222999",
    },
    hub.minh,
  )
  const list = new FormData()
  const row =
    "định danh,0988 777 111,Khách tên là Đặng Thị Rỉ bị lừa. Số của khách 0377 333 999.,xã Mẫu,Đặng Thị Rỉ,0377333999"
  list.set(
    "file",
    new File([`Loại,Đối tượng,Nội dung,Nơi xảy ra,Họ tên,Liên hệ\n${row}\n`], "SEN-CANARY-NAME.csv"),
  )
  const headers = { "sec-fetch-site": "same-origin", cookie: hub.tam.cookie }
  await hub.app.request(paths.list, { method: "POST", body: list, headers })
  refused = await (
    await sendForm(paths.reportOther, { once: once(3), text: "x", name: "Mai Văn Hở" }, [
      ["SEN-CANARY-NAME.jpg", photo],
    ])
  ).text()
  await hub.post(
    paths.signalForm(id, "loi-da-che"),
    { redactedText: "Số 0988 777 111 gọi lừa đảo." },
    hub.minh,
  )
  const made = await hub.post(casePaths.newCase, { title: "Lừa qua điện thoại", tin: id }, hub.minh)
  const caseId = String(made.headers.get("location")).split("/").at(-1) ?? ""
  await hub.post(casePaths.form(caseId, "xac-minh"), {}, hub.minh)
  await hub.post(
    casePaths.form(caseId, "chuyen-cong-an"),
    { toBodyId: hub.cong.bodyId, reason: "Dấu hiệu tội phạm" },
    hub.lan,
  )
  await deliverOutbox(hub.house.db, [tipsAreAnswered, forwardsComeBack], hub.house.log)
})

/** Every part of a ZIP, a DOCX or an XLSX, and the words of a PDF, however deep. */
async function unpacked(bytes: Buffer, depth = 0): Promise<string> {
  if (bytes.subarray(0, 2).toString("latin1") === "PK" && depth < 4) {
    const parts = await Promise.all(
      Object.entries(unzipSync(new Uint8Array(bytes))).map(
        async ([name, part]) => `${name} ${await unpacked(Buffer.from(part), depth + 1)}`,
      ),
    )
    return parts.join("\n")
  }
  if (!bytes.subarray(0, 5).equals(Buffer.from("%PDF-"))) return bytes.toString("utf8")
  const { extractText, getDocumentProxy, getMeta } = await import("unpdf")
  const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 })
  const { text } = await extractText(document, { mergePages: true })
  return `${text} ${JSON.stringify(await getMeta(document))} ${bytes.toString("latin1")}`
}

/** Follows every link of our own that a person at that desk can reach. */
const reached = (who: Signed | undefined): Promise<Map<string, string>> =>
  reachedFrom(
    [
      "/",
      "/lam-viec",
      "/tin-bao",
      "/tin-bao?ngan=all",
      "/tin-bao/chia-se",
      "/vu-viec",
      "/bao-cao",
      "/bao-cao/so-lieu",
    ],
    (path) => hub.get(path, who),
    unpacked,
  )

function expectNone(text: string, where: string, canaries: readonly string[]): void {
  for (const canary of canaries)
    expect(text.toLowerCase().includes(canary.toLowerCase()), `${canary} in ${where}`).toBe(false)
}

describe("what a reporter entrusted in a file, over the telephone, or through their operator", () => {
  test.each(["cong", "son", "van", "public"] as const)(
    "stands in nothing that %s reaches, packed files opened",
    async (who) => {
      const seen = await reached(who === "public" ? undefined : hub[who])
      for (const [path, text] of seen) expectNone(text, path, [...inFiles, ...byPhone, ...inList])
      if (who !== "cong") return
      const packed = [...seen].filter(([path]) => /ho-so|\.zip|docx|xlsx/.test(path))
      expect(packed.length).toBeGreaterThan(0)
      expect([...seen.values()].join("")).toContain("manifest.sig.json")
      expect([...seen.values()].join("")).toContain("0988 777 111")
    },
    90_000,
  )

  test("the enterprise sees nothing of what others entrusted", async () => {
    for (const [path, text] of await reached(hub.tam)) expectNone(text, path, [...inFiles, ...byPhone])
  }, 90_000)

  test("the officers who receive it meet it nowhere before they open the seal with a reason", async () => {
    for (const [path, text] of await reached(hub.minh))
      expectNone(text, path, [...inFiles, ...byPhone, ...inList])
  }, 90_000)

  test("a form that is refused repeats the words to whoever sent them, not the name of a file", () => {
    expect(refused).toContain("Mai Văn Hở")
    expectNone(refused, "the refused form", inFiles)
  })

  test("is in no line of the log and in no file on the disk in the clear", () => {
    const all = [...inFiles, ...byPhone, ...inList]
    expectNone(logged.join("\n"), "the log", all)
    const files = readdirSync(hub.house.filesDir, { recursive: true, withFileTypes: true }).filter((one) =>
      one.isFile(),
    )
    expect(files.length).toBeGreaterThan(3)
    for (const file of files)
      expectNone(
        `${file.name} ${readFileSync(join(file.parentPath, file.name)).toString("latin1")}`,
        file.name,
        all,
      )
  })

  test("is in no table in the clear: not beside the seal, in a job, the outbox, the journal or a sheet", async () => {
    const tables = await db.admin(
      "select schemaname as s, tablename as t from pg_tables where schemaname in ('public', 'graphile_worker')",
    )
    for (const { s, t } of tables.rows as { s: string; t: string }[]) {
      const rows = await db.admin(
        `select coalesce(string_agg(to_jsonb(x)::text, ' '), '') as text from "${s}"."${t}" x`,
      )
      expectNone(String(rows.rows[0].text), t, [...inFiles, ...byPhone, ...inList])
    }
  })
})
