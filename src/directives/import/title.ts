/**
 * A letter's subject as it is printed in sentences of reports and reminders: "VỀ VIỆC TĂNG CƯỜNG …" is "tăng cường …".
 *
 * Capitals of a title become small; names, abbreviations and numbers of documents keep the capitals that the letter's own
 * sentences give them.
 */
export function subjectOf(printed: string | null, letterText: string): string | null {
  if (printed === null) return null
  const words = printed
    .normalize("NFC")
    .replace(/\s+/g, " ")
    .replace(/^(?:v\/v|về việc|vv)\s*:?\s+/i, "")
    .trim()
  if (words === "") return printed
  return isInCapitals(words) ? inSentenceCase(words, letterText) : words
}

const isInCapitals = (words: string) => /\p{Lu}{2}/u.test(words) && words === words.toUpperCase()
const textCharsMax = 200_000
const namesMax = 2_000

function inSentenceCase(title: string, letterText: string): string {
  const low = title.toLowerCase()
  const cased = namesIn(letterText).reduce((made, name) => withName(made, name), low)
  return withNumbers(cased, title)
}

/** Names of several words, abbreviations, names after the kind of a place or an office; longest first. */
function namesIn(text: string): string[] {
  const sentences = text
    .slice(0, textCharsMax)
    .normalize("NFC")
    .split("\n")
    .filter((line) => line !== line.toUpperCase())
    .join(" ")
    .replace(/\s+/g, " ")
  const named = [
    ...sentences.matchAll(/(?<=\p{L},? )\p{Lu}\p{Ll}{1,7}(?: \p{Lu}\p{Ll}{0,7}){1,6}(?!\p{L})/gu),
    ...sentences.matchAll(/(?<!\p{L})\p{Lu}{2,8}(?!\p{L})/gu),
    ...sentences.matchAll(
      /(?:Bộ|Sở|Ban|Cục|Ủy ban|UBND|Văn phòng|Hội|Tổng cục) \p{Lu}\p{Ll}{1,7}(?: (?:\p{L}{1,7}|và|-)){0,1}(?= (?:và|về|ban hành|trên|tại|đã|có|chủ trì|phối hợp)|[,;.])/gu,
    ),
    ...sentences.matchAll(
      /(?:Thủ tướng|Chính phủ|Phó Thủ tướng|Chủ tịch|Quốc hội|Nhân dân)(?: Chính phủ| nước)?/gu,
    ),
  ].map(([name]) => name)
  return [...new Set(named)].slice(0, namesMax).toSorted((a, b) => a.length - b.length)
}

function withName(title: string, name: string): string {
  const low = name.toLowerCase()
  let [made, from] = ["", 0]
  for (let at = title.toLowerCase().indexOf(low); at >= 0; at = title.toLowerCase().indexOf(low, from)) {
    const isWhole = !/\p{L}/u.test(title[at - 1] ?? "") && !/\p{L}/u.test(title[at + low.length] ?? "")
    made += title.slice(from, at) + (isWhole ? name : title.slice(at, at + low.length))
    from = at + low.length
  }
  return made + title.slice(from)
}

/** "SỐ 32/CT-TTG": the number of a document stays in capitals, its makers as they are written. */
const withNumbers = (title: string, printed: string): string => {
  let made = title
  for (const [number] of printed.matchAll(/\d{1,6}(?:\/\d{4})?\/\p{Lu}[\p{Lu}\d-]{1,20}/gu))
    made = withName(made, number.replace(/TTG$/, "TTg"))
  return made
}
