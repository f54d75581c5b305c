/**
 * Sealing: entries are chained in the order in which their transactions became final, each hash covering the
 * one before, and the head of the chain is signed (Ed25519) with a key outside the database.
 *
 * Order: an entry is sealed only once every transaction that started before it has ended
 * (`pg_snapshot_xmin`), so that nothing can slip in behind a seal. `verifyJournal` recomputes everything and
 * names the first broken entry; against an exported head it also finds a tail that was cut off.
 */
import { createHash } from "node:crypto"
import { sql } from "kysely"
import { z } from "zod"
import { asJob, type Database, type Tx } from "./db/database.ts"
import type { Keys } from "./keys.ts"
import { ownOf, signerOf } from "./signing/trust.ts"

/** An exported head: what `verify` compares with. `hash` and `signature` are hex. */
export const headShape = z.object({
  position: z.number().int().nonnegative(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  keyId: z.string(),
  signature: z.string(),
  signedAt: z.string(),
})
export type Head = z.infer<typeof headShape>

export type Verification = {
  ok: boolean
  sealed: number
  unsealed: number
  head: Head | null
  firstBroken: null | { id: number | null; why: string }
}

const batchMax = 2_000
const genesis = Buffer.alloc(32)

/** Seals what can be sealed, at most `batchMax` entries a call; returns how many. Running it twice changes nothing. */
export function sealJournal(db: Database, keys: Keys): Promise<number> {
  return asJob(db, "journal.seal", async (tx) => {
    // A row that only jobs can lock: an advisory lock could be held by whoever knows its name.
    await sql`select from job_locks where name = 'journal.seal' for update`.execute(tx)
    const last = await lastSeal(tx)
    const entries = await sealable(tx)
    if (entries.length === 0) return 0
    let hash = last.hash
    const seals = entries.map((entry, i) => {
      hash = chain(hash, entry)
      return { position: last.position + i + 1, journalId: entry.id, hash }
    })
    await tx.insertInto("journalSeals").values(seals).execute()
    const position = last.position + seals.length
    const signature = keys.sign(headBytes(position, hash))
    await tx
      .insertInto("journalHeads")
      .values({ position, hash, keyId: signature.keyId, signature: signature.bytes })
      .execute()
    return seals.length
  })
}

type SealedEntry = { id: number; text: string }

/** The whole entry as one text, made by the database so that sealing and verifying cannot differ. */
const entryText = sql<string>`jsonb_build_array(j.id, j.xid::text, extract(epoch from j.at)::text, j.what, j.record_kind, j.record_id,
  j.rule, j.corrects_id, j.body_id, j.officer_id, j.acted_as, j.job, j.request_id, j.details)::text`

async function sealable(tx: Tx): Promise<SealedEntry[]> {
  const found = await sql<SealedEntry>`
    select j.id, ${entryText} as text from journal j
    where j.xid < pg_snapshot_xmin(pg_current_snapshot())
      and not exists (select from journal_seals s where s.journal_id = j.id)
    order by j.xid, j.id limit ${batchMax}`.execute(tx)
  return found.rows
}

async function lastSeal(tx: Tx): Promise<{ position: number; hash: Buffer }> {
  const row = await tx
    .selectFrom("journalSeals")
    .select(["position", "hash"])
    .orderBy("position", "desc")
    .limit(1)
    .executeTakeFirst()
  return row ?? { position: 0, hash: genesis }
}

const chain = (before: Buffer, entry: SealedEntry) =>
  createHash("sha256").update(before).update(`${entry.id}\n`).update(entry.text).digest()

const headBytes = (position: number, hash: Buffer) =>
  Buffer.from(`lienphong journal head ${position} ${hash.toString("hex")}`)

/** Recomputes the chain in pages; `exported` is a head kept elsewhere, which the chain must still contain. */
export function verifyJournal(db: Database, keys: Keys, exported: Head | null = null): Promise<Verification> {
  return asJob(db, "journal.verify", async (tx) => {
    const walked = await walk(tx)
    const head = await newestHead(tx)
    const counted = await sql<{ unsealed: number }>`
      select count(*) as unsealed from journal j where not exists (select from journal_seals s where s.journal_id = j.id)`.execute(
      tx,
    )
    const firstBroken =
      walked.firstBroken ?? (await brokenHead(tx, keys, walked)) ?? brokenAgainst(exported, walked, keys)
    return {
      ok: firstBroken === null,
      sealed: walked.position,
      unsealed: counted.rows[0]?.unsealed ?? 0,
      head,
      firstBroken,
    }
  })
}

type Walk = { position: number; hashes: Map<number, Buffer>; firstBroken: Verification["firstBroken"] }

async function walk(tx: Tx): Promise<Walk> {
  const hashes = new Map<number, Buffer>()
  let [hash, position] = [genesis, 0]
  for (;;) {
    const page = await sql<{
      position: number
      hash: Buffer
      journalId: number
      id: number | null
      text: string | null
    }>`
      select s.position, s.hash, s.journal_id, j.id, case when j.id is not null then ${entryText} end as text
      from journal_seals s left join journal j on j.id = s.journal_id
      where s.position > ${position} order by s.position limit ${batchMax}`.execute(tx)
    for (const row of page.rows) {
      const broken = (why: string) => ({ position, hashes, firstBroken: { id: row.journalId, why } })
      if (row.position !== position + 1) return broken(`thiếu niêm phong số ${position + 1}`)
      if (row.id === null || row.text === null) return broken("mục nhật ký đã bị xóa")
      hash = chain(hash, { id: row.id, text: row.text })
      if (!hash.equals(row.hash)) return broken("nội dung không khớp niêm phong")
      position = row.position
      hashes.set(position, hash)
    }
    if (page.rows.length < batchMax) return { position, hashes, firstBroken: null }
  }
}

/** The newest signed head, for a file that is kept elsewhere. */
export const publishedHead = (db: Database): Promise<Head | null> => asJob(db, "journal.head", newestHead)

async function newestHead(tx: Tx): Promise<Head | null> {
  const row = await tx
    .selectFrom("journalHeads")
    .selectAll()
    .orderBy("position", "desc")
    .limit(1)
    .executeTakeFirst()
  return row === undefined
    ? null
    : { ...row, hash: row.hash.toString("hex"), signature: row.signature.toString("hex") }
}

async function brokenHead(tx: Tx, keys: Keys, walked: Walk): Promise<Verification["firstBroken"]> {
  const heads = await tx.selectFrom("journalHeads").selectAll().orderBy("position").execute()
  for (const head of heads) {
    const hash = walked.hashes.get(head.position)
    if (hash === undefined || !hash.equals(head.hash))
      return { id: null, why: `đầu chuỗi số ${head.position} không khớp chuỗi` }
    if (!keys.verify(headBytes(head.position, hash), { keyId: head.keyId, bytes: head.signature })) {
      return { id: null, why: `chữ ký của đầu chuỗi số ${head.position} không đúng` }
    }
  }
  const signed = heads.at(-1)?.position ?? 0
  return signed === walked.position ? null : { id: null, why: `niêm phong sau số ${signed} chưa có chữ ký` }
}

function brokenAgainst(exported: Head | null, walked: Walk, keys: Keys): Verification["firstBroken"] {
  if (exported === null) return null
  const bytes = headBytes(exported.position, Buffer.from(exported.hash, "hex"))
  const signer = signerOf(bytes, Buffer.from(exported.signature, "hex"), ownOf(keys.trust()))
  if (signer === null) return { id: null, why: "đầu chuỗi đem so có chữ ký không đúng" }
  const hash = walked.hashes.get(exported.position)
  if (hash === undefined)
    return { id: null, why: `nhật ký đã bị cắt: chỉ còn ${walked.position} trong ${exported.position} mục` }
  return hash.toString("hex") === exported.hash
    ? null
    : { id: null, why: `mục số ${exported.position} khác với đầu chuỗi đã xuất` }
}
