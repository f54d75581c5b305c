const signature = "89504e470d0a1a0a"

/** Pixels, from the first chunk (PNG specification, IHDR). Throws for what is no PNG. */
export function pngSize(png: Uint8Array): { width: number; height: number } {
  const view = Buffer.from(png.buffer, png.byteOffset, png.byteLength)
  if (view.length < 24 || view.toString("hex", 0, 8) !== signature) throw new Error("not a PNG picture")
  const size = { width: view.readUInt32BE(16), height: view.readUInt32BE(20) }
  if (size.width === 0 || size.height === 0) throw new Error("a PNG picture without area")
  return size
}
