/** A scan's pages as pictures, for the clerk who types its words. Runs apart. */
import sharp from "sharp"
import { extractImages, getDocumentProxy } from "unpdf"

/** A scan of more pages is opened in a program of one's own. */
const scanPagesMax = 20
const imagesPerPageMax = 4
const pixelsMax = 60_000_000

/** Zero: no PDF, or one that does not open. */
export async function pagesOfScan(bytes: Uint8Array): Promise<number> {
  if (bytes[0] !== 0x25) return 0
  const document = await getDocumentProxy(Uint8Array.from(bytes), { verbosity: 0 }).catch(() => null)
  return Math.min(document?.numPages ?? 0, scanPagesMax)
}

/** The largest picture of the page is the scan, as PNG; counted from one. */
export async function pageOfScan({
  bytes,
  page,
}: {
  bytes: Uint8Array
  page: number
}): Promise<Uint8Array | null> {
  if (page < 1 || page > (await pagesOfScan(bytes))) return null
  // A page that the tree promises and does not hold has no picture.
  const images = await extractImages(Uint8Array.from(bytes), page).catch(() => [])
  const [largest] = images
    .slice(0, imagesPerPageMax)
    .toSorted((a, b) => b.width * b.height - a.width * a.height)
  if (largest === undefined || largest.width * largest.height > pixelsMax) return null
  const { width, height, channels } = largest
  return sharp(Buffer.from(largest.data), { raw: { width, height, channels } })
    .resize({ width: 1_400, withoutEnlargement: true })
    .png()
    .toBuffer()
}
