/** `/tim?q=…`: one search over what every slice lets this officer read. */
import { Hono, type MiddlewareHandler } from "hono"
import { deskOf, type Env } from "../http/env.ts"
import { frameOf } from "../http/frame.ts"
import { askedMax, type Finder, findAnything } from "./finder.ts"
import { SearchPage } from "./page.tsx"
import { searchPath } from "./paths.ts"

export function searchRoutes(requireOfficer: MiddlewareHandler<Env>, finders: readonly Finder[]) {
  return new Hono<Env>().get(searchPath, requireOfficer, async (c) => {
    const text = (c.req.query("q") ?? "").trim().slice(0, askedMax)
    const found = text === "" ? [] : await findAnything(deskOf(c), c.get("language"), text, finders)
    // The words looked for are often somebody's number.
    c.header("cache-control", "no-store")
    return c.html(<SearchPage frame={frameOf(c)} text={text} found={found} />)
  })
}
