/** How the set-up is reached: a link printed on the machine, spent by the first form that is sent from it. */
import { randomBytes } from "node:crypto"
import { asJob } from "../../kernel/db/database.ts"
import type { House } from "../../kernel/house.ts"
import { isSetUp } from "../../kernel/installation.ts"
import { journal } from "../../kernel/journal.ts"
import type { Keys } from "../../kernel/keys.ts"
import { isLinkGood, isSessionGood, putLink, spendLink } from "../store/links.ts"

type Doors = Pick<House, "db" | "keys">

export const linkMinutes = 60
/** The browser that spent the link goes on for so long; a new link resumes elsewhere, or later. */
export const sessionHours = 12

const tokenPattern = /^[A-Za-z0-9_-]{43}$/
const newToken = () => randomBytes(32).toString("base64url")
const hashOf = (keys: Keys, kind: "link" | "session", token: string) =>
  keys.hmac("token", `setup-${kind}:${token}`)

/** The token of a new link, the one before is dead; null: the set-up is over. */
export function makeLink({ db, keys }: Doors): Promise<string | null> {
  const token = newToken()
  return asJob(db, "setup.link", async (tx) => {
    if (await isSetUp(tx)) return null
    await putLink(tx, hashOf(keys, "link", token), linkMinutes)
    await journal(tx, { what: "setup.link-made" })
    return token
  })
}

export type LinkState = "good" | "gone" | "over"

export function readLink({ db, keys }: Doors, token: string): Promise<LinkState> {
  return asJob(db, "setup.link", async (tx) => {
    if (await isSetUp(tx)) return "over"
    return tokenPattern.test(token) && (await isLinkGood(tx, hashOf(keys, "link", token))) ? "good" : "gone"
  })
}

/** The value of the cookie that goes on from here; null: the link is spent, too old or none. */
export function openLink({ db, keys }: Doors, token: string): Promise<string | null> {
  if (!tokenPattern.test(token)) return Promise.resolve(null)
  const session = newToken()
  return asJob(db, "setup.link", async (tx) => {
    const link = { tokenHash: hashOf(keys, "link", token), sessionHash: hashOf(keys, "session", session) }
    if ((await isSetUp(tx)) || !(await spendLink(tx, { ...link, hours: sessionHours }))) return null
    await journal(tx, { what: "setup.begun" })
    return session
  })
}

export function readSession({ db, keys }: Doors, session: string | undefined): Promise<LinkState> {
  return asJob(db, "setup.link", async (tx) => {
    if (await isSetUp(tx)) return "over"
    const isGood =
      session !== undefined &&
      tokenPattern.test(session) &&
      (await isSessionGood(tx, hashOf(keys, "session", session)))
    return isGood ? "good" : "gone"
  })
}
