/** Every route of this slice. */
import { Hono } from "hono"
import type { Env } from "../kernel/http/env.ts"
import { feedRoutes } from "./feeds/routes.ts"
import { hookRoutes } from "./hooks/routes.ts"
import { importRoutes } from "./imports/routes.ts"
import { pushRoutes } from "./pushes/routes.ts"
import { checkRoutes } from "./routes/check.ts"
import { contestRoutes } from "./routes/contest.ts"
import { elsewhereRoutes } from "./routes/elsewhere.ts"
import { indicatorRoutes } from "./routes/indicators.ts"
import { jointRoutes } from "./routes/joint.ts"
import { publishedRoutes } from "./routes/published.ts"
import { warningRoutes } from "./routes/warnings.ts"
import { sourceRoutes } from "./sources/routes.ts"
import { subscriptionRoutes } from "./subscriptions/routes.ts"
import { toldRoutes } from "./subscriptions/routes-told.ts"

export const sharingRoutes = new Hono<Env>()
  .route("/", checkRoutes)
  .route("/", contestRoutes)
  .route("/", publishedRoutes)
  .route("/", feedRoutes)
  .route("/", elsewhereRoutes)
  .route("/", indicatorRoutes)
  .route("/", warningRoutes)
  .route("/", jointRoutes)
  .route("/", importRoutes)
  .route("/", sourceRoutes)
  .route("/", hookRoutes)
  .route("/", subscriptionRoutes)
  .route("/", toldRoutes)
  .route("/", pushRoutes)
