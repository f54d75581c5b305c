/** Lays the chart of the demo's province, once; afterwards its administrators keep it. */

import { z } from "zod"
import { readCsv, readJson } from "../../kernel/calendar/data.ts"
import type { Database } from "../../kernel/db/database.ts"
import { asJob } from "../../kernel/db/database.ts"
import { beginInstallation } from "../../kernel/installation.ts"
import { localDateOf } from "../../kernel/time.ts"
import { seedChart } from "../domain/seed.ts"
import { insertChart, isSeeded } from "../store/seed.ts"

/** Whether the chart was laid by this call. */
export function seedOrganizations(db: Database): Promise<boolean> {
  return asJob(db, "organizations.seed", async (tx) => {
    if (await isSeeded(tx)) return false
    const { province, files } = readyChart()
    const data = {
      province,
      sources: files,
      bodies: readCsv(files.bodies),
      groups: readCsv(files.groups),
      communes: readCsv(files.communes),
      communeSuccessions: readCsv(files.communeSuccessions),
      districts: readCsv(files.districts),
      successions: readCsv("succession.csv"),
    }
    await insertChart(tx, seedChart(data, localDateOf(db.clock.now())))
    await beginInstallation(tx, { province: { ...province, kind: "tỉnh" }, by: "data" })
    return true
  })
}

const file = z.string()
const shape = z.object({
  province: z.object({ code: z.string(), name: z.string() }),
  files: z.object({ bodies: file, groups: file, communes: file, communeSuccessions: file, districts: file }),
})
const readyChart = () => shape.parse(readJson("administrative-units/demo.json"))
