/** Outgoing documents and what happened to each. Null is "none, or none that the acting body may see". */
import { sql } from "kysely"
import type { Tx } from "../../kernel/db/database.ts"
import type { LocalDate } from "../../kernel/time.ts"
import type { OfficialDocumentInput } from "../write/model.ts"
import type { State } from "./domain.ts"

/** As printed, but for what the book gives. */
export type Model = Omit<OfficialDocumentInput, "number" | "date">

export type DocumentRow = {
  id: string
  kind: Model["kind"]
  subject: string
  model: Model
  typedText: string | null
  state: State
  version: number
  draftedBy: string
  draftedName: string
  signerId: string
  number: number | null
  datedOn: LocalDate | null
  fileSha256: string | null
  isSigned: boolean
  filedUnder: string | null
  /** It gives tasks: it goes out where they are given, not alone. */
  assigns: boolean
  /** The verb of the policy without which nobody opens it, beside `document.read`; null: none. */
  readBy: string | null
  /** Where another part of the program wrote it. */
  sourcePath: string | null
  sourceLabel: string | null
}

const columns = [
  "id",
  "kind",
  "subject",
  "model",
  "typedText",
  "state",
  "version",
  "draftedBy",
  "draftedName",
  "signerId",
  "number",
  "datedOn",
  "fileSha256",
  "isSigned",
  "filedUnder",
  "assigns",
  "readBy",
  "sourcePath",
  "sourceLabel",
] as const

const ofMine = (tx: Tx) =>
  tx.selectFrom("officialDocuments").select(columns).where("bodyId", "=", sql<string>`current_body()`)

export async function findDocument(tx: Tx, id: string): Promise<DocumentRow | null> {
  return asRow(await ofMine(tx).where("id", "=", id).executeTakeFirst())
}

export async function lockDocument(tx: Tx, id: string): Promise<DocumentRow | null> {
  return asRow(await ofMine(tx).where("id", "=", id).forUpdate().executeTakeFirst())
}

type Raw = Awaited<ReturnType<ReturnType<typeof ofMine>["executeTakeFirst"]>>
/** The catalogue's checks, and the model's own when it was written, let nothing else in. */
const asRow = (row: Raw): DocumentRow | null => (row === undefined ? null : (row as unknown as DocumentRow))

export type NewDocument = Pick<
  DocumentRow,
  | "kind"
  | "subject"
  | "model"
  | "typedText"
  | "draftedName"
  | "signerId"
  | "assigns"
  | "readBy"
  | "sourcePath"
  | "sourceLabel"
>

export async function insertDocument(tx: Tx, made: NewDocument): Promise<string> {
  const { id } = await tx
    .insertInto("officialDocuments")
    .values({ ...made, model: JSON.stringify(made.model) })
    .returning("id")
    .executeTakeFirstOrThrow()
  return id
}

export type Change = Partial<Omit<DocumentRow, "id" | "version" | "draftedBy" | "draftedName">>

/** The row is locked by the caller. */
export async function changeDocument(tx: Tx, id: string, { model, ...change }: Change): Promise<void> {
  await tx
    .updateTable("officialDocuments")
    .set({
      ...change,
      ...(model === undefined ? {} : { model: JSON.stringify(model) }),
      version: sql`version + 1`,
      changedAt: sql`acting_at()`,
    })
    .where("id", "=", id)
    .execute()
}

export type NewEvent = {
  documentId: string
  what: string
  stateAfter: State
  byName: string
  note: string | null
}

export async function addEvent(tx: Tx, event: NewEvent): Promise<void> {
  await tx.insertInto("officialDocumentEvents").values(event).execute()
}

export type DocumentEvent = { what: string; byName: string; note: string | null; at: string }

const eventsMax = 200

