/** A whole letter's addressees, clause by clause, with what its clerk must know (the shape that an import takes). */
import type { Lang } from "../../kernel/words.ts"
import { words } from "../words.ts"
import type { Chart, ChartBody } from "./chart.ts"
import { livingSuccessors, type Named, resolveAddressee } from "./resolve.ts"

export type AddressedTask = {
  id: string
  /** Null: those of the clause. */
  addressees: readonly string[] | null
  lead: readonly string[]
  coordinateWith: readonly string[]
}
export type AddressedClause = { id: string; addressees: readonly string[]; tasks: readonly AddressedTask[] }

export type ClauseResolution = {
  clauseId: string
  bodies: Named[]
  leftOut: (Named & { reason: string })[]
  unknown: string[]
  notes: string[]
  /** `unknown`: names of the task's own, who does it or who leads it, that no body answers to. */
  tasks: { taskId: string; bodies: Named[] | null; needsChoice: boolean; unknown: string[] }[]
}
export type LetterResolution = {
  clauses: ClauseResolution[]
  named: Readonly<Record<string, Named[]>>
}

type Meant = {
  alone: ChartBody[]
  members: ChartBody[]
  unknown: string[]
  notes: string[]
  needsChoice: boolean
}

/**
 * A body that a clause of its own names is left out of the general group of another clause by default, and shown to
 * the clerk, who can add it (`data/administrative-units/groups.csv`).
 */
export function resolveClauses(
  chart: Chart,
  clauses: readonly AddressedClause[],
  day: string,
  lang: Lang = "vi",
): LetterResolution {
  const meant = clauses.map((clause) => meantBy(chart, clause.addressees, day, lang))
  return {
    clauses: clauses.map((clause, at) => resolved(chart, clause, { meant, at, day, lang })),
    named: namedIn(chart, clauses, day),
  }
}

function resolved(
  chart: Chart,
  clause: AddressedClause,
  { meant, at, day, lang }: { meant: readonly Meant[]; at: number; day: string; lang: Lang },
): ClauseResolution {
  const own = meant[at] ?? nobody()
  const elsewhere = new Map<string, string>()
  for (const [other, { alone }] of meant.entries())
    if (other !== at) for (const body of alone) elsewhere.set(body.id, String(other + 1))
  const here = new Set(own.alone.map((body) => body.id))
  const stays = (body: ChartBody) => here.has(body.id) || !elsewhere.has(body.id)
  return {
    clauseId: clause.id,
    bodies: unique([...own.alone, ...own.members.filter(stays)]),
    leftOut: unique(own.members.filter((body) => !stays(body))).map((body) => ({
      ...body,
      reason: words[lang].resolve.ownClause(elsewhere.get(body.bodyId) ?? ""),
    })),
    unknown: own.unknown,
    notes: own.notes,
    tasks: clause.tasks.map((task) => {
      const leads = meantBy(chart, task.lead, day, lang).unknown
      if (task.addressees === null)
        return { taskId: task.id, bodies: null, needsChoice: false, unknown: leads }
      const named = meantBy(chart, task.addressees, day, lang)
      const all = unique([...named.alone, ...named.members])
      return {
        taskId: task.id,
        bodies: all.length === 0 ? null : all,
        needsChoice: named.needsChoice || all.length === 0,
        unknown: [...new Set([...named.unknown, ...leads])],
      }
    }),
  }
}

function meantBy(chart: Chart, addressees: readonly string[], day: string, lang: Lang): Meant {
  const t = words[lang].resolve
  const meant = nobody()
  for (const found of addressees.flatMap((line) => resolveAddressee(chart, line, day))) {
    switch (found.at) {
      case "body":
        meant.alone.push(found.body)
        break
      case "unknown":
        meant.unknown.push(found.words)
        break
      case "ended":
        meant.unknown.push(found.body.name)
        meant.notes.push(t.ended(found.body.name, found.successors.map((body) => body.name).join("; ")))
        break
      case "group":
        meant.members.push(...found.members)
        if (found.group.rule === "none-fixed") meant.needsChoice = true
        else if (found.members.length === 0) {
          // A group that has nobody is a name that found no body: it is told and decided like any other.
          meant.unknown.push(found.group.name)
          meant.notes.push(t.emptyGroup(found.group.name, successorsOfGroup(chart, found.group.members, day)))
        }
        break
      default:
        found satisfies never
    }
  }
  return meant
}

/** Who follows the members of a group that has none left: names, shortened to a count when they are many. */
function successorsOfGroup(chart: Chart, members: readonly { bodyId: string }[], day: string): string {
  const all = new Map(
    members
      .flatMap((member) => livingSuccessors(chart, member.bodyId, day))
      .map((body) => [body.id, body.name]),
  )
  const names = [...all.values()]
  return names.length <= 5 ? names.join("; ") : `${names.slice(0, 3).join("; ")}… (${names.length})`
}

function namedIn(chart: Chart, clauses: readonly AddressedClause[], day: string): Record<string, Named[]> {
  const named: Record<string, Named[]> = {}
  const lines = clauses.flatMap((clause) =>
    clause.tasks.flatMap((task) => [...task.lead, ...task.coordinateWith]),
  )
  for (const line of new Set(lines)) {
    const bodies = resolveAddressee(chart, line, day).flatMap((found) =>
      found.at === "body" ? [found.body] : found.at === "group" ? found.members : [],
    )
    if (bodies.length > 0) named[line] = unique(bodies)
  }
  return named
}

const nobody = (): Meant => ({ alone: [], members: [], unknown: [], notes: [], needsChoice: false })

function unique(bodies: readonly ChartBody[]): Named[] {
  return [...new Map(bodies.map((body) => [body.id, { bodyId: body.id, name: body.name }])).values()]
}
