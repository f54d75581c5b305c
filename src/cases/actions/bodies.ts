/** Bodies named in a step of a case: the name of one today, and whether one of a kind exists. */
import type { Tx } from "../../kernel/db/database.ts"
import { bodiesOn, loadChart } from "../../organizations/index.ts"

export async function nameOfBody(tx: Tx, id: string): Promise<string> {
  return (await loadChart(tx)).bodies.find((body) => body.id === id)?.name ?? ""
}

export async function existsAs(
  tx: Tx,
  id: string,
  kind: "enterprise" | "police",
  today: string,
): Promise<boolean> {
  return bodiesOn(await loadChart(tx), today).some((body) => body.id === id && body.kind === kind)
}
