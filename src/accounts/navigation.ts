/** What this slice adds to every page: sign-in, sign-out, and what stands under the officer's name. */
import type { Section } from "../kernel/http/frame.ts"
import { paths } from "./paths.ts"
import { can } from "./policy.ts"
import { words } from "./words.ts"

const label = (pick: (t: (typeof words)["vi"]) => string) => ({ vi: pick(words.vi), en: pick(words.en) })

export const accountNavigation = {
  own: [
    { href: paths.account, label: label((t) => t.admin.nav.account) },
    { href: paths.desks, label: label((t) => t.account.desksLink) },
    {
      href: paths.officers,
      label: label((t) => t.admin.nav.officers),
      isFor: (officer) => can(officer, "officer.invite"),
    },
    {
      href: paths.tokens,
      label: label((t) => t.admin.nav.tokens),
      isFor: (officer) => can(officer, "token.manage"),
    },
  ],
  signIn: { href: paths.signIn, label: label((t) => t.signIn.link) },
  signOutAction: paths.signOut,
} as const satisfies { own: readonly Section[]; signIn: Section; signOutAction: string }
