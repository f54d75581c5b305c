/** The crest that the province gave, for every visitor; a browser keeps it until it changes. */
import { Hono } from "hono"
import { crestPath } from "./crest-href.ts"
import type { Env } from "./env.ts"
import { missingPage } from "./mishaps.tsx"

export const crestRoutes = new Hono<Env>().get(crestPath, (c) => {
  const { crest } = c.get("house")
  if (crest === null) return missingPage(c)
  const isThis = c.req.query("v") === crest.version
  return c.body(Uint8Array.from(crest.png), 200, {
    "content-type": "image/png",
    "cache-control": isThis ? "public, max-age=31536000, immutable" : "no-cache",
  })
})
