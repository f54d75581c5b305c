import type { Lang } from "../kernel/words.ts"
import { paths } from "./paths.ts"
import { words } from "./words.ts"

export const navOfDirectives = (lang: Lang) => [
  { href: paths.work, label: words[lang].nav.work },
  { href: paths.directives, label: words[lang].nav.directives },
]
