/** Looking things up in the chart, and the small corrections that need no reform. */
import { asOfficer } from "../../kernel/db/database.ts"
import type { Desk } from "../../kernel/http/env.ts"
import { journal } from "../../kernel/journal.ts"
import { localDateOf } from "../../kernel/time.ts"
import type { BodyKind, Chart, ChartBody } from "../domain/chart.ts"
import { type GroupOnDay, groupsOn, type Neighbour, neighboursOf } from "../domain/directory.ts"
import { foldName } from "../domain/names.ts"
import {
  addBodyName,
  type BodyFacts,
  findBodyFacts,
  insertBody,
  removeBodyName,
  type Unit,
  unitsOf,
} from "../store/bodies.ts"
import { loadChart } from "../store/chart.ts"

export type ChartOnDay = { chart: Chart; today: string }
export type BodyView = {
  body: ChartBody
  facts: BodyFacts
  before: Neighbour[]
  after: Neighbour[]
  groups: GroupOnDay[]
  /** Null: another body's, which only that body sees. */
  units: Unit[] | null
  today: string
}

export function readChart(desk: Desk): Promise<ChartOnDay> {
  return asOfficer(desk.house.db, desk.who, async (tx) => ({
    chart: await loadChart(tx),
    today: todayOf(desk),
  }))
}

/** Groups are those of `day`. */
export function readBody(desk: Desk, slug: string, day: string): Promise<BodyView | null> {
  return asOfficer(desk.house.db, desk.who, async (tx) => {
    const facts = await findBodyFacts(tx, slug)
    if (facts === null) return null
    const chart = await loadChart(tx)
    const body = chart.bodies.find((one) => one.id === facts.id)
    if (body === undefined) return null
    const groups = groupsOn(chart, day).filter(({ members }) => members.some((one) => one.id === body.id))
    const units = body.id === desk.who.bodyId ? await unitsOf(tx, body.id) : null
    return { body, facts, ...neighboursOf(chart, body.id), groups, units, today: todayOf(desk) }
  })
}

export type BodyToAdd = {
  name: string
  kind: BodyKind
  /** Null: since before anybody recorded it. */
  validFrom: string | null
  source: string
  groupIds: readonly string[]
}

/** One that was always there and nobody had recorded, or one that opens: an enterprise's branch. Mergers are reforms. */
export function addBody(desk: Desk, body: BodyToAdd): Promise<{ slug: string } | { refused: "known" }> {
  const slug = foldName(body.name).replaceAll(" ", "-").slice(0, 80)
  return asOfficer(desk.house.db, desk.who, async (tx) => {
    const { groups } = await loadChart(tx)
    const known = groups.filter((group) => group.rule === "members" && body.groupIds.includes(group.id))
    const { groupIds: _, validFrom, ...rest } = body
    const row = { ...rest, slug, validFrom: validFrom ?? "1900-01-01" }
    const id = await insertBody(
      tx,
      row,
      known.map((group) => group.id),
    )
    if (id === null) return { refused: "known" as const }
    await journal(tx, { what: "body.added", record: { kind: "body", id }, details: { kind: body.kind } })
    return { slug }
  })
}

/** Letters call one body by many names; each that is added here is understood from then on. */
export function changeNames(
  desk: Desk,
  slug: string,
  change: { add: string } | { remove: string },
): Promise<boolean> {
  return asOfficer(desk.house.db, desk.who, async (tx) => {
    const facts = await findBodyFacts(tx, slug)
    if (facts === null) return false
    if ("add" in change) await addBodyName(tx, facts.id, change.add)
    else await removeBodyName(tx, facts.id, change.remove)
    const details = { change: "add" in change ? "added" : "removed" }
    await journal(tx, { what: "body.name-changed", record: { kind: "body", id: facts.id }, details })
    return true
  })
}

const todayOf = (desk: Desk) => localDateOf(desk.house.clock.now())
