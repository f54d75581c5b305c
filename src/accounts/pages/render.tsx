/** The two pages of the middleware, loaded only when they are needed: see `index.ts`. */
import type { Ctx } from "../../kernel/http/env.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import type { Action } from "../policy.ts"
import { RefusedPage, SignedOutPage } from "./refused.tsx"
import { SignInPage } from "./sign-in.tsx"

export function refusedPage(c: Ctx, action: Action) {
  return <RefusedPage frame={frameOf(c)} officer={c.get("officer")} action={action} />
}

/** `page`: where what was typed waits; null where it could not be kept. */
export function signedOutPage(c: Ctx, page: string | null) {
  const frame = frameOf(c)
  return page === null ? (
    <SignedOutPage frame={frame} />
  ) : (
    <SignInPage frame={frame} next={page} note="kept" />
  )
}
