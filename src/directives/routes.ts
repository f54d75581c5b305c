/** Every route of this slice. */
import { Hono } from "hono"
import type { Env } from "../kernel/http/env.ts"
import { importRoutes } from "./import/routes.tsx"
import { directivesRoutes } from "./routes/directives.ts"
import { reminderRoutes } from "./routes/reminders.ts"
import { taskRoutes } from "./routes/task.ts"
import { workRoutes } from "./routes/work.ts"

export const directiveRoutes = new Hono<Env>()
  .route("/", importRoutes)
  .route("/", workRoutes)
  .route("/", taskRoutes)
  .route("/", directivesRoutes)
  .route("/", reminderRoutes)
