/** What people do with an outgoing document, one function a verb, one transaction each. */
import { type Action, actions, can, postsHeldIn } from "../../accounts/index.ts"
import { Overrun } from "../../kernel/apart/apart.ts"
import { asOfficer, type Tx } from "../../kernel/db/database.ts"
import { getFile, putFile } from "../../kernel/files.ts"
import type { Desk } from "../../kernel/http/env.ts"
import { journal, tell } from "../../kernel/journal.ts"
import { localDateOf } from "../../kernel/time.ts"
import { signingPowersOf } from "../../organizations/index.ts"
import { takeNumber } from "../numbering/actions.ts"
import { readLetter } from "../read/aside.ts"
import { signWithP12, verifyPdf } from "../signing/aside.ts"
import type { KeyRefusal } from "../signing/p12.ts"
import type { SignatureCheck } from "../signing/verify.ts"
import { type OfficialDocumentInput, officialDocument } from "../write/model.ts"
import { writeDocx, writePdf } from "../write/writer.ts"
import {
  isOpen,
  type SignatureFault,
  type State,
  type Step,
  type StepFault,
  shownNumber,
  signatureFault,
  stateAfter,
  stepFault,
  steps,
} from "./domain.ts"
import { forReading } from "./for-reading.ts"
import {
  type Asked,
  addEvent,
  changeDocument,
  type DocumentEvent,
  type DocumentRow,
  eventsOf,
  findDocument,
  insertDocument,
  listDocuments,
  lockDocument,
  type Model,
  wordsOfDocuments,
} from "./store.ts"

export type Draft = {
  model: Model
  typedText: string | null
  signerId: string
  /** It gives tasks, and is issued by whoever gives them (`issueDocumentIn`). */
  assigns?: boolean
  /** Only who may do this opens it, and each opening is journaled: papers about a person. */
  readBy?: Action
  /** Where it was made: shown as a way back. */
  source?: { path: string; label: string }
}
export type Refused<Key extends string> = { refused: Key }

/** Also for slices above that wrote the document themselves: `typedText` is null then, and the form leaves the body alone. */
export function draftDocument(desk: Desk, draft: Draft): Promise<{ id: string }> {
  return asOfficer(desk.house.db, desk.who, (tx) => draftDocumentIn(tx, desk, draft))
}

/** For who drafts it together with something else, in one transaction. Throws where the model refuses the document. */
export async function draftDocumentIn(tx: Tx, desk: Desk, draft: Draft): Promise<{ id: string }> {
  const { model, typedText, signerId, assigns = false } = draft
  officialDocument.parse(dated(model, null, todayOf(desk)))
  const { kind, subject } = model
  const draftedName = desk.officer.name
  const made = {
    kind,
    subject,
    model,
    typedText,
    signerId,
    draftedName,
    assigns,
    readBy: draft.readBy ?? null,
  }
  const source = { sourcePath: draft.source?.path ?? null, sourceLabel: draft.source?.label ?? null }
  const id = await insertDocument(tx, { ...made, ...source })
  await note(tx, desk, id, { what: "document.drafted", state: "draft", note: null })
  return { id }
}

export type ChangeRefused = Refused<"unknown" | "step.notNow" | "draft.changed">

export function changeDraft(
  desk: Desk,
  id: string,
  draft: Draft,
  version: number,
): Promise<{ done: true } | ChangeRefused> {
  return asOfficer(desk.house.db, desk.who, (tx) => changeDraftIn(tx, desk, id, draft, version))
}

/** `version`: what the person saw; null for a slice above that writes its own document anew. */
export async function changeDraftIn(
  tx: Tx,
  desk: Desk,
  id: string,
  { model, typedText, signerId, assigns }: Draft,
  version: number | null,
): Promise<{ done: true } | ChangeRefused> {
  officialDocument.parse(dated(model, null, todayOf(desk)))
  const row = await lockDocument(tx, id)
  if (row === null) return { refused: "unknown" }
  if (row.state !== "draft") return { refused: "step.notNow" }
  if (version !== null && row.version !== version) return { refused: "draft.changed" }
  const { kind, subject } = model
  const told = assigns === undefined ? {} : { assigns }
  await changeDocument(tx, id, { kind, subject, model, typedText, signerId, ...told })
  await note(tx, desk, id, { what: "document.changed", state: "draft", note: null })
  return { done: true }
}

export type StepRefusal = "unknown" | StepFault | SignatureFault | "note.missing" | "step.recordFell"
type StepInput = { note: string }

