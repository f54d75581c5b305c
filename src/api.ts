/** The program interface of the whole program: each slice's routes, and the document that describes them. */
import { OpenAPIHono } from "@hono/zod-openapi"
import { directivesApi } from "./directives/routes/api.ts"
import { incidentsApi } from "./infrastructure/routes/api.ts"
import type { Env } from "./kernel/http/env.ts"
import { sharingApi } from "./sharing/routes/api.ts"
import { signalsApi } from "./signals/routes/api.ts"

export const apiRoutes = new OpenAPIHono<Env>()
  .route("/", directivesApi)
  .route("/", signalsApi)
  .route("/", sharingApi)
  .route("/", incidentsApi)

/** Made once: it does not change while the program runs. */
let document: ReturnType<typeof apiRoutes.getOpenAPI31Document> | null = null

apiRoutes.get("/api/openapi.json", (c) => {
  document ??= apiRoutes.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: "Liên Phòng",
      version: "1",
      description:
        "Mỗi cơ quan dùng mã truy cập của mình (Authorization: Bearer) và chỉ thấy phần của mình. Ngày là ngày tại Việt Nam.",
      license: { name: "AGPL-3.0-or-later" },
    },
    servers: [{ url: "/" }],
  })
  return c.json(document)
})
