/** What an officer does with their own account: sessions, password, second step, desk. */
import { generateSecret } from "otplib"
import { asOfficer } from "../../kernel/db/database.ts"
import type { Desk } from "../../kernel/http/env.ts"
import { journal } from "../../kernel/journal.ts"
import type { Account } from "../domain/account.ts"
import { type PasswordFault, passwordFault } from "../domain/password.ts"
import { sessionIdleHours } from "../domain/session.ts"
import { plainRecoveryCode, totpStep, totpUri } from "../domain/totp.ts"
import { seeNotices, unseenNotices } from "../store/agreeing.ts"
import {
  ownCredential,
  recoveryCodesLeft,
  replaceRecoveryCodes,
  setPasswordHash,
  setTotp,
  setTotpPending,
} from "../store/credentials.ts"
import { ownEmail } from "../store/officers.ts"
import { liveSessions, myDesks, revokeSessions, sitAt } from "../store/sessions.ts"
import { passTry, passwordBuckets, takeTry } from "./door.ts"
import { hashPassword, isPassword, newRecoveryCodes, recoveryHash } from "./secrets.ts"

export function readAccount(desk: Desk): Promise<Account> {
  const { officerId } = desk.who
  return asOfficer(desk.house.db, desk.who, async (tx) => {
    const credential = await ownCredential(tx, officerId)
    return {
      email: await ownEmail(tx, officerId),
      sessions: await liveSessions(tx, officerId, sessionIdleHours),
      passwordChangedAt: credential?.passwordChangedAt ?? null,
      hasTotp: credential?.totpSealed != null,
      recoveryCodesLeft: await recoveryCodesLeft(tx, officerId),
      desks: await myDesks(tx),
      notices: await unseenNotices(tx, officerId),
    }
  })
}

/** The owner says to have read what was done about their account. */
export function seeOwnNotices(desk: Desk): Promise<void> {
  return asOfficer(desk.house.db, desk.who, (tx) => seeNotices(tx, desk.who.officerId))
}

/** One session, or all but this one (`id` null). Returns how many ended. */
export function endSessions(desk: Desk, id: string | null): Promise<number> {
  const { officerId } = desk.who
  return asOfficer(desk.house.db, desk.who, async (tx) => {
    const which = id === null ? { except: desk.officer.sessionId } : { id }
    const ended = await revokeSessions(tx, { officerId, ...which, why: "revoked" })
    for (const ended1 of ended)
      await journal(tx, { what: "session.revoked", record: { kind: "session", id: ended1 } })
    return ended.length
  })
}

export type Wrong = { at: "wrong" } | { at: "wait"; minutes: number }
export type PasswordResult = { at: "done" } | Wrong | { at: "fault"; fault: PasswordFault }

/** Every other device is signed out: whoever changes a password may be shutting somebody out. */
export async function changePassword(
  desk: Desk,
  input: { current: string; next: string },
): Promise<PasswordResult> {
  const wrong = await provePassword(desk, input.current)
  if (wrong !== null) return wrong
  const { officerId } = desk.who
  const email = await asOfficer(desk.house.db, desk.who, (tx) => ownEmail(tx, officerId))
  const fault = passwordFault(input.next, { email, name: desk.officer.name })
  if (fault !== null) return { at: "fault", fault }
  const hash = await hashPassword(input.next)
  await asOfficer(desk.house.db, desk.who, async (tx) => {
    await setPasswordHash(tx, officerId, hash)
    const except = desk.officer.sessionId
    const ended = await revokeSessions(tx, { officerId, except, why: "password-changed" })
    const record = { kind: "officer", id: officerId }
    await journal(tx, { what: "password.changed", record, details: { sessionsEnded: ended.length } })
  })
  return { at: "done" }
}

/** The password again, before the locks are changed: a session left open must not be enough. */
async function provePassword(desk: Desk, password: string): Promise<Wrong | null> {
  const buckets = passwordBuckets(desk.who.officerId)
  const allowed = await takeTry(desk.house, buckets)
  if (allowed.minutes > 0) return { at: "wait", minutes: allowed.minutes }
  const own = await asOfficer(desk.house.db, desk.who, (tx) => ownCredential(tx, desk.who.officerId))
  if (!(await isPassword(own?.passwordHash ?? null, password))) return { at: "wrong" }
  await passTry(desk.house, buckets, desk.who.officerId)
  return null
}

