/** What a case asks of other bodies: requests to enterprises, hand-overs to the police. */
import type { Tx } from "../../kernel/db/database.ts"

export type Asks = "block" | "suspend" | "keep-logs"
export type Answer = "done" | "partly" | "refused"
export type Request = {
  id: string
  caseId: string
  /** Of who asks. */
  bodyId: string
  bodyName: string
  enterpriseId: string
  asks: Asks
  targets: string[]
  basis: string
  dueOn: string
  askedAt: string
  answer: Answer | null
  answerText: string | null
  answeredAt: string | null
  answeredName: string | null
  /** The day on which whoever asked gave it up; null: it stands. */
  withdrawnOn: string | null
  withdrawnReason: string | null
  remindedAt: string | null
}

const requestColumns = [
  "id",
  "caseId",
  "bodyId",
  "bodyName",
  "enterpriseId",
  "asks",
  "targets",
  "basis",
  "dueOn",
  "askedAt",
  "answer",
  "answerText",
  "answeredAt",
  "answeredName",
  "withdrawnOn",
  "withdrawnReason",
  "remindedAt",
] as const
const requestsMax = 200

export async function requestsOf(tx: Tx, caseId: string): Promise<Request[]> {
  const rows = await tx
    .selectFrom("preventionRequests")
    .select(requestColumns)
    .where("caseId", "=", caseId)
    .orderBy("id")
    .limit(requestsMax)
    .execute()
  return rows.map(asRequest)
}

/** What an enterprise was asked: what waits first, the nearest deadline on top. */
export async function requestsTo(tx: Tx, enterpriseId: string): Promise<Request[]> {
  const rows = await tx
    .selectFrom("preventionRequests")
    .select(requestColumns)
    .where("enterpriseId", "=", enterpriseId)
    .orderBy((eb) => eb.or([eb("answer", "is not", null), eb("withdrawnOn", "is not", null)]))
    .orderBy("dueOn")
    .orderBy("id")
    .limit(requestsMax)
    .execute()
  return rows.map(asRequest)
}

type Raw = Omit<Request, "asks" | "answer"> & { asks: string; answer: string | null }
const asRequest = (row: Raw): Request => ({
  ...row,
  asks: row.asks as Asks,
  answer: row.answer as Answer | null,
})

export type NewRequest = Pick<
  Request,
  "caseId" | "bodyName" | "enterpriseId" | "asks" | "basis" | "dueOn"
> & {
  targets: string[]
  askedName: string
}

export async function insertRequest(tx: Tx, request: NewRequest): Promise<string> {
  const made = await tx
    .insertInto("preventionRequests")
    .values(request)
    .returning("id")
    .executeTakeFirstOrThrow()
  return made.id
}

/** False when it was answered meanwhile, or is another enterprise's: checked and changed in one statement. */
export async function answerRequest(
  tx: Tx,
  at: { id: string; enterpriseId: string },
  answer: {
    answer: Answer
    answerText: string
    answeredAt: string
    answeredBy: string
    answeredName: string
  },
): Promise<boolean> {
  const done = await tx
    .updateTable("preventionRequests")
    .set(answer)
    .where("id", "=", at.id)
    .where("enterpriseId", "=", at.enterpriseId)
    .where("answer", "is", null)
    .executeTakeFirst()
  return Number(done.numUpdatedRows) === 1
}

/** False when it was answered or withdrawn meanwhile, or is another body's. */
export async function withdrawRequest(
  tx: Tx,
  at: { id: string; caseId: string },
  withdrawn: { withdrawnOn: string; withdrawnName: string; withdrawnReason: string },
): Promise<boolean> {
  const done = await tx
    .updateTable("preventionRequests")
    .set(withdrawn)
    .where("id", "=", at.id)
    .where("caseId", "=", at.caseId)
    .where("answer", "is", null)
    .where("withdrawnOn", "is", null)
    .executeTakeFirst()
  return Number(done.numUpdatedRows) === 1
}

export type Transfer = {
  id: string
  toBodyId: string
  handedOn: string
  handedName: string
  /** Who signs the decision to hand it over, with their title; null: of an older version. */
  decidedName: string | null
  decidedTitle: string | null
  reason: string
  suspensionNumber: string | null
  suspendedOn: string | null
  signedOn: string | null
  signedName: string | null
  result: "prosecuted" | "returned" | null
  resultOn: string | null
  resultNote: string | null
}
const transfersMax = 20

/** Newest first. */
export async function transfersOf(tx: Tx, caseId: string): Promise<Transfer[]> {
  const rows = await tx
    .selectFrom("caseTransfers")
    .select([
      "id",
      "toBodyId",
      "handedOn",
      "handedName",
      "decidedName",
      "decidedTitle",
      "reason",
      "suspensionNumber",
      "suspendedOn",
      "signedOn",
      "signedName",
      "result",
      "resultOn",
      "resultNote",
    ])
    .where("caseId", "=", caseId)
    .orderBy("id", "desc")
    .limit(transfersMax)
    .execute()
  return rows.map((row) => ({ ...row, result: row.result as Transfer["result"] }))
}

export async function insertTransfer(
  tx: Tx,
  transfer: {
    caseId: string
    toBodyId: string
    reason: string
    handedOn: string
    handedName: string
    decidedName: string
    decidedTitle: string
    suspensionNumber: string | null
    suspendedOn: string | null
  },
): Promise<void> {
  await tx.insertInto("caseTransfers").values(transfer).execute()
}

export async function changeTransfer(
  tx: Tx,
  id: string,
  change: Partial<Pick<Transfer, "signedOn" | "signedName" | "result" | "resultOn" | "resultNote">> & {
    resultName?: string
  },
): Promise<void> {
  await tx.updateTable("caseTransfers").set(change).where("id", "=", id).execute()
}
