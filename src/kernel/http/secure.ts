import type { Ctx } from "./env.ts"

/**
 * Whether a cookie may travel over https alone. It does where the request came so, and at the host of a public https address,
 * whose proxy speaks plainly to us. At another name of this machine (the office's network, before the proxy is there) a
 * browser would throw such a cookie away, and nobody could send a form or sign in.
 */
export function isSecureHere(c: Ctx): boolean {
  const { protocol, hostname } = new URL(c.req.url)
  if (protocol === "https:") return true
  const { publicUrl } = c.get("house").config
  if (publicUrl === null) return false
  const known = new URL(publicUrl)
  return known.protocol === "https:" && known.hostname === hostname
}
