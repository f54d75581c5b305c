import type { Lang } from "../kernel/words.ts"
import { paths } from "./paths.ts"
import { navWords } from "./words-nav.ts"

/** For visitors without an account. */
export const publicNavOfSignals = (lang: Lang) => [
  { href: paths.report, label: navWords[lang].report },
  { href: paths.follow, label: navWords[lang].follow },
]
