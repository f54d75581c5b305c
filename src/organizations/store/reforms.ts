import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"
import type { BodyKind } from "../domain/chart.ts"
import {
  type Choice,
  type DutyKey,
  limits,
  type Reform,
  type ReformPlan,
  type ReformState,
} from "../domain/reform.ts"

const columns = ["id", "title", "basis", "effectiveOn", "state", "confirmedAt", "appliedAt"] as const

export async function listReforms(tx: Tx): Promise<Reform[]> {
  const rows = await tx
    .selectFrom("reforms")
    .select(columns)
    .orderBy("effectiveOn", "desc")
    .orderBy("id", "desc")
    .limit(limits.reforms)
    .execute()
  return rows.map(reformOf)
}

/** `lock`: nobody else changes or applies it until this transaction ends. */
export async function findPlan(tx: Tx, id: string, { lock = false } = {}): Promise<ReformPlan | null> {
  const query = tx.selectFrom("reforms").select(columns).where("id", "=", id)
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  if (row === undefined) return null
  const foundings = await tx
    .selectFrom("reformFoundings")
    .select(["id", "name", "kind"])
    .where("reformId", "=", id)
    .orderBy("name")
    .limit(limits.passings)
    .execute()
  const passings = await tx
    .selectFrom("reformPassings")
    .select(["id", "bodyBeforeId", "bodyAfterId", "foundingId", "share"])
    .where("reformId", "=", id)
    .orderBy("id")
    .limit(limits.passings)
    .execute()
  return {
    reform: reformOf(row),
    foundings: foundings.map((one) => ({ ...one, kind: one.kind as BodyKind })),
    passings: passings.map((one) => ({
      id: one.id,
      beforeId: one.bodyBeforeId,
      afterId: one.bodyAfterId ?? one.foundingId ?? "",
      isFounded: one.foundingId !== null,
      share: one.share,
    })),
    choices: await choicesOf(tx, id),
  }
}

async function choicesOf(tx: Tx, reformId: string): Promise<Choice[]> {
  const rows = await tx
    .selectFrom("reformChoices")
    .select(["bodyBeforeId", "holder", "dutyId", "passingId"])
    .where("reformId", "=", reformId)
    .limit(limits.duties)
    .execute()
  return rows.map((row) => ({
    beforeId: row.bodyBeforeId,
    duty: row.holder === "" ? null : { holder: row.holder, id: row.dutyId },
    passingId: row.passingId,
  }))
}

export async function insertReform(
  tx: Tx,
  reform: { title: string; basis: string; effectiveOn: string },
): Promise<string> {
  const { id } = await tx.insertInto("reforms").values(reform).returning("id").executeTakeFirstOrThrow()
  return id
}

/** Whether it was in `from`; the time and who are those who act. */
export async function setState(
  tx: Tx,
  id: string,
  from: readonly ReformState[],
  to: ReformState,
): Promise<boolean> {
  const at = sql<string>`acting_at()`
  const who = sql<string | null>`current_officer()`
  const beside = {
    draft: {},
    confirmed: { confirmedAt: at, confirmedBy: who },
    applied: { appliedAt: at },
    cancelled: { cancelledAt: at, cancelledBy: who },
  }[to]
  const changed = await tx
    .updateTable("reforms")
    .set({ state: to, ...beside })
    .where("id", "=", id)
    .where("state", "in", from)
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n
}

type NewPassing = { beforeId: string; afterId: string; isFounded: boolean; share: string }

/** Said twice is said once. */
export async function insertPassings(
  tx: Tx,
  reformId: string,
  passings: readonly NewPassing[],
): Promise<void> {
  if (passings.length === 0) return
  const rows = passings.map((one) => ({
    reformId,
    bodyBeforeId: one.beforeId,
    bodyAfterId: one.isFounded ? null : one.afterId,
    foundingId: one.isFounded ? one.afterId : null,
    share: one.share,
  }))
  await tx
    .insertInto("reformPassings")
    .values(rows)
    .onConflict((on) => on.constraint("reform_passings_once").doNothing())
    .execute()
}

