/** The owner writes the plan of protection of a critical asset, and notes its checks. */
import type { Tx } from "../../kernel/db/database.ts"
import type { InputOf } from "../../kernel/forms/index.ts"
import { announce } from "../../kernel/journal.ts"
import type { Option } from "../../kernel/ui/index.ts"
import { bodiesOn, loadChart } from "../../organizations/index.ts"
import type { protectionForms } from "../forms-protection.ts"
import { readAssetRow } from "../store/assets.ts"
import { listProtected, noteCheck, type Protected, saveProtection } from "../store/protections.ts"
import { readFor, type Seat, todayOf } from "./seat.ts"

export type ProtectionRefusal = "notBody" | "checkAhead" | "nextBefore" | "notCritical"

export const readProtected = (
  seat: Seat,
  page: { limit: number; offset: number },
): Promise<{ rows: Protected[]; total: number }> => readFor(seat, (tx) => listProtected(tx, page))

/** Police, and committees of places, the asset's own first. */
export async function guardsFor(
  tx: Tx,
  seat: Seat,
  areaCode: string,
): Promise<{ policeId: Option[]; committeeId: Option[] }> {
  const bodies = bodiesOn(await loadChart(tx), todayOf(seat))
  const committees = bodies.filter(
    ({ kind }) => kind === "commune-committee" || kind === "district-committee",
  )
  const options = (of: typeof bodies) => of.map(({ id, name }) => ({ value: id, label: name }))
  return {
    policeId: options(bodies.filter(({ kind }) => kind === "police")),
    committeeId: options(
      committees.toSorted((a, b) => Number(b.areaCode === areaCode) - Number(a.areaCode === areaCode)),
    ),
  }
}

export function protectAsset(
  seat: Seat,
  id: string,
  input: InputOf<(typeof protectionForms)["protect"]>,
): Promise<{ done: true } | { refused: ProtectionRefusal | "gone" }> {
  return seat.open(async (tx) => {
    const row = await readAssetRow(tx, id)
    if (row?.bodyId !== seat.bodyId) return { refused: "gone" as const }
    if (row.criticality === "ordinary") return { refused: "notCritical" as const }
    const guards = await guardsFor(tx, seat, row.areaCode)
    const isOffered = (options: readonly Option[], chosen: string) =>
      options.some(({ value }) => value === chosen)
    if (!isOffered(guards.policeId, input.policeId) || !isOffered(guards.committeeId, input.committeeId))
      return { refused: "notBody" as const }
    await saveProtection(tx, id, { ...input, changedName: seat.name })
    await announce(tx, {
      what: "asset.protection-written",
      record: { kind: "asset", id },
      details: { nextCheckOn: input.nextCheckOn },
    })
    return { done: true as const }
  })
}

export function checkProtection(
  seat: Seat,
  id: string,
  { on, note, nextCheckOn }: InputOf<(typeof protectionForms)["checked"]>,
): Promise<{ done: true } | { refused: ProtectionRefusal | "gone" }> {
  const today = todayOf(seat)
  if (on > today) return Promise.resolve({ refused: "checkAhead" as const })
  if (nextCheckOn <= today) return Promise.resolve({ refused: "nextBefore" as const })
  return seat.open(async (tx) => {
    const check = { checkedOn: on, checkNote: note, nextCheckOn, changedName: seat.name }
    if (!(await noteCheck(tx, id, check))) return { refused: "gone" as const }
    await announce(tx, {
      what: "asset.protection-checked",
      record: { kind: "asset", id },
      details: { on, nextCheckOn },
    })
    return { done: true as const }
  })
}
