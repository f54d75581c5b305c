/**
 * Evidence: the original is sealed as it comes in; what people look at is a derivative without metadata, made by a job.
 * An anonymous reporter may ask that the original goes: then it passes through a folder of its own and is removed.
 */
import { apart, Overrun, reading } from "../../kernel/apart/apart.ts"
import { asJob, type Tx } from "../../kernel/db/database.ts"
import { type FileStore, getFile, passingOf, putFile, stageStream } from "../../kernel/files.ts"
import type { House } from "../../kernel/house.ts"
import { type Swept, sweepFiles } from "../../kernel/sweep.ts"
import { evidenceBytesMax } from "../domain/evidence.ts"
import { withoutReporter } from "../domain/own.ts"
import {
  derivedBefore,
  markDerived,
  nextWaiting,
  type WaitingEvidence,
  waitingPassing,
} from "../store/evidence.ts"
import type { Derivative, derivativeOf, Original } from "./derivative.apart.ts"
import { tellersOf } from "./teller.ts"

type Filing = Pick<House, "filesDir" | "keys">

/** Called only after the sender declared that it holds no state secret. Throws `FileTooLarge`. */
export function stageEvidence(house: Filing, pieces: AsyncIterable<Uint8Array>, keepsOriginal: boolean) {
  return stageStream(originalsOf(house, keepsOriginal), pieces, evidenceBytesMax)
}

function originalsOf({ filesDir, keys }: Filing, keepsOriginal: boolean): FileStore {
  return { filesDir: keepsOriginal ? filesDir : passingOf(filesDir), keys }
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
        ? await madeBefore(tx, house, waiting)
        : await keptWithoutTeller(
            tx,
            house,
            waiting.signalId,
            await derived({ bytes: original, mediaType: waiting.mediaType }),
          )
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

const deriveApart = apart<typeof derivativeOf>(
  reading,
  { file: new URL("./derivative.apart.ts", import.meta.url), name: "derivativeOf" },
  { ms: 60_000, answerBytesMax: evidenceBytesMax + 1_000_000 },
)

/** A file that breaks its reader, or unfolds too far, has no derivative. Where too many wait, the job is tried again. */
export async function derived(original: Original): Promise<Derivative> {
  try {
    return await deriveApart(original)
  } catch (error) {
    if (error instanceof Overrun) return null
    throw error
  }
}

/** The same file of another tip: its picture or sound is the same; its words were masked for whoever told that one. */
async function madeBefore(tx: Tx, house: House, { signalId, sha256 }: WaitingEvidence) {
  const before = await derivedBefore(tx, sha256)
  if (before?.type !== "text/plain") return before
  const bytes = await getFile(house, before.sha256)
  return bytes === null ? null : keptWithoutTeller(tx, house, signalId, { bytes, type: before.type })
}

/** The words of a paper are read by whoever reads masked words: what names the reporter, as told under the seal, goes first. */
async function keptWithoutTeller(tx: Tx, house: House, signalId: string, made: Derivative) {
  if (made === null) return null
  const { sha256 } = await putFile(house, await withoutTeller(tx, house, signalId, made))
  return { sha256, type: made.type }
}

async function withoutTeller(tx: Tx, house: House, signalId: string, made: NonNullable<Derivative>) {
  if (made.type !== "text/plain") return made.bytes
  const words = Buffer.from(made.bytes).toString("utf8")
  return Buffer.from((await tellersOf(tx, house, [signalId])).reduce(withoutReporter, words), "utf8")
}
