import { randomUUID } from "node:crypto"
import { expect, test } from "vitest"
import { signInAs } from "../../accounts/testing.ts"
import { asOfficer } from "../../kernel/db/database.ts"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { figureOf } from "../outline.ts"
import { recordsOf } from "../store/figures.ts"

const db = await freshDatabase()
const hub = await signInAs(db, { bodySlug: "so-mau", role: "officer" })
const telco = await signInAs(db, { bodySlug: "vien-thong", role: "officer", body: { kind: "enterprise" } })

test("an enterprise sees that it answered a request and when, and learns no id of the case behind it; the body that asked does", async () => {
  const caseId = randomUUID()
  // What is asked about is the figure: the case's own rules are other tests' matter.
  await db.admin(`set session_replication_role = replica;
    insert into cases (id, body_id, number, title, state, opened_on, opened_name)
      values ('${caseId}', '${hub.bodyId}', '2023-1', 'Một vụ', 'opened', '2023-08-01', 'A');
    insert into prevention_requests (case_id, body_id, body_name, enterprise_id, asks, targets, basis, due_on, asked_name,
        answer, answer_text, answered_at, answered_name)
      values ('${caseId}', '${hub.bodyId}', 'Sở', '${telco.bodyId}', 'block', '{0900000001}', 'Đ1', '2023-08-10', 'A',
        'done', 'Đã chặn', '2023-08-05T02:00:00Z', 'B')`)
  const definition = figureOf("III.5.2")
  if (definition === null) throw new Error("no such figure")
  const seenBy = (who: typeof hub) =>
    asOfficer(db, who.who, (tx) =>
      recordsOf(
        tx,
        definition,
        { from: "2023-07-01", to: "2023-12-31" },
        { limit: 10, offset: 0, onlyBody: who.bodyId },
      ),
    )
  expect((await seenBy(telco)).rows).toMatchObject([{ kind: "case", id: null, day: "2023-08-05" }])
  expect((await seenBy(hub)).rows).toMatchObject([{ kind: "case", id: caseId, day: "2023-08-05" }])
})
