import { constants, inflateSync } from "node:zlib"

const streamsMax = 20_000
const layersMax = 3

/**
 * Whether all packed streams of a PDF together unpack to at most `bytesMax`. A megabyte of zeros packs into a kilobyte, and
 * that again: a reader that simply opens such a file fills the machine's memory, outside of any limit on its own heap.
 */
export function unpacksWithin(pdf: Buffer, bytesMax: number): boolean {
  let left = bytesMax
  let at = 0
  for (let stream = 0; stream < streamsMax; stream += 1) {
    const word = pdf.indexOf("stream", at)
    if (word < 0) return true
    const start = word + 6 + (pdf[word + 6] === 0x0d ? 2 : 1)
    const end = pdf.indexOf("endstream", start)
    at = end < 0 ? pdf.length : end + 9
    const size = sizeUnpacked(pdf.subarray(start, end < 0 ? pdf.length : end), left)
    if (size === null) return false
    left -= size
  }
  return false
}

/** Null: more than `bytesMax`. What is not packed, or packed in another way, counts for nothing here. */
function sizeUnpacked(packed: Buffer, bytesMax: number): number | null {
  let bytes = packed
  let size = 0
  for (let layer = 0; layer < layersMax && bytes[0] === 0x78; layer += 1) {
    try {
      bytes = inflateSync(bytes, {
        maxOutputLength: Math.max(1, bytesMax - size),
        finishFlush: constants.Z_SYNC_FLUSH,
      })
    } catch (error) {
      return error instanceof RangeError ? null : size
    }
    size += bytes.length
  }
  return size
}
