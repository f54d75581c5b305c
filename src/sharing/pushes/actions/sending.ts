/**
 * Notifications to browsers, by their push services: encrypted for the browser alone, signed with our VAPID key. The address is the word of
 * somebody without a name, so that it is asked on the open Internet alone, whatever the operator has named (kernel/http/outgoing.ts).
 * A service that says that its browser is gone ends the subscription; one that answers slowly keeps few others waiting.
 */
import webPush from "web-push"
import { asJob, type Tx } from "../../../kernel/db/database.ts"
import type { House } from "../../../kernel/house.ts"
import { linkTo } from "../../../kernel/http/links.ts"
import { type Ask, askerOf } from "../../../kernel/http/outgoing.ts"
import { issuerOf } from "../../feeds/actions/reading.ts"
import { paths } from "../../paths.ts"
import { post } from "../../subscriptions/actions/posting.ts"
import { inLines } from "../../subscriptions/domain/lines.ts"
import { beginSending, keepAskFailed, keepFailed, keepSent } from "../../subscriptions/store/subscriptions.ts"
import { type Browser, browserIn, linesOf, type Notice, pushLimits, shortOf } from "../domain/browser.ts"
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
/** Limits of one run; the next minute's goes on from there. */
const atOnce = { told: 500, welcomed: 20, lines: 8, runMs: 45_000 } as const

/** `ask`: how a push service is asked. Warnings go before welcomes: whoever asks for many of these keeps no warning back. */
export async function tellBrowsers(house: House, ask: Ask = askerOf([])): Promise<void> {
  const as = <T>(work: (tx: Tx) => Promise<T>) => asJob(house.db, pushesJob, work)
  const run: Run = { house, ask, vapid: vapidDetailsOf(house), until: performance.now() + atOnce.runMs }
  const t = pushWords.vi.notices
  await as(forgetLeft)

  const waiting = await as((tx) => pushesWaiting(tx, atOnce.told))
  await tellAll(run, waiting, async (one) => {
    if (!(await as((tx) => beginSending(tx, one)))) return null
    const fault = await faultOfPush(run, one.browser, noticeOf(house, one))
    if (fault === null) await as((tx) => keepSent(tx, one))
    else await as((tx) => keepFailed(tx, one, fault))
    if (fault === gone) await as((tx) => endGone(tx, one.subscriptionId))
    return fault
  })

  const asked = await as((tx) => pushesAsked(tx, atOnce.welcomed))
  const welcome = { ...t.welcome, url: linkTo(house.config, paths.push), tag: "welcome" }
  await tellAll(run, asked, async ({ id, browser }) => {
    const fault = await faultOfPush(run, browser, welcome)
    if (fault === null) await as((tx) => makeLive(tx, id))
    else if (fault === gone) await as((tx) => endGone(tx, id))
    else await as((tx) => keepAskFailed(tx, id, fault))
    return fault
  })
}

/** `until`: by the clock of `performance`. */
type Run = { house: House; ask: Ask; vapid: ReturnType<typeof vapidDetailsOf>; until: number }
type WithBrowser = { browser: Browser | null }

/** Behind one whose service fails its line waits for the next run. */
async function tellAll<One extends { sealed: Buffer }>(
  { house, until }: Run,
  all: readonly One[],
  tell: (one: One & WithBrowser) => Promise<string | null>,
): Promise<void> {
  const opened = all.map((one) => ({
    ...one,
    browser: browserIn(house.keys.open("identity", one.sealed).toString()),
  }))
  await inLines(linesOf(opened), atOnce.lines, async (line) => {
    for (const one of line) {
      if (performance.now() > until) return
      if (isOfService(await tell(one))) return
    }
  })
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
/** 429 and what is no answer of 4xx: the next browser of this service would fare no better. */
const isOfService = (fault: string | null) => fault !== null && fault !== gone && !/^HTTP 4(?!29)/.test(fault)

async function faultOfPush(run: Run, browser: Browser | null, notice: Notice): Promise<string | null> {
  const request = browser && requestOf(run, browser, notice)
  if (request === null) return gone
  const { status, fault } = await post(run.ask, {
    ...request,
    ...{ bytesMax: pushLimits.bytes, ms: pushLimits.ms },
  })
  return status === 404 || status === 410 ? gone : fault
}

const vapidDetailsOf = (house: House) => ({
  subject: `mailto:lienphong@${issuerOf(house).domain}`,
  ...vapidOf(house),
})

/** Null: nothing can be encrypted for this browser, now or later. */
function requestOf({ vapid }: Run, browser: Browser, notice: Notice) {
  try {
    const details = webPush.generateRequestDetails(browser, JSON.stringify(notice), {
      vapidDetails: vapid,
      TTL: pushLimits.seconds,
      urgency: "high",
    })
    const headers = Object.fromEntries(
      Object.entries(details.headers).map(([name, value]) => [name, String(value)]),
    )
    return { url: details.endpoint, headers, body: details.body }
  } catch {
    return null
  }
}
