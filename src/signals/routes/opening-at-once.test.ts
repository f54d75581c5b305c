import { expect, test } from "vitest"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { paths } from "../paths.ts"
import { hubOf, once } from "../testing/hub.ts"

const db = await freshDatabase()
const hub = await hubOf(db)

test("thirty openings of a raw text at the same moment are all answered, each is journaled, and another officer works on meanwhile", async () => {
  await hub.post(paths.reportIdentifier, { once: once(1), text: "Số 0988 222 111 lừa tôi chuyển 5 triệu." })
  const { id } = (await db.admin("select id from signals")).rows[0]
  const openings = Array.from({ length: 30 }, (_, n) =>
    hub.post(paths.signalForm(id, "mo-nguyen-van"), { reason: `Đối chiếu lần ${n}` }, hub.minh),
  )
  const answers = await Promise.all([...openings, hub.get("/lam-viec", hub.cong)])
  expect(answers.map((answer) => answer.status)).toEqual(answers.map(() => 200))
  const journaled = await db.admin("select from journal where what = 'signal.text-opened'")
  expect(journaled.rowCount).toBe(30)
})
