/** What stands around every page: the navigation of the whole program, by who looks. */

import { accountPaths, can } from "./accounts/index.ts"
import { navOfCases } from "./cases/index.ts"
import { navOfDirectives } from "./directives/index.ts"
import { footerOfGuides } from "./guides/index.ts"
import { doctorPath } from "./kernel/doctor/paths.ts"
import type { Surroundings } from "./kernel/http/frame.ts"
import { defineWords } from "./kernel/words.ts"
import { navOfLetters } from "./letters/index.ts"
import { navOfDaysOff, navOfOrganizations } from "./organizations/index.ts"
import { navOfReports } from "./reports/index.ts"
import { publicNavOfSharing } from "./sharing/index.ts"
import { navOfSignals, publicNavOfSignals } from "./signals/index.ts"

const words = defineWords({
  vi: {
    signIn: "Đăng nhập",
    account: "Tài khoản",
    desks: "Đổi vị trí công tác",
    officers: "Cán bộ",
    tokens: "Mã truy cập",
    agreeing: "Yêu cầu chờ đồng ý",
    state: "Tình trạng hệ thống",
  },
  en: {
    signIn: "Sign in",
    account: "Account",
    desks: "Change desk",
    officers: "Officers",
    tokens: "Access tokens",
    agreeing: "Requests to agree to",
    state: "State of the system",
  },
})

export const surroundings: Surroundings = (lang, officer) => {
  const t = words[lang]
  if (officer === null)
    return {
      nav: [...publicNavOfSharing(lang), ...publicNavOfSignals(lang)],
      footer: [footerOfGuides(lang)],
      signIn: { href: accountPaths.signIn, label: t.signIn },
    }
  return {
    footer: [footerOfGuides(lang)],
    nav: [
      ...navOfDirectives(lang),
      ...navOfLetters(lang, officer),
      ...navOfSignals(lang, officer),
      ...navOfCases(lang, officer),
      ...navOfReports(lang, officer),
      ...(can(officer, "officer.invite") ? [navOfOrganizations(lang)] : []),
    ],
    user: {
      name: officer.name,
      body: `${officer.title}, ${officer.bodyName}`,
      links: [
        { href: accountPaths.account, label: t.account },
        { href: accountPaths.desks, label: t.desks },
        ...(can(officer, "officer.invite") ? [{ href: accountPaths.officers, label: t.officers }] : []),
        ...(can(officer, "account.agree") ? [{ href: accountPaths.agreeing, label: t.agreeing }] : []),
        ...(can(officer, "organization.change") ? [navOfDaysOff(lang)] : []),
        ...(can(officer, "organization.change") ? [{ href: doctorPath, label: t.state }] : []),
        ...(can(officer, "token.manage") ? [{ href: accountPaths.tokens, label: t.tokens }] : []),
      ],
      signOutAction: accountPaths.signOut,
    },
  }
}
