/** What a tip points at, in one canonical form each: two tips meet when a (kind, value) is the same. */
export const kinds = ["phone", "bank-account", "url", "domain", "ip", "email", "social"] as const
export type Kind = (typeof kinds)[number]
export const roles = ["suspect", "victim", "reporter", "official-mentioned"] as const
export type IdentifierRole = (typeof roles)[number]

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
