/** Which site a link or host belongs to: the name that somebody registered. Personal links of one fraud share it. */
import { getDomain } from "tldts"
import { isOfficialHost } from "../read/official.ts"

/** Null where the site is an office's, or a platform on which strangers keep their pages: it joins nobody. */
export function siteOf({ kind, value }: { kind: string; value: string }): string | null {
  if (kind !== "url" && kind !== "domain") return null
  const host = /^(?:https?:\/\/)?([^/:?#]+)/.exec(value)?.[1] ?? ""
  if (host === "" || isOfficialHost(host)) return null
  const site = getDomain(host, { allowPrivateDomains: true })
  return site === null || isOfficialHost(site) ? null : site
}
