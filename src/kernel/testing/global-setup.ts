/**
 * One cluster for each project that needs one, started only when a file of that project runs: the embedded one over
 * its unix socket; for `tcp`, one over TCP as a province's own server would be.
 */
import { chmodSync, mkdtempSync, rmSync } from "node:fs"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { TestProject } from "vitest/node"
import { startCluster } from "../db/cluster.ts"
import { prepareDatabase } from "../db/prepare.ts"
import { openKeys } from "../keys.ts"

declare module "vitest" {
  export interface ProvidedContext {
    adminUrl: string
    keysDir: string
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dir = mkdtempSync(join(tmpdir(), "lienphong-test-"))
  chmodSync(dir, 0o711)
  const keysDir = join(dir, "keys")
  const keys = openKeys(keysDir, { mayCreate: true })
  const port = project.name === "tcp" ? await freePort() : null
  const cluster = await startCluster(join(dir, "cluster"), {
    lasting: false,
    ...(port === null ? {} : { listen: port }),
  })
  const adminUrl = port === null ? cluster.adminUrl : embeddedToTcp(cluster.adminUrl, port)
  await prepareDatabase(adminUrl, "lienphong_template", keys)
  project.provide("adminUrl", adminUrl)
  project.provide("keysDir", keysDir)
  return async () => {
    await cluster.stop()
    rmSync(dir, { recursive: true, force: true })
  }
}

function embeddedToTcp(url: string, port: number): string {
  const tcp = new URL(url)
  tcp.search = ""
  tcp.hostname = "127.0.0.1"
  tcp.port = String(port)
  return tcp.toString()
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once("error", reject)
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address()
      const port = typeof address === "object" && address !== null ? address.port : 0
      probe.close(() => resolve(port))
    })
  })
}
