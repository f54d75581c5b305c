/**
 * A form that is sent twice acts once. Each form carries a random token (`once`); with who sent it, where to and what was
 * in it, it makes a key that is committed together with what the form did (`sendings`, migration 0740).
 */
import { createHash, randomBytes } from "node:crypto"
import type { MiddlewareHandler } from "hono"
import { sql } from "kysely"
import { asPublic, type Database } from "../db/database.ts"
import type { Sending, SentBefore } from "../db/sending.ts"
import type { Ctx, Env } from "./env.ts"
import { refuse } from "./refusal.tsx"

/** The name of the hidden field. */
export const onceField = "once"
const oncePattern = /^[0-9a-f]{32}$/

export const newOnce = (): string => randomBytes(16).toString("hex")

/** The token that the form was sent with; null for a form without, as programs of old may send it. */
export const onceOf = (c: Ctx): string | null => c.get("once") ?? null

/** Called by the reader of bodies when all of a form has been read. `files`: SHA-256 of each, in order. */
export function noteOnce(
  c: Ctx,
  once: string | undefined,
  fields: ReadonlyMap<string, readonly string[]>,
  files: readonly string[],
): void {
  const sending = c.get("sending")
  if (sending === undefined || once === undefined || !oncePattern.test(once)) return
  c.set("once", once)
  const officer = c.get("officer")
  const who = officer === null ? null : [officer.officerId, officer.bodyId]
  const content = createHash("sha256")
    .update(JSON.stringify([[...fields], files]))
    .digest("hex")
  const said = JSON.stringify(["sending", who, c.req.path, once, content])
  sending.key = c.get("house").keys.hmac("session", said)
}

/** Notes where the answer led; what was refused after all, or only shown, may be sent again. */
export const sentOnce: MiddlewareHandler<Env> = async (c, next) => {
  const sending: Sending = { key: null, requestId: c.get("requestId"), isHeld: false, keepsPage: false }
  c.set("sending", sending)
  await next()
  if (!sending.isHeld) return
  const location = c.res.status < 400 ? c.res.headers.get("location") : null
  if (c.res.status < 400 && location === null && sending.keepsPage) return
  await aboutSending(c.get("house").db, sending, location === null ? "free" : { location })
}

/** The twin's answer: where the first one led, or a page that says that it is written already. */
export async function answerTwin(c: Ctx, error: SentBefore): Promise<Response> {
  const location = await aboutSending(c.get("house").db, error.sending, "read")
  return location === null ? refuse(c, "again") : c.redirect(location, 303)
}

/** Where the first one's answer led is kept or read; "free": the same form may be sent again. */
async function aboutSending(
  db: Database,
  { key, requestId }: Sending,
  what: "read" | "free" | { location: string },
): Promise<string | null> {
  if (key === null) return null
  return asPublic(db, async (tx) => {
    await sql`select set_config('app.once', ${key}, true)`.execute(tx)
    if (what === "read") {
      const found = tx.selectFrom("sendings").select("location").where("key", "=", key)
      return (await found.executeTakeFirst())?.location ?? null
    }
    if (what === "free")
      await tx.deleteFrom("sendings").where("key", "=", key).where("requestId", "=", requestId).execute()
    else
      await tx
        .updateTable("sendings")
        .set({ location: what.location.slice(0, 2_000) })
        .where("key", "=", key)
        .where("requestId", "=", requestId)
        .execute()
    return null
  })
}
