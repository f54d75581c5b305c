/**
 * Taking a tip in: one transaction stores it, seals who sent it, keeps its identifiers, finds what shares them, makes
 * the receipt, and tells the slices above. Either the reporter holds a receipt of a tip that is there, or neither is.
 */
import { createHash, randomBytes, randomUUID } from "node:crypto"
import { type ActingToken, asOfficer, asReporter, asToken, type Tx } from "../../kernel/db/database.ts"
import type { House } from "../../kernel/house.ts"
import type { Desk } from "../../kernel/http/env.ts"
import { enqueue } from "../../kernel/queue.ts"
import { type Channel, readTip, type Tip } from "../domain/intake.ts"
import { bytesToSign, codeOf } from "../domain/receipt.ts"
import { unclearOf } from "../domain/sealed.ts"
import {
  type EvidenceToStore,
  holdReceipt,
  type IdentifierToStore,
  lookAtDoor,
  type SignalToStore,
  type StoredReceipt,
  storeTip,
} from "../store/intake.ts"
import { sealEach, storeSealed } from "../store/sealed.ts"
import { wakeTelling } from "../store/telling.ts"

export type Taken = {
  signalId: string
  code: string
  receipt: { hash: string; at: string; keyId: string; signature: string }
  /** The same form was sent before; this is its receipt again. */
  isAgain: boolean
}

export type TipFile = { sha256: string; mediaType: string; bytes: number }
export type Taking = {
  tip: Tip
  channel: Channel
  /** The form's random token, so that sending twice is one tip. */
  once: string
  files: readonly TipFile[]
  /** Whether the sender lets the original files be kept; what the form's box says, with a name or without. */
  keepsOriginals: boolean
  /** An officer looks before it joins the queue; nothing is refused. */
  isHeld: boolean
}

export class NoReceiver extends Error {}

/** From the portal: nobody is signed in. `bodyId`: whose desk reads it; null: the lead department's. */
export async function takeFromPublic(
  house: House,
  taking: Taking,
  bodyId: string | null = null,
): Promise<Taken> {
  const code = codeFor(house, taking, null)
  return onceMore(() =>
    asReporter(house.db, hashOfCode(house, code), (tx) =>
      take(tx, house, taking, { code, bodyId, fromBodyId: null }),
    ),
  )
}

/** An officer writes down a call or a visit (own body), or hands in for an enterprise or agency (to the lead body). */
export async function takeAtDesk(desk: Desk, taking: Taking): Promise<Taken> {
  const { house, who } = desk
  const code = codeFor(house, taking, who.bodyId)
  const isOwn = taking.channel === "phone" || taking.channel === "walk-in"
  // The code is this form's own key: what was taken before is found by it, and answered with the same receipt.
  const acting = { ...who, sending: undefined }
  return onceMore(() =>
    asOfficer(house.db, acting, async (tx) => {
      await holdReceipt(tx, hashOfCode(house, code))
      return take(tx, house, taking, {
        code,
        bodyId: isOwn ? who.bodyId : null,
        fromBodyId: isOwn ? null : who.bodyId,
      })
    }),
  )
}

/** A body's program hands in to the lead department. */
export async function takeByToken(house: House, who: ActingToken, taking: Taking): Promise<Taken> {
  const code = codeFor(house, taking, who.bodyId)
  return onceMore(() =>
    asToken(house.db, who, async (tx) => {
      await holdReceipt(tx, hashOfCode(house, code))
      return take(tx, house, taking, { code, bodyId: null, fromBodyId: who.bodyId })
    }),
  )
}

/** The same form sent twice at one moment: who comes second finds the receipt of the first. */
async function onceMore(work: () => Promise<Taken>): Promise<Taken> {
  try {
    return await work()
  } catch (error) {
    const isTwin =
      error instanceof Error && "constraint" in error && error.constraint === "signal_receipts_code"
    if (!isTwin) throw error
    return work()
  }
}

export const hashOfCode = (house: Pick<House, "keys">, code: string) => house.keys.hmac("receipt", code)

/**
 * The same form with the same content, through the same door from the same sender, is the same code; anything else is
 * another tip. The door and the sender stand in it, so that no form of the portal leads to what came in another way.
 * `sender`: the body that hands in, null for the public. The order in which files arrived does not matter.
 */
