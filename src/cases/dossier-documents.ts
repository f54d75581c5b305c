/** The documents of a dossier (Nghị định 30/2020/NĐ-CP): what is handed over, to whom, why. They are Vietnamese. */
import { formatDate } from "../kernel/format.ts"
import { committeeOf, type Province } from "../kernel/installation.ts"
import { localDateOf } from "../kernel/time.ts"
import { type BlockInput, type OfficialDocumentInput, signatureFor } from "../letters/index.ts"
import type { LinkedSignal } from "../signals/index.ts"
import type { Violation } from "./domain/fines.ts"
import { authorityOf, lawOn } from "./papers/decision.ts"
import type { Act } from "./store/acts.ts"
import type { CaseRow } from "./store/cases.ts"
import type { Custody, Exhibit } from "./store/files.ts"
import type { Transfer } from "./store/others.ts"

export type DossierContent = {
  province: Province
  from: string
  to: string
  /** Of the decision, the minutes and the report: each its own, from the book of outgoing documents. */
  numbers: Readonly<Record<DossierPaper, NumberOfPaper>>
  row: CaseRow
  transfer: Transfer
  acts: readonly { act: Act; violation: Violation }[]
  signals: readonly LinkedSignal[]
  exhibits: readonly Exhibit[]
  custody: readonly Custody[]
  /** Of the key that signs the list of files, and the page where it stands as well; null where no address is set. */
  signing: { fingerprint: string; page: string | null }
}

export const dossierPapers = ["decision", "minutes", "report"] as const
export type DossierPaper = (typeof dossierPapers)[number]
/** As the book has it: a dossier that is made anew prints what was taken for the first one. */
export type NumberOfPaper = { number: string; symbol: string; datedOn: string }
/** What stands behind the number of each. */
export const dossierSymbols: Readonly<Record<DossierPaper, string>> = {
  decision: "QĐ-CHS",
  minutes: "BB-BGHS",
  report: "BC",
}
export const dossierWords = {
  /** The title of a signer whose account gives none. */
  officer: "Cán bộ",
  transferrer: "Người chuyển hồ sơ",
  giver: "Bên giao",
  taker: "Bên nhận",
} as const

/** In the numbering book. */
export const transferSubject = (caseNumber: string) =>
  `Chuyển hồ sơ vụ việc số ${caseNumber} sang cơ quan công an`

const day = (on: string) => formatDate(on, "vi")
const dayOf = (at: string) => day(localDateOf(new Date(at)))

function headOf(of: DossierContent, kind: DossierPaper, subject: string) {
  return {
    kind,
    issuer: { parent: committeeOf(of.province), name: of.from },
    number: of.numbers[kind].number,
    symbol: of.numbers[kind].symbol,
    place: of.province.name,
    date: of.numbers[kind].datedOn,
    subject,
  } satisfies Partial<OfficialDocumentInput>
}

/** Whoever decided the hand-over, with their title; of a hand-over of an older version whoever entered it. */
const deciderOf = ({ transfer }: DossierContent) => ({
  position: transfer.decidedTitle ?? dossierWords.transferrer,
  name: transfer.decidedName ?? transfer.handedName,
})

/** A file that shows signs of a crime goes over by a decision of whoever may sanction (Luật XLVPHC Đ62). */
export function transferDecision(of: DossierContent): OfficialDocumentInput {
  const { row, transfer, acts } = of
  const execution =
    transfer.suspensionNumber === null || transfer.suspendedOn === null
      ? []
      : [
          `Căn cứ Quyết định số ${transfer.suspensionNumber} ngày ${day(transfer.suspendedOn)} về việc tạm đình chỉ thi hành quyết định xử phạt vi phạm hành chính`,
        ]
  return {
    ...headOf(of, "decision", "Chuyển hồ sơ vụ vi phạm có dấu hiệu tội phạm để truy cứu trách nhiệm hình sự"),
    authority: authorityOf(deciderOf(of).position, of.from),
    grounds: [
      lawOn(of.numbers.decision.datedOn),
      "Căn cứ Điều 62 Luật Xử lý vi phạm hành chính",
      ...execution,
    ],
    blocks: [
      article("Điều 1", [
        `Chuyển đến ${of.to} toàn bộ hồ sơ vụ việc số ${row.number}: ${row.title}.`,
        ...acts.map(
          ({ act }) =>
            `Hành vi: ${act.description}, xảy ra ngày ${day(act.committedOn)}, phát hiện ngày ${day(act.foundOn)}.`,
        ),
        `Lý do chuyển: ${transfer.reason}`,
      ]),
      article("Điều 2", [
        "Tài liệu, tang vật kèm theo được ghi trong biên bản bàn giao hồ sơ. Tên, cách liên lạc và nguyên văn lời của người báo tin không nằm trong hồ sơ; các thông tin này được niêm phong tại cơ quan tiếp nhận và chỉ mở theo quy định của pháp luật.",
        "Toàn vẹn của hồ sơ được kiểm tra bằng tệp manifest.json có chữ ký số. Đề nghị cơ quan nhận ký nhận hoặc trả lại kèm lý do.",
        signingText(of.signing),
      ]),
      article("Điều 3", [
        `${of.from} và ${of.to} thi hành quyết định này. Quyết định có hiệu lực kể từ ngày ký.`,
      ]),
    ],
    signatures: [signatureFor(deciderOf(of))],
    recipients: ["Như Điều 3", "Lưu: VT, hồ sơ vụ việc"],
  }
}

