/**
 * The receipt: a code that only its holder knows, and a signed paper that says nothing but "this was received then".
 *
 * The code is made of the form's own random token and what was sent, so that sending the same form again after a
 * dropped connection gives the same receipt and one tip, while a changed text is another tip.
 */

/** Crockford's digits: none of them is mistaken for another when read over the telephone. */
const digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
const codeLength = 20
const groupLength = 5

/** 100 bits of `hash` (hex, at least 25 digits), as `XXXXX-XXXXX-XXXXX-XXXXX`. */
export function codeOf(hash: string): string {
  const bits = BigInt(`0x${hash.slice(0, 25)}`)
  const code = Array.from({ length: codeLength }, (_, i) => digits[Number((bits >> BigInt(5 * i)) & 31n)])
  return grouped(code.join(""))
}

/** What a person types: small letters, spaces, O for 0. Null when it cannot be a code. */
export function normalCode(typed: string): string | null {
  const code = typed
    .toUpperCase()
    .replace(/O/g, "0")
    .replace(/[IL]/g, "1")
    .replace(/[^0-9A-Z]/g, "")
  return code.length === codeLength && [...code].every((one) => digits.includes(one)) ? grouped(code) : null
}

function grouped(code: string): string {
  return Array.from({ length: codeLength / groupLength }, (_, i) =>
    code.slice(i * groupLength, (i + 1) * groupLength),
  ).join("-")
}

/** What the signature covers: a salted hash of the tip, and when it came. */
export type SignedReceipt = { hash: string; at: string }

export function bytesToSign({ hash, at }: SignedReceipt): Buffer {
  return Buffer.from(`${receiptFormat}\n${hash}\n${at}\n`, "utf8")
}

/** As the file says it: what is needed to check it, and nothing of the tip. Its `keyId` is a hint, not a proof. */
export type ReceiptFile = SignedReceipt & { keyId: string; signature: Buffer }

export const receiptFormat = "lienphong-receipt-1"
export const receiptCharsMax = 5_000

/** Null: no receipt of this program. */
export function receiptOf(text: string): ReceiptFile | null {
  if (text.length > receiptCharsMax) return null
  let file: Record<string, unknown>
  try {
    const parsed: unknown = JSON.parse(text)
    if (typeof parsed !== "object" || parsed === null) return null
    file = parsed as Record<string, unknown>
  } catch {
    // Not whole, or something else altogether: it is no receipt, and that is the answer.
    return null
  }
  const { format, hash, at, keyId, signature } = file
  const isWhole =
    format === receiptFormat &&
    typeof hash === "string" &&
    typeof at === "string" &&
    !Number.isNaN(Date.parse(at)) &&
    typeof keyId === "string" &&
    /^(?:[0-9a-f]{8}){1,2}$/.test(keyId) &&
    typeof signature === "string"
  return isWhole ? { hash, at, keyId, signature: Buffer.from(signature, "base64") } : null
}
