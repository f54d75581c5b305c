/** Loads a demo into a folder that is thrown away and writes its half-year report; the same demo gives the same report. */
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { loadDemo } from "../src/demo/load.ts"
import { readConfig } from "../src/kernel/config.ts"
import { asJob } from "../src/kernel/db/database.ts"
import { type House, openHouse } from "../src/kernel/house.ts"
import type { Desk } from "../src/kernel/http/env.ts"
import { seedOrganizations } from "../src/organizations/index.ts"
import { drawReport } from "../src/reports/actions/document.ts"
import { periodOn } from "../src/reports/domain/windows.ts"

const today = "2023-09-15"
const signer = "giamdoc@sotttt.example"
const out = join(import.meta.dirname, "../docs/examples")

const data = mkdtempSync(join(tmpdir(), "lienphong-examples-"))
chmodSync(data, 0o711)
const house = await openHouse(
  readConfig({ LIENPHONG_DATA: data, LIENPHONG_TODAY: today, LIENPHONG_DEMO: "1", LIENPHONG_LOG: "silent" }),
)
try {
  await seedOrganizations(house.db)
  await loadDemo(house)
  const desk = await deskOfSigner(house)
  mkdirSync(out, { recursive: true })
  for (const form of ["pdf", "docx"] as const) {
    const file = await drawReport(desk, { period: periodOn(today, "half-year"), scope: "province", form })
    writeFileSync(join(out, `bao-cao-6-thang.${form}`), file)
    process.stdout.write(`docs/examples/bao-cao-6-thang.${form} ${file.length} byte\n`)
  }
} finally {
  await house.close()
  rmSync(data, { recursive: true, force: true })
}

async function deskOfSigner(of: House): Promise<Desk> {
  const found = await asJob(of.db, "demo.examples", (tx) =>
    tx
      .selectFrom("officers")
      .innerJoin("posts", "posts.officerId", "officers.id")
      .innerJoin("bodies", "bodies.id", "posts.bodyId")
      .select([
        "officers.id as officerId",
        "fullName as name",
        "bodies.id as bodyId",
        "bodies.name as bodyName",
      ])
      .select(["posts.id as postId", "posts.title", "bodies.kind as bodyKind", "isLead", "keepsChart"])
      .where("officers.email", "=", signer)
      .executeTakeFirstOrThrow(),
  )
  const { officerId, bodyId } = found
  const who = { officerId, bodyId, requestId: "examples" }
  return { house: of, officer: { ...found, sessionId: officerId, unitId: null, role: "leader" }, who }
}
