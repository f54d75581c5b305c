/**
 * Vietnamese numerals below a thousand, as words ("hai trăm ba mươi", "mười lăm", "trăm rưỡi", "nửa"), with or without
 * their marks. Whoever writes with marks means them: "bà" and "tư" apart, "ba" and "từ" are two words.
 */
export type Word = {
  /** Lower case, without marks. */
  bare: string
  /** Lower case, composed, as typed. */
  typed: string
}

const ones: readonly (readonly [number, ...string[]])[] = [
  [1, "một", "mốt"],
  [2, "hai"],
  [3, "ba"],
  [4, "bốn", "tư"],
  [5, "năm", "lăm", "nhăm"],
  [6, "sáu"],
  [7, "bảy", "bẩy"],
  [8, "tám"],
  [9, "chín"],
]
const bareOf = (word: string) => word.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d")
/** "bay" is "bảy", but "bày" is not; "tu" is "tư". */
const digitsByWord = new Map(ones.flatMap(([value, ...words]) => words.map((word) => [word, value] as const)))
const digitsByBare = new Map(
  ones.flatMap(([value, ...words]) => words.map((word) => [bareOf(word), value] as const)),
)

export function isWord(word: Word | undefined, ...marked: string[]): boolean {
  return marked.some(
    (one) => word?.typed === one || (word?.typed === word?.bare && word?.bare === bareOf(one)),
  )
}

/** One to nine; undefined where the word is no digit. */
export function digitOf(word: Word | undefined): number | undefined {
  if (word === undefined) return undefined
  return digitsByWord.get(word.typed) ?? (word.typed === word.bare ? digitsByBare.get(word.bare) : undefined)
}

/** What was read, from how many words. `isVague`: "hai ba" (two or three), "vài chục". */
type Numeral = { value: number; words: number; isVague: boolean }

/** The numeral that begins at `at`; null where none does. */
export function numeralAt(words: readonly Word[], at: number): Numeral | null {
  if (isWord(words[at], "nửa")) return { value: 0.5, words: 1, isVague: false }
  if (isWord(words[at], "vài", "mấy", "đôi", "hàng", "dăm")) return vagueAt(words, at)
  const hundreds = hundredsAt(words, at)
  if (hundreds !== null) return hundreds
  return tensAt(words, at)
}

/** "vài", "mấy chục", "hàng trăm", "dăm ba". */
function vagueAt(words: readonly Word[], at: number): Numeral {
  const rest = numeralAt(words, at + 1)
  const isScale = isWord(words[at + 1], "chục", "trăm")
  return { value: 0, words: 1 + (rest?.words ?? (isScale ? 1 : 0)), isVague: true }
}

function hundredsAt(words: readonly Word[], at: number): Numeral | null {
  const first = digitOf(words[at])
  const isAlone = isWord(words[at], "trăm")
  if (!isAlone && (first === undefined || !isWord(words[at + 1], "trăm"))) return null
  const hundred = (isAlone ? 1 : (first ?? 1)) * 100
  const behind = at + (isAlone ? 1 : 2)
  if (isWord(words[behind], "rưỡi", "rưởi"))
    return { value: hundred + 50, words: behind + 1 - at, isVague: false }
  const odd = isWord(words[behind], "linh", "lẻ") ? digitOf(words[behind + 1]) : undefined
  if (odd !== undefined) return { value: hundred + odd, words: behind + 2 - at, isVague: false }
  const tens = tensAt(words, behind)
  // "trăm" alone is as vague as "chục"; "hai trăm ba" is two hundred and thirty.
  if (tens === null) return { value: hundred, words: behind - at, isVague: isAlone }
  const isShort = tens.value < 10 && tens.words === 1
  return {
    value: hundred + (isShort ? tens.value * 10 : tens.value),
    words: behind + tens.words - at,
    isVague: tens.isVague,
  }
}

function tensAt(words: readonly Word[], at: number): Numeral | null {
  const first = digitOf(words[at])
  if (isWord(words[at], "mười", "chục")) {
    const one = isWord(words[at], "mười") ? digitOf(words[at + 1]) : undefined
    return { value: 10 + (one ?? 0), words: one === undefined ? 1 : 2, isVague: isWord(words[at], "chục") }
  }
  if (first === undefined) return null
  if (isWord(words[at + 1], "mươi", "mười", "chục")) {
    const one = digitOf(words[at + 2])
    const isHalf = isWord(words[at + 2], "rưỡi", "rưởi") && isWord(words[at + 1], "chục")
    return {
      value: first * 10 + (isHalf ? 5 : (one ?? 0)),
      words: one === undefined && !isHalf ? 2 : 3,
      isVague: false,
    }
  }
  const second = digitOf(words[at + 1])
  if (second === undefined) return { value: first, words: 1, isVague: false }
  // "hai ba (triệu)" is two or three; "hai lăm", "ba mốt", "hai tư" can only be tens.
  const isTens = isWord(words[at + 1], "lăm", "nhăm", "mốt", "tư") && words[at + 1]?.bare !== "nam"
  return { value: isTens ? first * 10 + second : first, words: 2, isVague: !isTens }
}
