/** What outgoing documents hold of one officer: those they draft, and those that wait for their signature. */
import { sql } from "kysely"
import type { OfficerHolder } from "../../accounts/index.ts"
import type { Tx } from "../../kernel/db/database.ts"
import type { Desk } from "../../kernel/http/env.ts"
import { journal } from "../../kernel/journal.ts"
import { type Say, say } from "../../kernel/words.ts"
import type { State } from "./domain.ts"
import { addEvent, changeDocument } from "./store.ts"
import { words } from "./words.ts"

type Row = { id: string; kind: string; state: State; changedOn: string }

const drafts: OfficerHolder = {
  name: "letters.draft",
  label: say(
    "Văn bản đi đang soạn, chờ kiểm tra hoặc trình ký",
    "Documents drafted, reviewed or waiting for a signature",
  ),
  takes: "document.draft",
  heldBy: (tx, { officerId, bodyId }, limit) =>
    shown(openBy(tx, { column: "drafted_by", officerId, bodyId, limit })),
  async pass(tx, desk, { officerId, bodyId }, ids, to) {
    const held = await openBy(tx, { column: "drafted_by", officerId, bodyId, limit: ids.length })
    await sql`select pass_document_drafts(${officerId}, ${to.officerId})`.execute(tx)
    for (const row of held) await note(tx, desk, row, { what: "document.passed-on", note: to.name })
  },
}

/** A signature cannot be taken over: its name stands in the document. The drafter names another signer. */
const signatures: OfficerHolder = {
  name: "letters.signature",
  label: say("Văn bản chờ chữ ký của người này", "Documents that wait for this person's signature"),
  takes: null,
  becomes: say(
    "Trả về dự thảo, để người soạn chọn người ký khác rồi trình lại.",
    "Returned as drafts: who drafted them names another signer and submits them again.",
  ),
  heldBy: (tx, { officerId, bodyId }, limit) =>
    shown(openBy(tx, { column: "signer_id", officerId, bodyId, limit })),
  async settle(tx, desk, { officerId, bodyId, name }, ids) {
    for (const row of await openBy(tx, { column: "signer_id", officerId, bodyId, limit: ids.length })) {
      await changeDocument(tx, row.id, { state: "draft" })
      const why = `${name}: ${words.vi.signerLeft}`
      await note(tx, desk, { ...row, state: "draft" }, { what: "document.returned", note: why })
    }
  },
}

export const documentHoldings: readonly OfficerHolder[] = [signatures, drafts]

type Of = { column: "drafted_by" | "signer_id"; officerId: string; bodyId: string; limit: number }

/** Without its subject: a paper of a case may name a person, and the administrator does no casework. */
async function openBy(tx: Tx, { column, officerId, bodyId, limit }: Of): Promise<Row[]> {
  const states = column === "drafted_by" ? ["draft", "review", "approved"] : ["review", "approved"]
  const found = await sql<Row>`
    select id, kind, state, (changed_at at time zone 'Asia/Ho_Chi_Minh')::date::text as changed_on from official_documents
    where ${sql.ref(column)} = ${officerId} and body_id = ${bodyId} and state = any (${states})
    order by id limit ${limit} for update`.execute(tx)
  return found.rows
}

async function shown(rows: Promise<Row[]>): Promise<{ id: string; title: Say }[]> {
  return (await rows).map((row) => ({ id: row.id, title: say(titleOf("vi", row), titleOf("en", row)) }))
}

function titleOf(lang: "vi" | "en", { kind, state, changedOn }: Row): string {
  const kinds: Readonly<Record<string, string>> = words[lang].kinds
  return `${kinds[kind] ?? kind}, ${words[lang].states[state].toLocaleLowerCase(lang)}, ${changedOn.split("-").reverse().join("/")}`
}

async function note(
  tx: Tx,
  desk: Desk,
  row: Pick<Row, "id" | "state">,
  event: { what: "document.passed-on" | "document.returned"; note: string },
): Promise<void> {
  await addEvent(tx, { documentId: row.id, stateAfter: row.state, byName: desk.officer.name, ...event })
  await journal(tx, {
    what: event.what,
    record: { kind: "official-document", id: row.id },
    details: { state: row.state },
  })
}
