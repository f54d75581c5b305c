/** The clock's only step: what has come to its last day is over, everywhere. Running it twice changes nothing. */
import { asJob, type Database, type Tx } from "../../kernel/db/database.ts"
import { announce } from "../../kernel/journal.ts"
import { rules } from "../domain/life.ts"
import { addEvent, type RecordKind } from "../store/events.ts"
import { type Ended, expireIndicators, expireWarnings } from "../store/expiring.ts"
import { words } from "../words.ts"

const atOnce = 200
const roundsMax = 500

export async function expireShared(db: Database): Promise<number> {
  let ended = 0
  for (const [kind, expire] of kinds)
    for (let round = 0; round < roundsMax; round += 1) {
      const some = await asJob(db, "sharing.expire", (tx) => expireSome(tx, kind, expire))
      ended += some
      if (some < atOnce) break
    }
  return ended
}

const kinds = [
  ["indicator", expireIndicators],
  ["warning", expireWarnings],
] as const

async function expireSome(
  tx: Tx,
  kind: RecordKind,
  expire: (tx: Tx, limit: number) => Promise<Ended[]>,
): Promise<number> {
  const some = await expire(tx, atOnce)
  const { from, to, event } = rules.expire
  for (const { id, bodyId } of some) {
    const what = `${kind}.${event}` as const
    const of = { kind, id, bodyId }
    await addEvent(tx, of, { what, stateBefore: from, stateAfter: to, byName: words.vi.clock, note: null })
    await announce(tx, { what, record: { kind, id }, details: { from, to } })
  }
  return some.length
}
