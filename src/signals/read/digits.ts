/** Runs of digits as people group them: "0305 333 111", "(0221) 3000 118", "o951 777 o88". */
export type Group = { digits: string; start: number; end: number; before: string }
export type Run = {
  groups: Group[]
  plus: boolean
  start: number
  end: number
  /** Letters that stand right behind the last digit: a unit ("150.000.000đ", "3tr2"), or a word run together. */
  glued: string
}

/** One separator between groups: a space, a dot, a dash, a line break; brackets round an area code. */
const between = /^(?: ?[.·•-] ?|[ \n]|\.\n|\) ?| ?\(|,(?=$))$/
/** Digits one by one, "0 9 5 6 . 3 1 7", are so many groups; a longer run is read on from there. */
const groupsMax = 24
const pattern = /(?<![a-z0-9*])(?:\+ ?)?\(?\+?(?:[0-9]|o(?=[0-9o ]?[0-9]))/g
/** A letter that looks like a digit is one only among digits: "o95l" is 0951, "5l" five litres. */
const oneGroup =
  /^(?:[li](?=[0-9o]{2}))?(?:[0-9o]|(?<=[0-9o])[li](?=[0-9o])|(?<=[0-9o][0-9o])l(?![a-z0-9])){1,24}/

export function digitRuns(text: string): Run[] {
  const runs: Run[] = []
  let from = 0
  for (const match of text.matchAll(pattern)) {
    if (match.index < from) continue
    const run = runAt(text, match.index, match[0])
    if (run === null) continue
    from = run.end
    runs.push(run)
  }
  return runs
}

function runAt(text: string, start: number, head: string): Run | null {
  const groups: Group[] = []
  let at = start + head.length - 1
  let before = ""
  while (groups.length < groupsMax) {
    const group = oneGroup.exec(text.slice(at, at + 24))?.[0] ?? ""
    if (group === "" || (!/\d/.test(group) && before === "")) break
    const digits = group.replaceAll("o", "0").replace(/[li]/g, "1")
    groups.push({ digits, start: at, end: at + group.length, before })
    at += group.length
    const separator = /^[^0-9a-z]{1,3}(?=[0-9oli])/.exec(text.slice(at, at + 4))?.[0] ?? ""
    if (!between.test(separator)) break
    // "09:54 100.000.000": the minutes of a clock begin no number.
    if (groups.length === 1 && separator === " " && isMinutes(text, start, at)) break
    // "1) 0951 …" and "(1) 0951 …" number a list; "(0221) 3000 118" closes an area code.
    if (
      separator.startsWith(")") &&
      (!text.slice(start, at).includes("(") || /^\((?!84)[1-9]\d?$/.test(text.slice(start, at)))
    )
      break
    // A letter o is a zero only inside a number, not the first letter of the next word.
    if (!/^(?:\d|o+[.-]?\d|[li]\d\d)/.test(text.slice(at + separator.length, at + separator.length + 5)))
      break
    before = separator
    at += separator.length
  }
  const last = groups.at(-1)
  if (last === undefined) return null
  const glued = /^[a-z*]{1,12}/.exec(text.slice(last.end, last.end + 12))?.[0] ?? ""
  return { groups, plus: head.includes("+"), start, end: last.end, glued }
}

const isMinutes = (text: string, start: number, end: number): boolean =>
  end - start === 2 && /(?:^|[^\d:])[0-2]?\d[:h]$/.test(text.slice(Math.max(0, start - 4), start))

/** All digits of some groups. */
export const digitsOf = (groups: readonly Group[]) => groups.map((group) => group.digits).join("")

const unit =
  /^(?:k|tr|trieu|ty|ti|d|dong|vnd|vnđ|h|g|p|m|km|kg|cai|ng|nguoi|usd|do|t|v|ah|mb|gb|lan|ho|x|nghin|ngan|cu|chai|lit)/

/** "150.000.000", "3.200 thuê bao", "42tr": thousands, or a number with its unit. */
export function isAmount(run: Run, after: string): boolean {
  const grouped =
    run.groups.length > 1 &&
    run.groups.slice(1).every((group) => group.before === "." && group.digits.length === 3) &&
    /^[1-9]\d{0,2}$/.test(run.groups[0]?.digits ?? "")
  if (run.glued !== "") return unit.test(run.glued) && (grouped || digitsOf(run.groups).length < 9)
  return grouped || /^\s?(?:d|dong|vnd|trieu|tr|ty|nghin|ngan(?! hang)|k|usd|%)(?![a-z])/.test(after)
}
