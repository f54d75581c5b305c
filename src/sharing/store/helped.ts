import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"

/** `thing`: which of those that the tip named, by number. `hours`: from the tip to it; null: it was done before. */
export type Helped = {
  thing: number
  kind: string
  what: "warned" | "blocked" | "taken-down"
  at: string
  hours: number | null
}

export async function readHelped(tx: Tx): Promise<Helped[]> {
  const { rows } = await sql<Helped>`select thing, kind, what, at, hours from my_tip_helped()`.execute(tx)
  return rows
}
