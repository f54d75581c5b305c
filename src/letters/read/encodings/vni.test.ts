import { readdirSync, readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { readFileBytes } from "../letter.ts"
import { normalizeText } from "../normalize.ts"

/** Unicode → VNI, by its own table of marks: what an old typing program would have written. */
const markBytes: [string, string][] = [
  ["\u0302\u0301", "á"],
  ["\u0302\u0300", "à"],
  ["\u0302\u0309", "å"],
  ["\u0302\u0303", "ã"],
  ["\u0323\u0302", "ä"],
  ["\u0306\u0301", "é"],
  ["\u0306\u0300", "è"],
  ["\u0306\u0309", "ú"],
  ["\u0306\u0303", "ü"],
  ["\u0323\u0306", "ë"],
  ["\u0302", "â"],
  ["\u0306", "ê"],
  ["\u0301", "ù"],
  ["\u0300", "ø"],
  ["\u0309", "û"],
  ["\u0303", "õ"],
  ["\u0323", "ï"],
]
const singles = new Map(
  Object.entries({ đ: "ñ", í: "í", ì: "ì", ỉ: "æ", ĩ: "ó", ị: "ò", ỵ: "î", ơ: "ô", ư: "ö" }),
)

function toVni(text: string): string {
  return [...text.normalize("NFC")]
    .map((char) => {
      const isCapital = char !== char.toLowerCase()
      const up = (letters: string) => (isCapital ? letters.toUpperCase() : letters)
      const small = char.toLowerCase()
      const alone = singles.get(small)
      if (alone !== undefined) return up(alone)
      const horn = small.normalize("NFD").includes("\u031b")
      const [base = "", ...rest] = [...small.normalize("NFD").replace("\u031b", "")]
      const marks = rest.join("")
      if (marks === "") return char
      const letter = horn ? (base === "o" ? "ô" : "ö") : base
      return up(letter + (markBytes.find(([mark]) => mark === marks)?.[1] ?? ""))
    })
    .join("")
}

const folder = new URL("../../fixtures/", import.meta.url)
const letters = readdirSync(folder).filter((file) => /^[a-z0-9-]+\.txt$/.test(file))

test.each(letters)("%s typed in VNI comes back letter by letter", (file) => {
  const text = readFileSync(new URL(file, folder), "utf8").normalize("NFC")
  const plain = text.replace(/[^\p{L}\p{N}\s.,;:/()-]/gu, "")
  expect(normalizeText(toVni(plain))).toBe(normalizeText(plain))
})

test("a letter in VNI bytes is read as the same letter in Unicode", async () => {
  const text = readFileSync(new URL("hung-yen-2023.txt", folder), "utf8")
    .normalize("NFC")
    .replace(/[“”…–]/g, "-")
  const [vni, unicode] = await Promise.all([
    readFileBytes(Buffer.from(toVni(text), "latin1")),
    readFileBytes(Buffer.from(text)),
  ])
  expect({ ...vni, readings: null }).toEqual({ ...unicode, readings: null })
})

test("French, German and TCVN3 are not taken for VNI", () => {
  for (const text of [
    "Où est le père Noël à la fête de la forêt où l'été dure déjà ? Là où tu iras.",
    "Größe, für Übung, schön, öffnen, ähnlich, Füße",
  ])
    expect(normalizeText(text)).toBe(text)
  expect(
    normalizeText(
      "Céng hoµ x· héi chñ nghÜa ViÖt Nam, ®éc lËp, tù do, h¹nh phóc; c¸c së, ban, ngµnh cña tØnh",
    ),
  ).toContain("xã hội chủ nghĩa")
})
