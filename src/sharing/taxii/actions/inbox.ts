/**
 * The inbox of a body: its programs hand in STIX objects by TAXII, read back what they handed in, and take it out again. An
 * indicator becomes a draft of the body by a job (`receiving.ts`): two people here decide whether it goes out.
 */
import { randomUUID } from "node:crypto"
import { asToken, type Tx } from "../../../kernel/db/database.ts"
import type { House } from "../../../kernel/house.ts"
import type { TokenHolder } from "../../../kernel/http/env.ts"
import { journal } from "../../../kernel/journal.ts"
import { depthOf } from "../../../kernel/json.ts"
import { isStorable } from "../../../kernel/storable.ts"
import { idOf } from "../../feeds/domain/ids.ts"
import { importLimits } from "../../imports/domain/line.ts"
import {
  specVersionOf,
  type TaxiiObject,
  TooManyRequests,
  versionOf,
  type Wanted,
} from "../domain/entries.ts"
import type { Status } from "../domain/service.ts"
import { type ObjectAnswer, statusOf } from "../domain/status.ts"
import {
  countLately,
  inboxBeside,
  insertStatus,
  lockInbox,
  type NewObject,
  putInInbox,
  readStatus,
  takeOutOfInbox,
  wakeInbox,
} from "../store/inbox.ts"

/** Objects of a body; what is older than 90 days leaves (`tidyInbox`). */
export const inboxMax = 20_000
/** Objects of one request: as many as a file of an import has lines. */
export const handedInMax = 2_000
/** Requests of a body within a day: one each 45 seconds. */
const requestsMax = 2_000

export const inboxId = (bodyId: string) => idOf("collection", `inbox:${bodyId}`)

export type Sender = { house: House; token: TokenHolder; requestId: string }

const asSender = <T>({ house, token, requestId }: Sender, work: (tx: Tx) => Promise<T>): Promise<T> =>
  asToken(house.db, { bodyId: token.bodyId, scopes: token.scopes, requestId }, work)

const reasons = {
  again: "Object already added",
  spec: "only STIX 2.1 is taken here: spec_version has to be 2.1",
  deep: `nested deeper than ${importLimits.depth} levels`,
  unfit: "a character that cannot be kept",
  full: `the inbox holds ${inboxMax} objects already: delete some`,
} as const

const newOf = (object: TaxiiObject): NewObject => {
  const day = object.modified ?? object.created
  return {
    id: object.id,
    type: object.type,
    version: typeof day === "string" ? day : null,
    text: JSON.stringify(object),
  }
}

export function handIn(sender: Sender, objects: readonly TaxiiObject[]): Promise<Status> {
  const { token } = sender
  return asSender(sender, async (tx) => {
    await lockInbox(tx)
    if ((await countLately(tx)) >= requestsMax)
      throw new TooManyRequests(
        `At most ${requestsMax} requests within 24 hours: send more objects in each, up to ${handedInMax}`,
      )
    const rows = objects.map(newOf)
    const { held, known } = await inboxBeside(tx, rows)
    const fresh: NewObject[] = []
    const at = sender.house.clock.now().toISOString()
    const answers = objects.map((object, nth): ObjectAnswer => {
      const row = rows[nth]
      const told = (state: ObjectAnswer["state"], message = ""): ObjectAnswer => ({
        ...{ id: object.id, version: versionOf(object, at) },
        ...{ state, message },
      })
      if (row === undefined) return told("failure")
      if (known.has(nth)) return told("success", reasons.again)
      if (specVersionOf(object) !== "2.1") return told("failure", reasons.spec)
      if (depthOf(row.text) > importLimits.depth) return told("failure", reasons.deep)
      if (!isStorable(row.text) || row.text.includes("\\u0000")) return told("failure", reasons.unfit)
      if (held + fresh.length >= inboxMax) return told("failure", reasons.full)
      fresh.push(row)
      // Whatever else it is stands beside the indicators, and waits for nobody.
      return told(object.type === "indicator" ? "pending" : "success")
    })
    const id = randomUUID()
    const askedAt = await insertStatus(tx, id, answers)
    await putInInbox(tx, id, fresh)
    const details = { rows: fresh.length, format: "taxii", token: token.tokenId }
    await journal(tx, { what: "indicator.handed-in", record: { kind: "body", id: token.bodyId }, details })
    if (answers.some(({ state }) => state === "pending")) await wakeInbox(tx)
    return statusOf(id, askedAt, answers)
  })
}

/** Out of the collection; what became of it here stays. False: nothing of the kind is there. */
export function takeOut(sender: Sender, { id, versions }: Wanted): Promise<boolean> {
  const { token } = sender
  if (id === null) return Promise.resolve(false)
  return asSender(sender, async (tx) => {
    const isGone = await takeOutOfInbox(tx, id, versions ?? ["all"])
    const details = { format: "taxii", token: token.tokenId }
    if (isGone)
      await journal(tx, { what: "indicator.taken-out", record: { kind: "body", id: token.bodyId }, details })
    return isGone
  })
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

export async function readHandIn(sender: Sender, id: string): Promise<Status | null> {
  if (!uuid.test(id)) return null
  const found = await asSender(sender, (tx) => readStatus(tx, id))
  return found === null ? null : statusOf(found.id, found.at, found.answers)
}
