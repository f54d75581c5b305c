/** The page of one number, account or address; reached from wherever one is shown. */
import { Hono } from "hono"
import { allow, requireOfficer } from "../../accounts/index.ts"
import { deskOf, type Env } from "../../kernel/http/env.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import { missingPage } from "../../kernel/http/mishaps.tsx"
import type { AboutIdentifier } from "../../kernel/search/about.ts"
import { aboutIdentifier, oneNamed } from "../actions/about.ts"
import { seatOf } from "../actions/seat.ts"
import { aboutPage } from "../pages/about.tsx"
import { paths } from "../paths.ts"

const valueCharsMax = 2_000

export function aboutRoutes(others: readonly AboutIdentifier[]) {
  const routes = new Hono<Env>()
  routes.get(paths.about, requireOfficer, allow("signal.read"), async (c) => {
    const value = (c.req.query("gia-tri") ?? "").trim().slice(0, valueCharsMax)
    const kind = c.req.query("kieu") ?? ""
    const asked = kind === "" ? oneNamed(value) : { kind, value }
    if (asked === null || value === "") return missingPage(c)
    const about = await aboutIdentifier(seatOf(deskOf(c)), asked, { lang: c.get("language"), others })
    return c.html(aboutPage({ frame: frameOf(c), about }))
  })
  return routes
}
