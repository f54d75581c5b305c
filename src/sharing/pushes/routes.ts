/** Notifications by the browser over HTTP: the page, what its script sends, the service worker. */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { Hono } from "hono"
import { sharedLimitOfNetworks } from "../../kernel/http/asks.ts"
import type { Ctx, Env } from "../../kernel/http/env.ts"
import { fieldsOf } from "../../kernel/http/fields.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import { secretly } from "../../kernel/http/secretly.ts"
import { scamTypesIn } from "../../signals/index.ts"
import { filtersOfPublished } from "../actions/published.ts"
import { paths } from "../paths.ts"
import { leaveBrowser, subscribeBrowser, vapidOf } from "./actions/subscribing.ts"
import { browserIn } from "./domain/browser.ts"
import { pushDonePage, pushPage } from "./pages/push.tsx"
import { pushWords } from "./words.ts"

export const pushRoutes = new Hono<Env>()
const minutesToWait = sharedLimitOfNetworks("push", { most: 60, withinMs: 60 * 60_000 })
const worker = readFileSync(join(import.meta.dirname, "client/worker.js"), "utf8")

pushRoutes.get(paths.push, (c) => form(c, {}, {}))

pushRoutes.get(paths.pushWorker, (c) => {
  c.header("cache-control", "no-cache")
  c.header("service-worker-allowed", paths.publicWarnings)
  return c.body(worker, 200, { "content-type": "text/javascript; charset=utf-8" })
})

pushRoutes.post(paths.push, async (c) => {
  secretly(c)
  const fields = await fieldsOf(c)
  const t = pushWords[c.get("language")]
  const browser = browserIn(fields.browser ?? "")
  if (browser === null) return form(c, fields, { "": t.wrong }, 422)
  const minutes = await minutesToWait(c)
  if (minutes > 0) return form(c, fields, { "": t.tooOften(minutes) }, 429)
  const { areas } = await filtersOfPublished(c.get("house"))
  const area = areas.find((one) => one === fields.area) ?? ""
  const trick = scamTypesIn(c.get("language")).find(({ value }) => value === fields.trick)?.value ?? ""
  await subscribeBrowser(c.get("house"), { browser, area, trick })
  return c.html(pushDonePage({ frame: frameOf(c), title: t.sent, lead: t.sentHow }))
})

pushRoutes.post(paths.leavePush, async (c) => {
  secretly(c)
  const browser = browserIn((await fieldsOf(c)).browser ?? "")
  const t = pushWords[c.get("language")]
  if (browser === null) return form(c, {}, { "": t.wrong }, 422)
  await leaveBrowser(c.get("house"), browser.endpoint)
  return c.html(pushDonePage({ frame: frameOf(c), title: t.left }))
})

async function form(
  c: Ctx,
  answers: Record<string, string>,
  errors: Record<string, string>,
  status: 200 | 422 | 429 = 200,
): Promise<Response> {
  const { areas, tricks } = await filtersOfPublished(c.get("house"))
  const named = scamTypesIn(c.get("language")).filter(({ value }) => tricks.includes(value))
  const { publicKey } = vapidOf(c.get("house"))
  return c.html(pushPage({ frame: frameOf(c), areas, tricks: named, publicKey, answers, errors }), status)
}
