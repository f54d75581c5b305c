/** Acts found in a case, and what was decided about each. */
import type { Tx } from "../../kernel/db/database.ts"
import type { Post } from "../domain/competence.ts"
import type { TypedRange, Whose } from "../domain/fines.ts"
import type { UnitKind, Units } from "../domain/units.ts"

/** Decisions of before posts were kept name one of four kinds of office. */
export type Office = Post | "inspectorate" | "committee-chair" | "police" | "department-head"

export type Act = {
  id: string
  violationId: string
  committedOn: string
  foundOn: string
  /** The act still went on when it was found: the law and the limitation of that day hold. */
  isOngoing: boolean
  description: string
  offenderName: string
  offenderKind: Whose
  offenderHash: string | null
  /** How many subscriber numbers or points it is about, where its row depends on that; null: nobody said. */
  units: Units | null
  typed: TypedRange | null
  sanction: Sanction | null
}
export type Sanction = {
  number: string
  kind: "fine" | "remedy"
  /** Decided without a record (Luật XLVPHC Đ56). */
  onSpot: boolean
  article: string
  amount: number | null
  office: Office
  remedy: string
  decidedOn: string
  decidedName: string
  signerTitle: string
  delegation: string | null
  delegatedOn: string | null
  /** The legal officer who held the post's power against the text; null: the data have it. */
  checkedName: string | null
  servedOn: string | null
  paidOn: string | null
  paid: number | null
}

/** More acts than this are another case. */
export const actsMax = 50

export async function actsOf(tx: Tx, caseId: string): Promise<Act[]> {
  const rows = await tx
    .selectFrom("caseActs")
    .selectAll()
    .where("caseId", "=", caseId)
    .orderBy("id")
    .limit(actsMax)
    .execute()
  const sanctions = await tx
    .selectFrom("sanctions")
    .selectAll()
    .where("caseId", "=", caseId)
    .limit(actsMax)
    .execute()
  return rows.map((row) => {
    const decided = sanctions.find((one) => one.actId === row.id)
    return {
      id: row.id,
      violationId: row.violationId,
      committedOn: row.committedOn,
      foundOn: row.foundOn,
      isOngoing: row.isOngoing,
      description: row.description,
      offenderName: row.offenderName,
      offenderKind: row.offenderKind as Whose,
      offenderHash: row.offenderHash,
      units: row.units === null ? null : { count: row.units, kind: row.unitKind as UnitKind },
      typed: typedOf(row),
      sanction:
        decided === undefined
          ? null
          : { ...decided, kind: decided.kind as Sanction["kind"], office: decided.office as Office },
    }
  })
}

function typedOf(row: {
  rangeArticle: string | null
  rangeMin: number | null
  rangeMax: number | null
  rangeSource: string | null
  rangeTypedBy: string | null
  rangeConfirmedBy: string | null
}): TypedRange | null {
  const { rangeArticle, rangeMin, rangeMax, rangeSource, rangeTypedBy } = row
  if (rangeArticle === null || rangeMin === null || rangeMax === null) return null
  if (rangeSource === null || rangeTypedBy === null) return null
  return {
    article: rangeArticle,
    min: rangeMin,
    max: rangeMax,
    source: rangeSource,
    typedBy: rangeTypedBy,
    confirmedBy: row.rangeConfirmedBy,
  }
}

export type NewAct = Pick<
  Act,
  | "id"
  | "violationId"
  | "committedOn"
  | "foundOn"
  | "isOngoing"
  | "description"
  | "offenderName"
  | "offenderKind"
  | "offenderHash"
  | "units"
>

export async function insertAct(tx: Tx, caseId: string, act: NewAct): Promise<void> {
  await tx
    .insertInto("caseActs")
    .values({ ...act, units: act.units?.count ?? null, unitKind: act.units?.kind ?? null, caseId })
    .execute()
}

