import type { DocumentKind } from "./model.ts"
import { kindNames } from "./words.ts"

/**
 * What follows the number and its slash (Nghị định 30/2020/NĐ-CP, Phụ lục I): a named kind is its abbreviation and
 * the body's ("BC-STTTT"); a công văn the body's and that of the unit or field that wrote it ("UBND-KGVX").
 */
export function symbolOf(kind: DocumentKind, body: string, unit: string | null): string {
  const { short } = kindNames[kind]
  if (short !== null) return `${short}-${body}`
  return unit === null ? body : `${body}-${unit}`
}
