import { can } from "../accounts/index.ts"
import type { SignedIn } from "../kernel/http/env.ts"
import type { Lang } from "../kernel/words.ts"
import { paths } from "./paths.ts"
import { navWords } from "./words-nav.ts"
import { sentWords } from "./words-sent.ts"

/** For visitors without an account. */
export const publicNavOfSignals = (lang: Lang) => [
  { href: paths.report, label: navWords[lang].report },
  { href: paths.follow, label: navWords[lang].follow },
]

/** An enterprise reports and has no queue; who may do neither is shown nothing. */
export function navOfSignals(lang: Lang, officer: SignedIn) {
  const t = navWords[lang]
  if (officer.bodyKind !== "enterprise" && can(officer, "signal.read"))
    return [{ href: paths.signals, label: t.signals }]
  return can(officer, "signal.report")
    ? [
        { href: paths.newSignal, label: t.report },
        { href: paths.sent, label: sentWords[lang].nav },
      ]
    : []
}
