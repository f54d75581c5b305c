import { can } from "../accounts/index.ts"
import type { SignedIn } from "../kernel/http/env.ts"
import type { Lang } from "../kernel/words.ts"
import { paths } from "./paths.ts"
import { sourceWords } from "./sources/words.ts"
import { words } from "./words.ts"

export function navOfSharing(lang: Lang, officer: SignedIn) {
  return can(officer, "warning.read") ? [{ href: paths.sharing, label: words[lang].nav }] : []
}

/** Sources that the administrator of a body keeps. */
export const navOfSources = (lang: Lang, officer: SignedIn) =>
  can(officer, "exchange.manage") ? [{ href: paths.sources, label: sourceWords[lang].nav }] : []
