/**
 * The first visit of a citizen with a cheap phone: largest paint of the first page, the check and a trick in Chromium with slow 3G and a quarter of
 * the processor, nothing cached, beside an empty page under the same conditions, in turns within one run; and the bytes that came.
 */
import { createServer, type Server } from "node:http"
import { serve } from "@hono/node-server"
import type { Browser } from "playwright-core"
import { createApp } from "../../src/app.ts"
import { openBrowser, screens } from "../../src/kernel/testing/browser.ts"
import { flag, percentile, print, say } from "./figure.ts"
import { openProvince } from "./province.ts"

const rounds = flag("--rounds", 5)
/** As Chromium's own tools name it "slow 3G": 400 kbit/s each way, 400 ms there and back; the processor four times slower. */
const slow3G = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 }
const slowdown = 4
const pages = ["/", "/kiem-tra", "/thu-doan/gia-danh-cong-an"] as const
const empty = "<!doctype html><html lang=vi><meta charset=utf-8><title>.</title><p>Trang trống</p></html>"

const province = await openProvince()
const browser = await openBrowser()
try {
  const ours = serve({ fetch: createApp(province.house).fetch, port: 0, createServer }) as Server
  const bare = createServer((_, answer) => answer.setHeader("content-type", "text/html").end(empty))
  bare.listen(0)
  const [our, nothing] = [await originOf(ours), await originOf(bare)]
  for (const path of pages) await measure(path, `${our}${path}`, `${nothing}/`)
  ours.close()
  bare.close()
} finally {
  await browser.close()
  await province.close()
}

async function measure(path: string, url: string, against: string): Promise<void> {
  const [times, empties]: [number[], number[]] = [[], []]
  let bytes = 0
  for (let round = 0; round < rounds; round += 1) {
    const one = await firstVisit(browser, url)
    times.push(one.paintedMs)
    bytes = one.bytes
    empties.push((await firstVisit(browser, against)).paintedMs)
    say(`${path} round ${round + 1}: ${times.at(-1)?.toFixed(0)} ms, empty ${empties.at(-1)?.toFixed(0)} ms`)
  }
  const [value, none] = [percentile(times, 0.5), percentile(empties, 0.5)]
  const name = `first visit: largest paint of ${path}`
  print({ name, value, unit: "ms", ratio: value / none, against: "an empty page", n: rounds })
  print({
    name: `first visit: KB of ${path}`,
    value: bytes / 1024,
    unit: "KB",
    ratio: null,
    against: null,
    n: 1,
  })
}

/** Fonts count among the bytes only as far as they came before the page was at rest. */
async function firstVisit(on: Browser, url: string): Promise<{ paintedMs: number; bytes: number }> {
  const context = await on.newContext({ viewport: screens.phone })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send("Network.enable")
  await session.send("Network.emulateNetworkConditions", slow3G)
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown })
  let bytes = 0
  const isFont = new Set<string>()
  session.on("Network.responseReceived", ({ requestId, type }) => {
    if (type === "Font") isFont.add(requestId)
  })
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (!isFont.has(requestId)) bytes += encodedDataLength
  })
  await page.goto(url, { waitUntil: "load", timeout: 60_000 })
  const paintedMs = await page.evaluate(
    () =>
      new Promise<number>((done) => {
        new PerformanceObserver((list) => done(list.getEntries().at(-1)?.startTime ?? 0)).observe({
          type: "largest-contentful-paint",
          buffered: true,
        })
      }),
  )
  await context.close()
  return { paintedMs, bytes }
}

async function originOf(server: Server): Promise<string> {
  if (!server.listening) await new Promise((ready) => server.once("listening", ready))
  const address = server.address()
  return `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`
}