/** Submit, return, approve, sign, number, archive: what only moves the document. `issueDocument` also keeps its file. */
export function takeStep(
  desk: Desk,
  id: string,
  step: Exclude<Step, "issue">,
  input: StepInput,
): Promise<{ state: State } | Refused<StepRefusal>> {
  const taken = asOfficer(desk.house.db, desk.who, async (tx) => {
    const row = await lockDocument(tx, id)
    if (row === null) return { refused: "unknown" as const }
    const fault = stepFault(step, row.state, actingOn(desk, row))
    if (fault !== null) return { refused: fault }
    if (step === "sign" && !maySign(desk, row)) return { refused: "sign.notSigner" as const }
    const said = input.note.trim()
    if ((step === "return" || step === "archive") && said === "") return { refused: "note.missing" as const }
    const unsigned = step === "sign" ? await wrongSignature(tx, desk, row) : null
    if (unsigned !== null) return { refused: unsigned }
    const state = stateAfter(step)
    const more =
      step === "archive"
        ? { filedUnder: said }
        : step === "number"
          ? await numbered(tx, desk, row)
          : step === "return"
            ? withdrawnFile
            : {}
    await changeDocument(tx, id, { state, ...more })
    await note(tx, desk, id, { what: events[step], state, note: said === "" ? null : said })
    return { state }
  })
  return taken.catch(refusedByRecord)
}

/** The database holds a document back whose record no longer stands as it was written (`guard_notice_paper`). */
function refusedByRecord(error: unknown): Refused<"step.recordFell"> {
  if (error instanceof Error && "constraint" in error && error.constraint === "notice_papers_stand")
    return { refused: "step.recordFell" }
  throw error
}

const events = {
  submit: "document.submitted",
  return: "document.returned",
  approve: "document.approved",
  sign: "document.signed",
  number: "document.numbered",
  archive: "document.archived",
} as const

/** Words that come back are written, drawn and signed anew; the book gives the same document the same number. */
const withdrawnFile = { number: null, datedOn: null, fileSha256: null, isSigned: false } as const

/** Asked last in its transaction: everybody else who asks the same book waits for us. */
async function numbered(tx: Tx, desk: Desk, row: DocumentRow) {
  const datedOn = todayOf(desk)
  const { symbol } = row.model
  const record = { kind: "official-document", id: row.id }
  const taken = await takeNumber(tx, { series: "all", symbol, subject: row.subject, datedOn, record })
  return { number: taken.number, datedOn }
}

const wrongSignature = (tx: Tx, desk: Desk, row: DocumentRow): Promise<SignatureFault | null> =>
  faultAtPost(tx, desk, row, desk.officer)

/**
 * Why the document would be refused when the person who is named to sign comes to it: told to who writes and who reviews,
 * before three people have had it in hand. Null: nothing stands against it, or it is signed already.
 */
async function foreseenFault(tx: Tx, desk: Desk, row: DocumentRow): Promise<SignatureFault | null> {
  if (!isOpen("submit", row.state) && !isOpen("approve", row.state) && !isOpen("sign", row.state)) return null
  const posts = await postsHeldIn(tx, desk.who.bodyId, row.signerId)
  let fault: SignatureFault | null = "signature.name"
  for (const post of posts) {
    fault = await faultAtPost(tx, desk, row, post)
    if (fault === null) return null
  }
  return fault
}

/** The printed authority against a post of the signer today and the delegations of the organisation. */
async function faultAtPost(
  tx: Tx,
  desk: Desk,
  row: DocumentRow,
  signer: { name: string; title: string; postId: string },
): Promise<SignatureFault | null> {
  const { who } = desk
  const [signature, ...others] = officialDocument.parse(dated(row.model, null, todayOf(desk))).signatures
  // Minutes and joint documents are signed by people of several bodies: on paper, or each outside.
  if (signature === undefined || others.length > 0) return null
  const powers = await signingPowersOf(tx, { bodyId: who.bodyId, postId: signer.postId, day: todayOf(desk) })
  const seat = {
    name: signer.name,
    title: signer.title,
    powers: powers.map(({ form, fromName }) => ({ form, from: fromName })),
  }
  return signatureFault(signature, seat, { parent: null, name: row.model.issuer.name })
}

/** All that it prints; empty: none that the acting body may see. */
export const printedWords = (desk: Desk, id: string): Promise<string> =>
  asOfficer(desk.house.db, desk.who, (tx) => wordsOfDocuments(tx, [id]))

export type IssueRefusal = StepRefusal | "issue.assigns"

/** What gives tasks does not go out alone. */
export async function issueDocument(
  desk: Desk,
  id: string,
): Promise<{ state: State } | Refused<IssueRefusal>> {
  const ready = await fileToIssue(desk, id)
  if ("refused" in ready) return ready
  if (ready.assigns) return { refused: "issue.assigns" }
  return asOfficer(desk.house.db, desk.who, (tx) => issueDocumentIn(tx, desk, ready)).catch(refusedByRecord)
}

