/** A crest drawn anew: nothing of the file stays but what is seen. Runs apart. */
import sharp from "sharp"

export type CrestDrawn = { png: Uint8Array } | { refused: "notPicture" }

const side = 192
const pixelsMax = 25_000_000

export async function drawCrest(file: Uint8Array): Promise<CrestDrawn> {
  const original = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  try {
    const picture = sharp(original, { limitInputPixels: pixelsMax })
    const { format } = await picture.metadata()
    // An SVG is a program of its own kind; whoever has one exports it as PNG.
    if (format !== "png" && format !== "jpeg" && format !== "webp") return { refused: "notPicture" }
    const png = await picture
      .rotate()
      .resize({ width: side, height: side, fit: "inside", withoutEnlargement: true })
      .png({ compressionLevel: 9 })
      .toBuffer()
    return { png }
  } catch {
    return { refused: "notPicture" }
  }
}
