/** `stamped`: it bears the stamp of a state secret; `unread`: nobody could look for one just now. */
export type FileTrouble =
  | "undeclared"
  | "tooLarge"
  | "tooMany"
  | "kind"
  | "empty"
  | "broken"
  | "stamped"
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
