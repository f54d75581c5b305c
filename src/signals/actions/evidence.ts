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
import { ownIn, withoutReporter } from "../domain/own.ts"
import { readSeal } from "../store/desk.ts"
import { derivedBefore, markDerived, nextWaiting, waitingPassing } from "../store/evidence.ts"
import type { Derivative, derivativeOf, Original } from "./derivative.apart.ts"

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
        ? await derivedBefore(tx, waiting.sha256)
        : await storeDerivative(
            house,
            await withoutTeller(
              tx,
              house,
              waiting.signalId,
              await derived({ bytes: original, mediaType: waiting.mediaType }),
            ),
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

/** The words of a paper are read by whoever reads masked words: what names the reporter, as told under the seal, goes first. */
async function withoutTeller(tx: Tx, house: House, signalId: string, made: Derivative): Promise<Derivative> {
  if (made?.type !== "text/plain") return made
  const seal = await readSeal(tx, signalId)
  const opened = (box: Buffer | null | undefined): Record<string, unknown> =>
    box == null ? {} : JSON.parse(house.keys.open("identity", box).toString("utf8"))
  const { name = "", contact = "" } = opened(seal?.identity)
  const told = ownIn(String(opened(seal?.rawText).text ?? ""))
  const teller = { names: [String(name), ...told.names], contacts: [String(contact), ...told.contacts] }
  const words = withoutReporter(Buffer.from(made.bytes).toString("utf8"), teller)
  return { ...made, bytes: Buffer.from(words, "utf8") }
}

async function storeDerivative(house: House, derivative: Derivative) {
  if (derivative === null) return null
  const { sha256 } = await putFile(house, derivative.bytes)
  return { sha256, type: derivative.type }
}
