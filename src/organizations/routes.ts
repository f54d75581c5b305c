import { Hono } from "hono"
import type { DeadlineHolder } from "../kernel/calendar/holders.ts"
import type { Env } from "../kernel/http/env.ts"
import type { DutyHolder } from "./duties.ts"
import { chartRoutes } from "./routes/chart.ts"
import { daysOffRoutes } from "./routes/days-off.ts"
import type { Guards } from "./routes/guards.ts"
import { insideRoutes } from "./routes/inside.ts"
import { reformRoutes } from "./routes/reforms.ts"

/**
 * `guards`: of the slice that knows who is signed in. `holders`: what passes on when a body ends. `deadlines`: what a day off
 * moves.
 */
export function organizationRoutes(
  guards: Guards,
  holders: readonly DutyHolder[],
  deadlines: readonly DeadlineHolder[],
): Hono<Env> {
  return new Hono<Env>()
    .route("/", chartRoutes(guards))
    .route("/", daysOffRoutes(guards, deadlines))
    .route("/", insideRoutes(guards))
    .route("/", reformRoutes(guards, holders))
}
