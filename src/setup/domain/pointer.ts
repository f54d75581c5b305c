/** RFC 6901: the JSON pointer of a path, as a refusal of `setup.json` names its place. */
export const pointerOf = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("")
