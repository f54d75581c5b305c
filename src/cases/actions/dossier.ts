/**
 * The hand-over to the police as one signed ZIP: letter and list of documents (DOCX, PDF), summary, exhibits, copies of
 * the reporters' evidence without hidden data. No reporter's name, contact or raw words are in it: they stay sealed with
 * the body that received them, and open by the law's own ways.
 */
import { can } from "../../accounts/index.ts"
import { apart, reading, writing } from "../../kernel/apart/apart.ts"
import { asOfficer } from "../../kernel/db/database.ts"
import { getFile, putFile } from "../../kernel/files.ts"
import type { Desk } from "../../kernel/http/env.ts"
import { hereOf } from "../../kernel/installation.ts"
import { journal } from "../../kernel/journal.ts"
import { signingPaths } from "../../kernel/signing/paths.ts"
import { fingerprintOf, pemOf, spokenFingerprint } from "../../kernel/signing/trust.ts"
import { type OfficialDocumentInput, takeNumber, writeDocx, writePdf } from "../../letters/index.ts"
import { bodiesOn, loadChart } from "../../organizations/index.ts"
import {
  type EvidenceItem,
  endingOf,
  evidenceOfSignal,
  type LinkedSignal,
  type SealsOfCase,
  sealsOfCases,
  signalsOfCase,
} from "../../signals/index.ts"
import {
  type DossierFile,
  dossierBytesMax,
  dossierFilesMax,
  dossierFormat,
  fileNameOf,
  type Manifest,
  type ManifestSignature,
  manifestName,
  type OriginalEvidence,
  sha256Of,
  signatureName,
  type Verified,
} from "../domain/dossier.ts"
import { maskedIn } from "../domain/masked.ts"
import {
  type DossierContent,
  type DossierPaper,
  dossierSymbols,
  handingMinutes,
  type NumberOfPaper,
  summaryDocument,
  transferDecision,
  transferSubject,
} from "../dossier-documents.ts"
import { findCase } from "../store/cases.ts"
import { custodyOf, type Dossier, dossiersOf, type Exhibit, exhibitsOf, keepDossier } from "../store/files.ts"
import { transfersOf } from "../store/others.ts"
import type * as parcel from "./parcel.apart.ts"
import { violationOf } from "./range.ts"
import { type Facts, factsOf, todayOf } from "./take.ts"

const file = new URL("./parcel.apart.ts", import.meta.url)
const bounds = { ms: 120_000, answerBytesMax: dossierBytesMax + 10_000_000 }
const pack = apart<typeof parcel.packDossier>(writing, { file, name: "packDossier" }, bounds)
const verify = apart<typeof parcel.verifyParcel>(reading, { file, name: "verifyParcel" }, bounds)

const leaveOut = apart<typeof parcel.withoutEntries>(writing, { file, name: "withoutEntries" }, bounds)
const wordsOf = apart<typeof parcel.wordsOfParcel>(reading, { file, name: "wordsOfParcel" }, bounds)

type Gathered = DossierContent & {
  transferId: string
  seals: string
  evidence: { signal: LinkedSignal; items: EvidenceItem[] }[]
}
export type DossierRefused = "notFound" | "notTransferred" | "notChecked" | "tooLarge" | "clean"

/**
 * Made once for a hand-over; made again it is the same one. Where somebody said since whose a number is, and the first one
 * prints it, another is made that does not.
 */
export async function makeDossier(
  desk: Desk,
  caseId: string,
): Promise<{ dossier: Dossier } | { refused: DossierRefused }> {
  const standing = await standingDossier(desk, caseId)
  if (standing !== null && !standing.isStale) return { dossier: standing.dossier }
  if (standing !== null && !(await namesReporter(desk, standing))) return { refused: "clean" }
  const gathered = await asOfficer(desk.house.db, desk.who, async (tx) => {
    const found = await gather(tx, desk, caseId)
    return "refused" in found ? found : withoutSealedWords(tx, desk, caseId, found)
  })
  return "refused" in gathered ? gathered : keepMade(desk, caseId, gathered)
}

type Standing = { dossier: Dossier; isStale: boolean; isOurs: boolean; seals: SealsOfCase | null }

