import { Hono } from "hono"
import { sql } from "kysely"
import { asPublic } from "../db/database.ts"
import { metricsText } from "../metrics.ts"
import type { Env } from "./env.ts"

/** `/healthz`: the process lives. `/readyz`: pages are served, the database answers. `/metrics`: Prometheus. */
export const healthRoutes = new Hono<Env>()
  .get("/healthz", (c) => c.text("ok\n"))
  .get("/readyz", async (c) => {
    try {
      await asPublic(c.get("house").db, (tx) => sql`select 1`.execute(tx))
      return c.text("ready\n")
    } catch (error) {
      c.get("house").log.error({ err: error instanceof Error ? error.message : "unknown" }, "not ready")
      return c.text("database does not answer\n", 503)
    }
  })
  .get("/metrics", async (c) => c.text(await metricsText()))
