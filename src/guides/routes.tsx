/** `/huong-dan`: for everybody, signed in or not. */
import { Hono } from "hono"
import type { Env, SignedIn } from "../kernel/http/env.ts"
import { frameOf } from "../kernel/http/frame.ts"
import { GuidePage, GuidesPage } from "./pages.tsx"
import { type GuideLinks, guides, paths } from "./paths.ts"

type Opens = (officer: SignedIn | null, href: string) => boolean

/** `links`: of the slices whose pages the guides lead to; `opens`: whether such a page opens for who reads the guide. */
export function guideRoutes(links: GuideLinks, opens: Opens): Hono<Env> {
  const routes = new Hono<Env>().get(paths.all, (c) => c.html(<GuidesPage frame={frameOf(c)} />))
  for (const guide of guides)
    routes.get(paths.guide(guide), (c) => {
      const doors = links[guide].map((href) => (opens(c.get("officer"), href) ? href : null))
      return c.html(<GuidePage frame={frameOf(c)} {...{ guide, doors }} />)
    })
  return routes
}
