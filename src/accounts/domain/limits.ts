/**
 * How long to wait after wrong passwords. A stranger must not lock a victim out, so a wait belongs to a *bucket*
 * (this account from this network, or this account on a device that has signed in before), never to the account:
 * guessing from elsewhere fills another bucket than the one its owner comes from.
 *
 * What this does not stop is guessing from very many networks at once; argon2id, twelve characters, the list of
 * common passwords and TOTP stand against that, and after signing in the owner sees how many tries were refused.
 */
export type Allowance = { freeTries: number; waitMinutesMax: number }

/** Tries older than this are forgotten. */
export const windowMinutes = 60

export const allowances = {
  /** One account from one network. */
  account: { freeTries: 5, waitMinutesMax: 30 },
  /** One account on a device that has signed in to it before. */
  device: { freeTries: 10, waitMinutesMax: 15 },
  /** All accounts from one network, which may be a whole office behind one address. */
  network: { freeTries: 100, waitMinutesMax: 30 },
  /** The second step: whoever is here knows the password. Six digits are few. */
  secondStep: { freeTries: 5, waitMinutesMax: 30 },
  /** The second step from all networks together, save known devices: no stranger comes this far. */
  /** Links that somebody asks for one address from one network; and for one address from all of them. */
  reset: { freeTries: 3, waitMinutesMax: 60 },
  resetAnywhere: { freeTries: 6, waitMinutesMax: 60 },
  secondStepAnywhere: { freeTries: 20, waitMinutesMax: 60 },
} as const satisfies Record<string, Allowance>

/** Minutes to wait after the `tries`-th counted try: none at first, then 1, 2, 4, … up to the most. */
export function waitMinutes(tries: number, allowance: Allowance): number {
  const beyond = tries - allowance.freeTries
  return beyond < 0 ? 0 : Math.min(2 ** Math.min(beyond, 20), allowance.waitMinutesMax)
}

export type Counted = { tries: number; lastAt: Date | null }

/** Minutes still to wait, rounded up; 0 when a try is allowed. */
export function minutesLeft(counted: Counted, allowance: Allowance, now: Date): number {
  if (counted.lastAt === null) return 0
  const endsMs = counted.lastAt.getTime() + waitMinutes(counted.tries, allowance) * 60_000
  return Math.max(0, Math.ceil((endsMs - now.getTime()) / 60_000))
}
