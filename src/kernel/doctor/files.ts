/** The file store compared each night, since a page cannot wait for it; the outcome lies in the data folder. */
import { readFileSync } from "node:fs"
import { rename, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { z } from "zod"
import type { House } from "../house.ts"
import type { JobList } from "../queue.ts"
import { examineFiles } from "./examine.ts"

const finding = z.object({
  check: z.literal("files"),
  level: z.enum(["cannot-run", "to-do"]),
  what: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
})
const outcome = z.object({ at: z.iso.datetime(), findings: z.array(finding).max(10) })
export type FilesLooked = z.infer<typeof outcome>

const placeIn = (dataDir: string) => join(dataDir, "doctor-files.json")

export function doctorJobs(house: Pick<House, "db" | "filesDir" | "config">): JobList {
  return {
    "doctor.files": {
      cron: "20 20 * * *",
      run: async () => {
        const place = placeIn(house.config.dataDir)
        const told = { at: new Date().toISOString(), findings: await examineFiles(house) }
        await writeFile(`${place}.part`, `${JSON.stringify(told)}\n`, { mode: 0o600 })
        await rename(`${place}.part`, place)
      },
    },
  }
}

/** Null: no night has looked yet. */
export function filesLooked(dataDir: string): FilesLooked | null {
  try {
    return outcome.parse(JSON.parse(readFileSync(placeIn(dataDir), "utf8")))
  } catch {
    // Absent and unreadable come to the same: nobody knows.
    return null
  }
}
