/** What models made without some tips make of those tips: the figure that says how strangers' tips are read. */
import { fold } from "../../src/signals/read/fold.ts"
import { occurrencesIn } from "../../src/signals/read/read.ts"
import { type RoleModels, rolesOf, type Sure } from "../../src/signals/read/role-model.ts"
import { withHeads } from "../../src/signals/read/tables.ts"
import { type Labelled, normal } from "./tips.ts"

export type RoleScore = {
  f1: number
  precision: number
  recall: number
  own: number
  bared: number
  official: number
  unclear: number
}

export function scoreRoles(
  tips: readonly Labelled[],
  models: RoleModels,
  typeOf: (tip: Labelled) => string,
  tell?: (line: string) => void,
  sure?: Sure,
): RoleScore {
  let [right, extra, missed, own, bared, official, unclear] = [0, 0, 0, 0, 0, 0, 0]
  for (const tip of tips) {
    const folded = fold(withHeads(tip.text).text)
    const found = occurrencesIn(folded)
    const roles = rolesOf(folded, found, typeOf(tip), models, sure)
    const got = new Map(found.map((one, at) => [normal(one), roles[at]]))
    const wanted = new Map(tip.identifiers.map((one) => [normal(one), one.role]))
    unclear += [...got.values()].filter((role) => role === "unclear").length
    for (const [key, role] of wanted) {
      const isNamed = got.get(key) === "suspect"
      if (role === "suspect" && isNamed) right += 1
      else if (role === "suspect") {
        missed += 1
        tell?.(`${tip.id} missed ${key} ${got.get(key) ?? "not found"}`)
      } else if (role !== "official-mentioned") own += 1
      if (role !== "suspect" && isNamed) {
        if (role === "official-mentioned") official += 1
        else bared += 1
        tell?.(`${tip.id} BARED ${role} ${key}`)
      }
    }
    for (const [key, role] of got)
      if (role === "suspect" && wanted.get(key) !== "suspect") {
        extra += 1
        if (!wanted.has(key)) tell?.(`${tip.id} extra ${key}`)
      }
  }
  const precision = right / (right + extra)
  const recall = right / (right + missed)
  return { f1: (2 * right) / (2 * right + extra + missed), precision, recall, own, bared, official, unclear }
}
