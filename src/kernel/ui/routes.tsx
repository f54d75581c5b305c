import { Hono } from "hono"
import type { Env } from "../http/env.ts"
import { missingPage } from "../http/mishaps.tsx"
import { isFromHere } from "../http/network.ts"
import { assetRoutes } from "./assets.ts"
import { UiGallery } from "./gallery.tsx"

/** Styles and scripts, and the living page `/ui` that shows each component in each state: in the demo and on this machine only. */
export const uiRoutes = new Hono<Env>().route("/", assetRoutes).get("/ui", (c) => {
  if (!c.get("house").config.demo && !isFromHere(c)) return missingPage(c)
  const { pathname, search } = new URL(c.req.url)
  return c.html(<UiGallery lang={c.get("language")} url={`${pathname}${search}`} />)
})
