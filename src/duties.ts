import { awarenessDuties } from "./awareness/index.ts"
import { caseDuties } from "./cases/index.ts"
import { assignmentDuties } from "./directives/index.ts"
import { networkDuties } from "./infrastructure/index.ts"
import { inspectionDuties } from "./inspections/index.ts"
import { noticeDuties } from "./notices/index.ts"
import type { DutyHolder } from "./organizations/index.ts"
import { proposalDuties } from "./proposals/index.ts"
import { sharingDuties } from "./sharing/index.ts"
import { signalDuties } from "./signals/index.ts"

/** What passes to the successors of a body on a reform day, by the slice that owns it. */
export const dutyHolders: readonly DutyHolder[] = [
  assignmentDuties,
  inspectionDuties,
  ...caseDuties,
  signalDuties,
  sharingDuties,
  awarenessDuties,
  networkDuties,
  noticeDuties,
  proposalDuties,
]
