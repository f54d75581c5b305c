import { expect, test } from "vitest"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { lookupsPerHour } from "../actions/elsewhere.ts"
import { paths } from "../paths.ts"
import { hubOf, once } from "../testing/hub.ts"

const db = await freshDatabase()
const hub = await hubOf(db)

test("an officer who asks forty times at the same moment what others hold is answered thirty times", async () => {
  await hub.post(paths.reportIdentifier, { once: once(1), text: "Số 0911 222 333 gọi lừa đảo." })
  const { signal_id: id, indicator_id: indicatorId } = (await db.admin("select * from signal_identifiers"))
    .rows[0]
  const asked = await Promise.all(
    Array.from({ length: lookupsPerHour + 10 }, () =>
      hub.post(paths.signalForm(id, "noi-khac"), { indicatorId }, hub.lan),
    ),
  )
  expect(asked.filter(({ status }) => status < 400)).toHaveLength(lookupsPerHour)
  expect((await db.admin("select from signal_lookups")).rowCount).toBe(lookupsPerHour)
})
