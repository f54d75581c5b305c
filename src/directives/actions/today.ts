import type { Clock } from "../../kernel/db/database.ts"

const vietnamOffsetMs = 7 * 3_600_000

/** The day in Việt Nam, which keeps UTC+7 all year. */
export const todayOf = (clock: Clock) =>
  new Date(clock.now().getTime() + vietnamOffsetMs).toISOString().slice(0, 10)

export const nowOf = (clock: Clock) => clock.now().toISOString()
