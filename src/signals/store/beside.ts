/** Sealed boxes of tips, opened in memory to be held against words: of tips that one reads, and of the tips of cases. */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"
import type { Keys } from "../../kernel/keys.ts"

/** Nothing of it is shown to anybody. */
export type UnderSeal = {
  name: string
  contact: string
  /** Its whole words, and what its reporter wrote later; empty: emptied. */
  words: readonly string[]
  /** Values of clues under the seal that are the reporter's or a victim's. */
  theirs: readonly string[]
  /** Values in the clear. */
  meant: readonly string[]
}

/** One tip of the case, or one merged into it; for whoever sees the case, also where another body holds the tips. */
export type TipBeside = UnderSeal & {
  caseId: string
  /** Values of clues of which nobody knows yet whose they are. */
  unsure: readonly string[]
}

type House = { keys: Pick<Keys, "open"> }
type Row = { identity: Buffer | null; rawText: Buffer; meant: string[] } & Record<
  "theirs" | "messages",
  Buffer[]
>

export async function tipsBesideCases(
  tx: Tx,
  house: House,
  caseIds: readonly string[],
): Promise<TipBeside[]> {
  const found = await sql<
    Row & { caseId: string; unsure: Buffer[] }
  >`select * from seals_beside_cases(${[...caseIds]}::uuid[])`.execute(tx)
  return found.rows.map((row) => ({
    ...opened(house, row),
    caseId: row.caseId,
    unsure: row.unsure.map((box) => word(house, box, "value")),
  }))
}

/** Of these tips those that are not withdrawn, and whose seal the acting body or job may read. */
export async function underSeals(tx: Tx, house: House, signalIds: readonly string[]): Promise<UnderSeal[]> {
  const found = await sql<Row>`
    select l.identity, l.raw_text,
      array(select i.sealed from signal_sealed_identifiers i where i.signal_id = s.id and i.role = 'theirs' limit 100) as theirs,
      array(select m.sealed from signal_messages m where m.signal_id = s.id and m.side = 'reporter' and m.sealed is not null
        order by m.id desc limit 50) as messages,
      array(select i.value from signal_identifiers m join indicators i on i.id = m.indicator_id
        where m.signal_id = s.id and m.role in ('suspect', 'official-mentioned') and i.kind <> 'evidence' limit 500) as meant
    from signals s join signal_seals l on l.signal_id = s.id
    where s.id = any (${[...signalIds]}::uuid[]) and s.state <> 'withdrawn'`.execute(tx)
  return found.rows.map((row) => opened(house, row))
}

const opened = (house: House, { identity, rawText, theirs, messages, meant }: Row): UnderSeal => ({
  name: word(house, identity, "name"),
  contact: word(house, identity, "contact"),
  words: [word(house, rawText, "text"), ...messages.map((box) => word(house, box, "text"))],
  theirs: theirs.map((box) => word(house, box, "value")),
  meant,
})

function word({ keys }: House, box: Buffer | null, name: string): string {
  if (box === null) return ""
  const inside = JSON.parse(keys.open("identity", box).toString("utf8")) as Record<string, unknown>
  return String(inside[name] ?? "")
}
