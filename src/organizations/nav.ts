import type { Lang } from "../kernel/words.ts"
import { paths } from "./paths.ts"
import { pageWords } from "./words-pages.ts"

export const navOfOrganizations = (lang: Lang) => ({ href: paths.bodies, label: pageWords[lang].nav })
