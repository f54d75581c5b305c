import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"
import type { SeedArea, SeedBody, SeedChart } from "../domain/seed.ts"

/** Waits for another server that seeds at the same moment; whether anything is there already. */
export async function isSeeded(tx: Tx): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtext('organizations.seed'))`.execute(tx)
  return (await tx.selectFrom("bodies").select("id").limit(1).executeTakeFirst()) !== undefined
}

export async function insertChart(tx: Tx, chart: SeedChart): Promise<void> {
  await tx.insertInto("areas").values(chart.areas.map(areaRow)).execute()
  if (chart.areaSuccessions.length > 0)
    await tx.insertInto("areaSuccessions").values(chart.areaSuccessions).execute()
  const made = await tx
    .insertInto("bodies")
    .values(chart.bodies.map(bodyRow))
    .returning(["id", "slug"])
    .execute()
  const ids = new Map(made.map((row) => [row.slug, row.id]))
  const idOf = (slug: string) => ids.get(slug) ?? ""
  const names = chart.bodies.flatMap((body) =>
    body.otherNames.map((name) => ({ bodyId: idOf(body.slug), name })),
  )
  if (names.length > 0) await tx.insertInto("bodyNames").values(names).execute()
  for (const group of chart.groups) {
    const { members, ...row } = group
    const { id } = await tx.insertInto("bodyGroups").values(row).returning("id").executeTakeFirstOrThrow()
    if (members.length > 0)
      await tx
        .insertInto("bodyGroupMembers")
        .values(members.map((slug) => ({ groupId: id, bodyId: idOf(slug) })))
        .execute()
  }
  if (chart.successions.length === 0) return
  await tx
    .insertInto("successions")
    .values(
      chart.successions.map(({ before, after, ...rest }) => ({
        bodyBeforeId: idOf(before),
        bodyAfterId: idOf(after),
        ...rest,
      })),
    )
    .execute()
}

const areaRow = (area: SeedArea) => ({ ...area, validFrom: area.validFrom ?? "1900-01-01" })
const bodyRow = ({ otherNames: _, ...body }: SeedBody) => ({
  ...body,
  validFrom: body.validFrom ?? "1900-01-01",
})
