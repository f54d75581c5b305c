/** The number of an offender's papers, or a tax code: kept and sought as a keyed hash only. */
import type { Desk } from "../../kernel/http/env.ts"

/** Spaces, dots and case do not make another person. Null: nothing that could be such a number. */
export function offenderHashOf(desk: Pick<Desk, "house">, code: string | null): string | null {
  const plain = (code ?? "")
    .normalize("NFC")
    .replaceAll(/[^\p{L}\p{N}]/gu, "")
    .toUpperCase()
  return plain === "" ? null : desk.house.keys.hmac("journal-value", `offender ${plain}`)
}
