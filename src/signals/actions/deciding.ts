/**
 * An officer decides whose an identifier is: the suspect's is compared with other tips, the reporter's or a victim's
 * goes under the seal and out of the masked words. Each decision can be changed again.
 */
import type { Tx } from "../../kernel/db/database.ts"
import { journal } from "../../kernel/journal.ts"
import type { Tip } from "../domain/intake.ts"
import {
  type Decided,
  isSealedRole,
  maskedToo,
  redactedAnew,
  type SealedRole,
  spellingsOf,
  wordsAbout,
} from "../domain/sealed.ts"
import { type ClueKind, keyOf } from "../read/identifiers.ts"
import {
  addEvent,
  type ClearRole,
  changeSignal,
  type Held,
  lockSignal,
  readSeal,
  setRole,
} from "../store/desk.ts"
import { sheetSource } from "../store/forwards.ts"
import { storeIdentifiers } from "../store/intake.ts"
import {
  type ClearIdentifier,
  clearOf,
  letGo,
  maskForwarded,
  type OpenedIdentifier,
  openEach,
  sealEach,
  setSealedRole,
  storeSealed,
  takeOutOfSeal,
} from "../store/sealed.ts"
import { signalWords } from "../words-signal.ts"
import type { Corrected } from "./correcting.ts"
import type { Seat } from "./seat.ts"

export const decidedRoles = ["suspect", "theirs", "official-mentioned", "not-meant", "unclear"] as const
export type DecidedRole = (typeof decidedRoles)[number]
export type Decision = { indicatorId: string; role: DecidedRole }

/** What the slices above do, in the same transaction, once a clue turns out to be the reporter's or a victim's. */
export type OwnAfterAll = (
  tx: Tx,
  seat: Seat,
  of: { signalId: string; kind: string; value: string },
) => Promise<number>

/** `indicatorId`: of a clue in the clear, or of one under the seal. */
export const correctRole = (
  seat: Seat,
  id: string,
  of: Decision,
  ownAfterAll: OwnAfterAll,
): Promise<Corrected> =>
  seat.open(async (tx) => {
    const held = await lockSignal(tx, id)
    if (held === null) return { refused: "notFound" }
    const tip = await tipUnderSeal(tx, seat, id)
    const clear = await clearOf(tx, id)
    const sealed = await openEach(tx, seat.house, id)
    const open = clear.get(of.indicatorId)
    const shut = sealed.find((one) => one.id === of.indicatorId)
    const one = open ?? shut
    if (one === undefined) return { refused: "notFound" }
    if (open !== undefined) await moveClear(tx, seat, held, { one: open, of, tip })
    else if (shut !== undefined) await moveSealed(tx, id, shut, of)
    const decided = new Map(
      [...clear.values(), ...sealed].map((each) => [keyOf(each), each.role] as const),
    ).set(keyOf(one), of.role)
    const went = isSealedRole(of.role) ? await maskWhereItWent(tx, seat, id, { ...one, role: of.role }) : 0
    await maskAnew(tx, { id, tip, decided, one, role: of.role })
    if (isSealedRole(of.role)) await ownAfterAll(tx, seat, { signalId: id, kind: one.kind, value: one.value })
    await record(tx, seat, held, { of, was: one.role, went })
    return { done: true }
  })

async function moveClear(
  tx: Tx,
  seat: Seat,
  { id, bodyId }: Held,
  { one, of, tip }: { one: ClearIdentifier; of: Decision; tip: Tip | null },
): Promise<void> {
  if (!isSealedRole(of.role)) {
    await setRole(tx, { signalId: id, indicatorId: of.indicatorId }, of.role)
    return
  }
  const around = tip === null ? { before: "", behind: "" } : wordsAbout(tip, one)
  const kept = { kind: one.kind as ClueKind, value: one.value, role: of.role, source: "officer" as const }
  await storeSealed(tx, { id, bodyId }, sealEach(seat.house, [{ ...kept, ...around }]))
  await letGo(tx, id, of.indicatorId)
}

async function moveSealed(tx: Tx, id: string, one: OpenedIdentifier, of: Decision): Promise<void> {
  if (isSealedRole(of.role)) return setSealedRole(tx, one.id, of.role)
  const role: ClearRole = of.role
  await takeOutOfSeal(tx, one.id)
  await storeIdentifiers(tx, id, [{ kind: one.kind, value: one.value, role, source: "officer" }])
}

/** The tip may have been forwarded while it was taken for the suspect's. */
async function maskWhereItWent(
  tx: Tx,
  seat: Seat,
  id: string,
  clue: { kind: string; value: string; role: SealedRole },
): Promise<number> {
  const words = (await sheetSource(tx, id))?.redactedText ?? ""
  const box = seat.house.keys.seal("identity", Buffer.from(JSON.stringify({ value: clue.value }), "utf8"))
  // The other side's tip begins with the clues themselves, one a line.
  const spellings = [clue.value, ...spellingsOf(words, clue)]
  return maskForwarded(tx, id, clue, { spellings, box, told: signalWords.vi.page.saidElsewhere })
}

/** Words that an officer has compared stay as they are, but for what must no longer stand in them. */
async function maskAnew(
  tx: Tx,
  of: { id: string; tip: Tip | null; decided: Decided; one: ClearIdentifier; role: DecidedRole },
): Promise<void> {
  const source = await sheetSource(tx, of.id)
  if (source === null) return
  const isCompared = source.redactionCheckedAt !== null || of.tip === null
  const redactedText = isCompared
    ? isSealedRole(of.role)
      ? maskedToo(source.redactedText, of.one)
      : source.redactedText
    : redactedAnew(of.tip as Tip, of.decided)
  if (redactedText !== source.redactedText) await changeSignal(tx, of.id, { redactedText })
}

async function record(
  tx: Tx,
  seat: Seat,
  { id, bodyId, state }: Held,
  { of, was, went }: { of: Decision; was: string; went: number },
): Promise<void> {
  const what = "signal.identifier-corrected"
  const at = { signalId: id, bodyId, stateBefore: state, stateAfter: state }
  await addEvent(tx, { ...at, what, byName: seat.name, note: null })
  await journal(tx, {
    what,
    record: { kind: "signal", id },
    details: { indicator: of.indicatorId, role: of.role, was, ...(went === 0 ? {} : { copies: went }) },
  })
}

/** For the program's eyes, to mask it anew; shown to nobody. Null: nothing lies there any more. */
async function tipUnderSeal(tx: Tx, seat: Seat, id: string): Promise<Tip | null> {
  const seal = await readSeal(tx, id)
  if (seal === null) return null
  const open = (box: Buffer | null) =>
    box === null
      ? {}
      : (JSON.parse(seat.house.keys.open("identity", box).toString("utf8")) as Record<string, unknown>)
  const [raw, who] = [open(seal.rawText), open(seal.identity)]
  const word = (value: unknown) => (typeof value === "string" ? value : "")
  return {
    path: "other",
    text: word(raw.text),
    target: word(raw.target),
    place: word(raw.place),
    name: word(who.name),
    contact: word(who.contact),
  }
}
