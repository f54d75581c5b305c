/** When the desk is written to that tips came: at once where money is moving, else once an hour; never without end. */

/** More in one hour are told of by the next hour's first mail. */
export const movingMailsPerHour = 6
const hourMs = 3_600_000

export type TellingsOfHour = {
  /** When the hour that is counted began. */
  hourAt: string
  movingMails: number
  /** When the last mail about tips that can wait left. */
  usualAt: string | null
}

export type MayTell = { moving: boolean; usual: boolean }
/** How many tips a mail tells of. */
export type Told = { moving: number; usual: number }

export function mayTell(before: TellingsOfHour, now: Date): MayTell {
  return {
    moving: hourOf(before, now).movingMails < movingMailsPerHour,
    usual: before.usualAt === null || now.getTime() - Date.parse(before.usualAt) >= hourMs,
  }
}

export function afterTelling(before: TellingsOfHour, told: Told, now: Date): TellingsOfHour {
  const { hourAt, movingMails } = hourOf(before, now)
  return {
    hourAt,
    movingMails: movingMails + (told.moving > 0 ? 1 : 0),
    usualAt: told.usual > 0 ? now.toISOString() : before.usualAt,
  }
}

function hourOf(before: TellingsOfHour, now: Date): Pick<TellingsOfHour, "hourAt" | "movingMails"> {
  const isNew = now.getTime() - Date.parse(before.hourAt) >= hourMs
  return isNew ? { hourAt: now.toISOString(), movingMails: 0 } : before
}
