import pg from "pg"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { type Hub, hubOf } from "../../signals/testing/hub.ts"
import { writeBoard } from "./actions/board.ts"
import { boardPaths } from "./paths.ts"

/** The province of tests stands on Friday 15 September 2023. */
const db = await freshDatabase()
const admin = new pg.Client({ connectionString: db.adminUrl })
let hub: Hub
beforeAll(async () => {
  await admin.connect()
  hub = await hubOf(db)
})
afterAll(() => admin.end())

/** `days` before the day of the tests, at noon; each with a loss of its own. */
const tipsCame = (many: number, type: string, days: number, loss: number | null, place: string) =>
  db.admin(`insert into signals (id, body_id, channel, path, state, urgency, type, loss_vnd, place, redacted_text, is_anonymous, received_at)
    select uuidv7(), b.id, 'portal', 'other', 'received', 'past', '${type}', ${loss ?? "null"}, '${place}', 'Chuyện riêng của người báo', true,
      timestamptz '2023-09-15T12:00:00+07:00' - make_interval(days => ${days})
    from bodies b, generate_series(1, ${many}) where b.is_lead`)
const read = async (path: string) => (await hub.get(path)).text()

describe("the public board of a morning", () => {
  test("is not there before the first morning, and says when it comes", async () => {
    expect(await read(boardPaths.board)).toContain("Chưa có số liệu")
    expect((await hub.get(boardPaths.json)).status).toBe(200)
  })

  test("is written once a morning: yesterday, the month and the same days a year ago, as the report counts them", async () => {
    await tipsCame(6, "gia-danh-cong-an", 1, 20_000_000, "xã Mễ Sở")
    await tipsCame(5, "viec-nhe-luong-cao", 8, null, "phường Phố Hiến")
    await tipsCame(2, "phat-nguoi", 9, 900_000_000, "xã Khoái Châu")
    await tipsCame(7, "gia-danh-cong-an", 366, 1_000_000, "")
    await tipsCame(1, "khac", 500, null, "")
    // Today's are not counted before tomorrow's morning.
    await tipsCame(3, "gia-danh-cong-an", 0, 1_000_000, "xã Mễ Sở")
    expect([await writeBoard(hub.house), await writeBoard(hub.house)]).toEqual([1, 0])
    const { newest } = (await (await hub.get(boardPaths.json)).json()) as {
      newest: { sums: Record<string, { tips: number; money: number | null }> }
    }
    expect(newest.sums).toEqual({
      yesterday: { tips: 6, money: 120_000_000 },
      // Two tips alone told of the third trick: the sum of all would give theirs away.
      month: { tips: 13, money: null },
      yearAgo: { tips: 7, money: 7_000_000 },
    })
    const { rows } = await admin.query(
      `select sum(records)::int as records from count_signal_figures('2023-09-01', '2023-09-14', null) where figure = 'I.1' and by_body_id is null`,
    )
    expect(rows).toEqual([{ records: newest.sums.month?.tips }])
  })

  test("says yesterday in one sentence, leads from a trick to how it begins, and holds small numbers back", async () => {
    const html = await read(boardPaths.board)
    expect(html).toContain("Ngày 14/09/2023 có 6 tin báo, mất khoảng 120 triệu đồng")
    expect(html).toContain('href="/thu-doan/kieu/gia-danh-cong-an"')
    expect(html).not.toContain("/thu-doan/kieu/phat-nguoi")
    expect(html).toContain("1 – 4 tin")
    expect(html).not.toMatch(/900\.000\.000|1,8 tỷ/)
    expect(html).toContain("Bà con gặp nhiều nhất là")
  })

  test("is shown inside the page of another site, which no other page of ours is", async () => {
    const embedded = await hub.get(boardPaths.embedded)
    expect(embedded.headers.get("content-security-policy")).toContain("frame-ancestors *")
    expect(embedded.headers.get("x-frame-options")).toBeNull()
    expect(await embedded.text()).not.toMatch(/<form|<script/)
    const page = await hub.get(boardPaths.board)
    expect(page.headers.get("x-frame-options")).toBe("DENY")
  })

  test("holds no word of any tip and no body's name, in none of its forms", async () => {
    for (const path of [boardPaths.board, boardPaths.embedded, boardPaths.json, boardPaths.csv]) {
      const said = await read(path)
      expect(said).not.toContain("Chuyện riêng")
      expect(said).not.toContain("Sở Thông tin")
    }
    expect(await read(boardPaths.csv)).toContain("2023-09-14")
    expect(await read(boardPaths.csv)).not.toContain("7000000")
    expect(await read(boardPaths.json)).not.toContain('"moved"')
  })
})
