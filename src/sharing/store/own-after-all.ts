/** Indicators of the acting body that rest on one tip, or on none, and name one thing in any of its spellings. */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"
import type { State } from "../domain/life.ts"

/** A number is one person's, whether it was warned of as a telephone's or as an account on an application that goes by it. */
const byNumber = ["zalo", "viber", "whatsapp"]

type Thing = { kind: string; value: string }

function spellings({ kind, value }: Thing): Thing[] {
  const number = kind === "phone" ? value : /^(?:zalo|viber|whatsapp):(\+\d+)$/.exec(value)?.[1]
  if (number === undefined) return [{ kind, value }]
  return [
    { kind: "phone", value: number },
    ...byNumber.map((app) => ({ kind: "social", value: `${app}:${number}` })),
  ]
}

const standingMax = 100

export async function standingOn(
  tx: Tx,
  { signalId, ...thing }: Thing & { signalId: string },
): Promise<{ id: string; state: State; writers: string[] }[]> {
  const all = spellings(thing)
  const [kinds, values] = [all.map(({ kind }) => kind), all.map(({ value }) => value)]
  const found = await sql<{ id: string; state: State; writers: string[] }>`
    select i.id, i.state, i.writers from shared_indicators i
    where i.body_id = (select current_body()) and i.state in ('draft', 'waiting', 'released')
      and (i.kind, i.value) in (select * from unnest(${kinds}::text[], ${values}::text[]))
      and not exists (select from indicator_sources s
        where s.indicator_id = i.id and s.kind = 'tip' and s.ref <> ${signalId}::text)
    order by i.id limit ${standingMax}`.execute(tx)
  return found.rows
}
