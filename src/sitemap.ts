/** `/robots.txt` and `/sitemap.xml`: the public pages that a search engine may name. What stands behind a code or an account is not among them. */
import { Hono } from "hono"
import { awarenessPaths, trickFile } from "./awareness/index.ts"
import type { Env } from "./kernel/http/env.ts"
import { linkTo } from "./kernel/http/links.ts"
import { noticePaths } from "./notices/index.ts"
import { boardPaths } from "./reports/index.ts"
import { readPublished, sharingPaths } from "./sharing/index.ts"
import { signalPaths } from "./signals/index.ts"

/** A file of the protocol holds 50,000; we name the newest warnings only. */
const warningsMax = 500
/** What is read today is good for half a year. */
const securityDays = 180
const kept = "public, max-age=3600"

const pages: readonly string[] = [
  "/",
  sharingPaths.check,
  sharingPaths.publicWarnings,
  sharingPaths.subscribe,
  sharingPaths.elsewhere,
  sharingPaths.contest,
  sharingPaths.contestFigures,
  signalPaths.report,
  signalPaths.reportMoney,
  signalPaths.privacy,
  awarenessPaths.learn,
  awarenessPaths.asking,
  awarenessPaths.firstHour,
  awarenessPaths.situations,
  awarenessPaths.tricks,
  awarenessPaths.materials,
  awarenessPaths.schedule,
  noticePaths.complain,
  noticePaths.transparency,
  boardPaths.board,
]

export const sitemapRoutes = new Hono<Env>()
  .get("/robots.txt", (c) => {
    c.header("cache-control", kept)
    const sitemap = linkTo(c.get("house").config, "/sitemap.xml")
    const closed = [signalPaths.follow, sharingPaths.followContest, "/hoc/loi-moi/", "/loi-moi/", "/api/"]
    return c.text(
      ["User-agent: *", ...closed.map((path) => `Disallow: ${path}`), `Sitemap: ${sitemap}`, ""].join("\n"),
    )
  })
  // RFC 9116: where a hole is told of is the door for everything else; who reads it passes it on to whoever runs this.
  .get("/.well-known/security.txt", (c) => {
    const { config, clock } = c.get("house")
    const expires = new Date(clock.now().getTime() + securityDays * 86_400_000)
    return c.text(
      [
        `Contact: ${linkTo(config, signalPaths.reportOther)}`,
        `Expires: ${expires.toISOString().replace(/\.\d+Z$/, "Z")}`,
        "Preferred-Languages: vi, en",
        `Canonical: ${linkTo(config, "/.well-known/security.txt")}`,
        "",
      ].join("\n"),
    )
  })
  .get("/sitemap.xml", async (c) => {
    const house = c.get("house")
    const { tricks, writtenOn } = trickFile()
    const filter = { area: "", trick: "", severity: "" }
    const { shown } = await readPublished(house, filter, { limit: warningsMax, offset: 0 })
    const entries = [
      ...pages.map((path) => ({ path, on: null })),
      ...tricks.map(({ slug }) => ({ path: awarenessPaths.trick(slug), on: writtenOn })),
      ...shown
        .filter(({ standing }) => standing === "live")
        .map(({ code, releasedOn }) => ({ path: sharingPaths.publicWarning(code), on: releasedOn })),
    ]
    const urls = entries.map(({ path, on }) => {
      const changed = on === null ? "" : `<lastmod>${on}</lastmod>`
      return `<url><loc>${escaped(linkTo(house.config, path))}</loc>${changed}</url>`
    })
    c.header("cache-control", kept)
    c.header("content-type", "application/xml; charset=utf-8")
    return c.body(
      `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join("\n")}\n</urlset>\n`,
    )
  })

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;")