/** The newest of the hand-over that stands. `isStale`: since it was made more is known of who reported. */
function standingDossier(desk: Desk, caseId: string): Promise<Standing | null> {
  return asOfficer(desk.house.db, desk.who, async (tx) => {
    const row = await findCase(tx, caseId)
    if (row === null) return null
    const seals = (await sealsOfCases(tx, desk.house, [caseId])).get(caseId) ?? null
    const mark = seals?.mark ?? ""
    const [newest] = inOrder(await dossiersOf(tx, caseId), mark)
    const away = (await transfersOf(tx, caseId)).find((one) => one.result !== "returned")
    const isOurs = row.bodyId === desk.who.bodyId
    if (newest === undefined || (isOurs && away !== undefined && newest.transferId !== away.id)) return null
    return { dossier: newest, isStale: newest.seals !== mark, isOurs, seals }
  })
}

/** First the one that was made knowing what is known now, then the newest. */
export const inOrder = (all: readonly Dossier[], mark: string): Dossier[] => [
  ...all.filter(({ seals }) => seals === mark),
  ...all.filter(({ seals }) => seals !== mark),
]

/** Looked for in the file itself: it was printed from words that may have been other ones then. */
async function namesReporter(desk: Desk, { dossier, seals }: Standing): Promise<boolean> {
  if (seals === null) return false
  const zip = await getFile(desk.house, dossier.sha256)
  return zip !== null && seals.names(await wordsOf({ zip }), { isSure: true })
}

/** An officer may have said of a number only afterwards that it is the reporter's: no word that goes over names them. */
async function withoutSealedWords(tx: Tx, desk: Desk, caseId: string, of: Gathered): Promise<Gathered> {
  const seals = (await sealsOfCases(tx, desk.house, [caseId])).get(caseId)
  return seals === undefined ? of : { ...maskedIn(of, seals.without), seals: seals.mark }
}

async function keepMade(
  desk: Desk,
  caseId: string,
  gathered: Gathered,
): Promise<{ dossier: Dossier } | { refused: DossierRefused }> {
  const files = await filesOf(desk, gathered)
  const size = files.reduce((sum, { bytes }) => sum + bytes.length, 0)
  if (size > dossierBytesMax || files.length > dossierFilesMax) return { refused: "tooLarge" }
  const { zip, keyId } = await sealed(desk, gathered, files)
  const { sha256 } = await putFile(desk.house, zip)
  return asOfficer(desk.house.db, desk.who, async (tx) => {
    const kept = {
      transferId: gathered.transferId,
      caseId,
      sha256,
      bytes: zip.length,
      files: files.length,
      keyId,
      seals: gathered.seals,
    }
    if (await keepDossier(tx, { ...kept, madeName: desk.officer.name }))
      await journal(tx, {
        what: "case.dossier-made",
        record: { kind: "case", id: caseId },
        details: { sha256, files: files.length },
      })
    const all = inOrder(await dossiersOf(tx, caseId), gathered.seals)
    const dossier = all.find((one) => one.transferId === gathered.transferId)
    return dossier === undefined ? { refused: "notFound" as const } : { dossier }
  })
}

type Tx = Parameters<typeof findCase>[0]

