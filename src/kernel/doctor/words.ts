/** The words around the findings, and where the sentences of each are found. */
import { defineWords, type Lang } from "../words.ts"
import type { Finding } from "./findings.ts"
import type { Pair } from "./pair.ts"
import { en } from "./sentences-en.ts"
import { vi } from "./sentences-vi.ts"

type Examined = { dataDir: string; keysDir: string; isOwnServer: boolean }

export const words = defineWords({
  vi: {
    title: "Tình trạng hệ thống",
    lead: "Những gì máy chủ tự thấy được. Mỗi dòng kèm cách xử lý; xử lý xong thì tải lại trang.",
    answers: {
      "cannot-run": "Chưa thể phục vụ: sửa các dòng đầu trước",
      "to-do": "Còn việc phải làm trước khi báo cho người dân dùng",
      "in-order": "Mọi thứ đều ổn",
    },
    levels: { "cannot-run": "Chưa thể phục vụ", "to-do": "Phải làm" },
    checks: {
      start: "Khởi động",
      version: "Phiên bản PostgreSQL",
      grants: "Quyền trong cơ sở dữ liệu",
      setup: "Cài đặt",
      people: "Người quản trị",
      numbers: "Số điện thoại công khai",
      search: "Tìm kiếm",
      disk: "Ổ đĩa",
      files: "Kho tệp",
      jobs: "Việc chạy nền",
      keys: "Khóa",
      backup: "Sao lưu",
      clock: "Đồng hồ",
      "days-off": "Ngày nghỉ",
      mail: "Thư điện tử",
      address: "Địa chỉ công khai",
      proxy: "Máy chủ trung gian (proxy)",
      demo: "Dữ liệu mẫu",
    },
    examined: ({ dataDir, keysDir, isOwnServer }: Examined) =>
      `Đã xem: dữ liệu ${dataDir}${isOwnServer ? ", cơ sở dữ liệu trong DATABASE_URL" : ""}; khóa ${keysDir}.`,
    looked: "Đã xem, không thấy điều gì cần sửa",
    filesAt: (at: string) => `Kho tệp được đối chiếu lúc ${at}; việc này chạy mỗi đêm.`,
    filesNever: "Kho tệp chưa được đối chiếu lần nào: việc này chạy mỗi đêm, hoặc chạy bin/lienphong doctor.",
    done: "Không thấy điều gì cần sửa.",
  },
  en: {
    title: "State of the system",
    lead: "What the server can see of itself. Each line says how to put it right; load the page again afterwards.",
    answers: {
      "cannot-run": "Not fit to serve: put the first lines right before anything else",
      "to-do": "There is work to do before citizens are told",
      "in-order": "Everything is in order",
    },
    levels: { "cannot-run": "Cannot run", "to-do": "To do" },
    checks: {
      start: "Start",
      version: "PostgreSQL version",
      grants: "Rights in the database",
      setup: "Set-up",
      people: "Administrators",
      numbers: "Public numbers",
      search: "Search",
      disk: "Disk",
      files: "File store",
      jobs: "Background jobs",
      keys: "Keys",
      backup: "Backup",
      clock: "Clock",
      "days-off": "Days off",
      mail: "Mail",
      address: "Public address",
      proxy: "Proxy",
      demo: "Demo data",
    },
    examined: ({ dataDir, keysDir, isOwnServer }) =>
      `Looked at: data ${dataDir}${isOwnServer ? ", database of DATABASE_URL" : ""}; keys ${keysDir}.`,
    looked: "Looked at, nothing to put right",
    filesAt: (at: string) => `The file store was compared at ${at}; this is done every night.`,
    filesNever: "The file store was never compared: this is done every night, or by bin/lienphong doctor.",
    done: "Nothing to put right was found.",
  },
})

const sentences: Readonly<Record<Lang, Readonly<Record<string, Pair>>>> = { vi, en }
/** For the test that each finding can be said in both languages. */
export const sayable = (lang: Lang): string[] => Object.keys(sentences[lang])

/** `said`: the finding; `remedy`: what to do. Throws for a finding that has no sentence. */
export function sentencesOf(lang: Lang, finding: Finding): { said: string; remedy: string } {
  const key = finding.what === "unknown" ? "unknown" : `${finding.check}.${finding.what}`
  const pair = sentences[lang][key]
  if (pair === undefined) throw new Error(`no sentence for the finding ${key}`)
  return { said: pair.said(finding.facts), remedy: pair.remedy(finding.facts) }
}
