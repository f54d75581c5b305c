/** Every route of this slice. */
import { Hono } from "hono"
import type { Env } from "../kernel/http/env.ts"
import { type CaseDoors, deskRoutes } from "./routes/desk.ts"
import { followRoutes } from "./routes/follow.ts"
import { listRoutes } from "./routes/list.ts"
import { portalRoutes } from "./routes/portal.ts"
import { takingRoutes } from "./routes/taking.ts"

/** `cases`: the addresses of the slice above, where a tip becomes a case. */
export function signalRoutes(cases: CaseDoors) {
  return new Hono<Env>()
    .route("/", portalRoutes)
    .route("/", followRoutes)
    .route("/", takingRoutes)
    .route("/", listRoutes)
    .route("/", deskRoutes(cases))
}