export type FileToIssue = { id: string; sha256: string; number: string; subject: string; assigns: boolean }

/** The file that goes out is kept: the signed one where there is one, else as drawn, to be signed on paper. */
export async function fileToIssue(
  desk: Desk,
  id: string,
): Promise<FileToIssue | Refused<"unknown" | "step.notNow">> {
  const row = await asOfficer(desk.house.db, desk.who, (tx) => findDocument(tx, id))
  if (row === null) return { refused: "unknown" }
  if (!isOpen("issue", row.state) || row.number === null) return { refused: "step.notNow" }
  const sha256 = row.fileSha256 ?? (await putFile(desk.house, await drawnPdf(desk, row))).sha256
  const { subject, assigns } = row
  return { id, sha256, number: shownNumber(row.number, row.model.symbol), subject, assigns }
}

/** In the caller's transaction: with the tasks that it gives. What was signed meanwhile goes out signed. */
export async function issueDocumentIn(
  tx: Tx,
  desk: Desk,
  { id, sha256 }: FileToIssue,
): Promise<{ state: State; sha256: string } | Refused<StepRefusal>> {
  const row = await lockDocument(tx, id)
  if (row === null) return { refused: "unknown" }
  const fault = stepFault("issue", row.state, actingOn(desk, row))
  if (fault !== null) return { refused: fault }
  const fileSha256 = row.fileSha256 ?? sha256
  await changeDocument(tx, id, { state: "issued", fileSha256 })
  await note(tx, desk, id, { what: "document.issued", state: "issued", note: null })
  await tell(tx, "document.issued", id)
  return { state: "issued", sha256: fileSha256 }
}

export type SigningRefusal =
  | "unknown"
  | "step.notNow"
  | "sign.notSigner"
  | KeyRefusal
  | "file.unsigned"
  | "file.broken"
  | "file.changed"
  | "file.other"
  | "file.unreadable"

/** With a key file: opened in memory for this one signature, then forgotten. */
export async function signWithKey(
  desk: Desk,
  id: string,
  { p12, passphrase }: { p12: Uint8Array; passphrase: string },
): Promise<{ done: true } | Refused<SigningRefusal>> {
  const row = await asOfficer(desk.house.db, desk.who, (tx) => findDocument(tx, id))
  if (row === null) return { refused: "unknown" }
  if (row.state !== "numbered") return { refused: "step.notNow" }
  if (row.signerId !== desk.who.officerId || !maySign(desk, row)) return { refused: "sign.notSigner" }
  const claim = { name: desk.officer.name, reason: row.subject, at: desk.house.clock.now() }
  const made = await signWithP12({ pdf: await drawnPdf(desk, row), p12, passphrase, claim })
  return "refused" in made ? made : keepSigned(desk, id, made.signed)
}

/** Signed outside, with the office's own token: it must be this very document, whole and unchanged. */
export async function keepUpload(
  desk: Desk,
  id: string,
  pdf: Uint8Array,
): Promise<{ done: true } | Refused<SigningRefusal>> {
  const row = await asOfficer(desk.house.db, desk.who, (tx) => findDocument(tx, id))
  if (row === null) return { refused: "unknown" }
  if (row.state !== "numbered") return { refused: "step.notNow" }
  const checks = await verifyPdf(pdf).catch((error: unknown) => {
    if (error instanceof Overrun) return null
    throw error
  })
  if (checks === null) return { refused: "file.unreadable" }
  if (checks.length === 0) return { refused: "file.unsigned" }
  if (checks.some(({ isIntact }) => !isIntact)) return { refused: "file.broken" }
  if (checks.at(-1)?.coversAll !== true) return { refused: "file.changed" }
  const reading = await readLetter(pdf, "signed.pdf")
  if ("refused" in reading) return { refused: "file.unreadable" }
  const drawn = await readLetter(await drawnPdf(desk, row), "drawn.pdf")
  if ("refused" in drawn) throw new Error(`our own PDF is not read: ${drawn.refused}`)
  // Signing may write the document anew; its words stay.
  const isSame = wordsOf(reading.normalizedText).startsWith(wordsOf(drawn.normalizedText))
  if (!isSame || reading.number !== drawn.number) return { refused: "file.other" }
  return keepSigned(desk, id, pdf)
}

const wordsOf = (text: string) => text.replace(/\s+/g, " ").trim()

