/** Lays the first chart from `data/administrative-units`, once; afterwards the administrators keep it. */

import { readCsv } from "../../kernel/calendar/data.ts"
import type { Database } from "../../kernel/db/database.ts"
import { asJob } from "../../kernel/db/database.ts"
import { localDateOf } from "../../kernel/time.ts"
import { seedChart } from "../domain/seed.ts"
import { insertChart, isSeeded } from "../store/seed.ts"

/** Whether the chart was laid by this call. */
export function seedOrganizations(db: Database): Promise<boolean> {
  return asJob(db, "organizations.seed", async (tx) => {
    if (await isSeeded(tx)) return false
    const units = "administrative-units"
    const data = {
      bodies: readCsv(`${units}/bodies-hung-yen-2023.csv`),
      groups: readCsv(`${units}/groups.csv`),
      communes: readCsv(`${units}/communes-hung-yen-2025.csv`),
      communeSuccessions: readCsv(`${units}/commune-succession-hung-yen.csv`),
      districts: readCsv(`${units}/districts-old-hung-yen-thai-binh.csv`),
      successions: readCsv("succession.csv"),
    }
    await insertChart(tx, seedChart(data, localDateOf(db.clock.now())))
    return true
  })
}
