/**
 * A reform: bodies end on a day and others succeed them (Luật 72/2025/QH15, NQ 202/2025/QH15). What they still owe
 * passes on; where several succeed, a person says to whom, and until then nothing moves.
 */
import { addDays } from "../../kernel/time.ts"
import { type BodyKind, type Chart, type ChartBody, existsOn } from "./chart.ts"

export type ReformState = "draft" | "confirmed" | "applied" | "cancelled"
export type Reform = {
  id: string
  title: string
  basis: string
  effectiveOn: string
  state: ReformState
  confirmedAt: string | null
  appliedAt: string | null
}

/** A body that the reform founds; on the day it becomes a body under the same id. */
export type Founding = { id: string; name: string; kind: BodyKind }
export type Passing = { id: string; beforeId: string; afterId: string; isFounded: boolean; share: string }
/** `duty` null: for all duties of that body without a choice of their own. `passingId` null: a copy to each. */
export type Choice = { beforeId: string; duty: DutyKey | null; passingId: string | null }
export type ReformPlan = {
  reform: Reform
  foundings: readonly Founding[]
  passings: readonly Passing[]
  choices: readonly Choice[]
}

export type DutyKey = { holder: string; id: string }
/** Something a body still owes. */
export type Duty = DutyKey & {
  title: string
  bodyId: string
  /** Only one body can have it: a copy to each is no choice. */
  isUndivided?: boolean
}
export type Move = { duty: Duty; to: readonly Passing[]; by: "only successor" | "duty" | "body" }
export type Foresight = { moves: Move[]; open: Duty[] }

export const limits = { duties: 10_000, passings: 3_000, reforms: 500, words: 500, name: 300 } as const

/** To whom each duty would pass, and which still wait for a choice. */
export function foresee(plan: ReformPlan, duties: readonly Duty[]): Foresight {
  const successors = successorsByBody(plan.passings)
  const choices = new Map(plan.choices.map((choice) => [keyOf(choice.beforeId, choice.duty), choice]))
  const foresight: Foresight = { moves: [], open: [] }
  for (const duty of duties) {
    const after = successors.get(duty.bodyId) ?? []
    const [only] = after
    if (only !== undefined && after.length === 1) {
      foresight.moves.push({ duty, to: [only], by: "only successor" })
      continue
    }
    const own = chosen(duty, choices.get(keyOf(duty.bodyId, duty)), after)
    const whole = chosen(duty, choices.get(keyOf(duty.bodyId, null)), after)
    const to = own ?? whole
    if (to === null) foresight.open.push(duty)
    else foresight.moves.push({ duty, to, by: own === null ? "body" : "duty" })
  }
  return foresight
}

/** Null: no choice, or one that this duty cannot have. */
function chosen(
  duty: Duty,
  choice: Choice | undefined,
  after: readonly Passing[],
): readonly Passing[] | null {
  if (choice === undefined || after.length === 0) return null
  if (choice.passingId === null) return duty.isUndivided === true ? null : after
  const passing = after.find((one) => one.id === choice.passingId)
  return passing === undefined ? null : [passing]
}

/** One a successor, even where it takes over two shares. */
export function successorsByBody(passings: readonly Passing[]): ReadonlyMap<string, Passing[]> {
  const found = new Map<string, Passing[]>()
  for (const passing of passings) {
    const before = found.get(passing.beforeId) ?? []
    if (!before.some((one) => one.afterId === passing.afterId)) before.push(passing)
    found.set(passing.beforeId, before)
  }
  return found
}

const keyOf = (beforeId: string, duty: DutyKey | null) =>
  duty === null ? beforeId : `${beforeId} ${duty.holder} ${duty.id}`

export type Fault = { kind: "nobodyEnds" } | { kind: "successorNotThere" | "successorEnds"; bodyId: string }

/** What stands against a plan: a successor must exist on the day and not end on it. */
export function faultsOf(chart: Chart, plan: ReformPlan): Fault[] {
  if (plan.passings.length === 0) return [{ kind: "nobodyEnds" }]
  const ending = new Set(plan.passings.map((passing) => passing.beforeId))
  const after = new Set(plan.passings.filter((one) => !one.isFounded).map((one) => one.afterId))
  return [...after].flatMap((bodyId): Fault[] => {
    if (ending.has(bodyId)) return [{ kind: "successorEnds", bodyId }]
    const body = chart.bodies.find((one) => one.id === bodyId)
    const isThere = body !== undefined && existsOn(body, plan.reform.effectiveOn)
    return isThere ? [] : [{ kind: "successorNotThere", bodyId }]
  })
}

export type Recorded = {
  beforeId: string
  afterId: string
  share: string
  basis: string
  effectiveOn: string
}

/**
 * What the chart already records up to that day and no reform has carried out: a plan begins with it. A succession
 * whose successor is gone by then is left out, since nothing could pass to it.
 */
export function recordedUntil(chart: Chart, day: string, doneBodyIds: ReadonlySet<string>): Recorded[] {
  const bodies = new Map(chart.bodies.map((body) => [body.id, body]))
  return chart.successions.filter((one) => {
    const after = bodies.get(one.afterId)
    return (
      one.effectiveOn <= day &&
      one.beforeId !== one.afterId &&
      !doneBodyIds.has(one.beforeId) &&
      after !== undefined &&
      existsOn(after, day)
    )
  })
}

/** The last day of a body that ends under the reform: the day before, or earlier where the chart says so. */
export function lastDayOf(body: Pick<ChartBody, "validTo">, effectiveOn: string): string {
  const eve = addDays(effectiveOn, -1)
  return body.validTo !== null && body.validTo < eve ? body.validTo : eve
}

/** A founded body joins the groups of those of its own kind that it succeeds: a new Sở is one of "các sở". */
export function groupsOfFounded(chart: Chart, plan: ReformPlan): { groupId: string; bodyId: string }[] {
  const kinds = new Map(chart.bodies.map((body) => [body.id, body.kind]))
  return plan.foundings.flatMap((founding) => {
    const before = new Set(
      plan.passings
        .filter((one) => one.afterId === founding.id && kinds.get(one.beforeId) === founding.kind)
        .map((one) => one.beforeId),
    )
    return chart.groups
      .filter((group) => group.members.some((member) => before.has(member.bodyId)))
      .map((group) => ({ groupId: group.id, bodyId: founding.id }))
  })
}
