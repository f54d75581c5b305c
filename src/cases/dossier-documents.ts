/** The documents of a dossier (Nghị định 30/2020/NĐ-CP): what is handed over, to whom, why. They are Vietnamese. */
import { formatDate } from "../kernel/format.ts"
import { committeeOf, type Province } from "../kernel/installation.ts"
import { localDateOf } from "../kernel/time.ts"
import type { BlockInput, OfficialDocumentInput } from "../letters/index.ts"
import type { LinkedSignal } from "../signals/index.ts"
import type { Violation } from "./domain/fines.ts"
import type { Act } from "./store/acts.ts"
import type { CaseRow } from "./store/cases.ts"
import type { Custody, Exhibit } from "./store/files.ts"
import type { Transfer } from "./store/others.ts"

export type DossierContent = {
  province: Province
  from: string
  to: string
  number: string
  datedOn: string
  row: CaseRow
  transfer: Transfer
  acts: readonly { act: Act; violation: Violation }[]
  signals: readonly LinkedSignal[]
  exhibits: readonly Exhibit[]
  custody: readonly Custody[]
  /** Of the key that signs the list of files, and the page where it stands as well; null where no address is set. */
  signing: { fingerprint: string; page: string | null }
}

/** In the numbering book. */
export const transferSubject = (caseNumber: string) =>
  `Chuyển hồ sơ vụ việc số ${caseNumber} sang cơ quan công an`

const day = (on: string) => formatDate(on, "vi")
const dayOf = (at: string) => day(localDateOf(new Date(at)))

function headOf(of: DossierContent, kind: OfficialDocumentInput["kind"], subject: string) {
  return {
    kind,
    issuer: { parent: committeeOf(of.province), name: of.from },
    number: of.number,
    symbol: kind === "referral" ? "PC" : "DM",
    place: of.province.name,
    date: of.datedOn,
    subject,
    signatures: [{ position: "Người chuyển hồ sơ", name: of.transfer.handedName }],
  } satisfies Partial<OfficialDocumentInput>
}

export function transferLetter(of: DossierContent): OfficialDocumentInput {
  return {
    ...headOf(of, "referral", `Chuyển hồ sơ vụ việc ${of.row.number} có dấu hiệu tội phạm`),
    addressees: [of.to],
    grounds: ["Điều 62 Luật Xử lý vi phạm hành chính"],
    blocks: [
      {
        is: "paragraph",
        text: `${of.from} chuyển đến ${of.to} hồ sơ vụ việc ${of.row.number}: ${of.row.title}.`,
      },
      { is: "paragraph", text: `Lý do chuyển: ${of.transfer.reason}` },
      {
        is: "paragraph",
        text: "Tên, cách liên lạc và nguyên văn lời của người báo tin không nằm trong hồ sơ; các thông tin này được niêm phong tại cơ quan tiếp nhận và chỉ mở theo quy định của pháp luật.",
      },
      {
        is: "paragraph",
        text: "Toàn vẹn của hồ sơ được kiểm tra bằng tệp manifest.json có chữ ký số. Đề nghị cơ quan nhận ký nhận hoặc trả lại kèm lý do.",
      },
      { is: "paragraph", text: signingText(of.signing) },
    ],
    recipients: ["Như trên", "Lưu: VT, hồ sơ vụ việc"],
  }
}

/** A key inside the ZIP proves nothing: who receives it compares this with the sender's page, or by telephone. */
function signingText({ fingerprint, page }: DossierContent["signing"]): string {
  const where = page === null ? "trang Khóa ký của hệ thống gửi" : `trang ${page}`
  return `Dấu vân tay (SHA-256) của khóa ký: ${fingerprint}. Đề nghị đối chiếu với ${where} trước khi tin chữ ký.`
}

export type ListedFile = { path: string; what: string; sha256: string }

export function listDocument(of: DossierContent, files: readonly ListedFile[]): OfficialDocumentInput {
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
            rows: things.map((one) => [String(one.position), one.title, one.place ?? "", dayOf(one.addedAt)]),
          },
        ]),
    ...(of.custody.length === 0 ? [] : [custodyTable(of)]),
  ]
  return { ...headOf(of, "announcement", `Danh mục tài liệu của hồ sơ vụ việc ${of.row.number}`), blocks }
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
      dayOf(one.at),
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
  return { ...headOf(of, "announcement", `Tóm tắt vụ việc ${row.number}`), blocks }
}

function paragraphs(text: string): BlockInput[] {
  const lines = text
    .split(/\n+/)
    .map((line) => line.replace(/[\p{Cc}\u2028\u2029]/gu, " ").trim())
    .filter((line) => line !== "")
  return lines.slice(0, 200).map((line) => ({ is: "paragraph", text: line }))
}
