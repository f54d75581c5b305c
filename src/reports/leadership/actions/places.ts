/**
 * Where tips and cases lie, by the commune's code of the official list. Within a body a place stands as it was written; from
 * one body to another only codes pass (migration 0712), so that a name typed as a place reaches nobody.
 */
import { createHash } from "node:crypto"
import { asJob, type Tx } from "../../../kernel/db/database.ts"
import type { House } from "../../../kernel/house.ts"
import { hereOf } from "../../../kernel/installation.ts"
import type { Scope } from "../../actions/figures.ts"
import type { Window } from "../../domain/windows.ts"
import { communeOf, listOf, placesReading } from "../domain/areas.ts"
import { casesByPlace, countsBy } from "../store/counts.ts"
import { forgetOtherReadings, keepCodes, takeUnread } from "../store/places.ts"

export type Sum = { key: string; value: number }
export type Here = { scope: Scope; province: string }

const batchMax = 2_000
const batchesMax = 20

/** Reads the spellings that came since; before the province is counted, and by a job. Most times there is none. */
export async function readPlaces(house: House): Promise<void> {
  const province = hereOf(house).code
  const reading = readingOf(province)
  for (let batch = 0; batch < batchesMax; batch += 1) {
    const read = await asJob(house.db, "reports.places", async (tx) => {
      if (batch === 0) await forgetOtherReadings(tx, reading)
      const places = await takeUnread(tx, batchMax)
      const found = places.map((place) => ({ place, code: communeOf(province, place) ?? "" }))
      if (found.length > 0) await keepCodes(tx, found, reading)
      return found.length
    })
    if (read < batchMax) return
  }
}

/** Changes with the list and with the way it is read: then every spelling is read anew. */
const readingOf = (province: string) =>
  createHash("sha256")
    .update(JSON.stringify([placesReading, province, listOf(province)]))
    .digest("hex")
    .slice(0, 16)

/** "" is the sum of what names no commune of this province. */
export async function tipsByCommune(tx: Tx, window: Window, here: Here): Promise<Sum[]> {
  const counts = await countsBy(tx, "area", window, here.scope)
  return summed(
    counts.map(({ key, records }) => ({ key, value: records })),
    here,
  )
}

export const casesByCommune = async (tx: Tx, window: Window, here: Here): Promise<Sum[]> =>
  summed(await casesByPlace(tx, window, here.scope), here)

function summed(sums: readonly Sum[], { scope, province }: Here): Sum[] {
  if (scope === "province") return [...sums]
  const found = new Map<string, number>()
  for (const { key, value } of sums) {
    const code = key === "" ? "" : (communeOf(province, key) ?? "")
    found.set(code, (found.get(code) ?? 0) + value)
  }
  return [...found].map(([key, value]) => ({ key, value }))
}
