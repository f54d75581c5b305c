/** Every route of this slice. */
import { Hono } from "hono"
import type { Env } from "../kernel/http/env.ts"
import type { WaitingAt } from "../kernel/http/waiting.ts"
import { importRoutes } from "./import/routes.tsx"
import { directivesRoutes } from "./routes/directives.ts"
import { reminderRoutes } from "./routes/reminders.ts"
import { taskRoutes } from "./routes/task.ts"
import { workRoutes } from "./routes/work.ts"

/** `desks`: what else waits for whoever opens their work, from the slices above. */
export const directiveRoutes = (desks: readonly WaitingAt[]) =>
  new Hono<Env>()
    .route("/", importRoutes)
    .route("/", workRoutes(desks))
    .route("/", taskRoutes)
    .route("/", directivesRoutes)
    .route("/", reminderRoutes)
