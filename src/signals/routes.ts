/** Every route of this slice. */
import { Hono } from "hono"
import type { Env } from "../kernel/http/env.ts"
import { followRoutes } from "./routes/follow.ts"
import { portalRoutes } from "./routes/portal.ts"

export const signalRoutes = new Hono<Env>().route("/", portalRoutes).route("/", followRoutes)
