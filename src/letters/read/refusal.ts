/** Why a letter is not read. The words for people are in `words.ts`. */
export type RefusalReason =
  | "secret"
  | "scan"
  | "encrypted"
  | "broken"
  | "unknownType"
  | "tooLong"
  | "noText"
  /** Nothing about the letter: too many are being read already. */
  | "busy"

export class Refusal extends Error {
  readonly reason: RefusalReason
  constructor(reason: RefusalReason) {
    super(reason)
    this.name = "Refusal"
    this.reason = reason
  }
}
