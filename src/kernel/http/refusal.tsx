/**
 * Every request that is refused before an action looks at it: a page in our own frame that says what happened and what
 * to do, and for programs a problem document (RFC 9457).
 */

import { storable } from "../storable.ts"
import { Actions, Button, Layout } from "../ui/index.ts"
import { TypedBlock } from "../ui/typed.tsx"
import type { Ctx } from "./env.ts"
import { frameOf } from "./frame.ts"
import { isForPrograms, problem } from "./problem.ts"
import { refusalWords } from "./words-refusal.ts"

export { isForPrograms, problem }

/** The status of each refusal. */
export const refusals = {
  /** Parts of the request contradict HTTP, its body breaks off, or its JSON does not parse. */
  broken: 400,
  /** The address holds a character that no address of ours has. */
  address: 400,
  /** NUL, or half of a character: no text of ours can hold it. */
  characters: 400,
  /** A value that the database could not read as what it should be: a forged id, a day that is none. */
  value: 400,
  unauthorized: 401,
  otherSite: 403,
  forbidden: 403,
  missing: 404,
  /** The same form was sent before, and its answer was a page. */
  again: 409,
  /** A program gave two different requests one `Idempotency-Key`. */
  keyReused: 422,
  method: 405,
  tooLarge: 413,
  /** The network has sent all that it may in this hour. */
  tooMuch: 429,
  /** The disk has no room for files. */
  noRoom: 503,
  mediaType: 415,
  encoded: 415,
  /** The request did not arrive whole in the time that the server waits for one. */
  slow: 408,
  /** The head of the request, cookies included, is longer than the server reads (16 KB). */
  heads: 431,
} as const
export type Refusal = keyof typeof refusals

/** Thrown where the body is read; `failed` (mishaps.tsx) turns it into the page. */
export class Refused extends Error {
  readonly why: Refusal
  /** The place of what is refused in a program's document, as a JSON pointer. */
  readonly at: string | undefined
  constructor(why: Refusal, at?: string) {
    super(why)
    this.why = why
    this.at = at
  }
}

export function refuse(c: Ctx, why: Refusal, at?: string): Response | Promise<Response> {
  const status = refusals[why]
  const all = refusalWords[c.get("language")]
  const t = all[why]
  c.header("cache-control", "no-store")
  if (isForPrograms(c)) return problem(c, status, { error: codes[why], detail: `${t.title}. ${t.help}`, at })
  const frame = frameOf(c)
  const form = why === "characters" || why === "value" ? c.get("opened")?.page : undefined
  const clean = why === "characters" && c.req.method === "GET" ? withoutUnstorable(c.req.url) : undefined
  return c.html(
    <Layout {...frame} title={t.title}>
      <p class="measure">{t.help}</p>
      <Actions>
        {clean !== undefined && <Button href={clean}>{all.cleanAddress}</Button>}
        {form !== undefined && <Button href={form}>{all.form}</Button>}
        <Button look="second" href="/">
          {all.home}
        </Button>
      </Actions>
      <SentWords frame={frame} />
    </Layout>,
    status,
  )
}

/** Typed words on a page that has no such form: to be read and copied. */
export function SentWords({ frame: { typed, lang } }: { frame: ReturnType<typeof frameOf> }) {
  if (typed == null || typed.why !== "answer") return null
  typed.isShown = true
  return <TypedBlock typed={typed} lang={lang} />
}

/** Path and query, everything else in it as it was. */
function withoutUnstorable(address: string): string {
  const { pathname, searchParams } = new URL(address)
  const kept = [...searchParams].map(([name, value]) => [storable(name), storable(value)])
  return `${pathname}?${new URLSearchParams(kept)}`
}

/** What a program compares; the words beside it are for people. */
const codes: Readonly<Record<Refusal, string>> = {
  broken: "malformed",
  address: "malformed-address",
  characters: "unstorable-characters",
  value: "malformed-value",
  unauthorized: "unauthorized",
  otherSite: "cross-site",
  forbidden: "forbidden",
  missing: "not-found",
  again: "sent-before",
  keyReused: "idempotency-key-reused",
  method: "method-not-allowed",
  tooLarge: "too-large",
  tooMuch: "too-much",
  noRoom: "no-room",
  mediaType: "unsupported-media-type",
  encoded: "unsupported-encoding",
  slow: "too-slow",
  heads: "heads-too-large",
}
