/**
 * Writes src/kernel/db/schema.ts (Kysely's types) from a freshly migrated database.
 * `--check` writes nothing and exits 1 where the file and the migrations differ.
 */
import { execFileSync } from "node:child_process"
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { startCluster } from "../src/kernel/db/cluster.ts"
import { prepareDatabase } from "../src/kernel/db/prepare.ts"
import { openKeys } from "../src/kernel/keys.ts"

const root = join(import.meta.dirname, "..")
const target = join(root, "src/kernel/db/schema.ts")
const dir = mkdtempSync(join(tmpdir(), "lienphong-schema-"))
// As root the server runs as another user, who must be able to walk in.
chmodSync(dir, 0o711)
const cluster = await startCluster(dir, { lasting: false })
try {
  const url = await prepareDatabase(
    cluster.adminUrl,
    "lienphong",
    openKeys(join(dir, "keys"), { mayCreate: true }),
  )
  const out = join(dir, "schema.ts")
  execFileSync(process.execPath, [
    join(root, "node_modules/kysely-codegen/dist/cli/bin.js"),
    ...["--url", url, "--dialect", "postgres", "--camel-case", "--out-file", out],
    ...["--exclude-pattern", "graphile_worker.*", "--date-parser", "string", "--numeric-parser", "number"],
    ...["--type-mapping", JSON.stringify({ timestamptz: "string", date: "string", int8: "number" })],
  ])
  const text = readFileSync(out, "utf8")
  if (process.argv.includes("--check")) {
    if (text !== readFileSync(target, "utf8")) {
      process.stderr.write(
        "src/kernel/db/schema.ts khác với migrations: chạy node script/generate-schema.ts\n",
      )
      process.exitCode = 1
    }
  } else {
    writeFileSync(target, text)
  }
} finally {
  await cluster.stop()
  rmSync(dir, { recursive: true, force: true })
}
