/** Files with which an enterprise proves what it did. */
import type { Tx } from "../../kernel/db/database.ts"

export const proofsMax = 5

export type Proof = {
  id: string
  requestId: string
  position: number
  sha256: string
  mediaType: string
  bytes: number
  addedName: string
}

const columns = ["id", "requestId", "position", "sha256", "mediaType", "bytes", "addedName"] as const

export async function proofsOf(tx: Tx, requestIds: readonly string[]): Promise<Proof[]> {
  if (requestIds.length === 0) return []
  const rows = await tx
    .selectFrom("preventionProofs")
    .select(columns)
    .where("requestId", "in", requestIds)
    .orderBy("requestId")
    .orderBy("position")
    .limit(requestIds.length * proofsMax)
    .execute()
  return rows.map((row) => ({ ...row, bytes: Number(row.bytes) }))
}

export async function findProof(tx: Tx, requestId: string, id: string): Promise<Proof | null> {
  return (await proofsOf(tx, [requestId])).find((one) => one.id === id) ?? null
}

export async function addProofs(
  tx: Tx,
  requestId: string,
  addedName: string,
  files: readonly Pick<Proof, "sha256" | "mediaType" | "bytes">[],
): Promise<void> {
  if (files.length === 0) return
  await tx
    .insertInto("preventionProofs")
    .values(
      files.map(({ sha256, mediaType, bytes }, i) => ({
        requestId,
        addedName,
        position: i + 1,
        sha256,
        mediaType,
        bytes,
      })),
    )
    .execute()
}
