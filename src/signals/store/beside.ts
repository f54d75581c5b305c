/** Sealed boxes of the tips of cases: for whoever sees the case, also where another body holds the tips. */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"
import type { Keys } from "../../kernel/keys.ts"

/** One tip of the case, or one merged into it. Nothing of it is shown to anybody. */
export type TipBeside = {
  caseId: string
  name: string
  contact: string
  /** Its whole words, and what its reporter wrote later; empty: emptied. */
  words: readonly string[]
  /** Values of clues under the seal: the reporter's or a victim's; and those of which nobody knows yet. */
  theirs: readonly string[]
  unsure: readonly string[]
  /** Values in the clear. */
  meant: readonly string[]
}

type Row = { caseId: string; identity: Buffer | null; rawText: Buffer; meant: string[] } & Record<
  "theirs" | "unsure" | "messages",
  Buffer[]
>

export async function tipsBesideCases(
  tx: Tx,
  { keys }: { keys: Pick<Keys, "open"> },
  caseIds: readonly string[],
): Promise<TipBeside[]> {
  const found = await sql<Row>`select * from seals_beside_cases(${[...caseIds]}::uuid[])`.execute(tx)
  const opened = (box: Buffer | null): Record<string, unknown> =>
    box === null ? {} : JSON.parse(keys.open("identity", box).toString("utf8"))
  const word = (box: Buffer | null, name: string) => String(opened(box)[name] ?? "")
  return found.rows.map(({ caseId, identity, rawText, theirs, unsure, messages, meant }) => ({
    caseId,
    name: word(identity, "name"),
    contact: word(identity, "contact"),
    words: [word(rawText, "text"), ...messages.map((box) => word(box, "text"))],
    theirs: theirs.map((box) => word(box, "value")),
    unsure: unsure.map((box) => word(box, "value")),
    meant,
  }))
}
