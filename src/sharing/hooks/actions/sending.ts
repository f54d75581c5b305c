/**
 * Messages that wait are posted to the programs of bodies, signed; an answer of 2xx is a message that arrived, anything else is tried again
 * after 2, 4, 8… minutes. Never to a private address that the operator has not named (kernel/http/outgoing.ts), and nowhere else
 * than to the address itself: a redirect is a failure.
 */
import { asJob, type Tx } from "../../../kernel/db/database.ts"
import type { House } from "../../../kernel/house.ts"
import { linkTo } from "../../../kernel/http/links.ts"
import { type Ask, askerOf } from "../../../kernel/http/outgoing.ts"
import { paths } from "../../paths.ts"
import { post } from "../../subscriptions/actions/posting.ts"
import { inLines } from "../../subscriptions/domain/lines.ts"
import { beginSending, keepFailed, keepSent } from "../../subscriptions/store/subscriptions.ts"
import { hookLimits, signedMessage } from "../domain/message.ts"
import { type HookWaiting, hooksWaiting } from "../store/hooks.ts"
import { secretOf } from "./keeping.ts"

export const hooksJob = "sharing.hooks"
const toldAtOnce = 100
const programsAtOnce = 4

/** `ask`: how another server is asked. */
export async function tellHooks(house: House, ask: Ask = askerOf(house.config.peers)): Promise<void> {
  const waiting = await asJob(house.db, hooksJob, (tx) => hooksWaiting(tx, toldAtOnce))
  const lines = [...Map.groupBy(waiting, ({ subscriptionId }) => subscriptionId).values()]
  await inLines(lines, programsAtOnce, (line) => tellOne(house, line, ask))
}

/** In their order; behind one that failed the rest waits for the next run. */
async function tellOne(house: House, line: readonly HookWaiting[], ask: Ask): Promise<void> {
  const as = <T>(work: (tx: Tx) => Promise<T>) => asJob(house.db, hooksJob, work)
  for (const one of line) {
    if (!(await as((tx) => beginSending(tx, one)))) continue
    const fault = await faultOfSending(house, one, ask)
    if (fault === null) await as((tx) => keepSent(tx, one))
    else {
      await as((tx) => keepFailed(tx, one, fault))
      return
    }
  }
}

async function faultOfSending(house: House, one: HookWaiting, ask: Ask): Promise<string | null> {
  const { id, what, url, subscriptionId, warningId: _, ...warning } = one
  const address = linkTo(house.config, paths.publicWarning(one.code))
  const { body, headers } = signedMessage(
    { id, what, warning, address, sentAt: new Date() },
    secretOf(house, subscriptionId),
  )
  const { fault } = await post(ask, {
    ...{ url, headers, body },
    ...{ bytesMax: hookLimits.bytes, ms: hookLimits.ms },
  })
  return fault
}
