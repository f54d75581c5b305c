/**
 * Evidence: the original is sealed as it comes in; what people look at is a derivative without metadata, made by a job.
 * An anonymous reporter may ask that the original goes: then it passes through a folder of its own and is removed.
 */
import { join } from "node:path"
import sharp from "sharp"
import { asJob } from "../../kernel/db/database.ts"
import { type FileStore, getFile, putFile, putStream } from "../../kernel/files.ts"
import type { House } from "../../kernel/house.ts"
import { type Swept, sweepFiles } from "../../kernel/sweep.ts"
import { evidenceBytesMax } from "../domain/evidence.ts"
import { mutedBoxes, soundOnly, withoutComments, withoutTags } from "../domain/sound.ts"
import { wordsOfPaper } from "../read/paper.ts"
import { readIdentifiers, tipCharsMax } from "../read/read.ts"
import { redact } from "../read/redact.ts"
import { derivedBefore, markDerived, nextWaiting, waitingPassing } from "../store/evidence.ts"

type Filing = Pick<House, "filesDir" | "keys">

/** Called only after the sender declared that it holds no state secret. Throws `FileTooLarge`. */
export function keepEvidence(house: Filing, pieces: AsyncIterable<Uint8Array>, keepsOriginal: boolean) {
  return putStream(originalsOf(house, keepsOriginal), pieces, evidenceBytesMax)
}

function originalsOf({ filesDir, keys }: Filing, keepsOriginal: boolean): FileStore {
  return { filesDir: keepsOriginal ? filesDir : join(filesDir, "passing"), keys }
}

const perRunMax = 100

/** Makes what waits, oldest first; running it again makes nothing new. */
export async function deriveEvidence(house: House): Promise<number> {
  for (let made = 0; made < perRunMax; made += 1) if (!(await deriveNext(house))) return made
  return perRunMax
}

async function deriveNext(house: House): Promise<boolean> {
  const done = await asJob(house.db, "signals.derive", async (tx) => {
    const waiting = await nextWaiting(tx)
    if (waiting === null) return null
    const original = await getFile(originalsOf(house, waiting.keepsOriginal), waiting.sha256)
    const made =
      original === null
        ? await derivedBefore(tx, waiting.sha256)
        : await storeDerivative(house, await derivativeOf(original, waiting.mediaType))
    await markDerived(tx, waiting.id, made)
    // Where no derivative can be made the original is all there is, and stays sealed: the form said so.
    if (original !== null && !waiting.keepsOriginal && made === null) await putFile(house, original)
    return waiting
  })
  if (done === null) return false
  // Only once it is written down: a job that is broken off finds the original again.
  if (!done.keepsOriginal) await sweepPassing(house, { graceMs: 0, only: done.sha256 })
  return true
}

const passingGraceMs = 3_600_000

/** Originals that nobody wanted kept: all that no longer wait for their derivative, refused forms' after an hour. */
export const sweepPassing = (
  house: House,
  options: { graceMs: number; only?: string } = { graceMs: passingGraceMs },
): Promise<Swept | null> =>
  sweepFiles(
    originalsOf(house, false).filesDir,
    (hashes) => asJob(house.db, "signals.derive", (tx) => waitingPassing(tx, hashes)),
    options,
  )

type Derivative = { bytes: Buffer; type: string } | null

async function storeDerivative(house: House, derivative: Derivative) {
  if (derivative === null) return null
  const { sha256 } = await putFile(house, derivative.bytes)
  return { sha256, type: derivative.type }
}

const pixelsMax = 60_000_000
const sideMax = 2_000

async function derivativeOf(original: Buffer, mediaType: string): Promise<Derivative> {
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
