/** Who may ask is decided in `accounts`, a slice above: `app.ts` passes its guards in. */
import type { MiddlewareHandler } from "hono"
import { type Ctx, deskOf, type Env, type SignedIn } from "../../kernel/http/env.ts"
import type { Section } from "../pages/parts.tsx"

export type ChartAction = "organization.read" | "organization.change" | "officer.change"
export type Guards = {
  requireOfficer: MiddlewareHandler<Env>
  allow(action: ChartAction): MiddlewareHandler<Env>
  can(officer: SignedIn, action: ChartAction): boolean
}

/** The tabs of who looks: only who keeps the chart plans reforms, only administrators keep their body's inside. */
export function sectionsFor(c: Ctx, { can }: Guards): Section[] {
  const { officer } = deskOf(c)
  return [
    "bodies",
    "groups",
    ...(can(officer, "organization.change") ? (["reforms"] as const) : []),
    ...(can(officer, "officer.change") ? (["units", "delegations"] as const) : []),
  ]
}
