/** `stamped`: it bears the stamp of a state secret; `locked`: a password hides its pages; `unread`: nobody could look just now. */
export type FileTrouble =
  | "undeclared"
  | "tooLarge"
  | "tooMany"
  | "kind"
  | "empty"
  | "broken"
  | "stamped"
  | "locked"
  | "unread"

/** Thrown while a file is kept: the form is answered with that trouble, and nothing of the file stays. */
export class FileRefused extends Error {
  readonly trouble: FileTrouble
  constructor(trouble: FileTrouble) {
    super(`a file is refused: ${trouble}`)
    this.name = "FileRefused"
    this.trouble = trouble
  }
}
