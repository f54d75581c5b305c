/** The front door of the guides. */
import type { Lang } from "../kernel/words.ts"
import { paths } from "./paths.ts"
import { words } from "./words.ts"

/** Stands in the footer of every page. */
export const footerOfGuides = (lang: Lang) => ({ href: paths.all, label: words[lang].footer })
