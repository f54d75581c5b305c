import { Hono } from "hono"
import type { Env } from "../../kernel/http/env.ts"
import { ownAccountRoutes } from "./account.tsx"
import { agreeingRoutes } from "./agreeing.tsx"
import { invitationRoutes } from "./invitations.tsx"
import { officerRoutes } from "./officers.tsx"
import { resetRoutes } from "./reset.tsx"
import { signInRoutes } from "./sign-in.tsx"
import { tokenRoutes } from "./tokens.tsx"

export const accountRoutes = new Hono<Env>()
  .route("/", signInRoutes)
  .route("/", invitationRoutes)
  .route("/", ownAccountRoutes)
  .route("/", officerRoutes)
  .route("/", tokenRoutes)
  .route("/", agreeingRoutes)
  .route("/", resetRoutes)
