import { campaignRoom, roundRoom } from "./awareness/index.ts"
import { preventionRoom } from "./cases/index.ts"
import type { ServingRoom } from "./directives/index.ts"
import { incidentRoom, patrolRoom } from "./infrastructure/index.ts"
import { inspectionRooms } from "./inspections/index.ts"
import { noticeRoom } from "./notices/index.ts"
import { proposalRoom } from "./proposals/index.ts"
import { sharingRooms } from "./sharing/index.ts"

/** The rooms whose records may name the task of a letter that they serve, in the order in which its page tells of them. */
export const servingRooms: readonly ServingRoom[] = [
  ...sharingRooms,
  preventionRoom,
  ...inspectionRooms,
  incidentRoom,
  patrolRoom,
  campaignRoom,
  roundRoom,
  noticeRoom,
  proposalRoom,
]
