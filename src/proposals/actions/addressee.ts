/** Whom a proposal goes to: the province's committee, which may read it here, or a ministry by its name. */
import type { Tx } from "../../kernel/db/database.ts"
import { bodiesOn, loadChart } from "../../organizations/index.ts"
import { type Seat, todayOf } from "./seat.ts"

export type Addressed = { toBody: string; ministry: string | null }
/** The answer of the form that means: not a body of this province. */
export const elsewhere = "bo"

export type Addressee = { id: string; name: string }

/** Bodies of the day that decide over others: the committee first, then its office, which prepares what it decides. */
export async function addresseesFor(tx: Tx, seat: Seat): Promise<Addressee[]> {
  const order = ["province-committee", "province-office", "ministry"]
  return bodiesOn(await loadChart(tx), todayOf(seat))
    .filter(({ id, kind }) => id !== seat.bodyId && order.includes(kind))
    .toSorted((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind))
    .map(({ id, name }) => ({ id, name }))
}

/** Null: neither a body that is offered nor the name of a ministry. */
export async function addressee(
  tx: Tx,
  seat: Seat,
  { toBody, ministry }: Addressed,
): Promise<{ toBodyId: string | null; toName: string } | null> {
  if (toBody === elsewhere) return ministry === null ? null : { toBodyId: null, toName: ministry }
  const found = (await addresseesFor(tx, seat)).find(({ id }) => id === toBody)
  return found === undefined ? null : { toBodyId: found.id, toName: found.name }
}
