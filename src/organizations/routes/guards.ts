/** Who may ask is decided in `accounts`, a slice above: `app.ts` passes its guards in. */
import type { MiddlewareHandler } from "hono"
import type { Env, SignedIn } from "../../kernel/http/env.ts"

export type ChartAction = "organization.read" | "organization.change"
export type Guards = {
  requireOfficer: MiddlewareHandler<Env>
  allow(action: ChartAction): MiddlewareHandler<Env>
  can(officer: SignedIn, action: ChartAction): boolean
}

/** What a form sent, as text; a file or a second value of a name is left out. */
export async function fieldsOf(request: { parseBody(): Promise<Record<string, unknown>> }) {
  const body = await request.parseBody()
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) =>
      typeof value === "string" ? [[name, value] as const] : [],
    ),
  )
}
