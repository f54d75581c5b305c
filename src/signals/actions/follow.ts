/** What a reporter does with a receipt code: look, write, answer, withdraw. No name is asked. */
import { asReporter, type Tx } from "../../kernel/db/database.ts"
import type { Sending } from "../../kernel/db/sending.ts"
import type { House } from "../../kernel/house.ts"
import { announce } from "../../kernel/journal.ts"
import { enqueue } from "../../kernel/queue.ts"
import { ownOf, signerOf } from "../../kernel/signing/trust.ts"
import { letGoSoon } from "../../kernel/sweep.ts"
import { filesOfTipMax } from "../domain/evidence.ts"
import { maskedMessageCharsMax, maskedWithin, readTip } from "../domain/intake.ts"
import { decide, type EventName, type State } from "../domain/life.ts"
import { bytesToSign, receiptOf } from "../domain/receipt.ts"
import { unclearOf } from "../domain/sealed.ts"
import { receiptInHand, storeIdentifiers } from "../store/intake.ts"
import {
  addOwnEvent,
  addOwnFiles,
  addOwnMessage,
  changeOwnState,
  countOwnMessages,
  emptyOwn,
  isHeld,
  messagesMax,
  type OwnFile,
  type OwnSignal,
  ownFiles,
  ownHashes,
  ownIdentity,
  ownMessages,
  ownSignal,
  seeOfficersMessages,
} from "../store/reporter.ts"
import { sealEach, storeSealed } from "../store/sealed.ts"
import { asIdentifier, evidenceFrom, hashOfCode, type TipFile } from "./take.ts"

export type Followed = OwnSignal & {
  /** A case or another body holds it: withdrawing empties nothing. */
  isHeld: boolean
  files: OwnFile[]
  messages: { at: string; side: "reporter" | "officer"; text: string; files: number[] }[]
  /** What became of what it named, in sentences that name nobody. */
  helped: readonly string[]
}

/** Null: no tip has this code. */
export async function followTip(
  house: House,
  code: string,
  helped: (tx: Tx) => Promise<readonly string[]>,
): Promise<Followed | null> {
  return asReporter(house.db, hashOfCode(house, code), async (tx) => {
    const own = await ownSignal(tx, { lock: false })
    if (own === null) return null
    const messages = await ownMessages(tx, own.id)
    const files = await ownFiles(tx, own.id)
    await seeOfficersMessages(tx, own.id)
    return {
      ...own,
      isHeld: await isHeld(tx),
      files,
      helped: await helped(tx),
      messages: messages.reverse().map(({ id, at, side, text, sealed }) => ({
        at,
        side,
        files: files.filter(({ messageId }) => messageId === id).map(({ position }) => position),
        // After a withdrawal only the masked words are left.
        text: sealed === null ? text : openedText(house, sealed) || text,
      })),
    }
  })
}

/** What arrived with the tip of this code, without names; none for a code that no tip has. */
export function receivedFiles(house: House, code: string): Promise<OwnFile[]> {
  return asReporter(house.db, hashOfCode(house, code), async (tx) => {
    const own = await ownSignal(tx, { lock: false })
    return own === null ? [] : ownFiles(tx, own.id)
  })
}

export type Wrote = { done: true } | { refused: "notFound" | "withdrawn" | "tooMany" | "tooManyFiles" }

/** Words, files, or both; the files lie in the store already. */
export type Later = { text: string; files: readonly TipFile[]; keepsOriginals: boolean }

/** Throws `SentBefore` when the same form has brought the same message already. */
export async function writeToOfficer(
  house: House,
  code: string,
  { text, files, keepsOriginals }: Later,
  sending?: Sending,
): Promise<Wrote> {
  return asOwner(
    house,
    code,
    async (tx, own) => {
      const decision = decide(own.state, "answer")
      if ("refused" in decision) return { refused: "withdrawn" as const }
      if ((await countOwnMessages(tx, own.id)) >= messagesMax / 2) return { refused: "tooMany" as const }
      const before = files.length === 0 ? [] : await ownFiles(tx, own.id)
      if (before.length + files.length > filesOfTipMax) return { refused: "tooManyFiles" as const }
      const sealed = house.keys.seal("identity", Buffer.from(JSON.stringify({ text }), "utf8"))
      const who = await whoReported(tx, house, own.id)
      const tip = { path: "other" as const, text, target: "", place: "", ...who }
      const { redactedText, identifiers, named } = readTip(tip)
      const masked = maskedWithin(redactedText, maskedMessageCharsMax)
      const message = { signalId: own.id, bodyId: own.bodyId, text: masked, sealed }
      await addOwnFiles(
        tx,
        own,
        files.map((file) => evidenceFrom(file, { keepsOriginals, side: "reporter" })),
        {
          messageId: await addOwnMessage(tx, message),
          declaredAt: house.clock.now().toISOString(),
          after: Math.max(0, ...before.map(({ position }) => position)),
        },
      )
      await storeIdentifiers(tx, own.id, [...identifiers, ...files.map(asIdentifier)])
      if (files.length > 0) await enqueue(tx, "signals.derive", {}, { key: "signals.derive" })
      await storeSealed(tx, own, sealEach(house, unclearOf(tip, named)))
      await record(tx, house, own, decision.event, decision.state)
      return { done: true as const }
    },
    sending,
  )
}

