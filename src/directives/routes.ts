/** Every route of this slice save the import's. */
import { Hono } from "hono"
import type { Env } from "../kernel/http/env.ts"
import { directivesRoutes } from "./routes/directives.ts"
import { reminderRoutes } from "./routes/reminders.ts"
import { taskRoutes } from "./routes/task.ts"
import { workRoutes } from "./routes/work.ts"

export const directiveRoutes = new Hono<Env>()
  .route("/", workRoutes)
  .route("/", taskRoutes)
  .route("/", directivesRoutes)
  .route("/", reminderRoutes)
