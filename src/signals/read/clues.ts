/**
 * What of a tip's second list has an owner: a crypto wallet, a device. Whose it is, the words right before say; where they say
 * nothing it is unclear, masked, and an officer decides with one press like of any number.
 */
import { type Folded, fold, wordsBefore } from "./fold.ts"
import type { Clue } from "./identifiers.ts"
import { type More, moreIn } from "./more.ts"
import { kin, me } from "./people.ts"
import { readIdentifiers, type SignalReading } from "./read.ts"

const owner = `(?:${me}|${kin}|my|our)`
/** "ví của em", "my wallet", "rút từ ví …", "IMEI máy tôi": named for whoever writes or was harmed. */
const theirs = new RegExp(
  `\\b(?:vi|dia chi|wallet|address|imei|may|dien thoai|phone)(?: (?:usdt|btc|eth|tron|trc20|tien ao|dien tu|crypto|may|dien thoai))*(?: cua)? ${owner}\\b[^.;]{0,20}$|\\b(?:my|our) (?:own )?(?:wallet|address|phone|imei)\\b[^.;]{0,20}$|\\b(?:tu|from|khoi) (?:vi|wallet|dia chi)\\b[^.;]{0,20}$`,
)
/** "chuyển vào ví …", "send to …", "ví nó …": where the money went, or what they use. */
const moneyTo =
  /\b(?:chuyen|gui|nap|ck|nop|dong|tra|send|sent|pay|paid|deposit(?:ed)?|transfer(?:red)?)\b[^.;]{0,50}\b(?:vao|vo|den|toi|sang|qua|cho|to|into)\b[^.;]{0,40}$|\b(?:vi|wallet|dia chi) (?:cua )?(?:no|chung|han|ho|bon|ke gian|doi tuong|scammer)\b[^.;]{0,20}$/
const theirDevice = /\b(?:may|dien thoai|imei) (?:cua )?(?:no|chung|han|bon|ke gian|doi tuong)\b[^.;]{0,20}$/

const hasOwner = (one: More): one is More & { kind: "crypto" | "imei" } =>
  one.kind === "crypto" || one.kind === "imei"

function roleOf({ text }: Folded, at: number, kind: "crypto" | "imei"): Clue["role"] {
  const before = wordsBefore(text, at, 90)
  if (theirs.test(before)) return "victim"
  return (kind === "crypto" ? moneyTo : theirDevice).test(before) ? "suspect" : "unclear"
}

function moreClues(folded: Folded, more: readonly More[]): Clue[] {
  return more.filter(hasOwner).map((one) => {
    // Spans point into the text as received, the patterns into the folded one.
    const at = folded.from.findIndex((from) => from >= one.span[0])
    return {
      kind: one.kind,
      value: one.value,
      role: roleOf(folded, Math.max(0, at), one.kind),
      span: one.span,
    }
  })
}

/** Everything in a reading that has an owner, in the order of the text. */
export const cluesOf = (text: string, reading: Pick<SignalReading, "identifiers" | "more">): Clue[] =>
  [...reading.identifiers, ...(reading.more.some(hasOwner) ? moreClues(fold(text), reading.more) : [])].sort(
    (one, other) => one.span[0] - other.span[0],
  )

/** The same of words that are no tip. */
export function readClues(text: string): Clue[] {
  const folded = fold(text)
  return cluesOf(text, { identifiers: readIdentifiers(text), more: moreIn(folded) })
}
