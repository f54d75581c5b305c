import { Hono } from "hono"
import type { Env } from "../kernel/http/env.ts"
import type { DutyHolder } from "./duties.ts"
import { chartRoutes } from "./routes/chart.ts"
import type { Guards } from "./routes/guards.ts"
import { insideRoutes } from "./routes/inside.ts"
import { reformRoutes } from "./routes/reforms.ts"

/** `guards`: of the slice that knows who is signed in. `holders`: what passes on when a body ends. */
export function organizationRoutes(guards: Guards, holders: readonly DutyHolder[]): Hono<Env> {
  return new Hono<Env>()
    .route("/", chartRoutes(guards))
    .route("/", insideRoutes(guards))
    .route("/", reformRoutes(guards, holders))
}
