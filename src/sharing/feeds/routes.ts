/** The public feeds. Every answer may be asked for by any site's script, and is taken anew when it has changed. */
import { Hono } from "hono"
import { etag } from "hono/etag"
import type { Ctx, Env } from "../../kernel/http/env.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import { linkTo } from "../../kernel/http/links.ts"
import { missingPage } from "../../kernel/http/mishaps.tsx"
import { paths } from "../paths.ts"
import { taxiiPaths } from "../taxii/paths.ts"
import { feedAll, feedSites, feedWarning, feedWarnings, issuerOf, type Wanted } from "./actions/reading.ts"
import { areasOf } from "./communes.ts"
import { type CapTexts, capOf } from "./domain/cap.ts"
import { csvOf } from "./domain/csv.ts"
import { mispEvents, mispHashes, mispManifest } from "./domain/misp.ts"
import type { ReleasedWarning } from "./domain/released.ts"
import { stixBundle } from "./domain/stix.ts"
import { atomOf, type Channel, jsonFeedOf, rssOf } from "./domain/syndication.ts"
import { feedsPage, type ListedFeed } from "./pages/feeds.tsx"
import { feedPaths } from "./paths.ts"
import { capEnglish, feedWords } from "./words.ts"

/** In the order of the page. */
const types = {
  atom: "application/atom+xml",
  rss: "application/rss+xml",
  json: "application/feed+json",
  capAtom: "application/atom+xml",
  stix: "application/stix+json;version=2.1",
  mispManifest: "application/json",
  mispHashes: "text/csv",
  csv: "text/csv",
} as const satisfies Record<ListedFeed["name"], string>

export const feedRoutes = new Hono<Env>()
feedRoutes.use("/feeds/*", etag())
feedRoutes.use("/misp/*", etag())

feedRoutes.get("/feeds", (c) => c.redirect(feedPaths.feeds, 301))
feedRoutes.get(feedPaths.feeds, (c) => {
  const feeds = (Object.keys(types) as ListedFeed["name"][]).map((name) => ({
    name,
    path: feedPaths[name],
    address: whole(c, feedPaths[name]),
    type: types[name],
  }))
  const taxii = whole(c, taxiiPaths.discovery)
  return c.html(feedsPage({ frame: frameOf(c), feeds, taxii }))
})

feedRoutes.get(feedPaths.atom, async (c) => given(c, types.atom, atomOf(await channelOf(c, feedPaths.atom))))
feedRoutes.get(feedPaths.rss, async (c) => given(c, types.rss, rssOf(await channelOf(c, feedPaths.rss))))
feedRoutes.get(feedPaths.json, async (c) =>
  given(c, types.json, JSON.stringify(jsonFeedOf(await channelOf(c, feedPaths.json)))),
)
feedRoutes.get(feedPaths.capAtom, async (c) => {
  const channel = await channelOf(c, feedPaths.capAtom)
  const links = (one: ReleasedWarning) => whole(c, feedPaths.cap(one.code))
  return given(c, types.capAtom, atomOf({ ...channel, linkOf: links, linkType: "application/cap+xml" }))
})
feedRoutes.get("/feeds/cap/:file{[1-9][0-9]{0,8}[.]xml}", async (c) => {
  const house = c.get("house")
  const found = await feedWarning(house, Number.parseInt(c.req.param("file"), 10))
  if (found === null) return missingPage(c)
  const issuer = issuerOf(house)
  const province = `${house.province?.kind ?? ""} ${house.province?.name ?? ""}`.trim()
  const areas =
    found.areas.length === 0
      ? [{ name: feedWords.vi.wholeProvince(province), code: issuer.code, polygons: [] }]
      : areasOf(issuer.code, found.areas)
  return given(c, "application/cap+xml", capOf(issuer, found, { areas, texts: capTexts }))
})

feedRoutes.get(feedPaths.stix, async (c) => {
  const house = c.get("house")
  return given(c, types.stix, JSON.stringify(stixBundle(issuerOf(house), await feedAll(house))))
})
feedRoutes.get(feedPaths.csv, async (c) => given(c, types.csv, csvOf(await feedSites(c.get("house")))))

feedRoutes.get(feedPaths.mispManifest, async (c) =>
  given(c, types.mispManifest, JSON.stringify(mispManifest(await eventsOf(c)))),
)
feedRoutes.get(feedPaths.mispHashes, async (c) => given(c, types.mispHashes, mispHashes(await eventsOf(c))))
feedRoutes.get("/misp/:file{[0-9a-f-]{36}[.]json}", async (c) => {
  const found = (await eventsOf(c)).find(({ uuid }) => `${uuid}.json` === c.req.param("file"))
  if (found === undefined) return missingPage(c)
  return given(c, types.mispManifest, JSON.stringify({ Event: found }))
})

const whole = (c: Ctx, path: string) => linkTo(c.get("house").config, path)

function given(c: Ctx, type: string, text: string): Response {
  c.header("access-control-allow-origin", "*")
  // Kept by whoever likes, asked about each time: what was recalled a minute ago is not given out from a shelf.
  c.header("cache-control", "public, no-cache")
  c.header("content-type", type.startsWith("text/") ? `${type}; charset=utf-8` : type)
  return c.body(text)
}

/** Feeds are in Vietnamese, as the warnings are. */
async function channelOf(c: Ctx, path: string): Promise<Channel> {
  const house = c.get("house")
  const wanted: Wanted = {
    area: (c.req.query("noi") ?? "").slice(0, 200),
    trick: (c.req.query("kieu") ?? "").slice(0, 200),
  }
  const query = new URLSearchParams({
    ...(wanted.area === "" ? {} : { noi: wanted.area }),
    ...(wanted.trick === "" ? {} : { kieu: wanted.trick }),
  }).toString()
  const issuer = issuerOf(house)
  const t = feedWords.vi
  return {
    issuer,
    title: `${t.warnings} · ${issuer.name}`,
    self: `${whole(c, path)}${query === "" ? "" : `?${query}`}`,
    page: whole(c, paths.publicWarnings),
    warnings: await feedWarnings(house, wanted),
    begun: new Date("2023-07-15T00:00:00Z"),
    words: t,
  }
}

async function eventsOf(c: Ctx) {
  const house = c.get("house")
  const t = feedWords.vi
  return mispEvents(issuerOf(house), await feedAll(house), { recalled: t.recalled, month: t.month })
}

const capTexts: CapTexts = {
  event: feedWords.vi.event,
  eventEn: feedWords.en.event,
  doEn: capEnglish.do,
  fullTextEn: capEnglish.fullText,
  recalled: feedWords.vi.recalled,
  recalledEn: capEnglish.recalled,
}
