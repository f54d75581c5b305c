/**
 * VNI for Windows: a letter is followed by a second byte that draws its mark ("Uûy ban nhaân daân"), so a text in it shows
 * as Latin-1 without the font. ơ, ư, đ and the marked i's have one byte of their own.
 */
const marks: Record<string, string> = {
  ù: "\u0301",
  ø: "\u0300",
  û: "\u0309",
  õ: "\u0303",
  ï: "\u0323",
  â: "\u0302",
  á: "\u0302\u0301",
  à: "\u0302\u0300",
  å: "\u0302\u0309",
  ã: "\u0302\u0303",
  ä: "\u0302\u0323",
  ê: "\u0306",
  é: "\u0306\u0301",
  è: "\u0306\u0300",
  ú: "\u0306\u0309",
  ü: "\u0306\u0303",
  ë: "\u0306\u0323",
}
const single: Record<string, string> = {
  ô: "ơ",
  ö: "ư",
  ñ: "đ",
  í: "í",
  ì: "ì",
  æ: "ỉ",
  ó: "ĩ",
  ò: "ị",
  î: "ỵ",
}

const pair = /([aeouyôö])([ùøûõïâáàåãäêéèúüë])|([ôöñíìæóòî])/gi
/** Pairs that Vietnamese in Unicode never sets beside each other, and đ. */
const tellTale = /[aeouyôö][ùøûõï]|[aeo][âåä]|ñ/gi
/** Letters of TCVN3 inside words, and of Vietnamese in Unicode. */
const others =
  /[a-z][\u00a1-\u00bf]|[\u0102\u0103\u0110\u0111\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]|[\u0300-\u0323]/i

export function looksLikeVni(text: string): boolean {
  const start = text.slice(0, 20_000)
  return !others.test(start) && (start.match(tellTale)?.length ?? 0) >= 5
}

export const decodeVni = (text: string) =>
  text.replace(
    pair,
    (found, base: string | undefined, mark: string | undefined, alone: string | undefined) => {
      if (alone !== undefined) return cased(single[alone.toLowerCase()] ?? alone, alone)
      if (base === undefined || mark === undefined) return found
      const letter = cased(single[base.toLowerCase()] ?? base, base)
      return `${letter}${marks[mark.toLowerCase()] ?? mark}`.normalize("NFC")
    },
  )

const cased = (letter: string, like: string) => (like === like.toLowerCase() ? letter : letter.toUpperCase())
