/** Every route of this slice. */
import { Hono } from "hono"
import type { Env } from "../kernel/http/env.ts"
import type { AboutIdentifier } from "../kernel/search/about.ts"
import { aboutRoutes } from "./routes/about.ts"
import { type CaseDoors, deskRoutes } from "./routes/desk.ts"
import { placeDeskRoutes } from "./routes/desks.ts"
import { followRoutes, type Helped } from "./routes/follow.ts"
import { listRoutes } from "./routes/list.ts"
import { portalRoutes } from "./routes/portal.ts"
import { sentRoutes } from "./routes/sent.ts"
import { takingRoutes } from "./routes/taking.ts"
import { tellingRoutes } from "./routes/telling.ts"

/** Of the slices above. `cases`: the addresses where a tip becomes a case; `helped`: what became of what a tip named; `about`: what they know of one clue. */
export function signalRoutes(cases: CaseDoors, helped: Helped, about: readonly AboutIdentifier[]) {
  return new Hono<Env>()
    .route("/", portalRoutes)
    .route("/", followRoutes(helped))
    .route("/", takingRoutes)
    .route("/", listRoutes)
    .route("/", sentRoutes)
    .route("/", placeDeskRoutes)
    .route("/", tellingRoutes)
    .route("/", aboutRoutes(about))
    .route("/", deskRoutes(cases))
}
