/** Patrols: plans, what was done, points and paths. Row security leaves of them what the acting officer may see. */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"
import type { TrackPoint } from "../../kernel/field/thin.ts"
import type { AssetKind } from "../domain/asset.ts"
import { type Outcome, trackMonthsUsual } from "../domain/patrol.ts"

export type PlanRow = {
  id: string
  bodyId: string
  bodyName: string
  number: string
  name: string
  areaCodes: string[]
  areaNames: string
  kinds: AssetKind[]
  segments: string | null
  timesMonth: number
  proposed: number
  fromOn: string
  untilOn: string | null
  leaderId: string
  leaderName: string
  teamIds: string[]
  teamNames: string[]
  endedOn: string | null
  madeName: string
  changedAt: string
  /** Patrols of the running month, and of all. */
  done: number
  doneEver: number
}

const planRows = sql`select p.id, p.body_id, b.name as body_name, p.number, p.name, p.area_codes, p.kinds, p.segments, p.times_month,
  p.proposed, p.from_on, p.until_on, p.leader_id, p.leader_name, p.team_ids, p.team_names, p.ended_on, p.made_name, p.changed_at,
  (select coalesce(string_agg(r.name, ', ' order by r.name), '') from areas r where r.code = any (p.area_codes)) as area_names,
  (select count(*)::int from patrols t where t.plan_id = p.id and date_trunc('month', local_day(t.began_at)) = date_trunc('month', acting_on())) as done,
  (select count(*)::int from patrols t where t.plan_id = p.id) as done_ever
  from patrol_plans p join bodies b on b.id = p.body_id`

/** Running ones first, the newest of each first. */
export async function listPlans(tx: Tx): Promise<PlanRow[]> {
  const { rows } =
    await sql<PlanRow>`${planRows} order by (p.ended_on is not null), p.number desc limit 100`.execute(tx)
  return rows
}

/** Running ones of the acting body in which the officer has a part, the newest first. */
export async function plansOfOfficer(tx: Tx, officerId: string): Promise<PlanRow[]> {
  const { rows } = await sql<PlanRow>`${planRows} where p.body_id = current_body() and p.ended_on is null
      and (p.leader_id = ${officerId} or ${officerId}::uuid = any (p.team_ids)) order by p.number desc limit 100`.execute(
    tx,
  )
  return rows
}

export async function readPlanRows(tx: Tx, ids: readonly string[]): Promise<PlanRow[]> {
  const { rows } =
    await sql<PlanRow>`${planRows} where p.id = any (${ids}) order by p.number limit 200`.execute(tx)
  return rows
}

export type PlannedPatrols = Pick<
  PlanRow,
  "name" | "segments" | "timesMonth" | "proposed" | "fromOn" | "untilOn" | "leaderId" | "leaderName"
> & { areaCodes: readonly string[]; kinds: readonly string[]; team: readonly { id: string; name: string }[] }

const planColumns = ({ team, areaCodes, kinds, ...plan }: PlannedPatrols) => ({
  ...plan,
  ...{ areaCodes: [...areaCodes], kinds: [...kinds] },
  ...{ teamIds: team.map(({ id }) => id), teamNames: team.map(({ name }) => name) },
})

export async function insertPlan(
  tx: Tx,
  { madeName, ...plan }: PlannedPatrols & { madeName: string },
): Promise<string> {
  const { id } = await tx
    .insertInto("patrolPlans")
    .values({ ...planColumns(plan), madeName })
    .returning("id")
    .executeTakeFirstOrThrow()
  return id
}

/** False: it has ended, or is another body's. */
export async function changePlanRow(tx: Tx, id: string, plan: PlannedPatrols): Promise<boolean> {
  const done = await tx
    .updateTable("patrolPlans")
    .set({ ...planColumns(plan), changedAt: sql<string>`acting_at()` })
    .where("id", "=", id)
    .where("endedOn", "is", null)
    .executeTakeFirst()
  return Number(done.numUpdatedRows) === 1
}

/** False: it has ended, or is another body's. */
export async function endPlanRow(tx: Tx, id: string): Promise<boolean> {
  const done = await tx
    .updateTable("patrolPlans")
    .set({ endedOn: sql<string>`acting_on()`, changedAt: sql<string>`acting_at()` })
    .where("id", "=", id)
    .where("endedOn", "is", null)
    .executeTakeFirst()
  return Number(done.numUpdatedRows) === 1
}

