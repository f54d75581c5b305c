import type { House } from "../kernel/house.ts"
import type { JobList } from "../kernel/queue.ts"
import { writeBoard } from "./board/actions/board.ts"
import { readPlaces } from "./leadership/actions/places.ts"

/** Pages that count the province read new spellings of places themselves; this keeps them from piling up meanwhile. */
export function reportJobs(house: House): JobList {
  return {
    // 23:00 UTC is six in the morning in Việt Nam.
    "reports.board": {
      cron: "0 23 * * *",
      run: async () => {
        if (house.province !== null) await writeBoard(house)
      },
    },
    "reports.places": {
      cron: "7,17,27,37,47,57 * * * *",
      run: async () => {
        if (house.province !== null) await readPlaces(house)
      },
    },
  }
}
