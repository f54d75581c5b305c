import { extractText, getDocumentProxy } from "unpdf"
import { beforeAll, expect, test } from "vitest"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { type Hub, hubOf } from "../../signals/testing/hub.ts"
import { paths } from "../paths.ts"

const time = { now: new Date("2023-09-15T02:00:00Z") }
const db = await freshDatabase({ clock: { now: () => time.now } })
let hub: Hub
beforeAll(async () => {
  hub = await hubOf(db)
})
const text = async (at: string, who?: Hub["lan"]) => (await hub.get(at, who)).text()
const leaflet = {
  ...{ lang: "vi", title: "Cúp máy khi bị dọa", lead: "Kẻ gian xưng công an và dọa bắt." },
  ...{ points: "Công an không làm việc qua điện thoại\nKhông ai bắt chuyển tiền", toDo: "Cúp máy\nGọi 113" },
  spoken: "Bà con chú ý. ".repeat(30).trim(),
}

let desk = ""
let at = ""
test("a leaflet is read by nobody before a second person released it: who wrote it is refused, by the database too", async () => {
  const sent = await hub.post(paths.newMaterial, leaflet, hub.minh)
  expect(sent.status).toBe(303)
  desk = sent.headers.get("location")?.split("?")[0] ?? ""
  const { rows } = await db.admin("select code from materials")
  at = paths.material(Number(rows[0]?.code))
  expect((await hub.get(at)).status).toBe(404)
  expect((await hub.get(desk, hub.ngoai)).status).toBe(404)
  expect((await hub.post(`${desk}/phat-hanh`, { lang: "vi" }, hub.minh)).status).toBe(422)
  await expect(
    db.admin("update material_versions set state = 'released', decided_name = 'x', written_by = written_by"),
  ).rejects.toThrow()
  expect((await hub.post(`${desk}/phat-hanh`, { lang: "vi" }, hub.lan)).status).toBe(303)
  expect(await text(paths.materials)).toContain("Cúp máy khi bị dọa")
})

test("everybody reads it with its QR code, the minutes of its loudspeaker text, as plain text, and prints it on one sheet of A4 or A3", async () => {
  const page = await text(at)
  for (const shown of ["Không ai bắt chuyển tiền", "đọc hết khoảng 1 phút", "<svg"])
    expect(page).toContain(shown)
  const plain = await hub.get(`${at}/van-ban.txt`)
  expect(plain.headers.get("content-type")).toMatch(/^text\/plain/)
  expect(await plain.text()).toMatch(
    /ĐIỀU CẦN NHỚ\n1\. Công an không làm việc qua điện thoại\n2\. Không ai bắt/,
  )
  const sizes: number[] = []
  for (const paper of ["a4", "a3"]) {
    const answer = await hub.get(paths.materialSheet(at.split("/").at(-1) ?? "", paper))
    const pdf = await getDocumentProxy(new Uint8Array(await answer.arrayBuffer()))
    expect(pdf.numPages).toBe(1)
    expect((await extractText(pdf, { mergePages: true })).text).toContain("Cúp máy khi bị dọa")
    const [, , width = 0] = (await pdf.getPage(1)).view
    sizes.push(Math.round(width))
  }
  expect(sizes).toEqual([595, 842])
})

test("a version that was written while the second person read another is not released unseen; nobody is asked to read their own, and an enterprise writes none that nobody may release", async () => {
  const write = async (title: string) =>
    (await hub.post(`${desk}/ban-moi`, { ...leaflet, title }, hub.minh)).status
  expect(await write("Bản sai")).toBe(303)
  const waits = "tài liệu tuyên truyền chờ người thứ hai đọc"
  expect(await text("/lam-viec", hub.lan)).toContain(waits)
  expect(await text("/lam-viec", hub.minh)).not.toContain(waits)
  const opened = /name="opened" value="([^"]+)"/.exec(await text(desk, hub.lan))?.[1] ?? ""
  time.now = new Date(time.now.getTime() + 120_000)
  await hub.post(`${desk}/tra-lai`, { lang: "vi", note: "Sai số điện thoại" }, hub.lan)
  expect(await write("Bản sửa")).toBe(303)
  expect((await hub.post(`${desk}/phat-hanh`, { lang: "vi", opened }, hub.lan)).status).toBe(409)
  expect(await text(at)).not.toContain("Bản sửa")
  await hub.post(`${desk}/tra-lai`, { lang: "vi", note: "Chưa cần" }, hub.lan)
  expect((await hub.post(paths.newMaterial, leaflet, hub.tam)).status).toBe(403)
  expect((await hub.post(paths.newMaterial, { ...leaflet, campaignId: "x" }, hub.minh)).status).toBe(422)
})

test("a new version waits while the old one stays out; released it takes its place, and taken away nobody reads it any more", async () => {
  expect(
    (await hub.post(`${desk}/ban-moi`, { ...leaflet, points: "1\n2\n3\n4\n5\n6\n7" }, hub.minh)).status,
  ).toBe(422)
  const second = { ...leaflet, title: "Cúp máy ngay khi bị dọa" }
  expect((await hub.post(`${desk}/ban-moi`, second, hub.minh)).status).toBe(303)
  expect((await hub.post(`${desk}/ban-moi`, second, hub.minh)).status).toBe(422)
  expect(await text(at)).not.toContain("Cúp máy ngay khi bị dọa")
  await hub.post(`${desk}/phat-hanh`, { lang: "vi" }, hub.lan)
  expect(await text(at)).toContain("Cúp máy ngay khi bị dọa")
  // In English there is none: it is said, and the Vietnamese one is shown.
  expect(await text(`${at}?lang=en`)).toContain("in Vietnamese only")
  expect(
    (await hub.post(`${desk}/thu-hoi`, { lang: "vi", note: "Số điện thoại đã đổi" }, hub.lan)).status,
  ).toBe(303)
  expect((await hub.get(at)).status).toBe(404)
  expect(await text(desk, hub.minh)).toContain("Số điện thoại đã đổi")
})
