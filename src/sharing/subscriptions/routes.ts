/** Warnings by mail over HTTP. A link of a mail opens a page with a button: who looks through mail opens links by itself. */
import { Hono } from "hono"
import { sharedLimitOfNetworks } from "../../kernel/http/asks.ts"
import type { Ctx, Env } from "../../kernel/http/env.ts"
import { fieldsOf } from "../../kernel/http/fields.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import { openToOtherSites } from "../../kernel/http/guards.ts"
import { secretly } from "../../kernel/http/secretly.ts"
import { openMailer } from "../../kernel/mail.ts"
import { scamTypesIn } from "../../signals/index.ts"
import { filtersOfPublished } from "../actions/published.ts"
import { paths } from "../paths.ts"
import { confirm, leave, standingOf, subscribe } from "./actions/subscribing.ts"
import { answerPage, subscribePage, subscribeSentPage } from "./pages/subscription.tsx"
import { subscriptionWords } from "./words.ts"

export const subscriptionRoutes = new Hono<Env>()
/** Asks of one network: each is a mail to somebody who may not have asked for it. */
export const askingLimit = { most: 60, withinMs: 60 * 60_000 }
const minutesToWait = sharedLimitOfNetworks("subscription", askingLimit)
const token = ":ma{[A-Za-z0-9_-]{20,100}}"
const address = /^[^\s@<>",;:]{1,64}@[a-z0-9](?:[a-z0-9.-]{0,250}[a-z0-9])?\.[a-z]{2,30}$/i

subscriptionRoutes.get(paths.subscribe, (c) => form(c, {}, {}))

subscriptionRoutes.post(paths.subscribe, async (c) => {
  secretly(c)
  const fields = await fieldsOf(c)
  const t = subscriptionWords[c.get("language")]
  if (openMailer(c.get("house")) === null) return form(c, fields, { address: t.noMail })
  const given = (fields.address ?? "").trim()
  if (given.length > 200 || !address.test(given)) return form(c, fields, { address: t.addressWrong })
  const minutes = await minutesToWait(c)
  if (minutes > 0) return form(c, fields, { "": t.tooOften(minutes) }, 429)
  const { areas, tricks } = await offered(c)
  const area = areas.find((one) => one === fields.area) ?? ""
  const trick = tricks.find(({ value }) => value === fields.trick)?.value ?? ""
  await subscribe(c.get("house"), { address: given, area, trick })
  // The same answer whether the address was known or not.
  return c.html(subscribeSentPage({ frame: frameOf(c) }))
})

subscriptionRoutes.get(paths.confirmSubscription(token), async (c) => {
  secretly(c)
  const found = await standingOf(c.get("house"), tokenIn(c))
  const done = found === null || found.state === "left" ? "gone" : found.state === "live" ? "live" : null
  return c.html(answerPage({ frame: frameOf(c), of: "confirm", done, action: c.req.path }))
})
subscriptionRoutes.post(paths.confirmSubscription(token), async (c) => {
  secretly(c)
  const found = await confirm(c.get("house"), tokenIn(c))
  return c.html(
    answerPage({
      frame: frameOf(c),
      of: "confirm",
      done: found?.state === "live" ? "live" : "gone",
      action: "",
    }),
  )
})

subscriptionRoutes.get(paths.leaveSubscription(token), async (c) => {
  secretly(c)
  const found = await standingOf(c.get("house"), tokenIn(c))
  const done = found === null ? "gone" : found.state === "left" ? "left" : null
  return c.html(answerPage({ frame: frameOf(c), of: "leave", done, action: c.req.path }))
})
/** The reader's mail program posts here by itself (RFC 8058), without a cookie, a page of ours before it, or a session. */
subscriptionRoutes.post(paths.leaveSubscription(token), openToOtherSites, async (c) => {
  secretly(c)
  const found = await leave(c.get("house"), tokenIn(c))
  return c.html(
    answerPage({ frame: frameOf(c), of: "leave", done: found === null ? "gone" : "left", action: "" }),
  )
})

async function offered(c: Ctx) {
  const { areas } = await filtersOfPublished(c.get("house"))
  return { areas, tricks: scamTypesIn(c.get("language")) }
}

async function form(
  c: Ctx,
  answers: Readonly<Record<string, string>>,
  errors: Readonly<Record<string, string>>,
  refused: 422 | 429 = 422,
) {
  // The form that was filled in is there again, whatever is told beside it.
  const mails = openMailer(c.get("house")) !== null || Object.keys(errors).length > 0
  const view = { frame: frameOf(c), mails, ...(await offered(c)), answers, errors }
  return c.html(subscribePage(view), Object.keys(errors).length === 0 ? 200 : refused)
}

const tokenIn = (c: Ctx) => c.req.param("ma") ?? ""
