/** What the worker does for signals. Each may run twice. */
import type { House } from "../kernel/house.ts"
import { type JobList, runOnceMore } from "../kernel/queue.ts"
import { compareTexts } from "./actions/comparing.ts"
import { deriveEvidence, sweepPassing } from "./actions/evidence.ts"
import { eraseOver } from "./actions/retention.ts"
import { tallyTips } from "./actions/tallying.ts"
import { tellDesks } from "./actions/telling.ts"

export function signalJobs(house: House): JobList {
  return {
    // Asked for by each tip that brings a file; the quarter hour catches what a stopped server missed.
    "signals.derive": {
      cron: "*/15 * * * *",
      run: async () => {
        await deriveEvidence(house)
      },
    },
    "signals.sweep-passing": {
      cron: "25 * * * *",
      run: async () => {
        await sweepPassing(house)
      },
    },
    // Asked for by each tip of moving money; the rest is told of here.
    "signals.tell-desk": {
      cron: "*/10 * * * *",
      run: async () => {
        if ((await tellDesks(house)) > 0) await runOnceMore(house.db, "signals.tell-desk")
      },
    },
    // Half past three in the night here: what is erased is gone before anybody is at a desk.
    "signals.erase": {
      cron: "30 20 * * *",
      run: async () => {
        await eraseOver(house)
      },
    },
    "signals.compare": {
      cron: "*/10 * * * *",
      run: async () => {
        await compareTexts(house)
      },
    },
    // Until it has run, or where it stands still, figures count the tips themselves: slower, never otherwise.
    "signals.tally": {
      cron: "3,13,23,33,43,53 * * * *",
      run: async () => {
        await tallyTips(house)
      },
    },
  }
}
