/** Lists of indicators for programs of a body: the whole, or what changed. That a list left is journaled. */
import type { Tx } from "../../kernel/db/database.ts"
import { asToken } from "../../kernel/db/database.ts"
import type { House } from "../../kernel/house.ts"
import type { TokenHolder } from "../../kernel/http/env.ts"
import { journal } from "../../kernel/journal.ts"
import { type Change, type FilterFormat, feedMax, filterFile, filterMax } from "../domain/feed.ts"
import type { IndicatorKind } from "../domain/indicator.ts"
import { type FeedRow, feedAfter, feedEnd } from "../store/feed.ts"

export type Program = { house: House; token: TokenHolder; requestId: string }
const open = <T>({ house, token, requestId }: Program, work: (tx: Tx) => Promise<T>): Promise<T> =>
  asToken(house.db, { bodyId: token.bodyId, scopes: token.scopes, requestId }, work)

export type Feed = { rows: FeedRow[]; cursor: string; hasMore: boolean }
type Asked = { since: string; kinds: readonly IndicatorKind[]; limit: number }

async function read(tx: Tx, { token }: Program, { since, kinds, limit }: Asked): Promise<Feed> {
  // Before the rows: what changes in between comes again, and is never missed.
  const end = await feedEnd(tx, since)
  const found = await feedAfter(tx, since, { kinds, limit: limit + 1 })
  const rows = found.slice(0, limit)
  const hasMore = found.length > limit
  if (rows.length > 0) {
    const details = { rows: rows.length, since, token: token.tokenId }
    await journal(tx, {
      what: "indicator.list-exported",
      record: { kind: "body", id: token.bodyId },
      details,
    })
  }
  return {
    rows,
    hasMore,
    cursor: hasMore ? (rows.at(-1)?.seq ?? since) : later(end, rows.at(-1)?.seq ?? since),
  }
}

const later = (one: string, other: string) => (BigInt(one) > BigInt(other) ? one : other)

export const readFeed = (program: Program, asked: Omit<Asked, "limit"> & { limit?: number }): Promise<Feed> =>
  open(program, (tx) => read(tx, program, { ...asked, limit: Math.min(asked.limit ?? feedMax, feedMax) }))

export const changeOf = (row: FeedRow): Change["change"] => (row.state === "released" ? "added" : "removed")

/** Of one kind; the file of numbers holds ranges as well. */
export async function readFilter(
  program: Program,
  asked: { kind: IndicatorKind; format: FilterFormat; since: string | null },
): Promise<{ text: string; cursor: string }> {
  const { kind, format, since } = asked
  const kinds: IndicatorKind[] = kind === "phone" ? ["phone", "phone-range"] : [kind]
  const feed = await open(program, (tx) =>
    read(tx, program, { since: since ?? "0", kinds, limit: filterMax }),
  )
  const made = program.house.clock.now().toISOString()
  const changes = feed.rows.map((row) => ({ ...row, change: changeOf(row) }))
  const { cursor, hasMore } = feed
  return { text: filterFile(changes, { kind, format, made, since, cursor, hasMore }), cursor }
}
