import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"
import type { Chart, ChartBody, ChartGroup, GroupRule, Succession } from "../domain/chart.ts"

/** A province has some hundreds of bodies; this is far above any. */
const rowsMax = 5_000

export async function loadChart(tx: Tx): Promise<Chart> {
  return { bodies: await bodies(tx), groups: await groups(tx), successions: await successions(tx) }
}

async function bodies(tx: Tx): Promise<ChartBody[]> {
  const found = await sql<ChartBody>`
    select b.id, b.slug, b.name, b.kind, b.area_code, b.valid_from, b.valid_to,
      array(select n.name from body_names n where n.body_id = b.id order by n.name) as other_names
    from bodies b order by b.name, b.valid_from limit ${rowsMax}`.execute(tx)
  return found.rows
}

async function groups(tx: Tx): Promise<ChartGroup[]> {
  const found = await tx.selectFrom("bodyGroups").selectAll().orderBy("name").limit(rowsMax).execute()
  const members = await tx
    .selectFrom("bodyGroupMembers")
    .select(["groupId", "bodyId", "validFrom", "validTo"])
    .limit(rowsMax)
    .execute()
  return found.map((group) => ({
    id: group.id,
    slug: group.slug,
    name: group.name,
    otherNames: group.otherNames,
    rule: group.rule as GroupRule,
    validFrom: group.validFrom,
    validTo: group.validTo,
    members: members.filter((member) => member.groupId === group.id),
  }))
}

async function successions(tx: Tx): Promise<Succession[]> {
  return tx
    .selectFrom("successions")
    .select([
      "bodyBeforeId as beforeId",
      "bodyAfterId as afterId",
      "share",
      "effectiveOn",
      "basis",
      "verified",
    ])
    .orderBy("effectiveOn")
    .limit(rowsMax)
    .execute()
}
