/** Each finding in a sentence, and the sentence that puts it right. */
import { defineWords, type Lang } from "../words.ts"
import type { Facts, Finding } from "./findings.ts"

type Sentence = (facts: Facts) => string
type Pair = { said: Sentence; remedy: Sentence }

const list = (value: Facts[string] | undefined): string =>
  Array.isArray(value) ? value.join(", ") : String(value ?? "")
const lines = (value: Facts[string] | undefined): string =>
  Array.isArray(value) ? value.map((one) => `\n  ${one}`).join("") : ""

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
      version: "Phiên bản PostgreSQL",
      grants: "Quyền trong cơ sở dữ liệu",
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
      version: "PostgreSQL version",
      grants: "Rights in the database",
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
    looked: "Looked at, nothing to put right",
    filesAt: (at: string) => `The file store was compared at ${at}; this is done every night.`,
    filesNever: "The file store was never compared: this is done every night, or by bin/lienphong doctor.",
    done: "Nothing to put right was found.",
  },
})

const vi: Readonly<Record<string, Pair>> = {
  "version.old": {
    said: ({ version }) => `PostgreSQL là bản ${version}, chương trình cần bản 18 trở lên.`,
    remedy: () => "Nâng PostgreSQL lên bản 18 rồi khởi động lại.",
  },
  "grants.other": {
    said: ({ n, names }) => `Quyền của ${n} bảng hoặc hàm khác với khai báo: ${list(names)}.`,
    remedy: () =>
      "Xem ai đã cấp hoặc thu hồi quyền bằng tay và trả lại; nếu không rõ, khôi phục từ bản sao lưu vào một cơ sở dữ liệu mới.",
  },
  "search.slow": {
    said: () => "Tìm kiếm sẽ chậm.",
    remedy: () =>
      "Người quản trị cơ sở dữ liệu chạy: alter function pg_catalog.ts_match_vq(tsvector, tsquery) leakproof;",
  },
  "disk.full": {
    said: ({ mb, dir }) => `Ổ đĩa chứa ${dir} chỉ còn ${mb} MB: tin báo có tệp sẽ bị từ chối.`,
    remedy: () => "Giải phóng hoặc thêm dung lượng ngay.",
  },
  "disk.filling": {
    said: ({ mb, dir }) => `Ổ đĩa chứa ${dir} còn ${mb} MB.`,
    remedy: () => "Thêm dung lượng để còn ít nhất 5 GB.",
  },
  "files.missing": {
    said: ({ n, names }) => `Mất ${n} tệp mà dữ liệu vẫn ghi:${lines(names)}`,
    remedy: () => "Chép lại các tệp này từ bản sao lưu (thư mục files).",
  },
  "files.unnamed": {
    said: ({ n, names }) => `Có ${n} tệp đã quá một ngày mà không dữ liệu nào ghi:${lines(names)}`,
    remedy: () => "Tiến trình worker dọn chúng mỗi đêm: kiểm tra xem nó có chạy không.",
  },
  "jobs.gave-up": {
    said: ({ names }) => `Việc nền đã thử hết số lần mà không xong: ${list(names)}.`,
    remedy: () =>
      "Xem nhật ký của tiến trình worker để biết lý do; sửa xong, việc chạy lại vào giờ kế tiếp của nó.",
  },
  "jobs.waiting": {
    said: ({ n }) => `${n} việc nền đã chờ hơn một giờ.`,
    remedy: () => "Kiểm tra tiến trình worker có chạy không; nếu máy quá tải thì thêm bộ xử lý.",
  },
  "jobs.silent": {
    said: ({ since }) =>
      since === "" ? "Tiến trình worker chưa chạy lần nào." : `Tiến trình worker không làm gì từ ${since}.`,
    remedy: () =>
      "Khởi động lại chương trình, hoặc chạy node src/main.ts worker nếu web và worker chạy riêng.",
  },
  "keys.not-copied": {
    said: ({ ids }) => `Khóa chưa sao lưu: ${list(ids)}.`,
    remedy: ({ dir }) => `Chép ${dir} ra nơi khác rồi chạy bin/lienphong keys backed-up.`,
  },
  "backup.unset": {
    said: () => "Chưa có sao lưu hằng đêm.",
    remedy: () => "Đặt LIENPHONG_BACKUP_DIR là thư mục trên ổ đĩa khác rồi khởi động lại.",
  },
  "backup.failed": {
    said: ({ at, why }) => `Lần sao lưu lúc ${at} không thành: ${why}`,
    remedy: () => "Sửa xong thì chạy bin/lienphong backup THƯ-MỤC-MỚI.",
  },
  "backup.old": {
    said: ({ at, dir }) => `Bản sao lưu mới nhất trong ${dir}: ${at === "" ? "chưa có" : at}.`,
    remedy: () =>
      "Kiểm tra tiến trình worker có chạy không; sao lưu ngay bằng bin/lienphong backup THƯ-MỤC-MỚI.",
  },
  "clock.apart": {
    said: ({ seconds }) => `Đồng hồ của máy này và của cơ sở dữ liệu lệch nhau ${seconds} giây.`,
    remedy: () => "Bật đồng bộ giờ (timedatectl set-ntp true) trên cả hai máy.",
  },
  "clock.stands": {
    said: ({ day }) => `Chương trình đang đứng ở ngày ${day} (LIENPHONG_TODAY), không phải ngày thật.`,
    remedy: () => "Bỏ LIENPHONG_TODAY rồi khởi động lại.",
  },
  "days-off.undecided": {
    said: ({ years }) => `Chưa có lịch nghỉ của Nhà nước cho năm ${list(years)}: thời hạn được tạm tính.`,
    remedy: () => "Khi có thông báo, nhập từng ngày tại /quan-tri/lich-nghi; thời hạn được tính lại ngay.",
  },
  "mail.unset": {
    said: () => "Chưa đặt máy chủ thư: nhắc hạn và lời mời chỉ hiện trong chương trình.",
    remedy: () => "Đặt LIENPHONG_SMTP và LIENPHONG_MAIL_FROM rồi khởi động lại.",
  },
  "mail.refused": {
    said: ({ why }) => `Máy chủ thư không nhận: ${why}`,
    remedy: () => "Kiểm tra LIENPHONG_SMTP (địa chỉ, cổng, mật khẩu) và tường lửa.",
  },
  "address.unset": {
    said: () => "Chưa đặt địa chỉ công khai: liên kết trong thư và mã QR không dùng được từ nơi khác.",
    remedy: () => "Đặt LIENPHONG_URL, ví dụ https://lienphong.example, rồi khởi động lại.",
  },
  "address.plain": {
    said: ({ url }) => `Địa chỉ công khai ${url} không mã hóa: ai ở giữa đường cũng đọc được.`,
    remedy: () => "Đặt một máy chủ HTTPS phía trước và đổi LIENPHONG_URL sang https://.",
  },
  "proxy.unbelieved": {
    said: ({ peers }) => `Máy ${list(peers)} gửi X-Forwarded-For mà không được tin.`,
    remedy: () =>
      "Nếu đó là máy chủ trung gian của mình, ghi địa chỉ của nó vào LIENPHONG_PROXIES; nếu không thì bỏ qua.",
  },
  "demo.public": {
    said: () => "Dữ liệu mẫu, với mật khẩu ai cũng biết, đang được mở ở địa chỉ công khai.",
    remedy: () => "Với tỉnh thật: dùng thư mục dữ liệu mới và LIENPHONG_DEMO=0.",
  },
  unknown: {
    said: ({ why }) => `Không kiểm tra được: ${why}`,
    remedy: () => "Sửa nguyên nhân nêu trên rồi chạy lại.",
  },
}

