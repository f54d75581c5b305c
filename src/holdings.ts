import { delegationHoldings, type OfficerHolder } from "./accounts/index.ts"
import { directiveHoldings } from "./directives/index.ts"
import { documentHoldings } from "./letters/index.ts"
import { signalHoldings } from "./signals/index.ts"

/** What hangs on one officer, by the slice that owns it: handed over before the post ends. Signatures go back before drafts pass. */
export const holdings: readonly OfficerHolder[] = [
  ...directiveHoldings,
  ...signalHoldings,
  ...documentHoldings,
  delegationHoldings,
]
