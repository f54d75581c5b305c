/** Published plans and conclusions of checks, for everybody. */
import { Hono } from "hono"
import type { Env } from "../../kernel/http/env.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import { csvResponse } from "../../kernel/http/sheet.ts"
import { listState } from "../../kernel/ui/list-state.ts"
import { readPublished } from "../actions/publishing.ts"
import { publishedPage, publishedSheet } from "../pages/published.tsx"
import { paths } from "../paths.ts"

export const publishedRoutes = new Hono<Env>()
const exportMax = 2_000

publishedRoutes.get(paths.published, async (c) => {
  const state = listState(c.req.url, { filters: [], sorts: ["ngay"] })
  const page = { limit: state.perPage, offset: state.offset }
  const found = await readPublished(c.get("house"), page)
  return c.html(publishedPage({ frame: frameOf(c), ...found, state }))
})

publishedRoutes.get(paths.publishedCsv, async (c) => {
  const page = { limit: exportMax, offset: 0 }
  const { rows } = await readPublished(c.get("house"), page)
  return csvResponse(c, publishedSheet(rows, c.get("language")))
})