const en: Readonly<Record<string, Pair>> = {
  "version.old": {
    said: ({ version }) => `PostgreSQL is version ${version}; 18 or newer is needed.`,
    remedy: () => "Upgrade PostgreSQL to 18 and start again.",
  },
  "grants.other": {
    said: ({ n, names }) => `Rights on ${n} tables or functions are not as declared: ${list(names)}.`,
    remedy: () =>
      "Find who granted or revoked by hand and put it back; if nobody knows, restore a backup into a new database.",
  },
  "search.slow": {
    said: () => "Search will be slow.",
    remedy: () => "The DBA runs: alter function pg_catalog.ts_match_vq(tsvector, tsquery) leakproof;",
  },
  "disk.full": {
    said: ({ mb, dir }) => `The disk of ${dir} has ${mb} MB left: tips with files will be refused.`,
    remedy: () => "Free or add room now.",
  },
  "disk.filling": {
    said: ({ mb, dir }) => `The disk of ${dir} has ${mb} MB left.`,
    remedy: () => "Add room so that at least 5 GB are free.",
  },
  "files.missing": {
    said: ({ n, names }) => `${n} files that rows name are gone:${lines(names)}`,
    remedy: () => "Copy them back from a backup (folder files).",
  },
  "files.unnamed": {
    said: ({ n, names }) => `${n} files are older than a day and no row names them:${lines(names)}`,
    remedy: () => "The worker removes them every night: see whether it runs.",
  },
  "jobs.gave-up": {
    said: ({ names }) => `Jobs have used up their attempts: ${list(names)}.`,
    remedy: () => "The worker's log says why; once mended, the job runs again at its next hour.",
  },
  "jobs.waiting": {
    said: ({ n }) => `${n} jobs have waited for more than an hour.`,
    remedy: () => "See whether the worker runs; where the machine is overloaded, add processors.",
  },
  "jobs.silent": {
    said: ({ since }) =>
      since === "" ? "The worker has never run." : `The worker has done nothing since ${since}.`,
    remedy: () => "Start the program again, or run node src/main.ts worker where web and worker run apart.",
  },
  "keys.not-copied": {
    said: ({ ids }) => `Keys without a copy: ${list(ids)}.`,
    remedy: ({ dir }) => `Copy ${dir} to another place, then run bin/lienphong keys backed-up.`,
  },
  "backup.unset": {
    said: () => "No nightly backup is made.",
    remedy: () => "Set LIENPHONG_BACKUP_DIR to a folder on another disk and start again.",
  },
  "backup.failed": {
    said: ({ at, why }) => `The backup at ${at} failed: ${why}`,
    remedy: () => "Once mended, run bin/lienphong backup NEW-FOLDER.",
  },
  "backup.old": {
    said: ({ at, dir }) => `The newest backup in ${dir}: ${at === "" ? "none" : at}.`,
    remedy: () => "See whether the worker runs; back up now with bin/lienphong backup NEW-FOLDER.",
  },
  "clock.apart": {
    said: ({ seconds }) => `The clocks of this machine and of the database are ${seconds} seconds apart.`,
    remedy: () => "Switch time synchronisation on (timedatectl set-ntp true) on both.",
  },
  "clock.stands": {
    said: ({ day }) => `The program stands still on ${day} (LIENPHONG_TODAY) instead of the real day.`,
    remedy: () => "Remove LIENPHONG_TODAY and start again.",
  },
  "days-off.undecided": {
    said: ({ years }) => `The State's days off of ${list(years)} are not known: deadlines are provisional.`,
    remedy: () =>
      "Once announced, enter each day at /quan-tri/lich-nghi; deadlines are counted again at once.",
  },
  "mail.unset": {
    said: () => "No mail server is set: reminders and invitations stand in the program only.",
    remedy: () => "Set LIENPHONG_SMTP and LIENPHONG_MAIL_FROM and start again.",
  },
  "mail.refused": {
    said: ({ why }) => `The mail server does not take mail: ${why}`,
    remedy: () => "Check LIENPHONG_SMTP (address, port, password) and the firewall.",
  },
  "address.unset": {
    said: () => "No public address is set: links in mails and QR codes do not work from elsewhere.",
    remedy: () => "Set LIENPHONG_URL, for example https://lienphong.example, and start again.",
  },
  "address.plain": {
    said: ({ url }) =>
      `The public address ${url} is not encrypted: whoever stands on the way can read along.`,
    remedy: () => "Put an HTTPS server in front and change LIENPHONG_URL to https://.",
  },
  "proxy.unbelieved": {
    said: ({ peers }) => `${list(peers)} sends X-Forwarded-For and is not believed.`,
    remedy: () => "If it is your own proxy, name its address in LIENPHONG_PROXIES; otherwise leave it.",
  },
  "demo.public": {
    said: () => "Demo data, with passwords that everybody knows, is served at a public address.",
    remedy: () => "For a real province take a new data folder and LIENPHONG_DEMO=0.",
  },
  unknown: {
    said: ({ why }) => `Could not be looked at: ${why}`,
    remedy: () => "Put the cause right and look again.",
  },
}

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
