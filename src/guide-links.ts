/** Where the guides lead: the pages of the slices below, three a role, in the order of their sentences. */
import { accountPaths } from "./accounts/index.ts"
import { paths as directives } from "./directives/paths.ts"
import type { GuideLinks } from "./guides/paths.ts"
import { paths as letters } from "./letters/paths.ts"
import { paths as organizations } from "./organizations/paths.ts"
import { paths as reports } from "./reports/paths.ts"
import { signalPaths as signals } from "./signals/index.ts"

export const guideLinks: GuideLinks = {
  "nguoi-dan": [signals.reportMoney, signals.report, signals.follow],
  "doanh-nghiep": [directives.work, directives.work, signals.list],
  "van-thu": [directives.importing, directives.directives, letters.newDocument],
  "chuyen-vien": [directives.work, signals.signals, signals.signals],
  "lanh-dao": [reports.reports, letters.documents, accountPaths.agreeing],
  "quan-tri": [accountPaths.account, accountPaths.officers, organizations.bodies],
  "theo-doi": [directives.directives, reports.reports, accountPaths.account],
}
