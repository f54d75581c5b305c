/** Evidence of an incident: goods that were recovered, and witnesses whose identity lies sealed. */
import type { InputOf } from "../../kernel/forms/index.ts"
import { announce, journal } from "../../kernel/journal.ts"
import { namesWitness } from "../domain/witness.ts"
import type { evidenceForms } from "../forms-evidence.ts"
import {
  goodsOf,
  insertGoods,
  insertWitness,
  returnGoods,
  sealedWitness,
  witnessesOf,
} from "../store/evidence.ts"
import { addEvent, readIncidentRow } from "../store/incidents.ts"
import { type Seat, todayOf } from "./seat.ts"

export type EvidenceRefusal =
  | "gone"
  | "ahead"
  | "returnedBefore"
  | "goneThing"
  | "goneWitness"
  | "namesWitness"
type Done = { done: true } | { refused: EvidenceRefusal }
type Asked<Name extends keyof typeof evidenceForms> = InputOf<(typeof evidenceForms)[Name]>

/** Whoever sees the closed part: where a thing was found belongs to it. */
export function recoverGoods(seat: Seat, id: string, asked: Asked<"recover">): Promise<Done> {
  return seat.open(async (tx) => {
    const row = await readIncidentRow(tx, id)
    if (row === null || row.what === null) return { refused: "gone" as const }
    if (asked.recoveredOn > todayOf(seat)) return { refused: "ahead" as const }
    await insertGoods(tx, { incidentId: id, ...asked, byName: seat.name })
    await addEvent(tx, id, { what: "recovered", byName: seat.name, note: null })
    await announce(tx, { what: "incident.goods-recovered", record: { kind: "incident", id } })
    return { done: true as const }
  })
}

export function giveBackGoods(seat: Seat, id: string, asked: Asked<"giveBack">): Promise<Done> {
  const { thing, returnedOn, returnedTo } = asked
  return seat.open(async (tx) => {
    const held = (await goodsOf(tx, [id])).find((one) => one.id === thing)
    if (held === undefined) return { refused: "goneThing" as const }
    if (returnedOn > todayOf(seat)) return { refused: "ahead" as const }
    if (returnedOn < held.recoveredOn) return { refused: "returnedBefore" as const }
    if (!(await returnGoods(tx, { incidentId: id, id: thing, returnedOn, returnedTo })))
      return { refused: "goneThing" as const }
    await addEvent(tx, id, { what: "given-back", byName: seat.name, note: null })
    await announce(tx, { what: "incident.goods-returned", record: { kind: "incident", id } })
    return { done: true as const }
  })
}

/** The event that others read says nothing of it: that there is a witness is for who may ask them. */
export function sealWitness(seat: Seat, id: string, { saw, name, contact }: Asked<"witness">): Promise<Done> {
  if (namesWitness(saw, { name, contact })) return Promise.resolve({ refused: "namesWitness" })
  return seat.open(async (tx) => {
    const row = await readIncidentRow(tx, id)
    if (row === null || row.what === null) return { refused: "gone" as const }
    const sealed = seat.house.keys.seal("identity", Buffer.from(JSON.stringify({ name, contact }), "utf8"))
    const witness = await insertWitness(tx, { incidentId: id, saw, sealed, byName: seat.name })
    await journal(tx, {
      what: "incident.witness-sealed",
      record: { kind: "incident", id },
      details: { witness },
    })
    return { done: true as const }
  })
}

export type OpenedWitness = { witnessId: string; name: string; contact: string }

/** The reason is journaled, and that is on disk, before anything is shown. */
export async function openWitness(
  seat: Seat,
  id: string,
  { witness, reason }: Asked<"openWitness">,
): Promise<{ witness: OpenedWitness } | { refused: EvidenceRefusal }> {
  const sealed = await seat.open(async (tx) => {
    const isOfIt = (await witnessesOf(tx, [id])).some((one) => one.id === witness)
    const box = isOfIt ? await sealedWitness(tx, witness) : null
    if (box === null) return null
    const reasonHash = seat.house.keys.hmac("journal-value", reason)
    await journal(tx, {
      what: "incident.witness-opened",
      record: { kind: "incident", id },
      details: { witness, reasonHash },
    })
    return box
  })
  if (sealed === null) return { refused: "goneWitness" }
  const inside = JSON.parse(seat.house.keys.open("identity", sealed).toString("utf8")) as {
    name: string
    contact: string
  }
  return { witness: { witnessId: witness, name: inside.name, contact: inside.contact } }
}
