/** The published warnings: pages with addresses, because a warning is there to be sent on. */
import { Hono } from "hono"
import type { Env } from "../../kernel/http/env.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import { linkTo } from "../../kernel/http/links.ts"
import { missingPage } from "../../kernel/http/mishaps.tsx"
import { listState } from "../../kernel/ui/index.ts"
import { scamTypes } from "../../signals/index.ts"
import { readOnePublished, readPublished } from "../actions/published.ts"
import { issuerOf } from "../feeds/actions/reading.ts"
import { warningPage, warningsPage } from "../pages/published.tsx"
import { paths } from "../paths.ts"

export const publishedRoutes = new Hono<Env>()

publishedRoutes.get(paths.publicWarnings, async (c) => {
  const state = listState(c.req.url, { filters: ["noi", "kieu", "muc"], sorts: ["moi"], perPage: 20 })
  const { noi, kieu, muc } = state.filters
  const found = await readPublished(
    c.get("house"),
    { area: noi, trick: kieu, severity: muc },
    { limit: state.perPage, offset: state.offset },
  )
  const tricks = scamTypes().filter(({ value }) => found.tricks.includes(value))
  return c.html(warningsPage({ frame: frameOf(c), state, ...found, tricks }))
})

publishedRoutes.get(paths.publicWarning(":code{[1-9][0-9]{0,8}}"), async (c) => {
  const house = c.get("house")
  const found = await readOnePublished(house, Number(c.req.param("code")))
  if (found === null) return missingPage(c)
  const url = linkTo(house.config, paths.publicWarning(found.warning.code))
  const image = linkTo(house.config, paths.card(found.warning.code))
  return c.html(warningPage({ frame: frameOf(c), url, image, publisher: issuerOf(house).name, ...found }))
})
