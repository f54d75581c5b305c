/** A picture for evidence and exhibits of the demo: plain, with the words that tell one from another. */
export async function samplePicture(words: string): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="360" height="640">
    <rect width="360" height="640" fill="#e0eeed"/><rect x="24" y="96" width="312" height="120" rx="16" fill="#fff"/>
    <text x="44" y="150" font-family="sans-serif" font-size="20" fill="#1c2733">${words}</text>
    <text x="44" y="184" font-family="sans-serif" font-size="16" fill="#55606b">Ảnh mẫu của bản dùng thử</text></svg>`
  // Loaded for the demo's first start only: the process that answers people draws nothing.
  const { default: sharp } = await import("sharp")
  return sharp(Buffer.from(svg)).png().toBuffer()
}
