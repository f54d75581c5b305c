/** What a person reaches by following links, for the tests that look for words which must stand nowhere. */

/** Addresses that are asked in one walk at most. */
const pagesMax = 220
/** Pages of texts that come with the program hold nothing of anybody: they come last, so that they do not fill the walk. */
const ofPrint = /^\/(?:thu-doan|huong-dan)\/|[?&]lang=/
/** A list under a further filter comes after all other pages. */
const filtersFirst = 3

/** The text of every page, export and file that `open` gives, by its address, from `start` on. */
export async function reachedFrom(
  start: readonly string[],
  open: (path: string) => Response | Promise<Response>,
  textOf: (bytes: Buffer) => string | Promise<string>,
): Promise<Map<string, string>> {
  const seen = new Map<string, string>()
  const filters = new Map<string, number>()
  const left = [...start]
  const later: string[] = []
  while (left.length + later.length > 0 && seen.size < pagesMax) {
    const isLater = left.length === 0
    const path = (isLater ? later : left).shift() ?? ""
    if (seen.has(path)) continue
    const [plain = ""] = path.split("?")
    const before = filters.get(plain) ?? 0
    if (!isLater && (ofPrint.test(path) || before >= filtersFirst)) {
      later.push(path)
      continue
    }
    filters.set(plain, before + 1)
    const answer = await open(path)
    const text = await textOf(Buffer.from(await answer.arrayBuffer()))
    seen.set(path, text)
    if (!(answer.headers.get("content-type") ?? "").includes("html")) continue
    for (const [, href = ""] of text.matchAll(/href="(\/(?!assets)[^"#]*)"/g))
      left.push(href.replaceAll("&amp;", "&"))
  }
  return seen
}
