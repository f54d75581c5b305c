import type { Lang } from "../kernel/words.ts"
import { paths } from "./paths.ts"
import { words } from "./words.ts"

export const navOfWork = (lang: Lang) => [{ href: paths.work, label: words[lang].nav.work }]
export const navOfDirectives = (lang: Lang) => [{ href: paths.directives, label: words[lang].nav.directives }]
