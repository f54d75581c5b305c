/** The province of tests behind the real app, its people signed in. */
import type { Signed } from "../../accounts/testing.ts"
import { createApp } from "../../app.ts"
import type { House } from "../../kernel/house.ts"
import type { Log } from "../../kernel/log.ts"
import type { TestDatabase } from "../../kernel/testing/database.ts"
import { houseOf } from "../../kernel/testing/house.ts"
import { type PersonKey, personKeys, signedIn } from "../../testing/province.ts"

export type Hub = Record<PersonKey, Signed> & {
  house: House
  app: ReturnType<typeof createApp>
  post(path: string, fields: Record<string, string>, who?: Signed): Promise<Response>
  get(path: string, who?: Signed): Promise<Response>
}

/** `log`: for a test that reads what is logged. */
export async function hubOf(db: TestDatabase, log?: Log): Promise<Hub> {
  const house = { ...houseOf(db), ...(log === undefined ? {} : { log }) }
  const app = createApp(house)
  const signed: Partial<Record<PersonKey, Signed>> = {}
  for (const key of personKeys) signed[key] = await signedIn(db, key)
  const sameOrigin = { "sec-fetch-site": "same-origin" }
  const get = async (path: string, who?: Signed) =>
    app.request(path, who === undefined ? {} : { headers: { cookie: who.cookie } })
  const post = async (path: string, fields: Record<string, string>, who?: Signed) =>
    app.request(path, {
      method: "POST",
      body: new URLSearchParams(fields),
      headers: { ...sameOrigin, ...(who === undefined ? {} : { cookie: who.cookie }) },
    })
  return { ...(signed as Record<PersonKey, Signed>), house, app, get, post }
}

export const once = (n: number) => n.toString(16).padStart(32, "0")

/** The receipt code that stands on a page. */
export function codeOn(html: string): string {
  const code = /\b[0-9A-HJKMNP-TV-Z]{5}(?:-[0-9A-HJKMNP-TV-Z]{5}){3}\b/.exec(html)?.[0]
  if (code === undefined) throw new Error("no receipt code on this page")
  return code
}
