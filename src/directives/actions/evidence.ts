/** Keeps the files of a report, named by their hash, sealed with a key outside the database. */
import { putFile } from "../../kernel/files.ts"
import type { EvidenceFile } from "../store/assignments.ts"
import type { Seat } from "./seat.ts"

export type NewFile = { name: string; mediaType: string; bytes: Buffer }

/** The caller has the sender's declaration that they hold no state secret. */
export async function keepEvidence(seat: Seat, files: readonly NewFile[]): Promise<EvidenceFile[]> {
  const kept: EvidenceFile[] = []
  for (const file of files) {
    const { sha256 } = await putFile(seat.house, file.bytes)
    kept.push({ name: file.name, mediaType: file.mediaType, bytes: file.bytes.length, sha256 })
  }
  return kept
}