export async function eventsOf(tx: Tx, documentId: string): Promise<DocumentEvent[]> {
  const rows = await tx
    .selectFrom("officialDocumentEvents")
    .select(["what", "byName", "note", "at"])
    .where("documentId", "=", documentId)
    .orderBy("id", "desc")
    .limit(eventsMax)
    .execute()
  return rows.map((row) => ({ ...row, at: new Date(row.at).toISOString() }))
}

export type ListedDocument = Pick<
  DocumentRow,
  "id" | "kind" | "subject" | "state" | "number" | "datedOn" | "draftedName" | "signerId"
> & { symbol: string }

/** `text`: part of the subject, the number or the symbol, with or without accents; "" for all. */
export type Asked = { state: State | null; text: string; limit: number; offset: number }

/** Newest change first. `verbs`: what the reader may do; a document that asks for another is left out. */
export async function listDocuments(
  tx: Tx,
  { state, text, limit, offset }: Asked,
  verbs: readonly string[],
): Promise<{ rows: ListedDocument[]; total: number }> {
  const all = tx
    .selectFrom("officialDocuments")
    .where("bodyId", "=", sql<string>`current_body()`)
    .where((eb) => eb.or([eb("readBy", "is", null), eb("readBy", "in", [...verbs])]))
  const inState = state === null ? all : all.where("state", "=", state)
  const some =
    text === ""
      ? inState
      : inState.where(
          sql<boolean>`strpos(plain_text(concat_ws('/', number, model ->> 'symbol') || ' ' || subject), plain_text(${text})) > 0`,
        )
  const rows = await some
    .select(["id", "kind", "subject", "state", "number", "datedOn", "draftedName", "signerId"])
    .select(sql<string>`model ->> 'symbol'`.as("symbol"))
    .orderBy("changedAt", "desc")
    .orderBy("id", "desc")
    .limit(limit)
    .offset(offset)
    .execute()
  const { count } = await some.select(sql<string>`count(*)`.as("count")).executeTakeFirstOrThrow()
  return { rows: rows as unknown as ListedDocument[], total: Number(count) }
}

/** Each count stops at 1,000. What a person drafted is not theirs to review. */
export async function countDocumentsWaiting(tx: Tx) {
  const some = (condition: ReturnType<typeof sql>) =>
    sql`(select count(*)::int from (select from official_documents where body_id = (select current_body()) and ${condition} limit 1000) d)`
  const found = await sql<{ toSign: number; toReview: number; toNumber: number }>`select
    ${some(sql`state = 'approved' and signer_id = (select current_officer())`)} as to_sign,
    ${some(sql`state = 'review' and drafted_by <> (select current_officer())`)} as to_review,
    ${some(sql`state in ('signed', 'numbered')`)} as to_number`.execute(tx)
  return found.rows[0] ?? { toSign: 0, toReview: 0, toNumber: 0 }
}

const namedMax = 300

/** Every word of these documents that the acting body may see: as one text, to be searched and shown to nobody. */
export async function wordsOfDocuments(tx: Tx, ids: readonly string[]): Promise<string> {
  if (ids.length === 0) return ""
  const rows = await tx
    .selectFrom("officialDocuments")
    .where("bodyId", "=", sql<string>`current_body()`)
    .where("id", "in", [...ids])
    .select(["typedText", sql<string>`model::text`.as("model")])
    .limit(namedMax)
    .execute()
  return rows.map(({ model, typedText }) => `${model} ${typedText ?? ""}`).join("\n")
}

/** The documents of these ids that the acting body may see: for slices that handed them over. */
export async function documentsNamed(tx: Tx, ids: readonly string[]): Promise<ListedDocument[]> {
  if (ids.length === 0) return []
  const rows = await tx
    .selectFrom("officialDocuments")
    .where("bodyId", "=", sql<string>`current_body()`)
    .where("id", "in", [...ids])
    .select(["id", "kind", "subject", "state", "number", "datedOn", "draftedName", "signerId"])
    .select(sql<string>`model ->> 'symbol'`.as("symbol"))
    .limit(namedMax)
    .execute()
  return rows as unknown as ListedDocument[]
}
