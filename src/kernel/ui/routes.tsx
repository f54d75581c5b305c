import { Hono } from "hono"
import type { Env } from "../http/env.ts"
import { assetRoutes } from "./assets.ts"
import { UiGallery } from "./gallery.tsx"

/** Styles and scripts, and the living page `/ui` that shows each component in each state. */
export const uiRoutes = new Hono<Env>().route("/", assetRoutes).get("/ui", (c) => {
  const { pathname, search } = new URL(c.req.url)
  return c.html(<UiGallery lang={c.get("language")} url={`${pathname}${search}`} />)
})
