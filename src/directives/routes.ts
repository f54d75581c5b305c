/** Every route of this slice. */
import { Hono } from "hono"
import type { Env } from "../kernel/http/env.ts"
import type { WaitingAt } from "../kernel/http/waiting.ts"
import type { ServingRoom } from "./actions/serving.ts"
import { importRoutes } from "./import/routes.tsx"
import { directivesRoutes } from "./routes/directives.ts"
import { reminderRoutes } from "./routes/reminders.ts"
import { taskRoutes } from "./routes/task.ts"
import { workRoutes } from "./routes/work.ts"

/** From the slices above. `desks`: what else waits for whoever opens their work; `rooms`: what may serve a task. */
export const directiveRoutes = (desks: readonly WaitingAt[], rooms: readonly ServingRoom[]) =>
  new Hono<Env>()
    .route("/", importRoutes)
    .route("/", workRoutes(desks))
    .route("/", taskRoutes(rooms))
    .route("/", directivesRoutes(rooms))
    .route("/", reminderRoutes)
