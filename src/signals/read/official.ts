/** Hosts of offices, banks, operators, mail and platforms (`data/reference/official-domains.csv`): never a suspect's. */
import { readTable } from "./reference.ts"

type Host = { holdsPagesOfOthers: boolean; givesMailToAll: boolean }

const hosts: ReadonlyMap<string, Host> = new Map(
  readTable("reference/official-domains.csv").map((row) => [
    row.domain ?? "",
    {
      holdsPagesOfOthers: row.holds_pages_of_others === "yes",
      givesMailToAll: row.whose === "thư" || row.whose === "nền tảng",
    },
  ]),
)

/**
 * Whether a URL or a host is theirs: the domain itself or a name under it. A look-alike ("vietcombank.huy-dv.test") is
 * not; neither is somebody's page on a platform ("sites.google.com/…"), which is known by its path.
 */
export function isOfficialHost(value: string): boolean {
  const [, host = "", path = ""] = /^(?:https?:\/\/)?([^/:?#]+)(?::\d+)?([^#]*)$/.exec(value) ?? []
  const labels = host.split(".")
  for (let at = 0; at < labels.length - 1; at += 1) {
    const known = hosts.get(labels.slice(at).join("."))
    if (known === undefined) continue
    return !known.holdsPagesOfOthers || ((at === 0 || labels[0] === "www") && /^\/?$/.test(path))
  }
  return false
}

/** An address at an office's, a bank's or an operator's own host: whoever writes from there is none but theirs, or only seems to. */
export function isOfficialMail(address: string): boolean {
  const labels = (address.split("@")[1] ?? "").split(".")
  return labels.some((_, at) => hosts.get(labels.slice(at).join("."))?.givesMailToAll === false)
}
