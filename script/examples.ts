/**
 * Loads a demo into a folder that is thrown away, goes on with its story to the end of the half-year, and writes the report
 * as the lead department issues it: figures locked, parts of the bodies, reviewed, signed, numbered. The same
 * numbers each time; ids are new, and so is the hash.
 */
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { loadDemo } from "../src/demo/load.ts"
import { readConfig } from "../src/kernel/config.ts"
import { openHouse } from "../src/kernel/house.ts"
import { documentFile, takeStep } from "../src/letters/documents/actions.ts"
import { seedOrganizations } from "../src/organizations/index.ts"
import { draftReport, writeTexts } from "../src/reports/actions/document.ts"
import { lockPeriod } from "../src/reports/actions/lock.ts"
import { periodOf } from "../src/reports/domain/windows.ts"
import { desksOf } from "./examples.d/desks.ts"
import { askForParts, sendParts } from "./examples.d/parts.ts"
import { finishTasks, sendMoreTips } from "./examples.d/rest-of-year.ts"

const out = join(import.meta.dirname, "../docs/examples")
const data = mkdtempSync(join(tmpdir(), "lienphong-examples-"))
chmodSync(data, 0o711)
const house = await openHouse(
  readConfig({
    LIENPHONG_DATA: data,
    LIENPHONG_TODAY: "2023-09-15",
    LIENPHONG_DEMO: "1",
    LIENPHONG_LOG: "silent",
  }),
  { begins: true },
)
try {
  await seedOrganizations(house.db)
  await loadDemo(house)
  const desks = await desksOf(house)
  await sendMoreTips(house)
  await finishTasks(desks)
  const period = periodOf("2023-H2") ?? raise("no period")
  const clerk = (day: string) => desks.person("vanthu@sotttt.example", day)
  await askForParts(clerk("2023-11-30"), period, "2023-12-12")
  await sendParts(desks, clerk("2023-12-13"), period)
  const head = desks.person("giamdocso@sotttt.example", "2023-12-19")
  done(await lockPeriod(clerk("2023-12-15"), period, "province"))
  await writeTexts(clerk("2023-12-15"), period, "province", {
    recipients: "Như trên\nVăn phòng UBND tỉnh\nCông an tỉnh (để phối hợp)\nLưu: VT, BCVT",
  })
  const drafted = done(
    await draftReport(clerk("2023-12-18"), { period, scope: "province", signerId: head.who.officerId }),
  )
  const id = drafted.documentId
  const reviewer = desks.person("daumoi@sotttt.example", "2023-12-18")
  done(await takeStep(clerk("2023-12-18"), id, "submit", { note: "" }))
  done(await takeStep(reviewer, id, "approve", { note: "Số liệu khớp bản đã khóa." }))
  done(await takeStep(head, id, "sign", { note: "" }))
  done(await takeStep(clerk("2023-12-19"), id, "number", { note: "" }))
  mkdirSync(out, { recursive: true })
  for (const form of ["pdf", "docx"] as const) {
    const file = (await documentFile(clerk("2023-12-19"), id, form)) ?? raise("no file")
    writeFileSync(join(out, `bao-cao-6-thang.${form}`), file)
    process.stdout.write(`docs/examples/bao-cao-6-thang.${form} ${file.length} byte\n`)
  }
} finally {
  await house.close()
  rmSync(data, { recursive: true, force: true })
}

function done<T extends object>(answer: T): Exclude<T, { refused: unknown }> {
  if ("refused" in answer) raise(`refused: ${String(answer.refused)}`)
  return answer as Exclude<T, { refused: unknown }>
}

function raise(why: string): never {
  throw new Error(why)
}
