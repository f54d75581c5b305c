import { can } from "../accounts/index.ts"
import type { SignedIn } from "../kernel/http/env.ts"
import type { Lang } from "../kernel/words.ts"
import { paths } from "./paths.ts"
import { words } from "./words.ts"

/** An enterprise answers requests and has no cases; who may not read either is shown neither. */
export function navOfCases(lang: Lang, officer: SignedIn) {
  if (officer.bodyKind === "enterprise")
    return can(officer, "prevention.answer")
      ? [{ href: paths.requests, label: words[lang].nav.requests }]
      : []
  return can(officer, "case.read") ? [{ href: paths.cases, label: words[lang].nav.cases }] : []
}
