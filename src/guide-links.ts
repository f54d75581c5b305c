/** Where the guides lead: the pages of the slices below, three a role, in the order of their sentences. */
import { accountPaths, can } from "./accounts/index.ts"
import { paths as directives } from "./directives/paths.ts"
import type { GuideLinks } from "./guides/paths.ts"
import type { SignedIn } from "./kernel/http/env.ts"
import { paths as letters } from "./letters/paths.ts"
import { paths as organizations } from "./organizations/paths.ts"
import { paths as reports } from "./reports/paths.ts"
import { sharingPaths } from "./sharing/index.ts"
import { signalPaths as signals } from "./signals/index.ts"

export const guideLinks: GuideLinks = {
  "nguoi-dan": [signals.reportMoney, sharingPaths.check, signals.report],
  "doanh-nghiep": [directives.work, sharingPaths.sharing, signals.list],
  "van-thu": [directives.importing, directives.directives, letters.newDocument],
  "chuyen-vien": [directives.work, signals.signals, signals.signals],
  "lanh-dao": [reports.reports, letters.documents, accountPaths.agreeing],
  "quan-tri": [accountPaths.account, accountPaths.officers, organizations.bodies],
  "theo-doi": [directives.directives, reports.reports, accountPaths.account],
}

/** The verb that a page asks for; a page that is not here opens for everybody. */
const verbs: Readonly<Record<string, Parameters<typeof can>[1]>> = {
  [directives.importing]: "directive.import",
  [letters.newDocument]: "document.draft",
  [letters.documents]: "document.read",
  [signals.signals]: "signal.read",
  [signals.list]: "signal.report",
  [sharingPaths.sharing]: "warning.read",
  [accountPaths.officers]: "officer.invite",
  [accountPaths.agreeing]: "account.agree",
}

/** Whoever is not signed in is led to the sign-in; who is, gets no link to a page that would turn them away. */
export function guideOpens(officer: SignedIn | null, href: string): boolean {
  const verb = verbs[href]
  return officer === null || verb === undefined || can(officer, verb)
}