export type PatrolRow = {
  id: string
  bodyId: string
  bodyName: string
  number: string
  planId: string
  planName: string
  beganAt: string
  endedAt: string
  note: string | null
  origin: "form" | "field"
  deviceAt: string | null
  enteredAt: string
  points: number
  findings: number
  madeName: string
}
/** The words of a patrol tell exact places: they are for who sees its points. */
const patrolRows = sql`select t.id, t.body_id, b.name as body_name, t.number, t.plan_id, p.name as plan_name, t.began_at, t.ended_at,
  case when t.body_id = (select current_body()) or (select acting_kind()) = 'police' then t.note end as note, t.origin,
  t.device_at, t.entered_at, t.points, t.findings, t.made_name
  from patrols t join patrol_plans p on p.id = t.plan_id join bodies b on b.id = t.body_id`

export async function patrolsOfPlan(tx: Tx, planId: string): Promise<PatrolRow[]> {
  const { rows } =
    await sql<PatrolRow>`${patrolRows} where t.plan_id = ${planId} order by t.began_at desc limit 50`.execute(
      tx,
    )
  return rows
}

export async function readPatrolRow(tx: Tx, id: string): Promise<PatrolRow | null> {
  const { rows } = await sql<PatrolRow>`${patrolRows} where t.id = ${id}`.execute(tx)
  return rows[0] ?? null
}

export async function patrolSentBefore(tx: Tx, sentKey: string): Promise<string | null> {
  const row = await tx
    .selectFrom("patrols")
    .select("id")
    .where("bodyId", "=", sql<string>`current_body()`)
    .where("sentKey", "=", sentKey)
    .executeTakeFirst()
  return row?.id ?? null
}

export type NewPatrol = {
  planId: string
  beganAt: string
  endedAt: string
  note: string | null
  origin: "form" | "field"
  deviceAt: string | null
  sentKey: string | null
  points: number
  findings: number
  madeName: string
}
export type NewPoint = {
  at: string
  assetId: string | null
  areaCode: string | null
  outcome: Outcome
  note: string | null
  lat: number | null
  lon: number | null
}

export async function insertPatrol(tx: Tx, one: NewPatrol, points: readonly NewPoint[]): Promise<string> {
  const { id } = await tx.insertInto("patrols").values(one).returning("id").executeTakeFirstOrThrow()
  if (points.length > 0)
    await tx
      .insertInto("patrolCheckpoints")
      .values(points.map((point, at) => ({ patrolId: id, position: at + 1, ...point })))
      .execute()
  return id
}

export async function keepTrack(
  tx: Tx,
  patrolId: string,
  of: { points: readonly TrackPoint[]; leaderId: string; teamIds: readonly string[] },
): Promise<void> {
  const { leaderId, teamIds, points } = of
  await tx
    .insertInto("patrolTracks")
    .values({ patrolId, leaderId, teamIds: [...teamIds], points: JSON.stringify(points) })
    .execute()
}

export type Track = { points: TrackPoint[]; eraseOn: string }

/** Null: there is none, it was erased, or who asks is not of the team. */
export async function trackOfPatrol(tx: Tx, patrolId: string): Promise<Track | null> {
  const { rows } =
    await sql<Track>`select k.points, (local_day(k.recorded_at) + make_interval(months => ${monthsKept}))::date as erase_on
    from patrol_tracks k where k.patrol_id = ${patrolId}`.execute(tx)
  return rows[0] ?? null
}

const monthsKept = sql`coalesce((select track_months from patrol_rules order by at desc, id desc limit 1), ${trackMonthsUsual})::int`

export async function trackMonths(tx: Tx): Promise<number> {
  const { rows } = await sql<{ months: number }>`select ${monthsKept} as months`.execute(tx)
  return rows[0]?.months ?? trackMonthsUsual
}

export async function insertRule(tx: Tx, one: { trackMonths: number; byName: string }): Promise<void> {
  await tx.insertInto("patrolRules").values(one).execute()
}

/** Runs as a job. How many paths were erased. */
export async function eraseOldTracks(tx: Tx): Promise<number> {
  const gone = await sql`delete from patrol_tracks
    where local_day(recorded_at) + make_interval(months => ${monthsKept}) <= acting_on()`.execute(tx)
  return Number(gone.numAffectedRows ?? 0)
}

