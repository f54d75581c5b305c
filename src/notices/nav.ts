import { can } from "../accounts/index.ts"
import type { SignedIn } from "../kernel/http/env.ts"
import type { Lang } from "../kernel/words.ts"
import { paths } from "./paths.ts"
import { words } from "./words.ts"
import { publicWords } from "./words-public.ts"

export const navOfNotices = (lang: Lang, officer: SignedIn) =>
  can(officer, "notice.read") ? [{ href: paths.notices, label: words[lang].nav }] : []

/** Under every page of the public. */
export const footerOfNotices = (lang: Lang) => [
  { href: paths.complain, label: publicWords[lang].complain.nav },
  { href: paths.transparency, label: publicWords[lang].transparency.nav },
]