const article = (mark: string, texts: readonly string[]): BlockInput => ({
  is: "section",
  mark,
  blocks: texts.map((text) => ({ is: "paragraph", text })),
})

/** A key inside the ZIP proves nothing: who receives it compares this with the sender's page, or by telephone. */
function signingText({ fingerprint, page }: DossierContent["signing"]): string {
  const where = page === null ? "trang Khóa ký của hệ thống gửi" : `trang ${page}`
  return `Dấu vân tay (SHA-256) của khóa ký: ${fingerprint}. Đề nghị đối chiếu với ${where} trước khi tin chữ ký.`
}

export type ListedFile = { path: string; what: string; sha256: string }

/** Who gave what to whom: signed by both sides; the list of files and things is part of it. */
export function handingMinutes(of: DossierContent, files: readonly ListedFile[]): OfficialDocumentInput {
  const things = of.exhibits.filter((one) => one.kind === "thing")
  const blocks: BlockInput[] = [
    files.length === 0
      ? { is: "paragraph", text: "Không có tệp tài liệu kèm theo." }
      : {
          is: "table",
          caption: "Tài liệu điện tử",
          columns: [
            { title: "STT", share: 0.6 },
            { title: "Tên", share: 3 },
            { title: "Tệp", share: 3 },
            { title: "SHA-256", share: 4 },
          ],
          rows: files.map((file, i) => [String(i + 1), file.what, file.path, file.sha256]),
        },
    ...(things.length === 0
      ? []
      : [
          {
            is: "table" as const,
            caption: "Tang vật",
            columns: [
              { title: "STT", share: 0.6 },
              { title: "Tên", share: 3 },
              { title: "Nơi giữ", share: 3 },
              { title: "Thu nhận", share: 2 },
            ],
            rows: things.map((one) => [String(one.position), one.title, one.place ?? "", day(one.takenOn)]),
          },
        ]),
    ...(of.custody.length === 0 ? [] : [custodyTable(of)]),
  ]
  const { number, symbol, datedOn } = of.numbers.decision
  const opening = `${of.from} bàn giao cho ${of.to} hồ sơ vụ việc số ${of.row.number} theo Quyết định số ${number}/${symbol} ngày ${day(datedOn)}, gồm tài liệu và tang vật sau đây.`
  return {
    ...headOf(of, "minutes", `Bàn giao hồ sơ, tài liệu, tang vật của vụ việc ${of.row.number}`),
    blocks: [{ is: "paragraph", text: opening }, ...blocks],
    signatures: [
      { position: dossierWords.giver, name: of.transfer.handedName },
      { position: dossierWords.taker, name: null },
    ],
  }
}

function custodyTable(of: DossierContent): BlockInput {
  const titles = new Map(of.exhibits.map((one) => [one.id, one.title]))
  return {
    is: "table",
    caption: "Giao nhận tang vật, tài liệu",
    columns: [
      { title: "Ngày", share: 1.5 },
      { title: "Tang vật, tài liệu", share: 3 },
      { title: "Bên giao", share: 2 },
      { title: "Bên nhận", share: 2 },
      { title: "Lý do", share: 3 },
    ],
    rows: of.custody.map((one) => [
      day(one.happenedOn),
      titles.get(one.exhibitId) ?? "",
      one.fromWhom,
      one.toWhom,
      one.reason,
    ]),
  }
}

export function summaryDocument(of: DossierContent): OfficialDocumentInput {
  const { row, acts, signals } = of
  const blocks: BlockInput[] = [
    {
      is: "section",
      mark: "1",
      title: "Vụ việc",
      blocks: [
        { is: "paragraph", text: `Số ${row.number}, mở ngày ${day(row.openedOn)}: ${row.title}.` },
        ...(row.summary.trim() === "" ? [] : paragraphs(row.summary)),
      ],
    },
    {
      is: "section",
      mark: "2",
      title: "Hành vi đã phát hiện",
      blocks:
        acts.length === 0
          ? [{ is: "paragraph", text: "Chưa ghi nhận hành vi cụ thể." }]
          : acts.map(({ act, violation }) => ({
              is: "paragraph" as const,
              text: `${act.description} (${act.offenderName}), xảy ra ngày ${day(act.committedOn)}, phát hiện ngày ${day(act.foundOn)}; ${violation.law}, ${violation.article}.`,
            })),
    },
    {
      is: "section",
      mark: "3",
      title: "Tin báo liên quan, đã che danh tính",
      blocks:
        signals.length === 0
          ? [{ is: "paragraph", text: "Không có tin báo." }]
          : signals.flatMap((signal) => [
              {
                is: "paragraph" as const,
                text: `Nhận ngày ${dayOf(signal.receivedAt)}:`,
                weight: "bold" as const,
              },
              ...paragraphs(signal.text),
            ]),
    },
  ]
  return {
    ...headOf(of, "report", `Tóm tắt vụ việc ${row.number}`),
    blocks,
    signatures: [signatureFor(deciderOf(of))],
  }
}

function paragraphs(text: string): BlockInput[] {
  const lines = text
    .split(/\n+/)
    .map((line) => line.replace(/[\p{Cc}\u2028\u2029]/gu, " ").trim())
    .filter((line) => line !== "")
  return lines.slice(0, 200).map((line) => ({ is: "paragraph", text: line }))
}
