/** What is published of checks, for everybody. */
import { Hono } from "hono"
import { readAsPublic } from "../../kernel/db/database.ts"
import type { Env } from "../../kernel/http/env.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import { csvResponse } from "../../kernel/http/sheet.ts"
import { listState } from "../../kernel/ui/list-state.ts"
import { publishedPage, publishedSheet } from "../pages/published.tsx"
import { paths } from "../paths.ts"
import { publishedChecks } from "../store/publications.ts"

export const publishedRoutes = new Hono<Env>()
const exportMax = 2_000

publishedRoutes.get(paths.published, async (c) => {
  const state = listState(c.req.url, { filters: [], sorts: ["ngay"] })
  const page = { limit: state.perPage, offset: state.offset }
  const found = await readAsPublic(c.get("house").db, (tx) => publishedChecks(tx, page), "at-once")
  return c.html(publishedPage({ frame: frameOf(c), ...found, state }))
})

publishedRoutes.get(paths.publishedCsv, async (c) => {
  const page = { limit: exportMax, offset: 0 }
  const { rows } = await readAsPublic(c.get("house").db, (tx) => publishedChecks(tx, page), "at-once")
  return csvResponse(c, publishedSheet(rows, c.get("language")))
})
