/** The two pages of the middleware, loaded only when they are needed: see `index.ts`. */
import type { Ctx } from "../../kernel/http/env.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import type { Action } from "../policy.ts"
import { RefusedPage, SignedOutPage } from "./refused.tsx"

export function refusedPage(c: Ctx, action: Action) {
  return <RefusedPage frame={frameOf(c)} officer={c.get("officer")} action={action} />
}

export function signedOutPage(c: Ctx) {
  return <SignedOutPage frame={frameOf(c)} />
}
