/** The points of a patrol as they were typed. */
import type { Lists } from "../../kernel/http/env.ts"
import type { Lang } from "../../kernel/words.ts"
import type { GivenPoint } from "../actions/patrol-log.ts"
import { outcomes, pointsMax } from "../domain/patrol.ts"
import { patrolWords } from "../words-patrol.ts"

const noteMax = 1_000
const shortMax = 60

/** A point without anything typed is none. */
export function pointsIn(lists: Lists, lang: Lang): { given: GivenPoint[]; errors: Record<string, string> } {
  const t = patrolWords[lang]
  const errors: Record<string, string> = {}
  const given = Array.from({ length: pointsMax }, (_, i) => i + 1).flatMap((n): GivenPoint[] => {
    const said = (field: string) => {
      const text = (lists[`d${n}-${field}`]?.at(-1) ?? "").trim()
      return text === "" ? null : text
    }
    const [asset, time, point, note] = [said("asset"), said("time"), said("point"), said("note")]
    const outcome = outcomes.find((one) => one === said("outcome"))
    if (time !== null && !/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) errors[`d${n}-time`] = t.faults.notATime
    if ((note?.length ?? 0) > noteMax) errors[`d${n}-note`] = t.faults.tooLong
    if ((asset?.length ?? 0) > shortMax) errors[`d${n}-asset`] = t.faults.tooLong
    if ((point?.length ?? 0) > shortMax) errors[`d${n}-point`] = t.faults.notAPoint
    if (outcome !== undefined) return [{ at: n, asset, outcome, time, point, note }]
    if ([asset, time, point, note].some((one) => one !== null)) errors[`d${n}-outcome`] = t.notChosen
    return []
  })
  return { given, errors }
}
