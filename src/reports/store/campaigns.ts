/** Which letter asks for which period's parts. */
import type { Tx } from "../../kernel/db/database.ts"

export type Campaign = { directiveId: string; bodyId: string; period: string; dueOn: string }
const columns = ["directiveId", "bodyId", "period", "dueOn"] as const

/** Campaigns for a period that the acting body started or is part of. */
export const campaignsFor = (tx: Tx, period: string): Promise<Campaign[]> =>
  tx
    .selectFrom("reportCampaigns")
    .select(columns)
    .where("period", "=", period)
    .orderBy("startedAt")
    .limit(20)
    .execute()

export async function campaignOf(tx: Tx, directiveId: string): Promise<Campaign | null> {
  const found = await tx
    .selectFrom("reportCampaigns")
    .select(columns)
    .where("directiveId", "=", directiveId)
    .executeTakeFirst()
  return found ?? null
}

/** False where this body already asks for this period. */
export async function addCampaign(
  tx: Tx,
  campaign: { directiveId: string; period: string; dueOn: string },
): Promise<boolean> {
  const row = await tx
    .insertInto("reportCampaigns")
    .values(campaign)
    .onConflict((conflict) => conflict.doNothing())
    .returning("directiveId")
    .executeTakeFirst()
  return row !== undefined
}

/** The letters by which parts of a report were asked for, as far as the acting body sees them. */
export async function campaignLetters(tx: Tx): Promise<string[]> {
  const rows = await tx
    .selectFrom("reportCampaigns")
    .select("directiveId")
    .orderBy("startedAt", "desc")
    .limit(200)
    .execute()
  return rows.map((row) => row.directiveId)
}
