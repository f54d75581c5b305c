import { delegationHoldings, type OfficerHolder, tokenHoldings } from "./accounts/index.ts"
import { campaignHoldings } from "./awareness/index.ts"
import { caseHoldings } from "./cases/index.ts"
import { directiveHoldings } from "./directives/index.ts"
import { patrolHoldings } from "./infrastructure/index.ts"
import { inspectionHoldings } from "./inspections/index.ts"
import { documentHoldings } from "./letters/index.ts"
import { proposalHoldings } from "./proposals/index.ts"
import { sharingHoldings } from "./sharing/index.ts"
import { signalHoldings } from "./signals/index.ts"

/**
 * What hangs on one officer, by the slice that owns it: handed over before the post ends. Signatures go back before drafts pass.
 */
export const holdings: readonly OfficerHolder[] = [
  ...directiveHoldings,
  ...signalHoldings,
  ...caseHoldings,
  ...documentHoldings,
  ...sharingHoldings,
  ...inspectionHoldings,
  ...patrolHoldings,
  ...campaignHoldings,
  ...proposalHoldings,
  delegationHoldings,
  tokenHoldings,
]