async function gather(tx: Tx, desk: Desk, caseId: string): Promise<Gathered | { refused: DossierRefused }> {
  const row = await findCase(tx, caseId)
  if (row === null || row.bodyId !== desk.who.bodyId) return { refused: "notFound" }
  const facts: Facts = await factsOf(tx, row)
  const transfer = facts.transfers.find((one) => one.result !== "returned")
  if (transfer === undefined) return { refused: "notTransferred" }
  const names = new Map(bodiesOn(await loadChart(tx), todayOf(desk)).map((body) => [body.id, body.name]))
  const signals = await signalsOfCase(tx, caseId)
  // Rules do not find every name inside a sentence: a person must have read what goes over.
  if (signals.some((one) => one.redactionCheckedAt === null)) return { refused: "notChecked" }
  const evidence = []
  for (const signal of signals) evidence.push({ signal, items: await evidenceOfSignal(tx, signal.id) })
  const gathered = {
    transferId: transfer.id,
    seals: "",
    province: hereOf(desk.house),
    from: names.get(row.bodyId) ?? "",
    to: names.get(transfer.toBodyId) ?? "",
    row,
    transfer,
    acts: facts.acts.map((act) => ({ act, violation: violationOf(act) })),
    signals,
    exhibits: await exhibitsOf(tx, caseId),
    custody: await custodyOf(tx, caseId),
    evidence,
  }
  const [caseNumber, transferId] = [row.number, transfer.id]
  const publicUrl = desk.house.config.publicUrl
  const signing = {
    fingerprint: signingFingerprint(desk),
    page: publicUrl === null ? null : new URL(signingPaths.page, publicUrl).href,
  }
  const numbers: DossierContent["numbers"] = {
    decision: await numberFor("decision"),
    minutes: await numberFor("minutes"),
    report: await numberFor("report"),
  }
  return { ...gathered, signing, numbers }

  async function numberFor(paper: DossierPaper): Promise<NumberOfPaper> {
    const taken = await takeNumber(tx, {
      series: "all",
      symbol: dossierSymbols[paper],
      // The book is read by the whole body, also by an officer whom the case names: it says no title.
      subject: transferSubject(caseNumber),
      datedOn: todayOf(desk),
      record: { kind: numbered[paper], id: transferId },
    })
    return { number: String(taken.number), symbol: taken.symbol, datedOn: taken.datedOn }
  }
}

/** The kind of record under which each paper of a hand-over has its number; `case-transfer` was the letter of older versions. */
const numbered: Readonly<Record<DossierPaper, string>> = {
  decision: "case-transfer-decision",
  minutes: "case-transfer-minutes",
  report: "case-transfer-report",
}

function signingFingerprint(desk: Desk): string {
  const signer = desk.house.keys.signers().at(-1)
  return signer === undefined ? "" : spokenFingerprint(fingerprintOf(signer.publicKey))
}

type ZipFile = { path: string; what: string; bytes: Uint8Array }

async function filesOf(desk: Desk, gathered: Gathered): Promise<ZipFile[]> {
  const proofs = [...(await exhibitFiles(desk, gathered.exhibits)), ...(await evidenceFiles(desk, gathered))]
  const listed = proofs.map(({ path, what, bytes }) => ({ path, what, sha256: sha256Of(bytes) }))
  return [
    ...(await both("01-quyet-dinh-chuyen-ho-so", "Quyết định chuyển hồ sơ", transferDecision(gathered))),
    ...(await both("02-bien-ban-ban-giao", "Biên bản bàn giao, danh mục", handingMinutes(gathered, listed))),
    ...(await both("03-tom-tat-vu-viec", "Báo cáo tóm tắt vụ việc", summaryDocument(gathered))),
    ...proofs,
  ]
}

async function both(name: string, what: string, document: OfficialDocumentInput): Promise<ZipFile[]> {
  return [
    { path: `${name}.docx`, what, bytes: await writeDocx(document) },
    { path: `${name}.pdf`, what, bytes: await writePdf(document) },
  ]
}

async function exhibitFiles(desk: Desk, exhibits: readonly Exhibit[]): Promise<ZipFile[]> {
  const files: ZipFile[] = []
  for (const one of exhibits) {
    const bytes = one.sha256 === null ? null : await getFile(desk.house, one.sha256)
    if (bytes === null || one.mediaType === null) continue
    files.push({ path: exhibitPath(one), what: one.title, bytes })
  }
  return files
}

const exhibitPath = (one: Exhibit) =>
  `tang-vat/${fileNameOf(one.position, one.title, endingOf(one.mediaType ?? ""))}`

const copiesFolder = "bang-chung/"
const copyPath = (signal: LinkedSignal, item: EvidenceItem) =>
  `${copiesFolder}${signal.id.slice(-6)}-${item.position}.${endingOf(item.derivativeType ?? "")}`

async function evidenceFiles(desk: Desk, { evidence }: Gathered): Promise<ZipFile[]> {
  const files: ZipFile[] = []
  for (const { signal, items } of evidence)
    for (const item of items) {
      const bytes = item.derivativeSha256 === null ? null : await getFile(desk.house, item.derivativeSha256)
      if (bytes !== null)
        files.push({ path: copyPath(signal, item), what: "Bản sao bằng chứng đã gỡ thông tin ẩn", bytes })
    }
  return files
}

