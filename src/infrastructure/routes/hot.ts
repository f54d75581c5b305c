/** Hot spots over HTTP. */
import { Hono } from "hono"
import { allow, requireOfficer } from "../../accounts/index.ts"
import { deskOf, type Env } from "../../kernel/http/env.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import { hereOf } from "../../kernel/installation.ts"
import { listState } from "../../kernel/ui/list-state.ts"
import { seatOf } from "../../signals/index.ts"
import { readHot } from "../actions/hot.ts"
import { hotPage, hotWindows } from "../pages/hot.tsx"
import { paths } from "../paths.ts"

const usualMonths = 12

export const hotRoutes = new Hono<Env>()

hotRoutes.get(paths.hot, requireOfficer, allow("infrastructure.read"), async (c) => {
  const state = listState(c.req.url, { filters: ["thang", "loai"], sorts: ["noi"] })
  const months = hotWindows.find((one) => String(one) === state.filters.thang) ?? usualMonths
  const reading = await readHot(seatOf(deskOf(c)), { months, kind: state.filters.loai })
  const house = c.get("house")
  const here = { province: hereOf(house).code, outlines: house.outlines }
  return c.html(hotPage({ frame: frameOf(c), reading, here, months, state }))
})
