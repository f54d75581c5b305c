/** Telephone numbers in words, as those write who fear that a filter eats digits: "không ba không năm bảy …", "khongbakhongnam". */
import type { Found } from "./identifiers.ts"
import { phoneOf } from "./phones.ts"

const digits: Readonly<Record<string, string>> = {
  khong: "0",
  ko: "0",
  mot: "1",
  hai: "2",
  ba: "3",
  bon: "4",
  tu: "4",
  nam: "5",
  lam: "5",
  sau: "6",
  bay: "7",
  tam: "8",
  chin: "9",
}
/** Longest first: "bay" is not "ba". */
const names = Object.keys(digits).sort((one, other) => other.length - one.length)
const oneWord = `(?:${names.join("|")}|\\d)`
/** Words parted by a space, a comma, a dash, a slash, a line break; at most three marks between two. */
const parted = new RegExp(`(?<![a-z0-9])${oneWord}(?:[\\s,./_-]{1,3}${oneWord}){8,11}(?![a-z0-9])`, "g")
const packed = new RegExp(`(?<![a-z0-9])(?:${names.join("|")}){9,12}(?![a-z0-9])`, "g")
/** "0.9.5.1/7.7.0/2.4.4", "0 9 5 1 _ 7 7 0 2 4 4": digits one by one. */
const single =
  /(?<![\da-z.]|\d[\s./,_·•-])(?:\+?84|0)(?:[\s./,_·•-]{1,3}\d){9}(?![\d])(?![./,-]\d|\s\d(?!\d))/g

export function* findSpoken(text: string): Generator<Found> {
  for (const pattern of [parted, packed])
    for (const match of text.matchAll(pattern)) {
      const words = match[0].match(new RegExp(oneWord, "g")) ?? []
      // Digits alone are no spelling, and "một hai ba bốn" in a row is counting.
      if (words.filter((word) => !/\d/.test(word)).length < 6) continue
      const found = asPhone(words.map((word) => digits[word] ?? word).join(""), match.index, match[0].length)
      if (found !== null) yield found
    }
  for (const match of text.matchAll(single)) {
    const found = asPhone(match[0].replace(/\D/g, ""), match.index, match[0].length)
    if (found !== null) yield found
  }
}

/** The leading zero is often left out in speech. */
function asPhone(spoken: string, start: number, length: number): Found | null {
  const value = phoneOf(spoken) ?? (/^[35789]\d{8}$/.test(spoken) ? phoneOf(`0${spoken}`) : null)
  return value === null || !value.startsWith("+84")
    ? null
    : { kind: "phone", value, start, end: start + length }
}
