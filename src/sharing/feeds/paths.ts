/** Addresses of the feeds: a contract (docs/contracts.md, "Feeds"). */
export const feedPaths = {
  feeds: "/feeds/",
  atom: "/feeds/warnings.atom",
  rss: "/feeds/warnings.rss",
  json: "/feeds/warnings.json",
  capAtom: "/feeds/cap.atom",
  cap: (code: number | string) => `/feeds/cap/${code}.xml`,
  stix: "/feeds/stix.json",
  csv: "/feeds/sites.csv",
  mispManifest: "/misp/manifest.json",
  mispHashes: "/misp/hashes.csv",
} as const
