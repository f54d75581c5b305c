/** `/huong-dan`: for everybody, signed in or not. */
import { Hono } from "hono"
import type { Env } from "../kernel/http/env.ts"
import { frameOf } from "../kernel/http/frame.ts"
import { GuidePage, GuidesPage } from "./pages.tsx"
import { type GuideLinks, guides, paths } from "./paths.ts"

/** `links`: of the slices whose pages the guides lead to. */
export function guideRoutes(links: GuideLinks): Hono<Env> {
  const routes = new Hono<Env>().get(paths.all, (c) => c.html(<GuidesPage frame={frameOf(c)} />))
  for (const guide of guides)
    routes.get(paths.guide(guide), (c) => c.html(<GuidePage frame={frameOf(c)} {...{ guide, links }} />))
  return routes
}
