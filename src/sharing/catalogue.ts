/** What the repository's own data say about official names and about services that hide where a link leads; read once. */
import { readCsv } from "../kernel/calendar/data.ts"
import type { PublicNumber } from "../kernel/installation.ts"
import { isOfficialHost } from "../signals/index.ts"
import type { Lists } from "./domain/asked.ts"
import type { OfficialNames } from "./domain/look-alike.ts"
import type { OfficialNumber } from "./domain/verdict.ts"

let names: OfficialNames | null = null

export function officialNames(): OfficialNames {
  names ??= {
    domains: readCsv("reference/official-domains.csv").map((row) => ({
      domain: row.domain ?? "",
      name: row.name ?? "",
      whose: row.whose ?? "",
      holdsPagesOfOthers: row.holds_pages_of_others === "yes",
    })),
    confusables: new Map(
      readCsv("reference/confusables.csv").map((row) => [
        String.fromCodePoint(Number.parseInt(row.code ?? "0", 16)),
        row.looks_like ?? "",
      ]),
    ),
    isOfficial: isOfficialHost,
  }
  return names
}

let shortLinks: ReadonlySet<string> | null = null
export function shortLinkHosts(): ReadonlySet<string> {
  shortLinks ??= new Set(readCsv("reference/short-links.csv").map((row) => row.domain ?? ""))
  return shortLinks
}

let sharedHosts: ReadonlySet<string> | null = null
/** Hosts of files, forms and messages, on which anybody puts something. */
function isSharedHost(host: string): boolean {
  sharedHosts ??= new Set(readCsv("reference/shared-hosts.csv").map((row) => row.domain ?? ""))
  const labels = host.split(".")
  return labels.some((_, at) => sharedHosts?.has(labels.slice(at).join(".")))
}

/** Numbers that belong to an office or an operator: what the set-up said was checked by a person, the repository's list by nobody. */
export function officialNumbersOf(numbers: readonly PublicNumber[] | null): OfficialNumber[] {
  const said = (numbers ?? []).map(({ number, name }) => ({
    number: number.replace(/[\s.-]/g, ""),
    name,
    isChecked: true,
  }))
  hotlines ??= readCsv("reference/hotlines.csv").map((row) => ({
    number: row.number ?? "",
    name: row.name ?? "",
    isChecked: row.verified === "yes",
  }))
  const known = new Set(said.map(({ number }) => number))
  return [...said, ...hotlines.filter(({ number }) => !known.has(number))]
}
let hotlines: readonly OfficialNumber[] | null = null

let lists: Lists | null = null
export function askedLists(): Lists {
  const { domains } = officialNames()
  lists ??= {
    bins: readCsv("reference/banks-bin.csv").map((row) => row.bin ?? ""),
    isShared: (host) =>
      shortLinkHosts().has(host) ||
      isSharedHost(host) ||
      isOfficialHost(host) ||
      domains.some(
        ({ domain, holdsPagesOfOthers }) =>
          holdsPagesOfOthers && (domain === host || host.endsWith(`.${domain}`)),
      ),
    holdsPagesOfOthers: (host) =>
      domains.some(({ domain, holdsPagesOfOthers }) => holdsPagesOfOthers && domain === host),
  }
  return lists
}
