/** Signing in: password, then the second step where the officer has one, then a session at a desk. */
import { asJob, asOfficer, readAsOfficer, readAsPublic } from "../../kernel/db/database.ts"
import type { House } from "../../kernel/house.ts"
import type { SignedIn } from "../../kernel/http/env.ts"
import { journal } from "../../kernel/journal.ts"
import {
  deviceOf,
  secondStepMinutes,
  seenEveryMinutes,
  sessionHours,
  sessionIdleHours,
} from "../domain/session.ts"
import { plainRecoveryCode, totpStep } from "../domain/totp.ts"
import { unseenNotices } from "../store/agreeing.ts"
import {
  findSignIn,
  heldPosts,
  type PostRow,
  type SignInRow,
  useRecoveryCode,
  useTotpStep,
} from "../store/credentials.ts"
import { insertSession, revokeSessions, sessionHolder, touchSession } from "../store/sessions.ts"
import {
  accountHash,
  deviceCookieWith,
  type From,
  passTry,
  secondStepBuckets,
  signInBuckets,
  takeTry,
} from "./door.ts"
import { isPassword, newToken, recoveryHash, signed, tokenHash, tokenPattern, unsigned } from "./secrets.ts"

export type Visitor = From & {
  userAgent: string | undefined
  oldToken: string | undefined
  requestId: string
}

export type SignInResult =
  | { at: "in"; token: string; deviceCookie: string; desks: number; notices: number }
  | { at: "second-step"; step: string }
  | { at: "wrong" }
  | { at: "wait"; minutes: number }
  | { at: "no-desk" }
  | { at: "too-late" }

export async function signIn(
  house: House,
  input: { email: string; password: string },
  visitor: Visitor,
): Promise<SignInResult> {
  const email = input.email.trim().toLowerCase().slice(0, 254)
  const account = accountHash(house.keys, email)
  const buckets = signInBuckets(house.keys, account, visitor)
  const allowed = await takeTry(house, buckets)
  if (allowed.minutes > 0) return { at: "wait", minutes: allowed.minutes }
  const found = await asJob(house.db, "accounts.sign-in", (tx) => findSignIn(tx, { email }))
  const right = await isPassword(found?.passwordHash ?? null, input.password)
  if (found === null || !right) {
    await refuse(house, {
      officerId: found?.officerId ?? null,
      account,
      step: "password",
      tries: allowed.tries,
    })
    return { at: "wrong" }
  }
  const refusedBefore = await passTry(house, buckets, account)
  if (found.totpSealed !== null) {
    const endsMs = house.clock.now().getTime() + secondStepMinutes * 60_000
    const text = [found.officerId, account, refusedBefore, endsMs, passwordMark(house, found)].join("~")
    return { at: "second-step", step: signed(house.keys, "second-step", text) }
  }
  return enter(house, { officerId: found.officerId, account, refusedBefore, factor: "none" }, visitor)
}

/** `realSeconds`: the real clock's, see `domain/totp.ts`. */
export async function takeSecondStep(
  house: House,
  input: { step: string | undefined; code: string; realSeconds: number },
  visitor: Visitor,
): Promise<SignInResult> {
  const [officerId, account, refusedBefore, endsMs, mark] =
    unsigned(house.keys, "second-step", input.step)?.split("~") ?? []
  const nowMs = house.clock.now().getTime()
  const leftMs = Number(endsMs) - nowMs
  if (
    officerId === undefined ||
    account === undefined ||
    mark === undefined ||
    !(leftMs > 0 && leftMs <= secondStepMinutes * 60_000)
  )
    return { at: "too-late" }
  const buckets = secondStepBuckets(house.keys, account, visitor)
  const allowed = await takeTry(house, buckets)
  if (allowed.minutes > 0) return { at: "wait", minutes: allowed.minutes }
  const factor = await proveSecond(house, officerId, { ...input, mark })
  // The password was changed between the two steps: who knew the old one begins anew.
  if (factor === "too-late") return { at: "too-late" }
  if (factor === null) {
    await refuse(house, { officerId, account, step: "second", tries: allowed.tries })
    return { at: "wrong" }
  }
  const refused = Number(refusedBefore) + (await passTry(house, buckets, account))
  return enter(house, { officerId, account, refusedBefore: refused, factor }, visitor)
}

/** Says which password the first step was taken with, and nothing else about it. */
function passwordMark(house: House, found: SignInRow): string {
  return house.keys.hmac("session", `second-step-of:${found.passwordHash ?? ""}`).slice(0, 32)
}

