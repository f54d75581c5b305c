import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { fingerprint, letterKey, likeness, nearlySameFrom } from "./alike.ts"

const letter = (name: string) =>
  readFileSync(new URL(`../../letters/fixtures/${name}`, import.meta.url), "utf8")
const seed = fingerprint(letter("hung-yen-2023.txt"))

test("the same letter with other line ends, or in decomposed Unicode, is found again", () => {
  expect(likeness(seed, fingerprint(letter("hung-yen-2023.crlf.txt")))).toBe(1)
  expect(likeness(seed, fingerprint(letter("hung-yen-2023.nfd.txt")))).toBe(1)
})

test("a copy with its number and day filled in is nearly the same letter", () => {
  const filled = letter("hung-yen-2023.txt")
    .replace("/UBND-KGVX", "1712/UBND-KGVX")
    .replace("ngày   ", "ngày 12")
  expect(likeness(seed, fingerprint(filled))).toBeGreaterThan(nearlySameFrom)
})

test("other letters of the same kind are not taken for it", () => {
  for (const name of ["dong-nai-ct-vien-thong-2009.txt", "son-la-qd-254-2023.txt", "vpcp-2739-2019.txt"])
    expect(likeness(seed, fingerprint(letter(name)))).toBeLessThan(0.2)
})

test("a letter of three words still has a fingerprint of its own", () => {
  expect(likeness(fingerprint("một hai ba"), fingerprint("một hai ba"))).toBe(1)
  expect(likeness(fingerprint("một hai ba"), fingerprint("bốn năm sáu"))).toBe(0)
})

test("number, date and issuer make one key, whatever the spaces and accents", () => {
  const one = letterKey({ number: "1712 /UBND-KGVX", date: "2023-07-12", issuer: "UBND tỉnh Hưng Yên" })
  expect(one).toBe(letterKey({ number: "1712/UBND-KGVX", date: "2023-07-12", issuer: "ubnd tỉnh  Hưng Yên" }))
  expect(letterKey({ number: null, date: "2023-07-12", issuer: "UBND tỉnh Hưng Yên" })).toBeNull()
})
