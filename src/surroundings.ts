/**
 * What stands around every page: the navigation of the whole program, by who looks. Each slice names its rooms, here they are
 * put behind seven doors by what a person does; a door with one room is that room.
 */

import { accountPaths, can, navOfAccounts } from "./accounts/index.ts"
import { navOfAwareness, publicNavOfAwareness } from "./awareness/index.ts"
import { navOfCases } from "./cases/index.ts"
import { navOfDirectives, navOfWork } from "./directives/index.ts"
import { footerOfGuides } from "./guides/index.ts"
import { navOfInfrastructure } from "./infrastructure/index.ts"
import { navOfInspections } from "./inspections/index.ts"
import { doctorPath } from "./kernel/doctor/paths.ts"
import type { SignedIn } from "./kernel/http/env.ts"
import type { Surroundings } from "./kernel/http/frame.ts"
import { searchPath } from "./kernel/search/paths.ts"
import type { NavDoor, NavItem } from "./kernel/ui/index.ts"
import { defineWords, type Lang } from "./kernel/words.ts"
import { navOfLetters, navOfSymbols } from "./letters/index.ts"
import { footerOfNotices, navOfNotices } from "./notices/index.ts"
import { navOfDaysOff, navOfOrganizations } from "./organizations/index.ts"
import { navOfProposals } from "./proposals/index.ts"
import { footerOfReports, navOfReports } from "./reports/index.ts"
import { setupPaths } from "./setup/index.ts"
import { navOfExchange, navOfSharing, publicNavOfSharing } from "./sharing/index.ts"
import { navOfSignals, publicNavOfSignals } from "./signals/index.ts"

const words = defineWords({
  vi: {
    signIn: "Đăng nhập",
    account: "Tài khoản",
    desks: "Đổi vị trí công tác",
    state: "Tình trạng hệ thống",
    work: "Việc của tôi",
    direct: "Chỉ đạo",
    handle: "Tin báo, vụ việc",
    teach: "Chia sẻ, tuyên truyền",
    report: "Báo cáo",
    administer: "Quản trị",
    settings: "Cài đặt của tỉnh",
  },
  en: {
    signIn: "Sign in",
    account: "Account",
    desks: "Change desk",
    state: "State of the system",
    work: "My work",
    direct: "Direction",
    handle: "Tips and cases",
    teach: "Sharing, awareness",
    report: "Reports",
    administer: "Administration",
    settings: "Settings of the province",
  },
})

export const surroundings: Surroundings = (lang, officer) => {
  const t = words[lang]
  const footer = [footerOfGuides(lang), ...footerOfReports(lang), ...footerOfNotices(lang)]
  if (officer === null)
    return {
      nav: [...publicNavOfSharing(lang), ...publicNavOfSignals(lang), ...publicNavOfAwareness(lang)],
      footer,
      signIn: { href: accountPaths.signIn, label: t.signIn },
    }
  return {
    footer,
    nav: doorsOf(lang, officer),
    find: searchPath,
    user: {
      name: officer.name,
      body: `${officer.title}, ${officer.bodyName}`,
      links: [
        { href: accountPaths.account, label: t.account },
        { href: accountPaths.desks, label: t.desks },
      ],
      signOutAction: accountPaths.signOut,
    },
  }
}

/** In the order of a day: what is mine, what was asked, what came in, what is told, how the house is kept. */
function doorsOf(lang: Lang, officer: SignedIn): NavDoor[] {
  const t = words[lang]
  return [
    ...door(t.work, navOfWork(lang)),
    ...door(t.direct, [
      ...navOfDirectives(lang),
      ...navOfLetters(lang, officer),
      ...navOfProposals(lang, officer),
    ]),
    ...door(t.handle, [
      ...navOfSignals(lang, officer),
      ...navOfCases(lang, officer),
      ...navOfInspections(lang, officer),
    ]),
    ...navOfInfrastructure(lang, officer),
    ...door(t.teach, [
      ...navOfSharing(lang, officer),
      ...navOfAwareness(lang, officer),
      ...navOfNotices(lang, officer),
    ]),
    ...door(t.report, navOfReports(lang, officer)),
    ...door(t.administer, roomsOfAdministration(lang, officer)),
  ]
}

function roomsOfAdministration(lang: Lang, officer: SignedIn): NavItem[] {
  const keepsChart = can(officer, "organization.change")
  return [
    ...(can(officer, "officer.invite") ? [navOfOrganizations(lang)] : []),
    ...navOfAccounts(lang, officer),
    ...navOfExchange(lang, officer),
    ...(can(officer, "officer.change") ? [navOfSymbols(lang)] : []),
    ...(officer.role === "administrator" && (officer.keepsChart || officer.isLead)
      ? [{ href: setupPaths.settings, label: words[lang].settings }]
      : []),
    ...(keepsChart ? [navOfDaysOff(lang), { href: doctorPath, label: words[lang].state }] : []),
  ]
}

function door(label: string, rooms: readonly NavItem[]): NavDoor[] {
  const [first, second] = rooms
  if (first === undefined) return []
  return [second === undefined ? first : { href: first.href, label, rooms }]
}