async function keepSigned(
  desk: Desk,
  id: string,
  pdf: Uint8Array,
): Promise<{ done: true } | Refused<SigningRefusal>> {
  const { sha256 } = await putFile(desk.house, pdf)
  return asOfficer(desk.house.db, desk.who, async (tx) => {
    const row = await lockDocument(tx, id)
    if (row?.state !== "numbered") return { refused: "step.notNow" as const }
    await changeDocument(tx, id, { fileSha256: sha256, isSigned: true })
    await note(tx, desk, id, { what: "document.sealed", state: row.state, note: null })
    return { done: true as const }
  })
}

export type DocumentView = {
  row: DocumentRow
  events: DocumentEvent[]
  open: Step[]
  signatures: SignatureCheck[]
  isSigner: boolean
  /** What will be said against the signature when it comes to signing. */
  foreseen: SignatureFault | null
}

export async function readDocument(desk: Desk, id: string): Promise<DocumentView | null> {
  const row = await openDocument(desk, id)
  if (row === null) return null
  const found = await asOfficer(desk.house.db, desk.who, async (tx) => ({
    row,
    events: await eventsOf(tx, id),
    foreseen: await foreseenFault(tx, desk, row),
  }))
  const file = row.isSigned && row.fileSha256 !== null ? await getFile(desk.house, row.fileSha256) : null
  const acting = actingOn(desk, row)
  return {
    ...found,
    open: steps
      .filter((step) => stepFault(step, row.state, acting) === null)
      .filter((step) => step !== "sign" || maySign(desk, row)),
    signatures: file === null ? [] : await verifyPdf(file),
    isSigner: acting.isSigner,
  }
}

/** A document about a person is opened by who may, and the opening is written down before anything is shown. */
async function openDocument(desk: Desk, id: string): Promise<DocumentRow | null> {
  const row = await asOfficer(desk.house.db, desk.who, (tx) => findDocument(tx, id))
  if (row === null || row.readBy === null) return row
  const verb = actions.find((one) => one === row.readBy)
  if (verb === undefined || !can(desk.officer, verb)) return null
  const record = { kind: "official-document", id }
  await asOfficer(desk.house.db, desk.who, (tx) => journal(tx, { what: "document.read", record }))
  return row
}

/** Minutes are signed by whoever held them; every other kind by a leader. Each time only by the one who is named. */
const maySign = (desk: Desk, { kind }: DocumentRow) =>
  can(desk.officer, kind === "minutes" ? "document.draft" : "document.sign")

/** What this officer may do: a document that asks for another verb stands in no list of theirs. */
export const verbsOf = (desk: Desk) => actions.filter((one) => can(desk.officer, one))

export function readDocuments(desk: Desk, asked: Asked) {
  return asOfficer(desk.house.db, desk.who, (tx) => listDocuments(tx, asked, verbsOf(desk)))
}

/** The kept file where there is one, else drawn now: the same words give the same pages. */
export async function documentFile(desk: Desk, id: string, form: "pdf" | "docx"): Promise<Uint8Array | null> {
  const row = await openDocument(desk, id)
  if (row === null) return null
  if (form === "docx") return writeDocx(dated(row.model, row.number, row.datedOn ?? todayOf(desk)))
  const kept = row.fileSha256 === null ? null : await getFile(desk.house, row.fileSha256)
  return kept ?? drawnPdf(desk, row)
}

/** As DOCX, what is read of it for the tasks it gives (`for-reading.ts`). */
export async function documentToRead(desk: Desk, id: string): Promise<Uint8Array | null> {
  const row = await openDocument(desk, id)
  if (row === null) return null
  return writeDocx(dated(forReading(row.model), row.number, row.datedOn ?? todayOf(desk)))
}

const drawnPdf = (desk: Desk, row: DocumentRow) =>
  writePdf(dated(row.model, row.number, row.datedOn ?? todayOf(desk)))

/** Before its number a document is of this month, its day left blank. */
function dated(model: Model, number: number | null, day: string): OfficialDocumentInput {
  const date = number === null && model.kind !== "minutes" ? day.slice(0, 7) : day
  return { ...model, number: number === null ? null : String(number), date }
}

const actingOn = ({ who }: Desk, row: DocumentRow) => ({
  isDrafter: row.draftedBy === who.officerId,
  isSigner: row.signerId === who.officerId,
})

async function note(
  tx: Tx,
  desk: Desk,
  id: string,
  { what, state, note: said }: { what: `document.${string}`; state: State; note: string | null },
): Promise<void> {
  await addEvent(tx, { documentId: id, what, stateAfter: state, byName: desk.officer.name, note: said })
  await journal(tx, {
    what,
    record: { kind: "official-document", id },
    rule: "30/2020/NĐ-CP, Điều 10–19",
    details: { state },
  })
}

const todayOf = (desk: Desk) => localDateOf(desk.house.clock.now())
