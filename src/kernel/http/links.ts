import type { Config } from "../config.ts"

/**
 * The whole address of a page, for what leaves the program (an invitation, a mail, a feed). Never from the request: its
 * `Host` is whatever the sender wrote, and a link to another's machine would carry the secret there.
 */
export function linkTo(config: Pick<Config, "publicUrl" | "host" | "port">, path: string): string {
  const { publicUrl, host, port } = config
  return new URL(path, publicUrl ?? `http://${host.includes(":") ? `[${host}]` : host}:${port}`).href
}