export function codeFor(
  house: Pick<House, "keys">,
  { once, tip, files, channel }: Taking,
  sender: string | null,
): string {
  const { path, target, text, place, name, contact } = tip
  const content = [path, target, text, place, name, contact, files.map((file) => file.sha256).toSorted()]
  return codeOf(house.keys.hmac("receipt", JSON.stringify(["code", channel, sender, once, content])))
}

/** For a door without a form: a token that nobody outside can compute from what was handed in. */
export function onceFor(
  house: Pick<House, "keys">,
  door: "list" | "api",
  bodyId: string,
  said: string,
): string {
  return house.keys.hmac("receipt", JSON.stringify(["once", door, bodyId, said])).slice(0, 32)
}

type Whereto = { code: string; bodyId: string | null; fromBodyId: string | null }

export async function take(tx: Tx, house: House, taking: Taking, to: Whereto): Promise<Taken> {
  const { tip, files, channel } = taking
  const codeHash = hashOfCode(house, to.code)
  const door = await lookAtDoor(tx, codeHash)
  if (door.before !== null) return { ...takenOf(door.before, to.code), isAgain: true }
  const bodyId = to.bodyId ?? door.leadId
  if (bodyId === null) throw new NoReceiver("no body is the lead department on this day")
  const { identifiers, named, ...reading } = readTip(tip, house.province?.code)
  const signal: SignalToStore = {
    ...reading,
    id: door.id,
    bodyId,
    // A lead body's own list is its own: it hands nothing to itself.
    fromBodyId: to.fromBodyId === bodyId ? null : to.fromBodyId,
    channel,
    path: tip.path,
    state: taking.isHeld ? "held" : "received",
    isAnonymous: isAnonymous(tip),
  }
  const receipt = receiptFor(house, tip, house.clock.now().toISOString())
  await storeTip(tx, {
    signal,
    sealed: sealed(house, tip),
    receipt: { codeHash, ...receipt },
    files: evidenceOf(taking),
    identifiers: [...identifiers, ...files.map(asIdentifier)],
    details: { channel, type: signal.type, urgency: signal.urgency, state: signal.state },
  })
  await storeSealed(tx, { id: signal.id, bodyId }, sealEach(house, unclearOf(tip, named)))
  if (files.length > 0) await enqueue(tx, "signals.derive", {}, { key: "signals.derive" })
  if (signal.urgency === "money-moving-now") await wakeTelling(tx)
  return { ...takenOf({ ...receipt, signalId: signal.id }, to.code), isAgain: false }
}

/** The same picture sent twice is a clue as good as the same number. */
export function asIdentifier({ sha256 }: TipFile): IdentifierToStore {
  return { kind: "evidence", value: sha256, role: "suspect", source: "read" }
}

function isAnonymous(tip: Tip): boolean {
  return tip.name.trim() === "" && tip.contact.trim() === ""
}

function sealed(house: House, tip: Tip): { identity: Buffer | null; rawText: Buffer } {
  const seal = (value: object) => house.keys.seal("identity", Buffer.from(JSON.stringify(value), "utf8"))
  return {
    identity: isAnonymous(tip) ? null : seal({ name: tip.name, contact: tip.contact }),
    rawText: seal({ text: tip.text, target: tip.target, place: tip.place }),
  }
}

function receiptFor(house: House, tip: Tip, at: string) {
  const salt = randomBytes(16).toString("hex")
  const hash = createHash("sha256").update(salt).update(JSON.stringify(tip)).digest("hex")
  const signature = house.keys.sign(bytesToSign({ hash, at }))
  return { salt, hash, at, keyId: signature.keyId, signature: signature.bytes }
}

function takenOf(receipt: Omit<StoredReceipt, "codeHash">, code: string): Omit<Taken, "isAgain"> {
  const { hash, at, keyId } = receipt
  return {
    signalId: receipt.signalId,
    code,
    receipt: { hash, at, keyId, signature: Buffer.from(receipt.signature).toString("base64") },
  }
}

function evidenceOf({ files, keepsOriginals, channel }: Taking): EvidenceToStore[] {
  const side = channel === "phone" || channel === "walk-in" ? "officer" : "reporter"
  return files.map((file, i) => ({ ...evidenceFrom(file, { keepsOriginals, side }), position: i + 1 }))
}

export const evidenceFrom = (
  { sha256, mediaType, bytes }: TipFile,
  { keepsOriginals, side }: { keepsOriginals: boolean; side: EvidenceToStore["side"] },
): Omit<EvidenceToStore, "position"> => ({
  ...{ id: randomUUID(), sha256, mediaType, bytes },
  ...{ keepsOriginal: keepsOriginals, side },
})
