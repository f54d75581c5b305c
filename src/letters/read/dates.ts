/** Dates as letters write them: "ngày 03 tháng 12 năm 2009", "03/12/2009", parts left blank in the head. */
export const dateWords = String.raw`(?:\d{1,2} tháng \d{1,2} năm \d{4}|\d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?\d{4})`
const worded = /(\d{1,2}) tháng (\d{1,2}) năm (\d{4})/
const figures = /(\d{1,2}) ?[/.-] ?(\d{1,2}) ?[/.-] ?(\d{4})/

/** ISO for a whole date that exists; null otherwise. */
export function isoOf(low: string): string | null {
  const found = worded.exec(low) ?? figures.exec(low)
  if (found === null) return null
  const [day, month, year] = [Number(found[1]), Number(found[2]), Number(found[3])]
  const date = new Date(Date.UTC(year, month - 1, day))
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null
  return `${year}-${two(month)}-${two(day)}`
}

/** The date of a head: "ngày     tháng 7 năm 2023" is "2023-07". */
export function partialDateOf(low: string): string | null {
  const found =
    /ngày[\s.…_]{0,40}(\d{0,2})[\s.…_]{0,40}tháng[\s.…_]{0,40}(\d{0,2})[\s.…_]{0,40}năm[\s.…_]{0,40}(\d{4})/.exec(
      low,
    )
  if (found === null) return isoOf(low)
  const [, day = "", month = "", year = ""] = found
  const known = [year]
  if (isIn(month, 12)) known.push(two(Number(month)))
  if (known.length === 2 && isIn(day, 31)) known.push(two(Number(day)))
  return known.join("-")
}

const isIn = (figure: string, max: number) => Number(figure) >= 1 && Number(figure) <= max
const two = (figure: number) => String(figure).padStart(2, "0")
