import { type FolderFault, folderFault } from "../../kernel/backup/night.ts"
import type { Setup } from "../domain/plan.ts"

/** Why the backup folder that somebody named takes no backup on this machine; null: it does, or none was named. */
export function backupFault({ backupDir }: Setup["keeping"]): Promise<FolderFault | null> {
  return backupDir === null ? Promise.resolve(null) : folderFault(backupDir)
}
