/**
 * How a provision of `data/violations.csv` is printed on a paper. What the data call approximate is never printed
 * (data/README.md), and what nobody has verified carries its mark until a person says that they have.
 */
import type { TypedRange, Violation } from "./fines.ts"

export const blank = "……"
export const unverifiedMark = "(chưa đối chiếu)"

/** "Đ101.1.a" → "điểm a khoản 1 Điều 101"; null: not known well enough to be printed. */
export function articleInFull(article: string): string | null {
  if (/gần đúng/i.test(article)) return null
  const [, whole, clause, point] = /^Đ(\d+[a-z]?)(?:\.(\d+))?(?:\.(\p{Ll}))?$/u.exec(article.trim()) ?? []
  if (whole !== undefined)
    return [
      ...(point === undefined ? [] : [`điểm ${point}`]),
      ...(clause === undefined ? [] : [`khoản ${clause}`]),
      `Điều ${whole}`,
    ].join(" ")
  const amended = /^(\S+) \(sửa (?:khoản (\d+) )?(Điều \d+) NĐ (\d+\/\d{4})\)$/.exec(article.trim())
  if (amended !== null) {
    const [, own = "", clause, where = "", decree = ""] = amended
    const inClause = clause === undefined ? where : `khoản ${clause} ${where}`
    const said = articleInFull(own)
    return said === null ? null : `${said} (sửa đổi, bổ sung tại ${inClause} Nghị định số ${decree}/NĐ-CP)`
  }
  // "Đ95.1.đ, g", "Đ43.1.a-c": several points of one clause.
  const [, of, points] = /^(Đ\d+\.\d+)\.(\p{Ll}(?:(?:, |-)\p{Ll})+)$/u.exec(article.trim()) ?? []
  if (of !== undefined && points !== undefined)
    return `các điểm ${points.replace("-", " đến ")} ${articleInFull(of)}`
  const [, first, last] = /^Đ(\d+)-(\d+)$/.exec(article.trim()) ?? []
  if (first !== undefined && last !== undefined) return `Điều ${first} đến Điều ${last}`
  const partly = /^Đ(\d+) \(/.exec(article.trim())?.[1]
  if (partly !== undefined) return `điểm ${blank} khoản ${blank} Điều ${partly}`
  // As an officer typed it from the text itself: "điểm g khoản 3 Điều 102".
  return /điều \d/iu.test(article) ? article.trim() : null
}

/** "NĐ 15/2020/NĐ-CP (sửa NĐ 14/2022)" → "Nghị định số 15/2020/NĐ-CP (sửa đổi, bổ sung theo Nghị định số 14/2022/NĐ-CP)". */
export function lawInFull(law: string): string {
  return law
    .replaceAll(/NĐ (\d+\/\d{4})(?:\/NĐ-CP)?/g, (_all, number: string) => `Nghị định số ${number}/NĐ-CP`)
    .replace(/\(sửa (?!đổi)/, "(sửa đổi, bổ sung theo ")
}

/** Article and law of an act. `isChecked`: a person says that they have held what is printed against the text. */
export function provisionOf(
  { violation, typed }: { violation: Violation; typed: TypedRange | null },
  isChecked: boolean,
): string {
  const confirmed = typed?.confirmedBy == null ? null : typed
  const article = articleInFull(confirmed?.article ?? violation.article)
  const isSure = confirmed !== null || violation.verified || isChecked
  const said = `${article ?? blank} ${lawInFull(violation.law)}`
  return isSure || article === null ? said : `${said} ${unverifiedMark}`
}

/** Provisions inside a sentence of the data: "Tịch thu tang vật (Đ98.4.a)". */
export const provisionsInFull = (text: string): string =>
  text.replaceAll(/Đ\d+(?:\.\d+)?(?:\.\p{Ll})?(?![\d.\p{L}-])/gu, (found) => articleInFull(found) ?? found)
