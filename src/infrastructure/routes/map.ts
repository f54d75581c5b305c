/** The map over HTTP: the page, its boundaries, and pieces of it as it is moved. */
import { type Context, Hono } from "hono"
import { allow, requireOfficer } from "../../accounts/index.ts"
import { type Ctx, deskOf, type Env } from "../../kernel/http/env.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import { missingPage } from "../../kernel/http/mishaps.tsx"
import { hereOf } from "../../kernel/installation.ts"
import { listState } from "../../kernel/ui/list-state.ts"
import { seatOf } from "../../signals/index.ts"
import { type MapAsked, readGround, readMap, readMapPiece } from "../actions/map.ts"
import { boxOf, usualPixels } from "../domain/map.ts"
import { mapPage } from "../pages/map.tsx"
import { pieceAsGeoJson } from "../pages/map-piece.ts"
import { paths } from "../paths.ts"

export const mapRoutes = new Hono<Env>()
const mayRead = [requireOfficer, allow("infrastructure.read")] as const

const stateOf = (c: Ctx) =>
  listState(c.req.url, { filters: ["lop", "loai", "noi", "tinh-trang", "thang"], sorts: ["noi"] })
const askedOf = ({ filters }: ReturnType<typeof stateOf>): MapAsked => ({
  layer: filters.lop === "su-co" ? "incidents" : "assets",
  kind: filters.loai,
  area: filters.noi,
  state: filters["tinh-trang"],
  month: filters.thang,
})

mapRoutes.get(paths.map, ...mayRead, async (c) => {
  const state = stateOf(c)
  const asked = askedOf(state)
  const reading = await readMap(seatOf(deskOf(c)), asked)
  const house = c.get("house")
  const here = { province: hereOf(house).code, outlines: house.outlines }
  return c.html(mapPage({ frame: frameOf(c), reading, asked, here, state }))
})

mapRoutes.get(paths.mapPiece, ...mayRead, async (c) => {
  const box = boxOf(c.req.query("khung") ?? "")
  if (box === null) return missingPage(c)
  const pixels = Number(c.req.query("rong") ?? "") || usualPixels
  const piece = await readMapPiece(seatOf(deskOf(c)), askedOf(stateOf(c)), { box, pixels })
  return asGeoJson(c, pieceAsGeoJson(piece, c.get("language")))
})

mapRoutes.get(paths.mapGround, ...mayRead, (c) =>
  asGeoJson(c, readGround(seatOf(deskOf(c))) ?? { type: "FeatureCollection", features: [] }),
)

/** What lies on it is for who asks alone: nothing on the way keeps it. */
function asGeoJson(c: Context<Env>, value: object): Response {
  c.header("cache-control", "private, no-store")
  return c.body(JSON.stringify(value), 200, { "content-type": "application/geo+json; charset=utf-8" })
}
