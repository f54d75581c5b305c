/**
 * Codes of an authenticator app (RFC 6238: SHA-1, six digits, thirty seconds, as every app understands them), and
 * recovery codes for when the telephone is lost. Time is given in seconds of the *real* clock even where the
 * program stands still on a day, because the telephone does not stand still with it.
 */
import { generateURI, verifySync } from "otplib"

const issuer = "Liên Phòng"
/** A code of the step before or after still counts: clocks of telephones drift. */
const toleranceSeconds = 30

/** The time step that the code belongs to, or null. A step up to `lastStep` was used already. */
export function totpStep(
  code: string,
  secret: string,
  at: { seconds: number; lastStep: number },
): number | null {
  const token = code.replace(/\s/g, "")
  if (!/^\d{6}$/.test(token)) return null
  const found = verifySync({ secret, token, epoch: at.seconds, epochTolerance: toleranceSeconds })
  if (!found.valid || !("timeStep" in found)) return null
  return found.timeStep > at.lastStep ? found.timeStep : null
}

export function totpUri(secret: string, email: string): string {
  return generateURI({ issuer, label: email, secret })
}

export const recoveryCodesMade = 10

/** As typed by hand: capitals and hyphens do not matter; 0 and O, 1 and I are not both in the alphabet. */
export function plainRecoveryCode(typed: string): string {
  return typed.toUpperCase().replace(/[^A-Z2-7]/g, "")
}

/** 80 bits in four groups. */
export function writtenRecoveryCode(bytes: Uint8Array): string {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
  const characters = [...bytes].map((byte) => alphabet[byte % 32] ?? "A").join("")
  return (characters.match(/.{4}/g) ?? []).join("-")
}
