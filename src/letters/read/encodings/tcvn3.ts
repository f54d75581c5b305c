/**
 * TCVN 5712:1993 (ABC fonts): Vietnamese letters in single bytes, which show as Latin-1 without the font.
 *
 * The fonts draw capitals with accents from a second font file on the same codes, so the text itself holds small
 * letters there ("CéNG HßA"); a word that is otherwise in capitals is given its capitals back.
 */
const table = new Map<string, string>()
const lay = (first: number, letters: string) => {
  for (const [i, letter] of [...letters].entries())
    if (letter !== ".") table.set(String.fromCharCode(first + i), letter)
}
lay(0xa1, "ĂÂÊÔƠƯĐăâêôơưđ")
lay(0xb5, "àảãáạ.ằẳẵắ")
lay(0xc6, "ặầẩẫấậè.ẻẽéẹềểễếệìỉ...ĩíịò.ỏõóọồổỗốộờởỡớợù.ủũúụừửữứựỳỷỹýỵ")

/** Signs that no Vietnamese text in Unicode puts inside a word. */
const tellTale =
  /[a-zA-Z][\u00a8-\u00b9\u00bb-\u00be\u00c6-\u00c7\u00d0\u00d6-\u00d8\u00de-\u00df\u00f7-\u00f8]/g
const unicodeLetters = /[\u0102\u0103\u0110\u0111\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]|[\u0300-\u0323]/

export function looksLikeTcvn3(text: string): boolean {
  if (unicodeLetters.test(text)) return false
  return (text.slice(0, 20_000).match(tellTale)?.length ?? 0) >= 5
}

export function decodeTcvn3(text: string): string {
  const letters = [...text].map((char) => table.get(char) ?? char).join("")
  return letters.replace(/\p{L}+/gu, capitals)
}

/** "CộNG" is "CỘNG", "ủY" is "ỦY"; "Số" stays. */
function capitals(word: string): string {
  const plain = word.replace(/[^a-zA-Z]/g, "")
  if (/[a-z]/.test(plain) || !/[A-Z]/.test(plain)) return word
  return plain.length >= 2 || /^[^A-Z]+[A-Z]/.test(word) ? word.toUpperCase() : word
}
