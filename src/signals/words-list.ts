/** Many signs in one file. */
import { defineWords } from "../kernel/words.ts"

export const listWords = defineWords({
  vi: {
    title: "Gửi danh sách",
    link: "Gửi nhiều tin bằng một tệp",
    how: (n: string) =>
      `Tệp CSV hoặc XLSX, dòng đầu là tên cột, nhiều nhất ${n} dòng. Dòng sai không ngăn dòng đúng; gửi lại cùng tệp không tạo tin trùng.`,
    getExample: "Tải tệp mẫu",
    file: "Tệp danh sách",
    send: "Gửi và xem kết quả",
    sendForFile: "Gửi và tải kết quả về",
    answer: (good: string, all: string) => `Đã nhận ${good} trong ${all} dòng`,
    someWrong: "Có dòng chưa nhận được. Sửa các dòng đó rồi gửi lại cả tệp; dòng đã nhận không bị nhân đôi.",
    keep: "Giữ mã biên nhận để theo dõi từng tin; chúng tôi không lưu mã.",
    line: "Dòng",
    target: "Đối tượng",
    outcome: "Kết quả",
    code: "Mã biên nhận",
    taken: "Đã nhận",
    again: "Đã nhận từ trước",
    sameAs: (line: string) => `Trùng dòng ${line}: một tin`,
    faults: {
      empty: "Thiếu nội dung hoặc đối tượng",
      path: "Cột “Loại” phải là: tiền, định danh, hạ tầng, khác",
      tooLong: "Có ô quá dài",
    },
    troubles: {
      noFile: "Chọn một tệp CSV hoặc XLSX",
      tooLarge: "Tệp lớn hơn 2 MB; chia thành nhiều tệp",
      unreadable:
        "Không đọc được tệp: sai bảng mã, có mật khẩu hoặc không phải bảng tính. Mở bằng Excel, lưu lại thành XLSX hoặc CSV UTF-8 rồi gửi lại",
      noColumns: "Dòng đầu phải có cột “Đối tượng” hoặc “Nội dung”; xem tệp mẫu",
      tooMany: "Nhiều hơn 500 dòng; chia thành nhiều tệp",
      nothing: "Dưới dòng tên cột chưa có dòng nào",
    },
  },
  en: {
    title: "Send a list",
    link: "Send many reports in one file",
    how: (n: string) =>
      `CSV or XLSX, the first line names the columns, at most ${n} lines. A wrong line does not stop the others; the same file again takes nothing twice.`,
    getExample: "Download an example",
    file: "The list",
    send: "Send and see the answer",
    sendForFile: "Send and download the answer",
    answer: (good: string, all: string) => `${good} of ${all} lines were taken`,
    someWrong: "Some lines were not taken. Put them right and send the whole file again; nothing is doubled.",
    keep: "Keep the receipt codes to follow each report; we do not keep them.",
    line: "Line",
    target: "Object",
    outcome: "Outcome",
    code: "Receipt code",
    taken: "Taken",
    again: "Taken before",
    sameAs: (line: string) => `Same as line ${line}: one report`,
    faults: {
      empty: "Neither words nor an object",
      path: "The column “Loại” must be: money, identifier, infrastructure, other",
      tooLong: "A cell is too long",
    },
    troubles: {
      noFile: "Choose a CSV or XLSX file",
      tooLarge: "Larger than 2 MB; split it",
      unreadable:
        "The file cannot be read: another encoding, a password, or no spreadsheet. Open it in Excel, save it as XLSX or CSV UTF-8 and send it again",
      noColumns: "The first line must name a column “target” or “text”; see the example",
      tooMany: "More than 500 lines; split it",
      nothing: "No line stands below the names of the columns",
    },
  },
})
