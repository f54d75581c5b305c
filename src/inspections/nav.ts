import { can } from "../accounts/index.ts"
import type { SignedIn } from "../kernel/http/env.ts"
import type { Lang } from "../kernel/words.ts"
import { paths } from "./paths.ts"
import { words } from "./words.ts"

/** An enterprise has a power over nobody and no plan of checks. */
export function navOfInspections(lang: Lang, officer: SignedIn) {
  return officer.bodyKind !== "enterprise" && officer.bodyKind !== "other" && can(officer, "inspection.read")
    ? [{ href: paths.inspections, label: words[lang].nav }]
    : []
}
