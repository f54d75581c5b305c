/** The address of a server as somebody typed it. Pure. */

/** Null: no address of the web, or one that carries a name and a password. */
export function webAddress(text: string): URL | null {
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : null
  const isFit =
    url !== null && ["http:", "https:"].includes(url.protocol) && url.username === "" && url.password === ""
  return isFit ? url : null
}