export async function saveUnits(tx: Tx, actId: string, { count, kind }: Units): Promise<void> {
  await tx.updateTable("caseActs").set({ units: count, unitKind: kind }).where("id", "=", actId).execute()
}

/** Typing again takes back an earlier confirmation. */
export async function typeRange(
  tx: Tx,
  actId: string,
  typed: Omit<TypedRange, "confirmedBy">,
): Promise<void> {
  await tx
    .updateTable("caseActs")
    .set({
      rangeArticle: typed.article,
      rangeMin: typed.min,
      rangeMax: typed.max,
      rangeSource: typed.source,
      rangeTypedBy: typed.typedBy,
      rangeConfirmedBy: null,
    })
    .where("id", "=", actId)
    .execute()
}

export async function confirmRange(tx: Tx, actId: string, officerId: string): Promise<void> {
  await tx.updateTable("caseActs").set({ rangeConfirmedBy: officerId }).where("id", "=", actId).execute()
}

export type NewSanction = {
  actId: string
  caseId: string
  number: string
  kind: "fine" | "remedy"
  /** Decided without a record; absent: after one. */
  onSpot?: boolean
  article: string
  amount: number | null
  rangeMin: number | null
  rangeMax: number | null
  office: Office
  remedy: string
  decidedOn: string
  decidedBy: string | null
  decidedName: string
  signerTitle: string
  delegation: string | null
  delegatedOn: string | null
  checkedName: string | null
}

export async function insertSanctions(tx: Tx, sanctions: readonly NewSanction[]): Promise<void> {
  await tx
    .insertInto("sanctions")
    .values([...sanctions])
    .execute()
}

export async function serveSanctions(tx: Tx, caseId: string, servedOn: string): Promise<void> {
  await tx.updateTable("sanctions").set({ servedOn }).where("caseId", "=", caseId).execute()
}

export async function paySanction(tx: Tx, actId: string, paidOn: string, paid: number): Promise<void> {
  await tx.updateTable("sanctions").set({ paidOn, paid }).where("actId", "=", actId).execute()
}

const earlierMax = 20

/** Decisions of this body against the same offender for the same violation, elsewhere; the last executed first. */
export function earlierSanctions(tx: Tx, act: Act, caseId: string) {
  if (act.offenderHash === null) return Promise.resolve([])
  return tx
    .selectFrom("sanctions")
    .innerJoin("caseActs", "caseActs.id", "sanctions.actId")
    .select(["sanctions.caseId", "sanctions.number", "sanctions.decidedOn", "sanctions.paidOn"])
    .where("caseActs.offenderHash", "=", act.offenderHash)
    .where("caseActs.violationId", "=", act.violationId)
    .where("sanctions.caseId", "<>", caseId)
    .orderBy("sanctions.decidedOn", "desc")
    .limit(earlierMax)
    .execute()
}

/**
 * How often the same offender did the same and was not sanctioned for it yet, this act among them; what turned out to be
 * no violation does not count.
 */
export async function openSameActs(tx: Tx, act: Act): Promise<{ acts: number; cases: number }> {
  if (act.offenderHash === null) return { acts: 0, cases: 0 }
  return tx
    .selectFrom("caseActs")
    .innerJoin("cases", "cases.id", "caseActs.caseId")
    .leftJoin("sanctions", "sanctions.actId", "caseActs.id")
    .where("cases.state", "<>", "cleared")
    .where((eb) => eb.or([eb("cases.outcome", "is", null), eb("cases.outcome", "<>", "no-violation")]))
    .where("caseActs.offenderHash", "=", act.offenderHash)
    .where("caseActs.violationId", "=", act.violationId)
    .where("sanctions.actId", "is", null)
    .select((eb) => [
      eb.fn.countAll<number>().as("acts"),
      eb.fn.count<number>("caseActs.caseId").distinct().as("cases"),
    ])
    .executeTakeFirstOrThrow()
}
