/**
 * Nothing typed is lost. A form that is sent after its session ended is kept, sealed, for the officer who opened it, and
 * stands filled in after signing in again; and an answer that refuses a form shows what was typed, also where the page has
 * no such form any more.
 */
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto"
import type { MiddlewareHandler } from "hono"
import { sql } from "kysely"
import { asJob, asOfficer } from "../db/database.ts"
import { keptMinutes, tidyKeptForms } from "../db/kept-forms.ts"
import type { House } from "../house.ts"
import type { Answers } from "../ui/form.tsx"
import { type Typed, TypedBlock } from "../ui/typed.tsx"
import { readFiles } from "./body.ts"
import { type Ctx, deskOf, type Env, type Lists } from "./env.ts"

/** Gives a path what `URL` asks for; never seen. */
const noHost = "http://here.invalid"

/** Said in the address of the page that is shown again. */
export const ticketQuery = "giu"
const keptBytesMax = 500_000
/** The newest ones of an officer; older ones go. */
const keptMax = 5
/** Never kept, never shown: what opens something. */
const secretNames = new Set([
  "password",
  "passphrase",
  "current",
  "next",
  "again",
  "code",
  "secret",
  "declared",
])
export const isNeverKept = (field: string) => secretNames.has(field)

type Kept = { action: string; answers: Record<string, readonly string[]>; files: string[]; openedAt: number }

/**
 * Keeps the form that came without a session, for the officer who opened it. Gives the address of its page with the ticket;
 * null where the form does not say whose it is, or is larger than what is kept. Its files are named, not kept.
 */
export async function keepTyped(c: Ctx): Promise<string | null> {
  const { lists, files } = await readRefused(c)
  const opened = c.get("opened")
  if (opened?.officerId == null) return null
  const kept: Kept = { action: actionOf(c), answers: withoutSecrets(lists), files, openedAt: opened.at }
  const plain = Buffer.from(JSON.stringify(kept))
  if (plain.length > keptBytesMax) return null
  const house = c.get("house")
  const ticket = randomBytes(16).toString("hex")
  const row = { key: keyOf(house, ticket), officerId: opened.officerId, sealed: sealed(house, plain) }
  await asJob(house.db, "forms.keep", async (tx) => {
    await tidyKeptForms(tx)
    await sql`delete from kept_forms where key in (select key from kept_forms where officer_id = ${row.officerId}
      order by kept_at desc offset ${keptMax - 1})`.execute(tx)
    await tx.insertInto("keptForms").values(row).execute()
  })
  return `${withTicket(opened.page, ticket)}#typed`
}

/** Of a form that is refused before its route reads it: its words, and the names of its files. No file is kept. */
export async function readRefused(c: Ctx): Promise<{ lists: Lists; files: string[] }> {
  const files: string[] = []
  const lists = await readFiles(c, {
    onTooMany() {},
    onBroken() {},
    async onFile({ name, stream }) {
      files.push(name.slice(0, 200))
      for await (const _piece of stream);
    },
  })
  return { lists, files }
}

function withTicket(page: string, ticket: string): string {
  const url = new URL(page, noHost)
  url.searchParams.set(ticketQuery, ticket)
  return `${url.pathname}${url.search}`
}

/** The page that is opened with a ticket carries the words; the answer to its form, once taken, ends them. */
export const typedStays: MiddlewareHandler<Env> = async (c, next) => {
  const ticket = c.req.query(ticketQuery) ?? ""
  if (c.req.method === "GET" && c.get("officer") !== null && /^[0-9a-f]{32}$/.test(ticket))
    await open(c, ticket)
  await next()
  await eraseSent(c)
  const typed = c.get("typed")
  if (typed === undefined || typed.isShown || c.get("officer") === null) return
  const isPage = c.res.headers.get("content-type")?.startsWith("text/html") === true
  if (!isPage || (typed.why === "answer" && c.res.status < 400)) return
  const html = await c.res.text()
  const block = (<TypedBlock typed={typed} lang={c.get("language")} />).toString()
  const end = html.lastIndexOf("</main>")
  c.res = new Response(end < 0 ? html : html.slice(0, end) + block + html.slice(end), c.res)
}

async function open(c: Ctx, ticket: string): Promise<void> {
  const { house, who } = deskOf(c)
  const key = keyOf(house, ticket)
  const row = await asOfficer(house.db, who, (tx) =>
    tx
      .selectFrom("keptForms")
      .select("sealed")
      .where("key", "=", key)
      .where(sql<boolean>`kept_at > now() - make_interval(mins => ${keptMinutes})`)
      .executeTakeFirst(),
  )
  const plain = row === undefined ? null : unsealed(house, row.sealed)
  if (plain === null) return
  const { action, answers, files, openedAt } = JSON.parse(plain.toString("utf8")) as Kept
  c.set("typed", { why: "ended", action, answers, files, openedAt, moved: null, labels: {}, isShown: false })
}

async function eraseSent(c: Ctx): Promise<void> {
  const page = c.get("opened")?.page
  if (page === undefined || c.get("officer") === null || c.res.status >= 400) return
  const ticket = new URL(page, noHost).searchParams.get(ticketQuery) ?? ""
  if (!/^[0-9a-f]{32}$/.test(ticket)) return
  const { house, officer } = deskOf(c)
  const who = { officerId: officer.officerId, bodyId: officer.bodyId, requestId: c.get("requestId") }
  await asOfficer(house.db, who, (tx) =>
    tx.deleteFrom("keptForms").where("key", "=", keyOf(house, ticket)).execute(),
  )
}

/** What the page that is being drawn knows of it: of a form that is being answered, or of one that comes back. */
export function typedOf(c: Ctx): Typed | null {
  const known = c.get("typed")
  const sent = c.get("sent")
  if (known !== undefined || sent === undefined) return known ?? null
  const typed: Typed = {
    why: "answer",
    action: actionOf(c),
    answers: withoutSecrets(sent),
    files: [],
    openedAt: c.get("askedAt"),
    moved: c.get("moved") ?? null,
    labels: c.get("labels") ?? {},
    isShown: false,
  }
  c.set("typed", typed)
  return typed
}

function actionOf(c: Ctx): string {
  const { pathname, search } = new URL(c.req.url)
  return `${pathname}${search}`
}

const withoutSecrets = (lists: Lists): Record<string, readonly string[]> & Answers =>
  Object.fromEntries(Object.entries(lists).filter(([name]) => !isNeverKept(name)))

const keyOf = (house: House, ticket: string) => house.keys.hmac("session", `kept form ${ticket}`)

/** Made from the key of sessions, never that key itself: nothing more has to be backed up for what lives an hour. */
const sealingKey = (house: House) => Buffer.from(house.keys.hmac("session", "kept forms are sealed"), "hex")

/** AES-256-GCM: nonce 12, tag 16, ciphertext. */
function sealed(house: House, plain: Buffer): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv("aes-256-gcm", sealingKey(house), nonce)
  const body = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body])
}

/** Null after the key was renewed. */
function unsealed(house: House, bytes: Buffer): Buffer | null {
  const decipher = createDecipheriv("aes-256-gcm", sealingKey(house), bytes.subarray(0, 12))
  decipher.setAuthTag(bytes.subarray(12, 28))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()])
  } catch {
    return null
  }
}
