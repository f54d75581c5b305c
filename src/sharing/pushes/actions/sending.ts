/**
 * Notifications to browsers, by their push services: encrypted for the browser alone, signed with our VAPID key, asked as any other
 * address that somebody gave (kernel/http/outgoing.ts). A service that says that its browser is gone ends the subscription.
 */
import webPush from "web-push"
import { asJob, type Tx } from "../../../kernel/db/database.ts"
import type { House } from "../../../kernel/house.ts"
import { linkTo } from "../../../kernel/http/links.ts"
import { type Ask, askerOf, Unreachable } from "../../../kernel/http/outgoing.ts"
import { issuerOf } from "../../feeds/actions/reading.ts"
import { paths } from "../../paths.ts"
import { attemptsMax, keepAskFailed, keepFailed, keepSent } from "../../subscriptions/store/subscriptions.ts"
import { type Browser, browserIn, type Notice, pushLimits, shortOf } from "../domain/browser.ts"
import {
  endGone,
  forgetLeft,
  makeLive,
  type PushWaiting,
  pushesAsked,
  pushesWaiting,
} from "../store/pushes.ts"
import { pushWords } from "../words.ts"
import { vapidOf } from "./subscribing.ts"

export const pushesJob = "sharing.pushes"
const atOnce = 500

/** `ask`: how a push service is asked. */
export async function tellBrowsers(house: House, ask: Ask = askerOf(house.config.peers)): Promise<void> {
  const as = <T>(work: (tx: Tx) => Promise<T>) => asJob(house.db, pushesJob, work)
  const t = pushWords.vi.notices
  await as(forgetLeft)
  for (const { id, sealed } of await as((tx) => pushesAsked(tx, atOnce))) {
    const welcome = { ...t.welcome, url: linkTo(house.config, paths.push), tag: "welcome" }
    const fault = await faultOfPush(house, sealed, welcome, ask)
    if (fault === null) await as((tx) => makeLive(tx, id))
    else if (fault === gone) await as((tx) => endGone(tx, id))
    else await as((tx) => keepAskFailed(tx, id, { fault, attemptsMax }))
  }
  for (const one of await as((tx) => pushesWaiting(tx, atOnce))) {
    const fault = await faultOfPush(house, one.sealed, noticeOf(house, one), ask)
    if (fault === null) await as((tx) => keepSent(tx, one))
    else {
      await as((tx) => keepFailed(tx, one, { fault, attemptsMax }))
      if (fault === gone) await as((tx) => endGone(tx, one.subscriptionId))
    }
  }
}

function noticeOf(house: House, { what, code, title, looksLike, recallReason }: PushWaiting): Notice {
  const t = pushWords.vi.notices
  return {
    title: what === "released" ? t.released(title) : t.recalled(title),
    body: shortOf(what === "released" ? looksLike : (recallReason ?? "")),
    url: linkTo(house.config, paths.publicWarning(code)),
    tag: `warning-${code}`,
  }
}

const gone = "gone"

async function faultOfPush(house: House, sealed: Buffer, notice: Notice, ask: Ask): Promise<string | null> {
  const browser = browserIn(house.keys.open("identity", sealed).toString())
  if (browser === null) return gone
  const { url, headers, body } = requestOf(house, browser, notice)
  try {
    const { status } = await ask({ url, headers, body, bytesMax: pushLimits.bytes, ms: pushLimits.ms })
    if (status === 404 || status === 410) return gone
    return status >= 200 && status < 300 ? null : `HTTP ${status}`
  } catch (error) {
    if (error instanceof Unreachable)
      return error.message === "" ? error.why : `${error.why}: ${error.message}`
    throw error
  }
}

function requestOf(house: House, browser: Browser, notice: Notice) {
  const details = webPush.generateRequestDetails(browser, JSON.stringify(notice), {
    vapidDetails: { subject: `mailto:lienphong@${issuerOf(house).domain}`, ...vapidOf(house) },
    TTL: pushLimits.seconds,
    urgency: "high",
  })
  const headers = Object.fromEntries(
    Object.entries(details.headers).map(([name, value]) => [name, String(value)]),
  )
  return { url: details.endpoint, headers, body: details.body }
}
