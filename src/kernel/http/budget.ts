/**
 * What a network that nobody signed in from may send in files within an hour, and how full the disk may get: decided by the
 * length that is announced, before a byte of it is read. A form without files is never turned away here.
 *
 * Counted in the database, so that all processes and machines of an installation share one count. The hash of the network
 * changes daily (`network.ts`), and its row goes within two hours: nothing is known of who it was.
 */
import { statfs } from "node:fs/promises"
import { sql } from "kysely"
import { asJob, type Database, type Tx } from "../db/database.ts"

/** Behind one address there may be a whole quarter's telephones. */
export const networkBytesPerHour = 1_000_000_000
/** Fields alone. */
export const uncountedBytes = 200_000
/** The database and the log need room to go on. */
const freeBytesMin = 1_000_000_000
const networksMax = 100_000
const hourMs = 3_600_000

/** Bytes that were let in; `settle` says how much of it came, and gives the rest back. */
export type Taken = { settle(came: number): Promise<void> }

/** Null where it would be too much: then nothing of it counts. */
export async function takeBytes(
  db: Database,
  network: string,
  { bytes, now, most = networkBytesPerHour }: { bytes: number; now: Date; most?: number },
): Promise<Taken | null> {
  const hour = new Date(Math.floor(now.getTime() / hourMs) * hourMs)
  if (bytes > most) return null
  const isIn = await asJob(db, "network.take", async (tx) => {
    // One statement: of two that come at once the second sees what the first took.
    const taken = await sql`insert into network_bytes as n (network, hour, bytes)
      select ${network}, ${hour}, ${bytes}
        where (select count(*) from (select from network_bytes where hour = ${hour} limit ${networksMax}) known) < ${networksMax}
      on conflict (hour, network) do update set bytes = n.bytes + excluded.bytes where n.bytes + excluded.bytes <= ${most}
      returning 1`.execute(tx)
    return taken.rows.length > 0
  })
  if (!isIn) return null
  return {
    async settle(came) {
      const left = bytes - came
      if (left <= 0) return
      await asJob(db, "network.settle", async (tx) => {
        await sql`update network_bytes set bytes = greatest(0, bytes - ${left})
          where network = ${network} and hour = ${hour}`.execute(tx)
      })
    },
  }
}

/** Removes the counts of hours that are over. */
export async function tidyNetworkBytes(tx: Tx): Promise<void> {
  await sql`delete from network_bytes where hour < acting_at() - interval '1 hour'`.execute(tx)
}

/** True where the folder does not exist yet: making it will say more. */
export async function hasRoom(dir: string, bytes: number): Promise<boolean> {
  const found = await statfs(dir).catch(() => null)
  return found === null || found.bavail * found.bsize - bytes > freeBytesMin
}
