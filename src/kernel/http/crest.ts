/** `/huy-hieu.png`: the crest that the province gave, for every visitor; a browser keeps it until it changes. */
import { Hono } from "hono"
import type { Crest } from "../installation.ts"
import type { Env } from "./env.ts"
import { missingPage } from "./mishaps.tsx"

const path = "/huy-hieu.png"

/** Null: the province gave none. */
export const crestHref = (crest: Crest | null): string | null =>
  crest === null ? null : `${path}?v=${crest.version}`

export const crestRoutes = new Hono<Env>().get(path, (c) => {
  const { crest } = c.get("house")
  if (crest === null) return missingPage(c)
  const isThis = c.req.query("v") === crest.version
  return c.body(Uint8Array.from(crest.png), 200, {
    "content-type": "image/png",
    "cache-control": isThis ? "public, max-age=31536000, immutable" : "no-cache",
  })
})
