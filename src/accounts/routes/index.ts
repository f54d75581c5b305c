import { Hono } from "hono"
import type { Env } from "../../kernel/http/env.ts"
import type { OfficerHolder } from "../holdings.ts"
import { ownAccountRoutes } from "./account.tsx"
import { agreeingRoutes } from "./agreeing.tsx"
import { invitationRoutes } from "./invitations.tsx"
import { officerRoutes } from "./officers.tsx"
import { resetRoutes } from "./reset.tsx"
import { signInRoutes } from "./sign-in.tsx"
import { tokenRoutes } from "./tokens.tsx"

/** `holders`: what hangs on one officer, by the slices above. */
export const accountRoutes = (holders: readonly OfficerHolder[]) =>
  new Hono<Env>()
    .route("/", signInRoutes)
    .route("/", invitationRoutes)
    .route("/", ownAccountRoutes)
    .route("/", officerRoutes(holders))
    .route("/", tokenRoutes)
    .route("/", agreeingRoutes)
    .route("/", resetRoutes)