export type PointRow = {
  id: string
  position: number
  at: string
  assetId: string | null
  assetNumber: string | null
  assetKind: AssetKind | null
  assetCode: string | null
  areaCode: string | null
  areaName: string | null
  outcome: Outcome
  note: string | null
  lat: number | null
  lon: number | null
  incidentId: string | null
  incidentNumber: string | null
}

export async function pointsOf(tx: Tx, patrolId: string): Promise<PointRow[]> {
  const { rows } =
    await sql<PointRow>`select c.id, c.position, c.at, c.asset_id, a.number as asset_number, a.kind as asset_kind,
      s.code as asset_code, c.area_code, r.name as area_name, c.outcome, c.note, c.lat::float8 as lat, c.lon::float8 as lon,
      c.incident_id, i.number as incident_number
    from patrol_checkpoints c left join assets a on a.id = c.asset_id left join asset_sites s on s.asset_id = a.id
      left join areas r on r.code = c.area_code left join incidents i on i.id = c.incident_id
    where c.patrol_id = ${patrolId} order by c.position limit 30`.execute(tx)
  return rows
}

/** False: it is an incident already, or another body's. */
export async function noteTold(tx: Tx, pointId: string, incidentId: string): Promise<boolean> {
  const done = await tx
    .updateTable("patrolCheckpoints")
    .set({ incidentId })
    .where("id", "=", pointId)
    .where("incidentId", "is", null)
    .executeTakeFirst()
  return Number(done.numUpdatedRows) === 1
}

export type Covered = { areaCode: string; areaName: string; kind: AssetKind; assets: number; seen: number }
/** Assets of the plan's places and classes: the body's own, of an authority all that it sees. */
const ofPlan = sql`from assets a join patrol_plans p on a.area_code = any (p.area_codes) and a.kind = any (p.kinds) and a.state <> 'planned'
  join bodies b on b.id = p.body_id and (b.kind <> 'enterprise' or a.body_id = b.id or p.body_id = any (a.shared_ids))`
const seenSince = sql`exists (select from patrol_checkpoints c join patrols t on t.id = c.patrol_id
  where c.asset_id = a.id and t.plan_id = p.id and c.outcome <> 'unreached' and local_day(c.at) >= date_trunc('month', acting_on()))`

/** In the running month: of each commune and class, how many assets there are and how many were reached. */
export async function coverageOf(tx: Tx, planId: string): Promise<Covered[]> {
  const { rows } =
    await sql<Covered>`select a.area_code, r.name as area_name, a.kind, count(*)::int as assets,
      count(*) filter (where ${seenSince})::int as seen
    ${ofPlan} join areas r on r.code = a.area_code where p.id = ${planId} group by 1, 2, 3 order by 2, 3 limit 500`.execute(
      tx,
    )
  return rows
}

export type Left = {
  id: string
  number: string
  kind: AssetKind
  code: string | null
  areaName: string
  lastAt: string | null
}
export const leftMax = 40

/** Assets that nobody reached this month: the never reached first, then those reached longest ago. */
export async function leftOf(tx: Tx, planId: string): Promise<Left[]> {
  const { rows } = await sql<Left>`select a.id, a.number, a.kind, s.code, r.name as area_name,
      (select max(c.at) from patrol_checkpoints c where c.asset_id = a.id and c.outcome <> 'unreached') as last_at
    ${ofPlan} join areas r on r.code = a.area_code left join asset_sites s on s.asset_id = a.id
    where p.id = ${planId} and not ${seenSince} order by last_at nulls first, a.number limit ${leftMax}`.execute(
    tx,
  )
  return rows
}

/** Plans that somebody leads, for the day on which they leave. */
export async function plansLedBy(
  tx: Tx,
  of: { officerId: string; bodyId: string; limit: number },
): Promise<{ id: string; number: string }[]> {
  const { rows } = await sql<{ id: string; number: string }>`select id, number from patrol_plans
    where body_id = ${of.bodyId} and leader_id = ${of.officerId} and ended_on is null order by number limit ${of.limit}`.execute(
    tx,
  )
  return rows
}

export async function passPlans(
  tx: Tx,
  of: { ids: readonly string[]; from: string; to: { officerId: string; name: string } },
): Promise<void> {
  await sql`update patrol_plans set leader_id = ${of.to.officerId}, leader_name = ${of.to.name}, changed_at = acting_at()
    where leader_id = ${of.from} and id = any (${of.ids}::uuid[])`.execute(tx)
}
