/** Every route of this slice. */
import { Hono } from "hono"
import type { Env } from "../kernel/http/env.ts"
import { assetRoutes } from "./routes/assets.ts"
import { tipRoutes } from "./routes/from-tip.ts"
import { hotRoutes } from "./routes/hot.ts"
import { importingRoutes } from "./routes/importing.ts"
import { incidentRoutes } from "./routes/incidents.ts"
import { mapRoutes } from "./routes/map.ts"
import { patrolRoutes } from "./routes/patrols.ts"
import { scrapRoutes } from "./routes/scrap.ts"
import { seriesRoutes } from "./routes/series.ts"

export const infrastructureRoutes = new Hono<Env>()
  .route("/", incidentRoutes)
  .route("/", tipRoutes)
  .route("/", assetRoutes)
  .route("/", importingRoutes)
  .route("/", seriesRoutes)
  .route("/", scrapRoutes)
  .route("/", hotRoutes)
  .route("/", mapRoutes)
  .route("/", patrolRoutes)
