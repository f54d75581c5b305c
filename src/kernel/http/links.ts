import { hostname } from "node:os"
import type { Config } from "../config.ts"

/** Addresses that mean every network of the machine, and none that could be opened. */
const everywhere: readonly string[] = ["0.0.0.0", "::"]

/**
 * The whole address of a page: of the public address, else of this machine, for what leaves the program (an invitation, a mail, a feed). Never from the request: its
 * `Host` is whatever the sender wrote, and a link to another's machine would carry the secret there.
 */
export function linkTo(config: Pick<Config, "publicUrl" | "host" | "port">, path: string): string {
  return new URL(path, config.publicUrl ?? listeningAt(config)).href
}

/** The page where the program listens; below it, where there is one, at the public address, which may not lead here yet. */
export function linkHere(config: Pick<Config, "publicUrl" | "host" | "port">, path: string): string {
  const here = new URL(path, listeningAt(config)).href
  return config.publicUrl === null
    ? here
    : `${here}\nKhi ${config.publicUrl} đã dẫn tới máy này, cũng là:\n${linkTo(config, path)}`
}

function listeningAt({ host, port }: Pick<Config, "host" | "port">): string {
  const name = everywhere.includes(host) ? hostname() : host
  return `http://${name.includes(":") ? `[${name}]` : name}:${port}`
}
