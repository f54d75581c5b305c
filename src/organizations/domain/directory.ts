/** The chart as people look things up in it: by name, by kind, by day. */
import {
  type BodyKind,
  type Chart,
  type ChartBody,
  type ChartGroup,
  existsOn,
  type Succession,
} from "./chart.ts"
import { foldName } from "./names.ts"
import { membersOn } from "./resolve.ts"

export const bodyKinds = [
  "province-committee",
  "province-office",
  "department",
  "board",
  "police",
  "sector-body",
  "district-committee",
  "commune-committee",
  "enterprise",
  "ministry",
  "other",
] as const satisfies readonly BodyKind[]

export const standings = ["now", "ended", "coming", "all"] as const
export type Standing = (typeof standings)[number]
export type DirectoryFilter = { text: string; kind: BodyKind | null; standing: Standing }

export function standingOn(body: ChartBody, day: string): Exclude<Standing, "all"> {
  if (existsOn(body, day)) return "now"
  return body.validFrom > day ? "coming" : "ended"
}

/** Every word that was typed is in one of the body's names, with or without accents. */
export function searchBodies(chart: Chart, filter: DirectoryFilter, day: string): ChartBody[] {
  const words = foldName(filter.text)
    .split(" ")
    .filter((word) => word !== "")
  return chart.bodies.filter((body) => {
    if (filter.kind !== null && body.kind !== filter.kind) return false
    if (filter.standing !== "all" && standingOn(body, day) !== filter.standing) return false
    if (words.length === 0) return true
    const names = [body.name, ...body.otherNames].map((name) => ` ${foldName(name)}`)
    return names.some((name) => words.every((word) => name.includes(` ${word}`)))
  })
}

export type Neighbour = Succession & { body: ChartBody }

/** Who was before it, and who comes after, in the order of their days. */
export function neighboursOf(chart: Chart, bodyId: string): { before: Neighbour[]; after: Neighbour[] } {
  const bodies = new Map(chart.bodies.map((body) => [body.id, body]))
  const at = (one: Succession, id: string): Neighbour[] => {
    const body = bodies.get(id)
    return body === undefined ? [] : [{ ...one, body }]
  }
  const others = chart.successions.filter((one) => one.beforeId !== one.afterId)
  return {
    before: others.filter((one) => one.afterId === bodyId).flatMap((one) => at(one, one.beforeId)),
    after: others.filter((one) => one.beforeId === bodyId).flatMap((one) => at(one, one.afterId)),
  }
}

export type GroupOnDay = { group: ChartGroup; members: ChartBody[] }

export function groupsOn(chart: Chart, day: string): GroupOnDay[] {
  const byName = new Intl.Collator("vi")
  return chart.groups.map((group) => ({
    group,
    members: membersOn(chart, group, day).sort((one, other) => byName.compare(one.name, other.name)),
  }))
}
