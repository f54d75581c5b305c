/** What was answered so far: sealed, since it names people and may hold the password of a mail server. */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"
import type { Keys } from "../../kernel/keys.ts"

/** A step's name. */
export async function putAnswer(tx: Tx, keys: Keys, step: string, value: unknown): Promise<void> {
  const sealed = keys.seal("credential", Buffer.from(JSON.stringify(value), "utf8"))
  await tx
    .insertInto("setupAnswers")
    .values({ step, sealed })
    .onConflict((on) => on.column("step").doUpdateSet({ sealed, keptAt: sql`acting_at()` }))
    .execute()
}

export async function answersIn(tx: Tx, keys: Keys): Promise<Map<string, unknown>> {
  const rows = await tx.selectFrom("setupAnswers").select(["step", "sealed"]).limit(100).execute()
  return new Map(
    rows.map(({ step, sealed }) => [step, JSON.parse(keys.open("credential", sealed).toString("utf8"))]),
  )
}

export async function forgetAnswer(tx: Tx, step: string): Promise<void> {
  await tx.deleteFrom("setupAnswers").where("step", "=", step).execute()
}

export async function forgetAnswers(tx: Tx): Promise<void> {
  await tx.deleteFrom("setupAnswers").execute()
}
