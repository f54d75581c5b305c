/** What a tip points at, in one canonical form each: two tips meet when a (kind, value) is the same. */
export const kinds = ["phone", "bank-account", "url", "domain", "ip", "email", "social"] as const
export type Kind = (typeof kinds)[number]
/** `unclear`: nobody can tell from the words whose it is. It is masked and meets nothing until an officer decides. */
export const roles = ["suspect", "victim", "reporter", "official-mentioned", "unclear"] as const
export type IdentifierRole = (typeof roles)[number]
/** Roles of what belongs to whoever told or was harmed, or may: others never see it. */
export const isMasked = (role: IdentifierRole) => role !== "suspect" && role !== "official-mentioned"
export const keyOf = ({ kind, value }: { kind: string; value: string }) => `${kind} ${value}`

/** Found in the text: where it stands in the folded text, so that the words around it can be read. */
export type Found = {
  kind: Kind
  value: string
  start: number
  end: number
  /** A role that the words themselves settle, such as a known hotline. */
  role?: IdentifierRole
}

export type Identifier = {
  kind: Kind
  value: string
  role: IdentifierRole
  /** Half-open range of UTF-16 offsets in the text as received. */
  span: [number, number]
}

/** An identifier, or what of the second list has an owner too (`clues.ts`). */
export type ClueKind = Kind | "crypto" | "imei"
export type Clue = Omit<Identifier, "kind"> & { kind: ClueKind }

/** Which characters of the folded text are spoken for. */
export class Claims {
  readonly #taken: Uint8Array

  constructor(length: number) {
    this.#taken = new Uint8Array(length)
  }

  take(start: number, end: number): void {
    this.#taken.fill(1, start, end)
  }

  isFree(start: number, end: number): boolean {
    return !this.#taken.subarray(start, end).includes(1)
  }
}
