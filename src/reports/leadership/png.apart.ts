/** A picture of ours as PNG. Runs apart: drawing holds the processor. */
import sharp from "sharp"

export const pngOf = async (svg: string): Promise<Uint8Array> => sharp(Buffer.from(svg)).png().toBuffer()
