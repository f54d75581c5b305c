/**
 * What hangs on one officer, told and handed over by the slices that own it: they pass their holders to `app.ts`, as they do
 * for a reform day. A post does not end while something hangs on it.
 */
import type { Tx } from "../kernel/db/database.ts"
import type { Desk } from "../kernel/http/env.ts"
import type { Say } from "../kernel/words.ts"
import type { Colleague } from "./actions/colleagues.ts"
import type { Action } from "./policy.ts"

/** Shown to the administrator, who does no casework: a number, a day or a task's words, never a person's data. */
export type Holding = { id: string; title: Say }
export type Leaving = { officerId: string; postId: string; bodyId: string; name: string }

export type OfficerHolder = {
  /** Kept in the journal with each handover: never change it. */
  name: string
  label: Say
  /** Runs as the administrator. In a steady order, at most `limit`. */
  heldBy(tx: Tx, leaving: Leaving, limit: number): Promise<readonly Holding[]>
} & (
  | {
      /** The verb of the policy without which nobody takes it over. */
      takes: Action
      /** In the transaction of the handover; writes its own timeline. */
      pass(tx: Tx, desk: Desk, leaving: Leaving, ids: readonly string[], to: Colleague): Promise<void>
    }
  | {
      takes: null
      /** What becomes of it, since nobody can take it over. */
      becomes: Say
      settle(tx: Tx, desk: Desk, leaving: Leaving, ids: readonly string[]): Promise<void>
    }
)
