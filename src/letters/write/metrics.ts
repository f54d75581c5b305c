/** How wide a text is in Tinos, whose widths are those of Times New Roman: read from the font's own tables. */
import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"

const folder = (name: string) =>
  fileURLToPath(import.meta.resolve(`@expo-google-fonts/tinos/${name}/Tinos_${name}.ttf`))

export const fontFiles = ["400Regular", "400Regular_Italic", "700Bold", "700Bold_Italic"].map(folder)

type Face = { unitsPerEm: number; advanceOf(codePoint: number): number }
const faces = new Map<string, Face>()

/** In points at `size` points, without kerning. */
export function textWidth(text: string, size: number, weight: "regular" | "bold"): number {
  const face = faceOf(weight === "bold" ? "700Bold" : "400Regular")
  let units = 0
  for (const letter of text) units += face.advanceOf(letter.codePointAt(0) ?? 0)
  return (units / face.unitsPerEm) * size
}

function faceOf(name: string): Face {
  const known = faces.get(name)
  if (known !== undefined) return known
  const face = readFace(readFileSync(folder(name)))
  faces.set(name, face)
  return face
}

/** OpenType: `head`, `hhea`, `hmtx` and the Windows Unicode `cmap` of format 4. */
function readFace(font: Buffer): Face {
  const tables = new Map<string, number>()
  for (let i = 0; i < font.readUInt16BE(4); i += 1) {
    const at = 12 + 16 * i
    tables.set(font.toString("latin1", at, at + 4), font.readUInt32BE(at + 8))
  }
  const table = (name: string) => {
    const at = tables.get(name)
    if (at === undefined) throw new Error(`the font has no table ${name}`)
    return at
  }
  const widths = font.readUInt16BE(table("hhea") + 34)
  const metrics = table("hmtx")
  const glyphOf = readCharacterMap(font, table("cmap"))
  return {
    unitsPerEm: font.readUInt16BE(table("head") + 18),
    advanceOf: (codePoint) => font.readUInt16BE(metrics + 4 * Math.min(glyphOf(codePoint), widths - 1)),
  }
}

function readCharacterMap(font: Buffer, cmap: number): (codePoint: number) => number {
  const at = subtableOf(font, cmap)
  const count = font.readUInt16BE(at + 6) / 2
  const [ends, starts] = [at + 14, at + 16 + 2 * count]
  const [deltas, offsets] = [starts + 2 * count, starts + 4 * count]
  return (codePoint) => {
    for (let i = 0; i < count; i += 1) {
      if (font.readUInt16BE(ends + 2 * i) < codePoint) continue
      const start = font.readUInt16BE(starts + 2 * i)
      if (start > codePoint) return 0
      const delta = font.readUInt16BE(deltas + 2 * i)
      const offset = font.readUInt16BE(offsets + 2 * i)
      if (offset === 0) return (codePoint + delta) & 0xffff
      const glyph = font.readUInt16BE(offsets + 2 * i + offset + 2 * (codePoint - start))
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff
    }
    return 0
  }
}

function subtableOf(font: Buffer, cmap: number): number {
  for (let i = 0; i < font.readUInt16BE(cmap + 2); i += 1) {
    const at = cmap + 4 + 8 * i
    const sub = cmap + font.readUInt32BE(at + 4)
    if (font.readUInt16BE(at) === 3 && font.readUInt16BE(sub) === 4) return sub
  }
  throw new Error("the font has no Unicode character map of format 4")
}
