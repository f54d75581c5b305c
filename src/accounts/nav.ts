import type { SignedIn } from "../kernel/http/env.ts"
import type { NavItem } from "../kernel/ui/index.ts"
import { defineWords, type Lang } from "../kernel/words.ts"
import { paths } from "./paths.ts"
import { can } from "./policy.ts"

const words = defineWords({
  vi: { officers: "Cán bộ", agreeing: "Yêu cầu chờ đồng ý", tokens: "Mã truy cập" },
  en: { officers: "Officers", agreeing: "Requests to agree to", tokens: "Access tokens" },
})

/** What an administrator keeps of people and programs. */
export function navOfAccounts(lang: Lang, officer: SignedIn): NavItem[] {
  const t = words[lang]
  return [
    ...(can(officer, "officer.invite") ? [{ href: paths.officers, label: t.officers }] : []),
    ...(can(officer, "account.agree") ? [{ href: paths.agreeing, label: t.agreeing }] : []),
    ...(can(officer, "token.manage") ? [{ href: paths.tokens, label: t.tokens }] : []),
  ]
}
