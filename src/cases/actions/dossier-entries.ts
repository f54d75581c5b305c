import { unzipSync } from "fflate"
import { dossierBytesMax, dossierFilesMax } from "../domain/dossier.ts"

/** Null: no ZIP, or one that unfolds beyond the limit. */
export function entriesOf(zip: Uint8Array): Map<string, Uint8Array> | null {
  let left = dossierBytesMax
  let count = 0
  try {
    const found = unzipSync(zip, {
      filter: ({ originalSize }) => {
        left -= originalSize
        count += 1
        if (left < 0 || count > dossierFilesMax + 2) throw new RangeError("too large a dossier")
        return true
      },
    })
    return new Map(Object.entries(found))
  } catch {
    // What cannot be unfolded is no dossier; the caller says so.
    return null
  }
}
