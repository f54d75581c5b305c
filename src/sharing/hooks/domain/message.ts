/** A message to a program of a body, signed as Standard Webhooks has it (https://www.standardwebhooks.com). Pure. */
import { Webhook } from "standardwebhooks"
import { webAddress } from "../../domain/web-address.ts"

export const hooksMax = 10
export const hookLimits = { bytes: 100_000, ms: 10_000, urlChars: 1_000 } as const

export type Told = {
  code: number
  title: string
  looksLike: string
  signs: readonly string[]
  whatToDo: readonly string[]
  trick: string | null
  severity: string
  areas: readonly string[]
  expiresOn: string
  releasedAt: string
  recalledAt: string | null
  recallReason: string | null
}

/** `sentAt`: by the clock on the wall; who receives it refuses what is older than a few minutes. */
export type Message = {
  id: string
  what: "released" | "recalled"
  warning: Told
  address: string
  sentAt: Date
}

export function signedMessage({ id, what, warning, address, sentAt }: Message, secret: string) {
  const timestamp = what === "released" ? warning.releasedAt : (warning.recalledAt ?? warning.releasedAt)
  const body = JSON.stringify({ type: `warning.${what}`, timestamp, data: { ...warning, url: address } })
  const messageId = `msg_${id.replaceAll("-", "")}`
  const headers = {
    "content-type": "application/json",
    "webhook-id": messageId,
    "webhook-timestamp": String(Math.floor(sentAt.getTime() / 1_000)),
    "webhook-signature": new Webhook(secret).sign(messageId, sentAt, body),
  }
  return { body, headers }
}

/** The address of a server that people run, in full no longer than is kept; a private one is told apart when it is asked. */
export function hookAt(text: string): string | null {
  const url = webAddress(text)
  return url !== null && url.hash === "" && url.href.length <= hookLimits.urlChars ? url.href : null
}
