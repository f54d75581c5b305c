/** The picture of a warning, drawn in a process of its own: see `card.ts`. */
import sharp from "sharp"
import type { Card } from "./card.ts"
import { typesetPicture } from "./typst.ts"

const template = new URL("./card.typ", import.meta.url)

export async function drawCard(card: Card): Promise<Uint8Array> {
  const svg = typesetPicture(template, { card })
  const png = await sharp(Buffer.from(svg), { density: 144 }).resize(1200, 630).png().toBuffer()
  return new Uint8Array(png)
}
