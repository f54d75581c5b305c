/** The limits at the door: which buckets a try falls into, and whether it may be made at all. */
import { randomBytes } from "node:crypto"
import { asJob } from "../../kernel/db/database.ts"
import type { House } from "../../kernel/house.ts"
import type { Keys } from "../../kernel/keys.ts"
import { type Allowance, allowances, minutesLeft, windowMinutes } from "../domain/limits.ts"
import { deviceAccountsMax } from "../domain/session.ts"
import { addTry, countedTries, forgetTries, lockBucket, takeBackTry, triesUnder } from "../store/limits.ts"
import { signed, unsigned } from "./secrets.ts"

/** Where a try comes from: a keyed hash of the network, and the cookie of a device that has been here. */
export type From = { network: string; deviceCookie: string | undefined }

type Bucket = { name: string; allowance: Allowance }
export type Buckets = { own: Bucket; others: readonly Bucket[]; knownDevice: boolean }

export function accountHash(keys: Keys, email: string): string {
  return keys.hmac("network", `account:${email}`).slice(0, 32)
}

export function signInBuckets(keys: Keys, account: string, from: From): Buckets {
  const device = readDevice(keys, from.deviceCookie)
  if (device?.accounts.includes(account)) {
    const name = `sign-in:device:${device.id}:${account}`
    return { own: { name, allowance: allowances.device }, others: [], knownDevice: true }
  }
  return {
    own: { name: `${triesOn(account)}${from.network}`, allowance: allowances.account },
    others: [{ name: `sign-in:network:${from.network}`, allowance: allowances.network }],
    knownDevice: false,
  }
}

export function secondStepBuckets(keys: Keys, account: string, from: From): Buckets {
  const first = signInBuckets(keys, account, from)
  const own = { name: `second-${first.own.name}`, allowance: allowances.secondStep }
  const anywhere = { name: `second:${account}`, allowance: allowances.secondStepAnywhere }
  return { own, others: first.knownDevice ? [] : [anywhere], knownDevice: first.knownDevice }
}

/** The password asked again of who is signed in already: only they can fill this bucket. */
export function passwordBuckets(officerId: string): Buckets {
  const own = { name: `password:${officerId}`, allowance: allowances.device }
  return { own, others: [], knownDevice: true }
}

/** Asking for a link to one's own mail: what is counted is the asking, known address or not. */
export function resetBuckets(account: string, from: From): Buckets {
  return {
    own: { name: `reset:${account}:${from.network}`, allowance: allowances.reset },
    others: [
      { name: `reset:${account}`, allowance: allowances.resetAnywhere },
      { name: `reset:network:${from.network}`, allowance: allowances.network },
    ],
    knownDevice: false,
  }
}

const triesOn = (account: string) => `sign-in:account:${account}:`

/**
 * Counts the try *before* it is made, under a lock: a hundred guesses at the same moment are a hundred tries.
 * Returns the minutes to wait (then nothing was counted), or 0 and how many tries this bucket holds now.
 */
export function takeTry(house: House, buckets: Buckets): Promise<{ minutes: number; tries: number }> {
  const all = [buckets.own, ...buckets.others].sort((a, b) => (a.name < b.name ? -1 : 1))
  return asJob(house.db, "accounts.limits", async (tx) => {
    let minutes = 0
    let tries = 0
    for (const { name, allowance } of all) {
      await lockBucket(tx, name)
      const counted = await countedTries(tx, name, windowMinutes)
      minutes = Math.max(minutes, minutesLeft(counted, allowance, house.clock.now()))
      if (name === buckets.own.name) tries = counted.tries + 1
    }
    if (minutes === 0) for (const { name } of all) await addTry(tx, name)
    return { minutes, tries }
  })
}

/** The try was right. Returns how many wrong ones there were on this account in the window, from anywhere. */
export function passTry(house: House, buckets: Buckets, account: string): Promise<number> {
  return asJob(house.db, "accounts.limits", async (tx) => {
    for (const { name } of [buckets.own, ...buckets.others]) await takeBackTry(tx, name)
    const own = buckets.own.name.startsWith(triesOn(account))
      ? 0
      : (await countedTries(tx, buckets.own.name, windowMinutes)).tries
    const refused = own + (await triesUnder(tx, triesOn(account), windowMinutes))
    await forgetTries(tx, buckets.own.name)
    return refused
  })
}

type KnownDevice = { id: string; accounts: readonly string[] }

function readDevice(keys: Keys, cookie: string | undefined): KnownDevice | null {
  const [id, ...accounts] = unsigned(keys, "device", cookie)?.split("~") ?? []
  return id === undefined ? null : { id, accounts }
}

/** The cookie of a device on which this account has now signed in; accounts of before stay, up to a few. */
export function deviceCookieWith(keys: Keys, cookie: string | undefined, account: string): string {
  const known = readDevice(keys, cookie)
  const others = (known?.accounts ?? []).filter((other) => other !== account)
  const accounts = [account, ...others].slice(0, deviceAccountsMax)
  return signed(keys, "device", [known?.id ?? randomBytes(12).toString("hex"), ...accounts].join("~"))
}
