import { can } from "../accounts/index.ts"
import type { SignedIn } from "../kernel/http/env.ts"
import type { Lang } from "../kernel/words.ts"
import { boardPaths } from "./board/paths.ts"
import { boardWords } from "./board/words.ts"
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

/** Under every page of the public. */
export const footerOfReports = (lang: Lang) => [{ href: boardPaths.board, label: boardWords[lang].nav }]
