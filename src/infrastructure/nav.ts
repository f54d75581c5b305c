import { can } from "../accounts/index.ts"
import type { SignedIn } from "../kernel/http/env.ts"
import type { Lang } from "../kernel/words.ts"
import { paths } from "./paths.ts"
import { words } from "./words.ts"

export function navOfInfrastructure(lang: Lang, officer: SignedIn) {
  return can(officer, "infrastructure.read") ? [{ href: paths.incidents, label: words[lang].nav }] : []
}
