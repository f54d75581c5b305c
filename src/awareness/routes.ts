/** Every route of this slice. */
import { Hono } from "hono"
import type { Env } from "../kernel/http/env.ts"
import { campaignRoutes } from "./campaigns/routes.ts"
import { scheduleRoutes } from "./campaigns/routes-schedule.ts"
import { materialRoutes } from "./materials/routes.ts"
import { deskRoutes } from "./routes/desk.ts"
import { mineRoutes } from "./routes/mine.ts"
import { publicRoutes } from "./routes/public.ts"
import { trickRoutes } from "./routes/tricks.ts"
import { storyRoutes } from "./stories/routes.ts"

export const awarenessRoutes = new Hono<Env>()
  .route("/", publicRoutes)
  .route("/", trickRoutes)
  .route("/", mineRoutes)
  .route("/", campaignRoutes)
  .route("/", scheduleRoutes)
  .route("/", materialRoutes)
  .route("/", storyRoutes)
  .route("/", deskRoutes)
