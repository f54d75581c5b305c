/**
 * Pages of this version beside those of another commit, in one run: the other in a work tree of its own, thrown away
 * afterwards, each with its demo, its database and its processes; rounds alternate.
 */
import { execFileSync } from "node:child_process"
import { existsSync, mkdtempSync, rmSync, symlinkSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Worker } from "node:worker_threads"
import { demoPassword } from "../../src/demo/people.ts"
import { percentile, print, say } from "./figure.ts"
import { root, signIn, startProgram } from "./running.ts"

const officer = "chuyenvien@soyte.example"
const pages = ["/bao-tin", "/lam-viec"] as const
const connections = 8

export async function compareWith(commit: string, size: { rounds: number; requests: number }): Promise<void> {
  const tree = mkdtempSync(join(tmpdir(), "lienphong-against-"))
  const git = (...args: string[]) => execFileSync("git", args, { cwd: root, encoding: "utf8" }).trim()
  const name = git("rev-parse", "--short", commit)
  git("worktree", "add", "--detach", "--force", tree, commit)
  try {
    bringLibraries(tree, git("diff", "--name-only", commit, "--", "package-lock.json") === "")
    say(`starting ${name} and this version…`)
    const both = [await startProgram({ isDemo: true }), await startProgram({ tree, isDemo: true })]
    try {
      const cookies = await Promise.all(both.map(({ url }) => signIn(url, officer, demoPassword)))
      for (const page of pages) {
        const times: [number[], number[]] = [[], []]
        for (let round = 0; round <= size.rounds; round += 1) {
          for (const [i, { url }] of both.entries()) {
            const one = await load(`${url}${page}`, cookies[i] ?? "", size.requests)
            // The first round warms up.
            if (round > 0) times[i === 0 ? 0 : 1].push(...one.times)
          }
        }
        for (const [label, share] of [
          ["p50", 0.5],
          ["p95", 0.95],
        ] as const) {
          const [ours, theirs] = times.map((own) => percentile(own, share)) as [number, number]
          print({
            name: `pages.against.${page.slice(1)}.${label}`,
            value: ours,
            unit: "ms",
            ratio: ours / theirs,
            against: `${theirs.toFixed(2)} ms at ${name}`,
            n: times[0].length,
          })
        }
      }
    } finally {
      for (const one of both) await one.close()
    }
  } finally {
    git("worktree", "remove", "--force", tree)
    rmSync(tree, { recursive: true, force: true })
  }
}

/** Libraries of the same lock file are shared; others the tree's own `script/bootstrap` brings. */
function bringLibraries(tree: string, isSame: boolean): void {
  if (existsSync(join(root, ".tools"))) symlinkSync(join(root, ".tools"), join(tree, ".tools"))
  if (isSame) symlinkSync(join(root, "node_modules"), join(tree, "node_modules"))
  else
    execFileSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], { cwd: tree, stdio: "ignore" })
}

function load(url: string, cookie: string, requests: number): Promise<{ times: number[] }> {
  return new Promise((resolve, reject) => {
    const workerData = { url, cookie, requests, connections }
    const worker = new Worker(new URL("./load.ts", import.meta.url), { workerData })
    worker.once("message", resolve)
    worker.once("error", reject)
  })
}
