/**
 * How slices above let a reform move what bodies owe, without organizations knowing them: `app.ts` passes the holders.
 */
import type { Tx } from "../kernel/db/database.ts"

export type OpenDuty = {
  id: string
  /** Shown to the administrator, who does no casework: a number or a task's words, never a person's data. */
  title: string
  bodyId: string
  isUndivided?: boolean
}

export type DutyHolder = {
  /** Kept with each choice and move: never change it. */
  name: string
  /** Called as a job. In a steady order, at most `limit`. */
  openDutiesOf(tx: Tx, bodyIds: readonly string[], limit: number): Promise<readonly OpenDuty[]>
  /**
   * "move": `toBodyIds` is one body. "copy": the first takes over the duty itself, each of the others gets a copy.
   * Runs in the reform's transaction, as a job, and writes its own timeline.
   */
  move(tx: Tx, dutyId: string, toBodyIds: readonly string[], mode: "move" | "copy"): Promise<void>
}
