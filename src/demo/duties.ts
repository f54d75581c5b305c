/** A duty of a case that has a clock of its own, done in time: the record passed on, the procuracy told. */
import { fulfilDuty } from "../cases/actions/steps.ts"
import type { Purpose } from "../cases/domain/clocks.ts"
import { asOfficer } from "../kernel/db/database.ts"
import type { Desk } from "../kernel/http/env.ts"
import { must } from "./must.ts"

export async function fulfil(desk: Desk, caseId: string, purpose: Purpose, note: string): Promise<void> {
  const clock = await asOfficer(desk.house.db, desk.who, (tx) =>
    tx
      .selectFrom("caseClocks")
      .select("id")
      .where("caseId", "=", caseId)
      .where("purpose", "=", purpose)
      .executeTakeFirstOrThrow(),
  )
  must(await fulfilDuty(desk, caseId, { clockId: clock.id, note }))
}
