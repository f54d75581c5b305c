/** Webhooks of a body, as its administrator keeps them: added, ended, a message sent again. */
import type { House } from "../../../kernel/house.ts"
import { journal } from "../../../kernel/journal.ts"
import type { Seat } from "../../actions/seat.ts"
import { hookAt, hooksMax } from "../domain/message.ts"
import { countHooks, endHook, type Hook, hooksOf, insertHook, replayDelivery } from "../store/hooks.ts"

const deliveriesShown = 15

/** Made anew from a key outside the database, and kept nowhere. */
export const secretOf = ({ keys }: Pick<House, "keys">, id: string): string =>
  `whsec_${Buffer.from(keys.hmac("token", `webhook ${id}`), "hex").toString("base64")}`

export type HookPage = { hooks: Hook[]; total: number }

/** A body that others became part of has their webhooks too, however many may be added. */
export const readHooks = (seat: Seat, window: { limit: number; offset: number }): Promise<HookPage> =>
  seat.look(async (tx) => {
    const [hooks, total] = await Promise.all([
      hooksOf(tx, { ...window, deliveries: deliveriesShown }),
      countHooks(tx),
    ])
    return { hooks, total }
  })

export type HookRefusal = "notAnAddress" | "known" | "tooMany"

/** The secret is shown to who added it, once. */
export async function addHook(
  seat: Seat,
  { name, url: typed }: { name: string; url: string },
): Promise<{ secret: string } | { refused: HookRefusal }> {
  const url = hookAt(typed)
  if (url === null) return { refused: "notAnAddress" }
  const hash = seat.house.keys.hmac("token", `webhook ${seat.bodyId} ${url}`)
  return seat.open(async (tx) => {
    if ((await countHooks(tx)) >= hooksMax) return { refused: "tooMany" }
    const id = await insertHook(tx, { name, url, hash, byName: seat.name })
    if (id === null) return { refused: "known" }
    await journal(tx, { what: "webhook.added", record: { kind: "webhook", id } })
    return { secret: secretOf(seat.house, id) }
  })
}

export const leaveHook = (seat: Seat, id: string): Promise<boolean> =>
  seat.open(async (tx) => {
    const isEnded = await endHook(tx, id)
    if (isEnded) await journal(tx, { what: "webhook.ended", record: { kind: "webhook", id } })
    return isEnded
  })

export const sendAgain = (seat: Seat, deliveryId: string): Promise<boolean> =>
  seat.open((tx) => replayDelivery(tx, deliveryId))
