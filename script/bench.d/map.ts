/**
 * The map with 100,000 assets in Chromium: the first picture with what lies on it, beside a page that shows an empty MapLibre map from the same
 * origin, in turns; and frames over 50 ms while it is drawn about with the mouse, beside the same map with 100 assets.
 */
import { createServer, type Server } from "node:http"
import { serve } from "@hono/node-server"
import type { Browser, Page } from "playwright-core"
import { signInAs } from "../../src/accounts/testing.ts"
import { createApp } from "../../src/app.ts"
import { withClient } from "../../src/kernel/db/prepare.ts"
import { openBrowser, screens } from "../../src/kernel/testing/browser.ts"
import { asset } from "../../src/kernel/ui/index.ts"
import { flag, percentile, print, say } from "./figure.ts"
import { openProvince } from "./province.ts"

const rows = flag("--rows", 100_000)
const few = 100
const rounds = flag("--rounds", 5)
const strokes = 60
const path = "/ha-tang/ban-do"
const emptyPath = "/trang-trong"

const province = await openProvince()
const browser = await openBrowser(["--enable-unsafe-swiftshader"])
try {
  await withClient(province.adminUrl, (admin) =>
    admin.query(`insert into areas (code, name, kind) values ('33', 'Hưng Yên', 'province') on conflict do nothing;
      insert into areas (code, name, kind, parent_code) select '9' || lpad(n::text, 4, '0'), 'xã Mẫu ' || n, 'commune', '33' from generate_series(1, 100) n;
      insert into bodies (slug, name, kind) values ('bench-map', 'Sở Đo', 'department'), ('bench-net', 'Mạng Đo', 'enterprise')`),
  )
  const { house, adminUrl } = province
  const db = { ...house.db, adminUrl, keys: house.keys } as Parameters<typeof signInAs>[0]
  const { cookie } = await signInAs(db, { bodySlug: "bench-map", role: "officer" })
  const server = serve({ fetch: createApp(province.house).fetch, port: 0, createServer }) as Server
  const origin = await originOf(server)
  await fill(few)
  const calm = await slowFrames(cookie, origin)
  await fill(rows)
  await firstPictures(cookie, origin)
  const full = await slowFrames(cookie, origin)
  print({
    name: `map: frames over 50 ms while moved, ${rows} assets`,
    value: full.slow,
    unit: "frames",
    ratio: full.slow / Math.max(1, calm.slow),
    against: `the same map with ${few} assets (${calm.slow} of ${calm.frames} frames; here of ${full.frames})`,
    n: strokes,
  })
  server.close()
} finally {
  await browser.close()
  await province.close()
}

/** Cells of one network over the province, as many as asked; those of before are gone. */
async function fill(count: number): Promise<void> {
  await withClient(province.adminUrl, async (admin) => {
    await admin.query("truncate asset_sites, assets cascade")
    await admin.query(
      `insert into assets (body_id, kind, area_code, cell_lat, cell_lon) select b.id, (array['bts', 'fibre', 'cabinet'])[1 + i % 3],
        '9' || lpad((1 + i % 100)::text, 4, '0'), 2061 + (i * 7) % 40, 10590 + (i * 13) % 60 from generate_series(1, $1::int) i, bodies b where b.slug = 'bench-net'`,
      [count],
    )
    await admin.query("analyze assets")
  })
  say(`${count} assets`)
}

async function firstPictures(cookie: string, origin: string): Promise<void> {
  const [ours, empties]: [number[], number[]] = [[], []]
  for (let round = 0; round < rounds; round += 1) {
    ours.push(await first(cookie, `${origin}${path}`))
    empties.push(await first(cookie, `${origin}${emptyPath}`))
    say(`round ${round + 1}: ${ours.at(-1)?.toFixed(0)} ms, empty ${empties.at(-1)?.toFixed(0)} ms`)
  }
  const [value, none] = [percentile(ours, 0.5), percentile(empties, 0.5)]
  const name = `map: first picture with what lies on it, ${rows} assets`
  print({ name, value, unit: "ms", ratio: value / none, against: "an empty MapLibre page", n: rounds })
}

/** Nothing cached. A map is there when its canvas was drawn and, on ours, what lies on it was given to it. */
async function first(cookie: string, url: string): Promise<number> {
  const page = await openPage(browser, cookie)
  await page.goto(url, { waitUntil: "commit", timeout: 120_000 })
  await page.locator("[data-shown]").waitFor({ timeout: 120_000 })
  const ms = await page.evaluate(
    () =>
      new Promise<number>((done) =>
        requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))),
      ),
  )
  await page.context().close()
  return ms
}

/** Drawn with the mouse to and fro, near enough that the ground changes under it. */
async function slowFrames(cookie: string, origin: string): Promise<{ slow: number; frames: number }> {
  const page = await openPage(browser, cookie)
  await page.goto(`${origin}${path}`, { timeout: 120_000 })
  await page.locator("[data-shown]").waitFor({ timeout: 120_000 })
  await page.waitForTimeout(2_000)
  const box = await page.locator(".moving-ground").boundingBox()
  if (box === null) throw new Error("no map")
  // As text: what is compiled here would name its functions by a helper that the page does not have.
  await page.evaluate(`(() => {
    window.seen = []
    let last = performance.now()
    requestAnimationFrame(function next(now) {
      window.seen.push(now - last)
      last = now
      requestAnimationFrame(next)
    })
  })()`)
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  for (let stroke = 0; stroke < strokes; stroke += 1)
    await page.mouse.move(x + 160 * Math.sin(stroke / 4), y + 80 * Math.cos(stroke / 5), { steps: 4 })
  await page.mouse.up()
  const seen = await page.evaluate(() => (window as unknown as { seen: number[] }).seen)
  await page.context().close()
  return { slow: seen.filter((ms) => ms > 50).length, frames: seen.length }
}

async function openPage(on: Browser, cookie: string): Promise<Page> {
  const context = await on.newContext({ viewport: screens.desk })
  const [name = "", value = ""] = cookie.split("=")
  await context.addCookies([{ name, value, domain: "127.0.0.1", path: "/" }])
  const page = await context.newPage()
  const html = `<!doctype html><html lang="vi"><meta charset="utf-8"><title>.</title><link rel="stylesheet" href="${asset("maplibre-gl.css")}">
    <div id="map" style="height:36rem"></div><script type="module">import { Map, setWorkerUrl } from "${asset("maplibre-gl.mjs")}"
    setWorkerUrl(new URL("${asset("maplibre-gl-worker.mjs")}", location.href).href)
    const style = { version: 8, sources: {}, layers: [{ id: "paper", type: "background", paint: { "background-color": "#fff" } }] }
    new Map({ container: "map", style, center: [106.06, 20.7], zoom: 9 }).once("load", () => { document.querySelector("#map").dataset.shown = "" })</script>`
  await page.route(`**${emptyPath}`, (route) => route.fulfill({ contentType: "text/html", body: html }))
  return page
}

async function originOf(server: Server): Promise<string> {
  if (!server.listening) await new Promise((ready) => server.once("listening", ready))
  const address = server.address()
  return `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`
}
