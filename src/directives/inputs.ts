/** What programs may send about an assignment, one schema each; what people may is in `forms.ts`. */
import { z } from "zod"
import { isFigure } from "./outline.ts"

const localDate = z.iso.date().meta({ description: "Ngày, dạng YYYY-MM-DD", example: "2023-09-20" })
const words = (max: number) => z.string().trim().min(1).max(max)
/** An empty answer is none. */
const maybeWords = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .nullish()
    .transform((text) => (text === "" || text == null ? null : text))

/** Files a report may bring; of one file, and of all of them together. */
export const evidenceFilesMax = 6
export const evidenceBytesMax = 15_000_000

/** What evidence is accepted, and as what it is given out again: the sender's own word about a type is not believed. */
export const evidenceTypes: Readonly<Record<string, string>> = {
  ".jpg": "image/jpeg",
  ".jpeg": "image/jpeg",
  ".png": "image/png",
  ".webp": "image/webp",
  ".heic": "image/heic",
  ".pdf": "application/pdf",
  ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ".csv": "text/csv",
  ".txt": "text/plain",
}
export const endingOf = (name: string) => /\.[a-z0-9]{1,5}$/.exec(name.toLowerCase())?.[0] ?? ""

export const figureEntry = z
  .object({
    figure: z
      .string()
      .refine(isFigure)
      .meta({ description: "Mã chỉ tiêu của báo cáo (data/report-outline.json)", example: "I.1" }),
    period: z
      .string()
      .regex(/^\d{4}(-(0[1-9]|1[0-2]|Q[1-4]|H[12]))?$/)
      .meta({ description: "Kỳ: tháng, quý, nửa năm hoặc năm", example: "2023-Q3" }),
    value: z.number().min(-1e15).max(1e15),
    note: maybeWords(500),
  })
  .meta({ id: "Figure", description: "Số liệu do cơ quan báo cáo" })

const figures = z
  .array(figureEntry)
  .max(50)
  .default([])
  .refine((all) => new Set(all.map((one) => `${one.figure} ${one.period}`)).size === all.length, "twice")

export const receiptInput = z.object({})
export const planInput = z.object({ text: words(5000), until: localDate.nullable().default(null) })
export const reportInput = z.object({ text: words(5000), percent: z.int().min(0).max(100), figures })
export const finishInput = z.object({ text: words(5000), figures })
export const extensionInput = z.object({ wantedOn: localDate, reason: words(2000) })
export const commentInput = z.object({ text: words(5000) })
