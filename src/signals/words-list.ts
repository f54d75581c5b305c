/** Many signs in one file. */
import { defineWords } from "../kernel/words.ts"

export const listWords = defineWords({
  vi: {
    title: "Gửi danh sách",
    link: "Gửi nhiều tin bằng một tệp",
    how: (n: string) =>
      `Tệp CSV hoặc XLSX, một dòng tên cột (phía trên có thể có tiêu đề), nhiều nhất ${n} dòng. Dòng sai không ngăn dòng đúng; gửi lại cùng tệp không tạo tin trùng.`,
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
    unused: (names: string) => `Không dùng các cột: ${names}`,
    unusedRemedy:
      "Nội dung các cột này chưa được nhận. Nếu cần, đổi tên cột theo tệp mẫu hoặc đưa vào cột “Nội dung” rồi gửi lại.",
    sheet: (name: string) => `Đã đọc trang tính “${name}”; các trang khác trong tệp không được đọc.`,
    inColumn: (column: string, fault: string) => `Cột “${column}”: ${fault}`,
    faults: {
      empty: "Thiếu nội dung hoặc đối tượng",
      path: "phải là một trong: tiền, định danh, hạ tầng, khác",
      tooLong: "Có ô quá dài: đối tượng tối đa 1.000 ký tự, nội dung tối đa 10.000",
      unread:
        "Chưa đọc được số điện thoại, tài khoản hay đường dẫn nào. Kiểm tra lại chữ số; tên gọi hay lời kể thì ghi ở cột “Nội dung” và chọn loại “khác”",
      rounded:
        "ô dạng số chỉ giữ 15 chữ số đầu, các số sau đã bị Excel thay bằng 0. Đổi ô sang dạng Văn bản (Text), nhập lại số rồi gửi lại",
      exponent:
        "ô bị ghi dạng số mũ (ví dụ 9,12E+08), đã mất chữ số. Đổi ô sang dạng Văn bản (Text), nhập lại số rồi gửi lại",
      fraction:
        "là số có phần thập phân, không phải số điện thoại hay tài khoản. Nhập lại dạng Văn bản (Text)",
      date: "là ngày tháng, không phải đối tượng. Nếu Excel tự đổi, đặt ô dạng Văn bản (Text) rồi nhập lại",
      boolean: "là TRUE/FALSE, không phải đối tượng. Nhập số, đường dẫn hoặc tài khoản",
      error: "ô đang báo lỗi (ví dụ #N/A). Sửa công thức hoặc nhập giá trị rồi gửi lại",
      unstorable:
        "ô có ký tự không lưu được (hiện thành �), thường do chép từ phần mềm khác. Gõ lại ô rồi gửi lại",
      uncounted:
        "ô là công thức chưa có giá trị. Mở tệp bằng Excel, chép và dán giá trị (Paste Values) rồi gửi lại",
    },
    noFile: "Chọn một tệp CSV hoặc XLSX",
    tooLarge: "Tệp lớn hơn 2 MB; chia thành nhiều tệp",
    troubles: {
      unreadable: (_: string) =>
        "Không đọc được tệp: sai bảng mã, có mật khẩu hoặc không phải bảng tính. Mở bằng Excel, lưu lại thành XLSX hoặc CSV UTF-8 rồi gửi lại",
      tooManyRows: (at: string) =>
        `Có ô ở quá xa phía dưới (${at}). Xóa ô đó, hoặc chia danh sách thành nhiều tệp, rồi gửi lại`,
      tooManyColumns: (at: string) => `Có ô ở quá xa bên phải (${at}). Xóa ô đó rồi gửi lại`,
      unfoldsTooFar: (_: string) =>
        "Tệp chứa nhiều hơn mức chúng tôi mở được. Chép riêng danh sách sang một tệp mới rồi gửi lại",
      noColumns: (_: string) => "Phải có một dòng tên cột với “Đối tượng” hoặc “Nội dung”; xem tệp mẫu",
      tooMany: (_: string) => "Nhiều hơn 500 dòng; chia thành nhiều tệp",
      nothing: (_: string) => "Dưới dòng tên cột chưa có dòng nào",
    },
  },
  en: {
    title: "Send a list",
    link: "Send many reports in one file",
    how: (n: string) =>
      `CSV or XLSX, one line names the columns (a title may stand above it), at most ${n} lines. A wrong line does not stop the others; the same file again takes nothing twice.`,
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
    unused: (names: string) => `Columns not used: ${names}`,
    unusedRemedy:
      "What stands in these columns was not taken. If it matters, name the column as in the example or put it into the column “Nội dung”, and send the file again.",
    sheet: (name: string) => `The sheet “${name}” was read; other sheets of the file were not.`,
    inColumn: (column: string, fault: string) => `Column “${column}”: ${fault}`,
    faults: {
      empty: "Neither words nor an object",
      path: "must be one of: money, identifier, infrastructure, other",
      tooLong: "A cell is too long: an object has at most 1,000 characters, words at most 10,000",
      unread:
        "No telephone number, account or link could be read. Check the digits; a name or a story belongs in the column “Nội dung”, with “other” as its kind",
      rounded:
        "a number cell keeps fifteen digits, Excel put noughts in place of the others. Make the cell Text, type the number again and send again",
      exponent:
        "written with an exponent (such as 9.12E+08), so digits are lost. Make the cell Text, type the number again and send again",
      fraction: "a number with decimals is no telephone number or account. Type it again as Text",
      date: "a date is no object. If Excel turned it into one, make the cell Text and type it again",
      boolean: "TRUE or FALSE is no object. Type a number, a link or an account",
      error: "the cell shows an error (such as #N/A). Mend the formula or type the value, and send again",
      unstorable:
        "the cell has a character that cannot be kept (shown as �), often copied from another program. Type the cell again and send again",
      uncounted:
        "a formula without its value. Open the file in Excel, copy and paste the values, and send again",
    },
    noFile: "Choose a CSV or XLSX file",
    tooLarge: "Larger than 2 MB; split it",
    troubles: {
      unreadable: (_: string) =>
        "The file cannot be read: another encoding, a password, or no spreadsheet. Open it in Excel, save it as XLSX or CSV UTF-8 and send it again",
      tooManyRows: (at: string) =>
        `A cell lies too far down (${at}). Delete it, or split the list into several files, and send again`,
      tooManyColumns: (at: string) => `A cell lies too far to the right (${at}). Delete it and send again`,
      unfoldsTooFar: (_: string) =>
        "The file holds more than we can open. Copy the list alone into a new file and send that",
      noColumns: (_: string) => "One line must name a column “target” or “text”; see the example",
      tooMany: (_: string) => "More than 500 lines; split it",
      nothing: (_: string) => "No line stands below the names of the columns",
    },
  },
})
