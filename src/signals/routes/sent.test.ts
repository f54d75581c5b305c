import { beforeAll, describe, expect, test } from "vitest"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { paths } from "../paths.ts"
import { type Hub, hubOf, once } from "../testing/hub.ts"

const db = await freshDatabase()
let hub: Hub
beforeAll(async () => {
  hub = await hubOf(db)
})

let nth = 0
/** By the form for officers, at that person's desk. */
async function send(target: string, who: Hub["tam"]): Promise<void> {
  nth += 1
  const fields = {
    path: "identifier",
    target,
    text: `Số gọi hàng loạt, lần ${nth}.`,
    once: once(0x660000 + nth),
  }
  const answer = await hub.post(paths.newSignal, fields, who)
  expect(answer.status).toBeLessThan(400)
}

describe("what a body handed in", () => {
  test("an enterprise reads what it sent and where it stands; another body reads nothing of it", async () => {
    await send("0951 234 901", hub.tam)
    await send("0951 234 902", hub.tam)
    const page = await (await hub.get(paths.sent, hub.tam)).text()
    expect(page).toContain("2 tin đơn vị bạn đã gửi")
    expect(page).toContain("0951 234 901")
    expect(page).not.toContain("lần 1")
    const other = await (await hub.get(paths.sent, hub.van)).text()
    expect(other).toContain("Đơn vị bạn chưa gửi tin nào")
    expect(other).not.toContain("0951")
  })

  test("the list leaves as CSV and XLSX, and that it left is written down", async () => {
    const csv = await hub.get(paths.sentExport("csv"), hub.tam)
    expect(csv.headers.get("content-disposition")).toContain("tin-da-gui.csv")
    expect(await csv.text()).toContain("0951 234 902")
    expect((await hub.get(paths.sentExport("xlsx"), hub.tam)).status).toBe(200)
    const { rows } = await db.admin(
      "select details from journal where what = 'signal.sent-list-exported' and body_id = $1",
      [hub.tam.bodyId],
    )
    expect(rows.map((row) => row.details)).toEqual([{ rows: 2 }, { rows: 2 }])
  })

  test("a visitor has no such list", async () => {
    expect((await hub.get(paths.sent)).status).not.toBe(200)
  })
})
