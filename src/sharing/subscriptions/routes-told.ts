/** The log of warnings sent, over HTTP: of all of the body's, and of one. */
import { Hono } from "hono"
import { allow, requireOfficer } from "../../accounts/index.ts"
import { deskOf, type Env } from "../../kernel/http/env.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import { missingPage } from "../../kernel/http/mishaps.tsx"
import { listState } from "../../kernel/ui/index.ts"
import { seatOf } from "../../signals/index.ts"
import { paths } from "../paths.ts"
import { readTold, readToldOf } from "./actions/told.ts"
import { toldOfPage, toldPage } from "./pages/told.tsx"

export const toldRoutes = new Hono<Env>()
const guards = [requireOfficer, allow("exchange.manage")] as const

toldRoutes.get(paths.told, ...guards, async (c) => {
  const state = listState(c.req.url, { filters: [], sorts: ["moi"], perPage: 20 })
  const found = await readTold(seatOf(deskOf(c)), { limit: state.perPage, offset: state.offset })
  return c.html(toldPage({ frame: frameOf(c), state, ...found }))
})

toldRoutes.get(paths.toldOf(":code{[1-9][0-9]{0,8}}"), ...guards, async (c) => {
  const state = listState(c.req.url, { filters: [], sorts: ["moi"], perPage: 50 })
  const window = { limit: state.perPage, offset: state.offset }
  const found = await readToldOf(seatOf(deskOf(c)), Number(c.req.param("code")), window)
  if (found === null) return missingPage(c)
  return c.html(toldOfPage({ frame: frameOf(c), state, ...found }))
})
