/** The page on which the lead department sees how many tips about networks lie at which commune's desk. */
import { Hono } from "hono"
import { allow, requireOfficer } from "../../accounts/index.ts"
import { deskOf, type Env } from "../../kernel/http/env.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import { missingPage } from "../../kernel/http/mishaps.tsx"
import { tipsAtPlaces } from "../actions/place-desks.ts"
import { seatOf } from "../actions/seat.ts"
import { desksPage } from "../pages/desks.tsx"
import { paths } from "../paths.ts"

export const placeDeskRoutes = new Hono<Env>()

placeDeskRoutes.get(paths.placeDesks, requireOfficer, allow("signal.read"), async (c) => {
  const desk = deskOf(c)
  if (!desk.officer.isLead) return missingPage(c)
  const rows = await tipsAtPlaces(seatOf(desk))
  return c.html(desksPage({ frame: frameOf(c), rows }))
})
