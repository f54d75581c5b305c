/**
 * Which bodies a letter's words mean on a day. A name is a body or a group; one line may name several. What nobody
 * answers to is said, never guessed.
 */
import { type Chart, type ChartBody, type ChartGroup, existsOn, successorsOf } from "./chart.ts"
import {
  accentsUnlike,
  foldName,
  groupWords,
  type Here,
  hasAccents,
  hereIn,
  isShortFor,
  nameKey,
  shortKey,
  squashed,
} from "./names.ts"

export type Named = { bodyId: string; name: string }

export type Addressee =
  | { at: "body"; body: ChartBody }
  | { at: "group"; group: ChartGroup; members: ChartBody[] }
  /** A body that no longer exists, or not yet: who succeeds it. */
  | { at: "ended"; body: ChartBody; successors: ChartBody[] }
  | { at: "unknown"; words: string }

/** One line of addressees, in the order in which it names them. */
export function resolveAddressee(chart: Chart, words: string, day: string): Addressee[] {
  const whole = one(chart, words, day)
  if (whole !== null) return [whole]
  for (const separator of separators) {
    const parts = words
      .split(separator)
      .map((part) => part.trim())
      .filter((part) => part !== "")
    if (parts.length > 1) return parts.flatMap((part) => resolveAddressee(chart, part, day))
  }
  return [{ at: "unknown", words }]
}

/** ";" always parts two addressees; "," and "và" only before a word that begins one, so that a name stays whole. */
const beginning =
  "(?:[Cc]ác\\s+)?(?:UBND|[ỦU][ỷy] ban|Uỷ ban|Sở|Công an|Cục|Chi cục|Ban|Văn phòng|Thanh tra|Đài|Bộ|Báo|Tòa án|Viện|[Dd]oanh nghiệp|VNPT|Viettel|MobiFone|FPT|Giám đốc|Chủ tịch|Thủ trưởng|Chánh)\\s"
const separators: readonly RegExp[] = [
  /;/u,
  new RegExp(`,(?=\\s*${beginning})`, "u"),
  new RegExp(`\\s(?:và|cùng)\\s(?=${beginning})`, "u"),
]

function one(chart: Chart, words: string, day: string): Addressee | null {
  return group(chart, words, day) ?? body(chart, words, day)
}

function group(chart: Chart, words: string, day: string): Addressee | null {
  const here = hereOf(chart)
  const key = nameKey(words, here)
  const folded = foldName(words)
  const found = chart.groups.find(
    (candidate) =>
      [candidate.name, ...candidate.otherNames].some((name) => nameKey(name, here) === key) ||
      groupWords.some(
        ({ slug, pattern }) => slug === candidate.slug && (pattern.test(key) || pattern.test(folded)),
      ),
  )
  return found === undefined ? null : { at: "group", group: found, members: membersOn(chart, found, day) }
}

/** The members on that day who exist on it. The communes are the members where the group says so. */
export function membersOn(chart: Chart, group: ChartGroup, day: string): ChartBody[] {
  if (group.rule === "none-fixed") return []
  if (group.rule === "communes")
    return chart.bodies.filter((one) => one.kind === "commune-committee" && existsOn(one, day))
  const ids = new Set(group.members.filter((member) => existsOn(member, day)).map((member) => member.bodyId))
  return chart.bodies.filter((one) => ids.has(one.id) && existsOn(one, day))
}

function body(chart: Chart, words: string, day: string): Addressee | null {
  const here = hereOf(chart)
  const key = nameKey(words, here)
  const squash = squashed(words, here)
  const candidates = chart.bodies.filter((candidate) =>
    [candidate.name, ...candidate.otherNames].some(
      (name) =>
        nameKey(name, here) === key || shortKey(name, here) === squash || isShortFor(words, name, here),
    ),
  )
  const alive = candidates.filter((candidate) => existsOn(candidate, day))
  const living = theOneMeant(alive, words)
  if (living !== undefined) return { at: "body", body: living }
  if (alive.length > 0) return null
  const ended = theOneMeant(candidates, words)
  if (ended === undefined) return null
  return { at: "ended", body: ended, successors: livingSuccessors(chart, ended.id, day) }
}

/**
 * Two communes of one province may differ by a tone alone ("xã Thạnh An", "xã Thanh An"). The body whose whole name stands there
 * comes before one of which it is short; then the accents decide. Undefined where they do not: nobody guesses.
 */
function theOneMeant(candidates: readonly ChartBody[], words: string): ChartBody | undefined {
  if (candidates.length < 2) return candidates[0]
  const whole = candidates.filter(({ name, otherNames }) => [name, ...otherNames].includes(words.trim()))
  if (whole.length === 1) return whole[0]
  if (!hasAccents(words)) return undefined
  const unlike = (candidate: ChartBody) =>
    Math.min(...[candidate.name, ...candidate.otherNames].map((name) => accentsUnlike(words, name)))
  const counted = candidates.map((candidate) => ({ candidate, unlike: unlike(candidate) }))
  const least = Math.min(...counted.map((one) => one.unlike))
  const [first, second] = counted.filter((one) => one.unlike === least)
  return second === undefined ? first?.candidate : undefined
}

const hereOf = (chart: Chart): Here | null =>
  hereIn(chart.bodies.find((body) => body.kind === "province-committee")?.name ?? "")

/** Follows successions until someone exists; a chain longer than the reforms of a century is a mistake in the data. */
export function livingSuccessors(chart: Chart, bodyId: string, day: string, depth = 0): ChartBody[] {
  if (depth > 10) return []
  const found = successorsOf(chart, bodyId)
    .filter((succession) => succession.effectiveOn <= day)
    .flatMap((succession) => {
      const next = chart.bodies.find((candidate) => candidate.id === succession.afterId)
      if (next === undefined) return []
      return existsOn(next, day) ? [next] : livingSuccessors(chart, next.id, day, depth + 1)
    })
  return [...new Map(found.map((one) => [one.id, one])).values()]
}
