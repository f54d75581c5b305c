/** QR codes: the error correction "M" (15 %) of ISO/IEC 18004 survives a fold in the paper. */
import { create } from "qrcode"

/** Rows of modules, "1" dark. */
export function qrOf(text: string): string[] {
  const { size, data } = create(text, { errorCorrectionLevel: "M" }).modules
  const dark = [...data].map((module) => (module === 0 ? "0" : "1"))
  return Array.from({ length: size }, (_, row) => dark.slice(row * size, (row + 1) * size).join(""))
}
