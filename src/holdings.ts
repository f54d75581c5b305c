import { delegationHoldings, type OfficerHolder, tokenHoldings } from "./accounts/index.ts"
import { directiveHoldings } from "./directives/index.ts"
import { documentHoldings } from "./letters/index.ts"
import { sharingHoldings } from "./sharing/index.ts"
import { signalHoldings } from "./signals/index.ts"

/**
 * What hangs on one officer, by the slice that owns it: handed over before the post ends. Signatures go back before drafts pass.
 * A case hangs on nobody: every officer of its body works on it, and its papers are documents.
 */
export const holdings: readonly OfficerHolder[] = [
  ...directiveHoldings,
  ...signalHoldings,
  ...documentHoldings,
  ...sharingHoldings,
  delegationHoldings,
  tokenHoldings,
]
