/** Every route of this slice. */
import { Hono } from "hono"
import type { Env } from "../kernel/http/env.ts"
import { childRoutes } from "./children/routes.ts"
import { deskRoutes } from "./routes/desk.ts"
import { publicRoutes } from "./routes/public.ts"

/** `contests`: the figures of contests of warnings, told beside ours. */
export const noticeRoutes = (contests: string) =>
  new Hono<Env>().route("/", publicRoutes(contests)).route("/", deskRoutes).route("/", childRoutes)