async function sealed(desk: Desk, gathered: Gathered, files: readonly ZipFile[]) {
  const manifest: Manifest = {
    format: dossierFormat,
    case: { number: gathered.row.number, title: gathered.row.title },
    transfer: {
      from: gathered.from,
      to: gathered.to,
      handedOn: gathered.transfer.handedOn,
      reason: gathered.transfer.reason,
    },
    madeAt: desk.house.clock.now().toISOString(),
    files: files.map(
      ({ path, what, bytes }): DossierFile => ({ path, bytes: bytes.length, sha256: sha256Of(bytes), what }),
    ),
    evidence: gathered.evidence.flatMap(({ signal, items }) =>
      items.map(
        (item): OriginalEvidence => ({
          originalSha256: item.sha256,
          mediaType: item.mediaType,
          isKept: item.keepsOriginal,
          receivedAt: item.at,
          copy: item.derivativeSha256 === null ? null : copyPath(signal, item),
        }),
      ),
    ),
  }
  const bytes = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`)
  const { keyId, bytes: signed } = desk.house.keys.sign(bytes)
  const signature: ManifestSignature = {
    keyId,
    algorithm: "Ed25519",
    signature: Buffer.from(signed).toString("base64"),
    publicKey: desk.house.keys.publicKey(keyId) ?? "",
  }
  const zip = await pack({
    files: [
      { path: manifestName, bytes },
      { path: signatureName, bytes: Buffer.from(`${JSON.stringify(signature, null, 2)}\n`) },
      ...files.map(({ path, bytes: content }) => ({ path, bytes: content })),
    ],
    at: manifest.madeAt,
  })
  return { zip, keyId }
}

/**
 * Null: no such dossier, or not this officer's to see. The reading is written down before a byte leaves. One that names a
 * reporter leaves to nobody but the body that made it.
 */
async function readDossier(
  desk: Desk,
  caseId: string,
): Promise<{ bytes: Buffer; dossier: Dossier } | { refused: "namesReporter" } | null> {
  const standing = await standingDossier(desk, caseId)
  if (standing === null) return null
  const { dossier, isStale, isOurs } = standing
  if (isStale && !isOurs && (await namesReporter(desk, standing))) return { refused: "namesReporter" }
  await asOfficer(desk.house.db, desk.who, (tx) => {
    const details = { sha256: dossier.sha256 }
    return journal(tx, { what: "case.dossier-read", record: { kind: "case", id: caseId }, details })
  })
  const bytes = await getFile(desk.house, dossier.sha256)
  return bytes === null ? null : { bytes, dossier }
}

/**
 * The ZIP as it leaves. Pictures and recordings of tips are not masked: who may not read a tip's raw text gets it without
 * them, with a file that says which they were.
 */
export async function takeDossier(desk: Desk, caseId: string): ReturnType<typeof readDossier> {
  const read = await readDossier(desk, caseId)
  if (read === null || "refused" in read || can(desk.officer, "signal.open-text")) return read
  const exhibits = await asOfficer(desk.house.db, desk.who, (tx) => exhibitsOf(tx, caseId))
  const paths = exhibits.flatMap((one) => (one.fromTip && one.mediaType !== null ? [exhibitPath(one)] : []))
  const at = desk.house.clock.now().toISOString()
  const bytes = await leaveOut({ zip: read.bytes, paths, folder: copiesFolder, note: leftOut, at })
  return { ...read, bytes: Buffer.from(bytes) }
}

/** Papers are Vietnamese, whoever takes them. */
const leftOut = {
  path: "00-tep-khong-kem.txt",
  words:
    "Bản tải về này không kèm các tệp dưới đây: ảnh, âm thanh trong tin báo không che được, chỉ người được mở nguyên văn tin báo mới nhận. Hồ sơ gốc lưu trên hệ thống vẫn đủ; kiểm tra toàn vẹn bằng bản đủ.",
}

/** One click for the police: the kept ZIP under the keys of this installation, as `dossier verify` judges it. */
export async function checkDossier(
  desk: Desk,
  caseId: string,
): Promise<Verified | { refused: "namesReporter" } | null> {
  const read = await readDossier(desk, caseId)
  if (read === null || "refused" in read) return read
  const trust = desk.house.keys.trust().map(({ key, whose }) => ({ pem: pemOf(key), whose }))
  return verify({ zip: read.bytes, trust })
}
