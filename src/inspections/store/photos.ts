/** Photos and files of a visit: originals, sealed as they came. */
import type { Tx } from "../../kernel/db/database.ts"

export type Photo = {
  id: string
  position: number
  sha256: string
  mediaType: string
  bytes: number
  name: string
  addedName: string
}
export type KeptPhoto = Pick<Photo, "sha256" | "mediaType" | "bytes" | "name">

export const photosOf = (tx: Tx, inspectionId: string): Promise<Photo[]> =>
  tx
    .selectFrom("inspectionPhotos")
    .select(["id", "position", "sha256", "mediaType", "bytes", "name", "addedName"])
    .where("inspectionId", "=", inspectionId)
    .orderBy("position")
    .limit(100)
    .execute()

export async function addPhotos(
  tx: Tx,
  inspectionId: string,
  { files, after, addedName }: { files: readonly KeptPhoto[]; after: number; addedName: string },
): Promise<void> {
  if (files.length === 0) return
  const rows = files.map(({ sha256, mediaType, bytes, name }, at) => ({
    inspectionId,
    position: after + at + 1,
    sha256,
    mediaType,
    bytes,
    name: name === "" ? "anh" : name.slice(0, 200),
    addedName,
  }))
  await tx.insertInto("inspectionPhotos").values(rows).execute()
}

/** The check that this form of a device has become; null: none yet. */
export async function checkSentAs(tx: Tx, sentKey: string): Promise<string | null> {
  const row = await tx
    .selectFrom("inspections")
    .select("id")
    .where("sentKey", "=", sentKey)
    .executeTakeFirst()
  return row?.id ?? null
}
