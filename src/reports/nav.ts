import { can } from "../accounts/index.ts"
import type { SignedIn } from "../kernel/http/env.ts"
import type { Lang } from "../kernel/words.ts"
import { leadershipPaths } from "./leadership/paths.ts"
import { words as leadershipWords } from "./leadership/words.ts"
import { paths } from "./paths.ts"
import { words } from "./words.ts"

export function navOfReports(lang: Lang, officer: SignedIn) {
  return can(officer, "report.read")
    ? [
        { href: leadershipPaths.overview, label: leadershipWords[lang].nav },
        { href: paths.figures, label: words[lang].nav.figures },
      ]
    : []
}
