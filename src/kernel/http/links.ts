import { hostname } from "node:os"
import type { Config } from "../config.ts"

/** Addresses that mean every network of the machine, and none that could be opened. */
const everywhere: readonly string[] = ["0.0.0.0", "::"]

/**
 * The whole address of a page: of the public address, else of this machine, for what leaves the program (an invitation, a mail, a feed). Never from the request: its
 * `Host` is whatever the sender wrote, and a link to another's machine would carry the secret there.
 */
export function linkTo(config: Pick<Config, "publicUrl" | "host" | "port">, path: string): string {
  const { publicUrl, port } = config
  const host = everywhere.includes(config.host) ? hostname() : config.host
  return new URL(path, publicUrl ?? `http://${host.includes(":") ? `[${host}]` : host}:${port}`).href
}
