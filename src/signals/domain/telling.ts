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

export type ToTell = { moving: boolean; usual: boolean; next: TellingsOfHour }

export function toTell(
  untold: { moving: number; usual: number },
  before: TellingsOfHour,
  now: Date,
): ToTell | null {
  const at = now.toISOString()
  const isNewHour = now.getTime() - Date.parse(before.hourAt) >= hourMs
  const hour = isNewHour ? { hourAt: at, movingMails: 0 } : before
  const moving = untold.moving > 0 && hour.movingMails < movingMailsPerHour
  const usual =
    untold.usual > 0 && (before.usualAt === null || now.getTime() - Date.parse(before.usualAt) >= hourMs)
  if (!moving && !usual) return null
  return {
    moving,
    usual,
    next: {
      hourAt: hour.hourAt,
      movingMails: hour.movingMails + (moving ? 1 : 0),
      usualAt: usual ? at : before.usualAt,
    },
  }
}
