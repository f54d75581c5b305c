/** Every route of this slice. */
import { Hono } from "hono"
import type { Env } from "../kernel/http/env.ts"
import { checkRoutes } from "./routes/checks.ts"
import { registerImportRoutes } from "./routes/importing.ts"
import { jointRoutes } from "./routes/joint.ts"
import { publishedRoutes } from "./routes/published.ts"
import { subjectRoutes } from "./routes/subjects.ts"
import { visitRoutes } from "./routes/visit.ts"

export const inspectionRoutes = new Hono<Env>()
  .route("/", registerImportRoutes)
  .route("/", publishedRoutes)
  .route("/", jointRoutes)
  .route("/", subjectRoutes)
  .route("/", visitRoutes)
  .route("/", checkRoutes)