/** Opened in memory to mask it, for whoever holds its receipt; shown to nobody. */
async function whoReported(tx: Tx, house: House, id: string): Promise<{ name: string; contact: string }> {
  const identity = await ownIdentity(tx, id)
  if (identity === null) return { name: "", contact: "" }
  const inside = JSON.parse(house.keys.open("identity", identity).toString("utf8")) as Record<string, unknown>
  return { name: String(inside.name ?? ""), contact: String(inside.contact ?? "") }
}

/**
 * Empties whatever could tell who wrote: name, contact, own words, files. A tip in a case or with another body is held, as
 * the law wants a file whole on which others decide; then the wish is recorded, and the page says what stays.
 */
export async function withdrawTip(house: House, code: string): Promise<Wrote> {
  return asOwner(house, code, async (tx, own) => {
    if (own.withdrawnAt !== null) return { refused: "withdrawn" as const }
    const decision = decide(own.state, "withdraw")
    if ("refused" in decision) return { refused: "withdrawn" as const }
    const hashes = await ownHashes(tx, own.id)
    if (await emptyOwn(tx, house.keys.seal("identity", Buffer.from("{}", "utf8"))))
      await Promise.all(hashes.map((sha256) => letGoSoon(tx, house.keys, sha256)))
    const at = house.clock.now().toISOString()
    await record(tx, house, own, decision.event, decision.state, { withdrawnAt: at })
    return { done: true as const }
  })
}

export async function signedReceipt(house: House, code: string) {
  const held = await asReporter(house.db, hashOfCode(house, code), (tx) =>
    receiptInHand(tx, hashOfCode(house, code)),
  )
  if (held === null) return null
  const { hash, at, keyId, signature } = held
  return { hash, at, keyId, signature: Buffer.from(signature).toString("base64") }
}

export type CheckedReceipt = { at: string } | { refused: "format" | "otherKey" | "altered" }

/** Needs no code and reads nothing of the tip: the file, and the keys of this installation. */
export function checkReceipt({ keys }: Pick<House, "keys">, text: string): CheckedReceipt {
  const receipt = receiptOf(text)
  if (receipt === null) return { refused: "format" }
  const signer = signerOf(bytesToSign(receipt), receipt.signature, ownOf(keys.trust()))
  if (signer !== null) return { at: receipt.at }
  // The id decides nothing: it only tells the reader what is likelier, another system or a changed file.
  return { refused: keys.publicKey(receipt.keyId) === null ? "otherKey" : "altered" }
}

function asOwner(
  house: House,
  code: string,
  work: (tx: Tx, own: OwnSignal) => Promise<Wrote>,
  sending?: Sending,
): Promise<Wrote> {
  return asReporter(
    house.db,
    hashOfCode(house, code),
    async (tx) => {
      const own = await ownSignal(tx, { lock: true })
      return own === null ? { refused: "notFound" as const } : work(tx, own)
    },
    sending,
  )
}

async function record(
  tx: Tx,
  house: House,
  own: OwnSignal,
  what: EventName,
  state: State,
  change: { withdrawnAt?: string } = {},
): Promise<void> {
  await changeOwnState(tx, own.id, { state, ...change, changedAt: house.clock.now().toISOString() })
  await addOwnEvent(tx, {
    signalId: own.id,
    bodyId: own.bodyId,
    what,
    stateBefore: own.state,
    stateAfter: state,
  })
  const details = { from: own.state, to: state }
  await announce(tx, { what, record: { kind: "signal", id: own.id }, details })
}

function openedText(house: House, sealed: Buffer): string {
  const opened: unknown = JSON.parse(house.keys.open("identity", sealed).toString("utf8"))
  return typeof opened === "object" && opened !== null && "text" in opened ? String(opened.text) : ""
}
