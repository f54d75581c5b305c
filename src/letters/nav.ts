import { can } from "../accounts/index.ts"
import type { SignedIn } from "../kernel/http/env.ts"
import type { Lang } from "../kernel/words.ts"
import { words } from "./documents/words.ts"
import { symbolWords } from "./numbering/words.ts"
import { paths } from "./paths.ts"

export const navOfLetters = (lang: Lang, officer: SignedIn) =>
  can(officer, "document.read") ? [{ href: paths.documents, label: words[lang].nav }] : []

/** Of whoever administers a body. */
export const navOfSymbols = (lang: Lang) => ({ href: paths.symbols, label: symbolWords[lang].nav })
