import { can } from "../accounts/index.ts"
import type { SignedIn } from "../kernel/http/env.ts"
import type { Lang } from "../kernel/words.ts"
import { hookWords } from "./hooks/words.ts"
import { paths } from "./paths.ts"
import { sourceWords } from "./sources/words.ts"
import { toldWords } from "./subscriptions/words-told.ts"
import { words } from "./words.ts"

export function navOfSharing(lang: Lang, officer: SignedIn) {
  return can(officer, "warning.read") ? [{ href: paths.sharing, label: words[lang].nav }] : []
}

/** Sources and webhooks that the administrator of a body keeps. */
export const navOfExchange = (lang: Lang, officer: SignedIn) =>
  can(officer, "exchange.manage")
    ? [
        { href: paths.sources, label: sourceWords[lang].nav },
        { href: paths.hooks, label: hookWords[lang].nav },
        { href: paths.told, label: toldWords[lang].nav },
      ]
    : []
