/**
 * Words that a PDF's justification split ("ch ống t ội phạm"): a piece that is no syllable joins its other half.
 * Spaces that belong stay: a joined pair must be one Vietnamese syllable, and the piece alone must be none.
 */
const onset = "(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx])"
const vowels = "[aăâeêioôơuưyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]"
const coda = "(?:ng|nh|ch|[cmnpt])"
const onsetOnly = new RegExp(`^${onset}$`, "u")
const codaOnly = new RegExp(`^${coda}[,.;:)]?$`, "u")
const rime = new RegExp(`^${vowels}{1,3}${coda}?[,.;:)”"]{0,2}$`, "u")
const open = new RegExp(`^["“(]?${onset}?${vowels}{1,3}$`, "u")

export function mendSyllables(line: string): string {
  const words = line.split(" ")
  const mended: string[] = []
  for (const word of words) {
    const before = mended.at(-1)
    if (before !== undefined && joins(before, word)) mended[mended.length - 1] = before + word
    else mended.push(word)
  }
  return mended.join(" ").trim()
}

function joins(before: string, word: string): boolean {
  const [a, b] = [before.toLowerCase(), word.toLowerCase()]
  // "TH" or "KT" in capitals is an abbreviation, "C ổng" is not.
  const isWordStart = onsetOnly.test(a) && before.slice(1) === before.slice(1).toLowerCase()
  if (isWordStart && rime.test(b) && word === b) return true
  return codaOnly.test(b) && word === b && open.test(a) && before === before.toLowerCase()
}