/** The founding of that name in this plan; made when there is none. */
export async function foundingOf(
  tx: Tx,
  reformId: string,
  { name, kind }: { name: string; kind: BodyKind },
): Promise<string> {
  await tx
    .insertInto("reformFoundings")
    .values({ reformId, name, kind })
    .onConflict((on) => on.constraint("reform_foundings_once").doNothing())
    .execute()
  const { id } = await tx
    .selectFrom("reformFoundings")
    .select("id")
    .where("reformId", "=", reformId)
    .where("name", "=", name)
    .executeTakeFirstOrThrow()
  return id
}

/** With it go the choices that named it, and a founding that nothing passes to any more. */
export async function deletePassing(tx: Tx, reformId: string, passingId: string): Promise<boolean> {
  const gone = await tx
    .deleteFrom("reformPassings")
    .where("id", "=", passingId)
    .where("reformId", "=", reformId)
    .executeTakeFirst()
  await sql`delete from reform_foundings f where f.reform_id = ${reformId}
    and not exists (select from reform_passings p where p.founding_id = f.id)`.execute(tx)
  return gone.numDeletedRows === 1n
}

/** `passingId` null: a copy to each; `undefined`: no choice any more. */
export async function setChoice(
  tx: Tx,
  reformId: string,
  choice: { beforeId: string; duty: DutyKey | null; passingId: string | null | undefined },
): Promise<void> {
  const key = {
    reformId,
    bodyBeforeId: choice.beforeId,
    holder: choice.duty?.holder ?? "",
    dutyId: choice.duty?.id ?? "",
  }
  if (choice.passingId === undefined) {
    await tx
      .deleteFrom("reformChoices")
      .where("reformId", "=", reformId)
      .where("bodyBeforeId", "=", key.bodyBeforeId)
      .where("holder", "=", key.holder)
      .where("dutyId", "=", key.dutyId)
      .execute()
    return
  }
  const values = { passingId: choice.passingId }
  await tx
    .insertInto("reformChoices")
    .values({ ...key, ...values })
    .onConflict((on) =>
      on
        .constraint("reform_choices_pkey")
        .doUpdateSet({ ...values, chosenAt: sql`acting_at()`, chosenBy: sql`current_officer()` }),
    )
    .execute()
}

/** Bodies whose end has been carried out: their successions need no plan any more. */
export async function bodiesDone(tx: Tx): Promise<Set<string>> {
  const rows = await tx
    .selectFrom("reformPassings")
    .innerJoin("reforms", "reforms.id", "reformPassings.reformId")
    .select("bodyBeforeId")
    .distinct()
    .where("reforms.state", "in", ["draft", "confirmed", "applied"])
    .limit(limits.passings)
    .execute()
  return new Set(rows.map((row) => row.bodyBeforeId))
}

export async function reformsToApply(tx: Tx, today: string): Promise<string[]> {
  const rows = await tx
    .selectFrom("reforms")
    .select("id")
    .where("state", "=", "confirmed")
    .where("effectiveOn", "<=", today)
    .orderBy("effectiveOn")
    .orderBy("id")
    .limit(limits.reforms)
    .execute()
  return rows.map((row) => row.id)
}

/** Applied ones, whose bodies may still be given something by a letter that comes late. */
export async function appliedReforms(tx: Tx): Promise<string[]> {
  const rows = await tx
    .selectFrom("reforms")
    .select("id")
    .where("state", "=", "applied")
    .orderBy("effectiveOn", "desc")
    .limit(limits.reforms)
    .execute()
  return rows.map((row) => row.id)
}

/** Bodies among these at which somebody works on that day. Only who keeps the chart sees other bodies' posts. */
export async function staffedOn(tx: Tx, bodyIds: readonly string[], day: string): Promise<Set<string>> {
  if (bodyIds.length === 0) return new Set()
  const rows = await tx
    .selectFrom("posts")
    .select("bodyId")
    .distinct()
    .where("bodyId", "in", bodyIds)
    .where("role", "in", ["clerk", "officer", "leader"])
    .where("validFrom", "<=", day)
    .where((when) => when.or([when("validTo", "is", null), when("validTo", ">=", day)]))
    .execute()
  return new Set(rows.map((row) => row.bodyId))
}

const reformOf = (row: Omit<Reform, "state"> & { state: string }): Reform => ({
  ...row,
  state: row.state as ReformState,
})
