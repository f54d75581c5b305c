/**
 * What a letter says, as the reader understood it (docs/contracts.md, "Commands").
 *
 * Values are the letter's own words, broken lines joined; a value that the letter does not give is null or empty.
 */
export type LetterReading = {
  issuer: string | null
  number: string | null
  /** ISO, shorter where the letter leaves the day or the month blank. */
  date: string | null
  type: string | null
  subject: string | null
  addressees: string[]
  references: Reference[]
  clauses: Clause[]
  recipients: string[]
  /** Who signs; of several, the first. */
  signer: Signer
  /** Everybody who signs, as they stand: minutes and joint documents have several. */
  signers: Signer[]
  /** Sentences that seem to give an order and that no task covers: for a person to look at. */
  uncovered: string[]
  /** Pictures in the file, whose words nobody read: a stamp may stand in one. Absent: none. */
  pictures?: number
  /** NFC, one line feed a line, otherwise the letter's text as received: spans count in it. */
  normalizedText: string
  /** Keyed by JSON pointer into this value. */
  readings: Record<string, { confidence: number; span: Span | null }>
}

/** Half-open range of UTF-16 offsets in `normalizedText`. */
export type Span = [from: number, to: number]
export type Reference = { number: string | null; date: string | null; issuer: string | null }
export type Signer = { authority: string | null; position: string | null; name: string | null }

export type Clause = {
  /** "2", "4.b", "III.1", "Điều 3"; empty for a clause without a number. */
  path: string
  addressees: string[]
  text: string
  tasks: Task[]
}

export type Task = {
  text: string
  /** Null unless the task names its own. */
  addressees: string[] | null
  /** ISO where the letter gives a whole date, otherwise its words. */
  deadline: string | null
  lead: string[]
  coordinate_with: string[]
}
