/** The letter's text in one shape: NFC, line feeds, plain spaces; nothing that carries meaning is removed. */
import { decodeTcvn3, looksLikeTcvn3 } from "./encodings/tcvn3.ts"
import { decodeVni, looksLikeVni } from "./encodings/vni.ts"

export function normalizeText(text: string): string {
  return inUnicode(text)
    .replace(/\r\n?|[\f\v\u2028\u2029]/g, "\n")
    .replace(/[\u00a0\u2000-\u200a\u202f\u3000\t]/g, " ")
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, "")
    .normalize("NFC")
}

function inUnicode(text: string): string {
  if (looksLikeVni(text)) return decodeVni(text)
  return looksLikeTcvn3(text) ? decodeTcvn3(text) : text
}
