import { can } from "../accounts/index.ts"
import type { SignedIn } from "../kernel/http/env.ts"
import type { Lang } from "../kernel/words.ts"
import { paths } from "./paths.ts"
import { words } from "./words.ts"

export const navOfProposals = (lang: Lang, officer: SignedIn) =>
  can(officer, "proposal.read") ? [{ href: paths.proposals, label: words[lang].nav }] : []
