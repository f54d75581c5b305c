import type { DocumentKind, OfficialDocumentInput } from "./model.ts"
import { deputy, kindNames, silentWords } from "./words.ts"

/**
 * What follows the number and its slash (Nghị định 30/2020/NĐ-CP, Phụ lục I): a named kind is its abbreviation and
 * the body's ("BC-STTTT"); a công văn the body's and that of the unit or field that wrote it ("UBND-KGVX").
 */
export function symbolOf(kind: DocumentKind, body: string, unit: string | null): string {
  const { short } = kindNames[kind]
  if (short !== null) return `${short}-${body}`
  return unit === null ? body : `${body}-${unit}`
}

/** What a body puts behind the numbers of its documents: its name in short, and of a công văn the unit or field. */
export type BodySymbols = { abbreviation: string; field: string | null }

/** "Sở Thông tin và Truyền thông" is STTTT, "Văn phòng UBND tỉnh" VPUBND. */
export function abbreviationOf(body: string): string {
  return body
    .split(/[\s,]+/u)
    .filter((word) => word !== "" && !silentWords.has(word.toLocaleLowerCase("vi")))
    .map((word) => (/^\p{Lu}{2,}$/u.test(word) ? word : word.charAt(0).toLocaleUpperCase("vi")))
    .join("")
    .slice(0, 20)
}

/** A committee's name as a paper prints it: "UBND tỉnh Mẫu" is "Ủy ban nhân dân tỉnh Mẫu". */
export const inFull = (name: string): string => name.replace(/\bUBND\b/u, "Ủy ban nhân dân")

/** A deputy signs for the head: "KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC". */
export function signatureFor(signer: {
  position: string
  name: string | null
}): OfficialDocumentInput["signatures"][number] {
  const head = deputy.exec(signer.position)?.[1]
  if (head === undefined) return { ...signer }
  const of = head.charAt(0).toLocaleUpperCase("vi") + head.slice(1)
  return { inStead: [{ form: "KT", of }], ...signer }
}
