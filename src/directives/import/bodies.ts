/**
 * Who gets what: what the addressees resolve to on the day of issue, as a person has changed it.
 *
 * Resolving is `organizations`' work; here the person's choices are laid over it. They are kept as differences
 * (added, left out), so that another day of issue resolves anew and the choices still hold.
 */
import { type Draft, type DraftClause, type DraftTask, keptTasks } from "./domain.ts"

export type BodyName = { bodyId: string; name: string }

/** Why a body is not among those that get the clause, in `organizations`' words. */
export type LeftOut = BodyName & { reason: string }

export type ResolvedTask = {
  taskId: string
  /** Null: those of the clause. */
  bodies: BodyName[] | null
  /** The letter names somebody without fixed members ("các cơ quan, đơn vị chức năng"). */
  needsChoice: boolean
  /** Names of the task's own, who does it or who leads it, that no body answers to; absent: none. */
  unknown?: string[]
}

export type ResolvedClause = {
  clauseId: string
  bodies: BodyName[]
  leftOut: LeftOut[]
  /** Addressees that no body or group answers to. */
  unknown: string[]
  /** What the clerk must know, such as who succeeds an abolished group. */
  notes: string[]
  tasks: ResolvedTask[]
}

export type Resolution = {
  clauses: ResolvedClause[]
  /** Bodies behind names in "chủ trì" and "phối hợp với"; a name that is missing here is no known body. */
  named: Readonly<Record<string, BodyName[]>>
  /** Whom the letter greets ("Kính gửi"), with the bodies behind each name; absent: nobody was looked up. */
  addressees?: readonly { words: string; bodies: readonly BodyName[] }[]
}

export type ClauseBody = BodyName & {
  part: "resolved" | "added" | "removed" | "leftOut"
  reason: string | null
}
export type ClauseBodies = {
  clauseId: string
  all: ClauseBody[]
  chosen: BodyName[]
  unknown: string[]
  notes: string[]
}
export type TaskBodies = {
  taskId: string
  chosen: BodyName[]
  by: "clause" | "letter" | "person"
  needsChoice: boolean
  lead: BodyName[]
  unknown: string[]
}

export type Bodies = {
  clauses: ReadonlyMap<string, ClauseBodies>
  tasks: ReadonlyMap<string, TaskBodies>
  assignments: number
  bodies: number
}

/** `everyBody` gives names to the ids that a person added. */
export function bodiesOf(
  draft: Draft,
  resolution: Resolution,
  everyBody: ReadonlyMap<string, string>,
): Bodies {
  const clauses = new Map<string, ClauseBodies>()
  const tasks = new Map<string, TaskBodies>()
  for (const clause of draft.clauses) {
    const resolved = resolution.clauses.find((one) => one.clauseId === clause.id)
    const whole = bodiesOfClause(clause, resolved, everyBody)
    clauses.set(clause.id, whole)
    for (const task of clause.tasks)
      tasks.set(task.id, bodiesOfTask(task, whole, resolved, { resolution, everyBody }))
  }
  const kept = draft.clauses.flatMap(keptTasks).flatMap((task) => tasks.get(task.id) ?? [])
  return {
    clauses,
    tasks,
    assignments: kept.reduce((sum, task) => sum + task.chosen.length, 0),
    bodies: new Set(kept.flatMap((task) => task.chosen.map((body) => body.bodyId))).size,
  }
}

function bodiesOfClause(
  clause: DraftClause,
  resolved: ResolvedClause | undefined,
  everyBody: ReadonlyMap<string, string>,
): ClauseBodies {
  const all: ClauseBody[] = []
  const known = new Set<string>()
  const add = (body: BodyName, part: ClauseBody["part"], reason: string | null) => {
    if (known.has(body.bodyId)) return
    known.add(body.bodyId)
    all.push({ bodyId: body.bodyId, name: body.name, part, reason })
  }
  for (const body of resolved?.bodies ?? [])
    add(body, clause.exclude.includes(body.bodyId) ? "removed" : "resolved", null)
  for (const body of resolved?.leftOut ?? [])
    add(body, clause.include.includes(body.bodyId) ? "added" : "leftOut", body.reason)
  for (const bodyId of clause.include) {
    const name = everyBody.get(bodyId)
    if (name !== undefined) add({ bodyId, name }, "added", null)
  }
  const chosen = all.filter((body) => body.part === "resolved" || body.part === "added")
  return {
    clauseId: clause.id,
    all,
    chosen: chosen.map(nameOnly),
    unknown: resolved?.unknown ?? [],
    notes: resolved?.notes ?? [],
  }
}

function bodiesOfTask(
  task: DraftTask,
  clause: ClauseBodies,
  resolved: ResolvedClause | undefined,
  around: { resolution: Resolution; everyBody: ReadonlyMap<string, string> },
): TaskBodies {
  const own = resolved?.tasks.find((one) => one.taskId === task.id)
  const lead = task.lead.flatMap((words) => around.resolution.named[words] ?? [])
  // Who leads is assigned as well (issuing counts it so); who is named twice is counted once.
  const made = (chosen: BodyName[], by: TaskBodies["by"], needsChoice: boolean): TaskBodies => ({
    taskId: task.id,
    chosen: unique([...lead, ...chosen]),
    by,
    needsChoice,
    lead: unique(lead),
    unknown: own?.unknown ?? [],
  })
  if (task.only !== null) {
    const named = task.only.flatMap((bodyId) => {
      const name = around.everyBody.get(bodyId)
      return name === undefined ? [] : [{ bodyId, name }]
    })
    return made(named, "person", false)
  }
  if (own?.bodies != null) return made(own.bodies.map(nameOnly), "letter", own.needsChoice)
  return made(clause.chosen, "clause", own?.needsChoice ?? false)
}

/** Whom the letter greets and gives nothing to do, and whom no clause names either: they would silently get nothing. */
export function greetedForNothing(draft: Draft, bodies: Bodies, { addressees = [] }: Resolution): string[] {
  const kept = draft.clauses.flatMap(keptTasks)
  if (kept.length === 0) return []
  const served = new Set(
    kept.flatMap((task) => bodies.tasks.get(task.id)?.chosen ?? []).map(({ bodyId }) => bodyId),
  )
  const inClauses = new Set(
    [
      ...draft.clauses.flatMap((clause) => clause.addressees),
      ...kept.flatMap((task) => task.addressees ?? []),
    ].map(folded),
  )
  return addressees
    .filter(
      ({ words, bodies: behind }) =>
        !inClauses.has(folded(words)) && !behind.some(({ bodyId }) => served.has(bodyId)),
    )
    .map(({ words }) => words)
    .slice(0, greetedMax)
}

const greetedMax = 20
const folded = (words: string) => words.replace(/\s+/g, " ").trim().toLocaleLowerCase("vi")

/** What must be stored so that exactly `wanted` gets the clause. */
export function difference(
  wanted: readonly string[],
  resolved: readonly BodyName[],
): { include: string[]; exclude: string[] } {
  const standing = resolved.map((body) => body.bodyId)
  return {
    include: wanted.filter((id) => !standing.includes(id)),
    exclude: standing.filter((id) => !wanted.includes(id)),
  }
}

const nameOnly = ({ bodyId, name }: BodyName): BodyName => ({ bodyId, name })

function unique(bodies: readonly BodyName[]): BodyName[] {
  return [...new Map(bodies.map((body) => [body.bodyId, body])).values()]
}
