import { can } from "../accounts/index.ts"
import type { SignedIn } from "../kernel/http/env.ts"
import type { Lang } from "../kernel/words.ts"
import { paths } from "./paths.ts"
import { words } from "./words.ts"
import { publicWords } from "./words-public.ts"

export const navOfAwareness = (lang: Lang, officer: SignedIn) =>
  can(officer, "awareness.read") ? [{ href: paths.awareness, label: words[lang].nav }] : []

/** For visitors without an account. */
export const publicNavOfAwareness = (lang: Lang) => [{ href: paths.learn, label: publicWords[lang].nav }]
