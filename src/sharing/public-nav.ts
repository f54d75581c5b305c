import type { Lang } from "../kernel/words.ts"
import { paths } from "./paths.ts"
import { checkWords } from "./words-check.ts"

/** For visitors without an account. */
export const publicNavOfSharing = (lang: Lang) => [{ href: paths.check, label: checkWords[lang].nav }]

/** The box on the first page. */
export const checkDoor = (lang: Lang) => ({
  href: paths.check,
  title: checkWords[lang].doorTitle,
  hint: checkWords[lang].doorHint,
})