export type TotpSetup = { at: "set-up"; secret: string; uri: string }

/** A new secret, kept sealed and without effect until a first code proves that the telephone has it. */
export async function beginTotp(desk: Desk, password: string): Promise<TotpSetup | Wrong> {
  const wrong = await provePassword(desk, password)
  if (wrong !== null) return wrong
  const secret = generateSecret()
  const sealed = desk.house.keys.seal("credential", Buffer.from(secret, "utf8"))
  return asOfficer(desk.house.db, desk.who, async (tx) => {
    await setTotpPending(tx, desk.who.officerId, sealed)
    return { at: "set-up", secret, uri: totpUri(secret, await ownEmail(tx, desk.who.officerId)) }
  })
}

export type TotpProof =
  | { at: "done"; recoveryCodes: string[] }
  | { at: "wrong"; secret: string; uri: string }
  | { at: "not-begun" }

/** `realSeconds`: the real clock's, see `domain/totp.ts`. The recovery codes leave here only, once. */
export function proveTotp(desk: Desk, input: { code: string; realSeconds: number }): Promise<TotpProof> {
  const { officerId } = desk.who
  const { keys } = desk.house
  return asOfficer(desk.house.db, desk.who, async (tx) => {
    const pending = (await ownCredential(tx, officerId))?.totpPending ?? null
    if (pending === null) return { at: "not-begun" }
    const secret = keys.open("credential", pending).toString("utf8")
    const step = totpStep(input.code, secret, { seconds: input.realSeconds, lastStep: 0 })
    if (step === null) return { at: "wrong", secret, uri: totpUri(secret, await ownEmail(tx, officerId)) }
    await setTotp(tx, officerId, pending, step)
    const recoveryCodes = newRecoveryCodes()
    const hashes = recoveryCodes.map((code) => recoveryHash(keys, officerId, plainRecoveryCode(code)))
    await replaceRecoveryCodes(tx, officerId, hashes)
    await journal(tx, { what: "second-step.enabled", record: { kind: "officer", id: officerId } })
    return { at: "done", recoveryCodes }
  })
}

export async function endTotp(desk: Desk, password: string): Promise<{ at: "done" } | Wrong> {
  const wrong = await provePassword(desk, password)
  if (wrong !== null) return wrong
  const { officerId } = desk.who
  await asOfficer(desk.house.db, desk.who, async (tx) => {
    await setTotp(tx, officerId, null, 0)
    await replaceRecoveryCodes(tx, officerId, [])
    await journal(tx, { what: "second-step.disabled", record: { kind: "officer", id: officerId } })
  })
  return { at: "done" }
}

export async function renewRecoveryCodes(
  desk: Desk,
  password: string,
): Promise<{ at: "done"; recoveryCodes: string[] } | Wrong> {
  const wrong = await provePassword(desk, password)
  if (wrong !== null) return wrong
  const { officerId } = desk.who
  const { keys } = desk.house
  const recoveryCodes = newRecoveryCodes()
  const hashes = recoveryCodes.map((code) => recoveryHash(keys, officerId, plainRecoveryCode(code)))
  await asOfficer(desk.house.db, desk.who, async (tx) => {
    await replaceRecoveryCodes(tx, officerId, hashes)
    await journal(tx, { what: "recovery-codes.made", record: { kind: "officer", id: officerId } })
  })
  return { at: "done", recoveryCodes }
}

/** Takes a seat at another of one's own desks; false when it is not, or no longer, one's own. */
export function changeDesk(desk: Desk, postId: string): Promise<boolean> {
  return asOfficer(desk.house.db, desk.who, async (tx) => {
    const seat = (await myDesks(tx)).find((mine) => mine.postId === postId)
    if (seat === undefined) return false
    await sitAt(tx, desk.officer.sessionId, postId)
    const record = { kind: "session", id: desk.officer.sessionId }
    await journal(tx, { what: "desk.changed", record, details: { post: postId, body: seat.bodyId } })
    return true
  })
}
