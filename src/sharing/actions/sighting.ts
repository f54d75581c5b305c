/** A body saw an indicator at work: when, and what it was like; its owner reads it beside the answers. */
import { announce } from "../../kernel/journal.ts"
import { namedIn } from "../domain/joint.ts"
import { readIndicatorRow } from "../store/indicators.ts"
import { addSighting } from "../store/sightings.ts"
import type { Seat } from "./seat.ts"
import { whatWordsName } from "./words-of-others.ts"

export type SightFault = "noTime" | "ahead" | "namesSomebody" | "notReceived"

export function noteSighting(
  seat: Seat,
  id: string,
  { seenAt, note }: { seenAt: Date | null; note: string | null },
): Promise<{ noted: true } | { refused: SightFault }> {
  return seat.open(async (tx) => {
    const row = await readIndicatorRow(tx, id)
    if (row === null || row.state !== "released") return { refused: "notReceived" as const }
    if (seenAt === null || Number.isNaN(seenAt.getTime())) return { refused: "noTime" as const }
    if (seenAt > seat.house.clock.now()) return { refused: "ahead" as const }
    if (namedIn([note], whatWordsName, [row.value]).length > 0) return { refused: "namesSomebody" as const }
    const of = { indicatorId: id, ownerId: row.bodyId }
    await addSighting(tx, { ...of, seenAt: seenAt.toISOString(), note, notedName: seat.name })
    await announce(tx, { what: "indicator.sighted", record: { kind: "indicator", id }, details: {} })
    return { noted: true as const }
  })
}
