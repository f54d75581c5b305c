/** Opening what is sealed: a reason is written down and journaled, and that is on disk, before anything is shown. */
import type { Tx } from "../../kernel/db/database.ts"
import { getFile } from "../../kernel/files.ts"
import { journal } from "../../kernel/journal.ts"
import { addEvent, lockSignal, readSeal } from "../store/desk.ts"
import { evidenceOfSignal } from "../store/evidence.ts"
import type { Seat } from "./seat.ts"

export type Opened =
  | { what: "identity"; name: string; contact: string }
  | { what: "text"; text: string; target: string; place: string }

/** Null: no such tip, or nothing under that seal (anonymous, or withdrawn). */
export async function openSeal(
  seat: Seat,
  id: string,
  opening: { what: "identity" | "text"; reason: string },
): Promise<Opened | null> {
  const seal = await seat.open(async (tx) => {
    const held = await readSeal(tx, id)
    const box = held === null ? null : opening.what === "identity" ? held.identity : held.rawText
    // In the same transaction: a second one inside it would wait for a connection while it holds one.
    if (box === null || !(await writeDown(tx, seat, id, opening))) return null
    return box
  })
  if (seal === null) return null
  const inside = JSON.parse(seat.house.keys.open("identity", seal).toString("utf8")) as Record<
    string,
    unknown
  >
  const word = (key: string) => String(inside[key] ?? "")
  return opening.what === "identity"
    ? { what: "identity", name: word("name"), contact: word("contact") }
    : { what: "text", text: word("text"), target: word("target"), place: word("place") }
}

export async function openOriginal(
  seat: Seat,
  id: string,
  opening: { evidenceId: string; reason: string },
): Promise<{ bytes: Buffer; mediaType: string; position: number } | null> {
  const item = await seat.open(async (tx) => {
    const found = (await evidenceOfSignal(tx, id)).find((one) => one.id === opening.evidenceId)
    const isWritten =
      found !== undefined && (await writeDown(tx, seat, id, { what: "original", reason: opening.reason }))
    return isWritten ? found : null
  })
  if (item === null) return null
  const bytes = await getFile(seat.house, item.sha256)
  return bytes === null ? null : { bytes, mediaType: item.mediaType, position: item.position }
}

const events = {
  identity: "identity.opened",
  text: "signal.text-opened",
  original: "signal.original-opened",
} as const

async function writeDown(
  tx: Tx,
  seat: Seat,
  id: string,
  opening: { what: keyof typeof events; reason: string },
): Promise<boolean> {
  const held = await lockSignal(tx, id)
  if (held === null) return false
  const what = events[opening.what]
  await addEvent(tx, {
    signalId: id,
    bodyId: held.bodyId,
    what,
    stateBefore: held.state,
    stateAfter: held.state,
    byName: seat.name,
    note: opening.reason,
  })
  const reasonHash = seat.house.keys.hmac("journal-value", opening.reason)
  await journal(tx, { what, record: { kind: "signal", id }, details: { reasonHash } })
  return true
}

export type Derivative = { bytes: Buffer; mediaType: string; position: number }

/**
 * The copy without hidden data; that it was looked at is in the journal before it is shown. The words of a paper are
 * masked, a picture and a recording are not: they show what the raw text would, to whom may read that.
 */
export async function readDerivative(
  seat: Seat,
  id: string,
  { evidenceId, mayReadText }: { evidenceId: string; mayReadText: boolean },
): Promise<Derivative | { refused: "notMasked" } | null> {
  const found = await seat.open(async (tx) => {
    const item = (await evidenceOfSignal(tx, id)).find((one) => one.id === evidenceId)
    if (item?.derivativeSha256 == null || item.derivativeType === null) return null
    if (!mayReadText && !isMasked(item.derivativeType)) return { refused: "notMasked" as const }
    const details = { position: item.position }
    await journal(tx, { what: "signal.evidence-read", record: { kind: "signal", id }, details })
    return { sha256: item.derivativeSha256, mediaType: item.derivativeType, position: item.position }
  })
  if (found === null) return null
  if (found.refused !== undefined) return { refused: found.refused }
  const { sha256, ...file } = found
  const bytes = await getFile(seat.house, sha256)
  return bytes === null ? null : { bytes, ...file }
}

export const isMasked = (derivativeType: string | null) => derivativeType === "text/plain"
