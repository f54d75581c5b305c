/** What people look at instead of an original: without metadata, and without what was hidden behind it. Runs apart. */
import sharp from "sharp"
import { mutedBoxes, soundOnly, withoutComments, withoutTags } from "../domain/sound.ts"
import { wordsOfPaper } from "../read/paper.ts"
import { readIdentifiers, tipCharsMax } from "../read/read.ts"
import { redact } from "../read/redact.ts"

export type Original = { bytes: Uint8Array; mediaType: string }
/** Null: none can be made; the original stays sealed. */
export type Derivative = { bytes: Uint8Array; type: string } | null

const pixelsMax = 60_000_000
const sideMax = 2_000

export async function derivativeOf({ bytes, mediaType }: Original): Promise<Derivative> {
  const original = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  switch (mediaType) {
    case "image/jpeg":
    case "image/png":
    case "image/webp":
      return pictureOf(original)
    case "application/pdf":
      return textOf(original)
    case "audio/mpeg":
      return soundOf(withoutTags(original), mediaType)
    case "audio/wav":
      return soundOf(soundOnly(original), mediaType)
    case "audio/mp4":
      return soundOf(mutedBoxes(original), mediaType)
    case "audio/ogg":
      return soundOf(withoutComments(original), mediaType)
    case "audio/amr":
      // The format knows no notes: nothing but a mark and frames of speech.
      return soundOf(original, mediaType)
    default:
      return null
  }
}

const soundOf = (bytes: Buffer | null, type: string): Derivative => (bytes === null ? null : { bytes, type })

/** Drawn anew: place, time, device and owner stay behind, and so does whatever hid behind the picture. */
async function pictureOf(original: Buffer): Promise<Derivative> {
  try {
    const bytes = await sharp(original, { limitInputPixels: pixelsMax })
      .rotate()
      .resize({ width: sideMax, height: sideMax, fit: "inside", withoutEnlargement: true })
      .flatten({ background: "#ffffff" })
      .jpeg({ quality: 82 })
      .toBuffer()
    return { bytes, type: "image/jpeg" }
  } catch {
    // A picture that cannot be drawn has no derivative; that is its answer, and the original stays sealed.
    return null
  }
}

async function textOf(original: Buffer): Promise<Derivative> {
  const words = (await wordsOfPaper(original))?.slice(0, tipCharsMax) ?? null
  if (words === null) return null
  return { bytes: Buffer.from(redact(words, readIdentifiers(words)), "utf8"), type: "text/plain" }
}
