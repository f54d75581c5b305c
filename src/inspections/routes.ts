/** Every route of this slice. */
import { Hono } from "hono"
import type { Env } from "../kernel/http/env.ts"
import { checkRoutes } from "./routes/checks.ts"
import { subjectRoutes } from "./routes/subjects.ts"
import { visitRoutes } from "./routes/visit.ts"

export const inspectionRoutes = new Hono<Env>()
  .route("/", subjectRoutes)
  .route("/", visitRoutes)
  .route("/", checkRoutes)