/** Uses the code up in the statement that checks it. */
function proveSecond(
  house: House,
  officerId: string,
  input: { code: string; realSeconds: number; mark: string },
): Promise<"totp" | "recovery" | "too-late" | null> {
  return asJob(house.db, "accounts.sign-in", async (tx) => {
    const found = await findSignIn(tx, { officerId })
    if (found?.totpSealed == null) return null
    if (passwordMark(house, found) !== input.mark) return "too-late"
    const secret = house.keys.open("credential", found.totpSealed).toString("utf8")
    const at = { seconds: input.realSeconds, lastStep: found.totpLastStep }
    const step = totpStep(input.code, secret, at)
    if (step !== null) return (await useTotpStep(tx, officerId, step)) ? "totp" : null
    const code = plainRecoveryCode(input.code)
    if (code.length !== 16) return null
    const used = await useRecoveryCode(tx, officerId, recoveryHash(house.keys, officerId, code))
    return used ? "recovery" : null
  })
}

type Proven = {
  officerId: string
  account: string
  refusedBefore: number
  factor: "none" | "totp" | "recovery"
}

async function enter(house: House, proven: Proven, visitor: Visitor): Promise<SignInResult> {
  const posts = await asJob(house.db, "accounts.sign-in", (tx) => heldPosts(tx, proven.officerId))
  const [post] = posts
  if (post === undefined) return { at: "no-desk" }
  await signOut(house, visitor.oldToken, "replaced")
  const token = await openSession(house, { ...proven, post }, visitor)
  const deviceCookie = deviceCookieWith(house.keys, visitor.deviceCookie, proven.account)
  const who = { officerId: proven.officerId, bodyId: post.bodyId }
  const notices = await readAsOfficer(house.db, who, (tx) => unseenNotices(tx, proven.officerId))
  return { at: "in", token, deviceCookie, desks: posts.length, notices: notices.length }
}

/** Always a token that nobody has seen: a cookie that was planted before signing in opens nothing. */
export async function openSession(
  house: Pick<House, "db" | "keys">,
  at: {
    officerId: string
    post: Pick<PostRow, "postId" | "bodyId">
    factor: Proven["factor"]
    refusedBefore: number
  },
  visitor: Pick<Visitor, "userAgent" | "requestId">,
): Promise<string> {
  const token = newToken()
  const who = { officerId: at.officerId, bodyId: at.post.bodyId, requestId: visitor.requestId }
  const device = deviceOf(visitor.userAgent)
  await asOfficer(house.db, who, async (tx) => {
    const id = await insertSession(tx, {
      officerId: at.officerId,
      postId: at.post.postId,
      tokenHash: tokenHash(house.keys, "session", token),
      device: `${device.browser}/${device.system}`,
      secondFactor: at.factor,
      refusedBefore: at.refusedBefore,
      hours: sessionHours,
    })
    const details = { post: at.post.postId, factor: at.factor, refusedBefore: at.refusedBefore }
    await journal(tx, { what: "session.opened", record: { kind: "session", id }, details })
  })
  return token
}

export async function signOut(
  house: House,
  token: string | undefined,
  why: "signed-out" | "replaced",
): Promise<void> {
  const holder = await holderOf(house, token)
  if (holder === null) return
  await asOfficer(house.db, holder, async (tx) => {
    const [id] = await revokeSessions(tx, { officerId: holder.officerId, id: holder.sessionId, why })
    if (id !== undefined)
      await journal(tx, { what: "session.closed", record: { kind: "session", id }, details: { why } })
  })
}

/** Who holds the session of this cookie, at which desk; null when it is over, or never was. */
export async function holderOf(house: House, token: string | undefined): Promise<SignedIn | null> {
  if (token === undefined || !tokenPattern.test(token)) return null
  const hash = tokenHash(house.keys, "session", token)
  const row = await readAsPublic(house.db, (tx) => sessionHolder(tx, hash, sessionIdleHours), "at-once")
  if (row === null) return null
  const { seenAt, language: _language, ...holder } = row
  const unseenMs = house.clock.now().getTime() - Date.parse(seenAt)
  if (unseenMs > seenEveryMinutes * 60_000)
    await asOfficer(house.db, holder, (tx) => touchSession(tx, holder.sessionId))
  return holder
}

/** Counts, not each try: the first, and then each doubling, so that guessing cannot swell the journal. */
async function refuse(
  house: House,
  at: { officerId: string | null; account: string; step: "password" | "second"; tries: number },
): Promise<void> {
  if ((at.tries & (at.tries - 1)) !== 0) return
  await asJob(house.db, "accounts.sign-in", (tx) =>
    journal(tx, {
      what: "sign-in.refused",
      ...(at.officerId === null ? {} : { record: { kind: "officer", id: at.officerId } }),
      details: { account: house.keys.hmac("journal-value", at.account), step: at.step, tries: at.tries },
    }),
  )
}
