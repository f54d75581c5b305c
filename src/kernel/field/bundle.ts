/**
 * The scripts of the field, bundled when they are first asked for: that of the page, and the service worker (Workbox) that
 * keeps the page, its script, styles and fonts on the device. Nothing of anybody is in them.
 */
import { createHash } from "node:crypto"
import { join } from "node:path"
import { build } from "esbuild"
import { asset } from "../ui/assets.ts"
import { fieldPaths } from "./paths.ts"

const at = (name: string) => join(import.meta.dirname, "client", name)
const hashOf = (text: string) => createHash("sha256").update(text).digest("base64url").slice(0, 12)

let script: Promise<{ text: string; url: string }> | null = null

/** Once a process: it does not change while the program runs. */
export function fieldScript(): Promise<{ text: string; url: string }> {
  script ??= bundled("page.ts", {}).then((text) => ({ text, url: `${fieldPaths.script}?v=${hashOf(text)}` }))
  return script
}

/** `page`: the page as who asks gets it; a changed one is a changed worker, which brings it anew. */
export async function fieldWorker(page: string): Promise<string> {
  const { url } = await fieldScript()
  const kept = [
    { url: fieldPaths.home, revision: hashOf(page) },
    { url, revision: null },
    ...files.map((name) => ({ url: asset(name), revision: null })),
  ]
  return (await worker()).replace('"__PRECACHE__"', () => JSON.stringify(kept))
}

const files = [
  "base.css",
  "app.css",
  "mark.svg",
  "be-vietnam-pro-latin-400-normal.woff2",
  "be-vietnam-pro-vietnamese-400-normal.woff2",
  "be-vietnam-pro-latin-600-normal.woff2",
  "be-vietnam-pro-vietnamese-600-normal.woff2",
] as const

let workerText: Promise<string> | null = null
function worker(): Promise<string> {
  workerText ??= bundled("worker.ts", { "process.env.NODE_ENV": '"production"' })
  return workerText
}

async function bundled(name: string, define: Record<string, string>): Promise<string> {
  const made = await build({
    ...{ entryPoints: [at(name)], bundle: true, write: false, minify: true, define },
    ...{ format: "iife", target: "es2022", legalComments: "none" },
  })
  return made.outputFiles[0]?.text ?? ""
}
