/** Many officers in one file. */
import { defineWords } from "../kernel/words.ts"

export const officerListWords = defineWords({
  vi: {
    link: "Mời theo danh sách",
    title: "Mời cán bộ theo danh sách",
    how: (n: string) =>
      `Tệp CSV hoặc XLSX, một dòng tên cột, nhiều nhất ${n} người. Cột: Họ và tên, Chức vụ, Đơn vị, Vai trò, Thư điện tử. Đơn vị là tên đã có ở trang Đơn vị trong cơ quan; để trống được. Vai trò: văn thư, chuyên viên, lãnh đạo, quản trị, theo dõi; nhiều vai trò cách nhau bằng dấu phẩy. Chưa ai được mời khi bạn mới xem.`,
    bodyToo:
      "Bạn giữ sơ đồ tổ chức: thêm cột Cơ quan thì mời được người quản trị đầu mối của cơ quan khác, mọi cơ quan trong một lần.",
    getExample: "Tải tệp mẫu",
    file: "Tệp danh sách",
    send: "Xem từng dòng",
    preview: (good: string, all: string) => `${good} trong ${all} dòng mời được`,
    someWrong: "Có dòng chưa mời được. Mời các dòng đúng ngay bây giờ, hoặc sửa tệp rồi gửi lại.",
    unused: (names: string) => `Không dùng các cột: ${names}`,
    sheet: (name: string) => `Đã đọc trang tính “${name}”; các trang khác trong tệp không được đọc.`,
    caption: "Từng dòng của danh sách",
    line: "Dòng",
    name: "Họ và tên",
    email: "Thư điện tử",
    post: "Chức vụ, đơn vị",
    role: "Vai trò",
    outcome: "Kết quả",
    ready: "mời được",
    needsSecond: "mời được, chờ người thứ hai",
    partly: (roles: string) => `đã có vai trò ${roles}; chỉ mời vai trò còn lại`,
    known: "đã có vị trí này hoặc đã được mời",
    confirm: (n: string) => `Mời ${n} người`,
    again: "Chọn tệp khác",
    done: (n: string) => `Đã tạo ${n} lời mời`,
    doneNone: "Không có lời mời nào được tạo",
    mailed: "đã gửi đến thư điện tử của họ",
    asked: "chờ người thứ hai đồng ý",
    keep: "Hệ thống không gửi thư, nên các đường dẫn chỉ hiện lần này. Ai có đường dẫn cũng dùng được: gửi từng người qua kênh công vụ hoặc đưa tận tay.",
    where: "Đường dẫn hoặc nơi gửi",
    back: "Về danh sách cán bộ",
    stale: "Không đọc lại được danh sách đã xem. Chọn tệp và gửi lại.",
    faults: {
      noName: (_: string) => "Thiếu họ và tên",
      noEmail: (said: string) =>
        said === ""
          ? "Thiếu thư điện tử, dạng ten@coquan.gov.vn"
          : `“${said}” không phải thư điện tử; ghi dạng ten@coquan.gov.vn`,
      noRole: (_: string) => "Thiếu vai trò: văn thư, chuyên viên, lãnh đạo, quản trị hoặc theo dõi",
      roleUnknown: (said: string) =>
        `Vai trò “${said}” không có; ghi văn thư, chuyên viên, lãnh đạo, quản trị hoặc theo dõi`,
      tooManyRoles: (_: string) => "Nhiều nhất ba vai trò cho một người",
      unitUnknown: (said: string) =>
        `Cơ quan không có đơn vị “${said}”; thêm đơn vị ở trang Cơ cấu trong cơ quan, hoặc để trống`,
      bodyUnknown: (said: string) =>
        `Không mời được vào “${said}”: ghi đúng tên cơ quan trong sơ đồ; chỉ cơ quan giữ sơ đồ mời được ở nơi khác`,
      elsewhere: (said: string) =>
        `Ở ${said} chỉ mời được vai trò quản trị; người đó mời những người còn lại`,
      twice: (said: string) => `${said} đã có ở dòng trên; ghi mọi vai trò vào một dòng`,
      tooLong: (_: string) => "Có ô quá dài: tên tối đa 120 ký tự, chức vụ 160, thư điện tử 254",
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
      noColumns: (_: string) =>
        "Phải có một dòng tên cột với “Họ và tên”, “Vai trò” và “Thư điện tử”; xem tệp mẫu",
      tooMany: (_: string) => "Nhiều hơn 300 dòng; chia thành nhiều tệp",
      nothing: (_: string) => "Dưới dòng tên cột chưa có dòng nào",
    },
  },
  en: {
    link: "Invite by list",
    title: "Invite officers by list",
    how: (n) =>
      `CSV or XLSX, one line names the columns, at most ${n} people. Columns: Họ và tên (name), Chức vụ (title), Đơn vị (unit), Vai trò (roles), Thư điện tử (e-mail). A unit is one that the page of your body's units has; it may stay empty. Roles: clerk, officer, leader, administrator, observer; several are divided by commas. Looking at the list invites nobody yet.`,
    bodyToo:
      "You keep the chart: with a column Cơ quan (body) you invite the administrators of other bodies, all of them in one go.",
    getExample: "Download an example",
    file: "The list",
    send: "See each line",
    preview: (good, all) => `${good} of ${all} lines can be invited`,
    someWrong:
      "Some lines cannot be invited. Invite the others now, or put the file right and send it again.",
    unused: (names) => `Columns not used: ${names}`,
    sheet: (name) => `The sheet “${name}” was read; other sheets of the file were not.`,
    caption: "Each line of the list",
    line: "Line",
    name: "Full name",
    email: "E-mail",
    post: "Title, unit",
    role: "Role",
    outcome: "Outcome",
    ready: "can be invited",
    needsSecond: "can be invited, waits for a second person",
    partly: (roles) => `has the role ${roles} already; only the rest is asked`,
    known: "has this post, or an invitation, already",
    confirm: (n) => `Invite ${n} people`,
    again: "Choose another file",
    done: (n) => `${n} invitations were made`,
    doneNone: "No invitation was made",
    mailed: "sent to their own mail",
    asked: "waits for a second person",
    keep: "This installation sends no mail, so the links are shown this once. Whoever has a link can use it: send each by an official channel or hand it over.",
    where: "Link, or where it went",
    back: "To the officers",
    stale: "The list that you looked at could not be read again. Choose the file once more.",
    faults: {
      noName: () => "The name is missing",
      noEmail: (said) =>
        said === ""
          ? "The e-mail is missing, such as name@body.gov.vn"
          : `“${said}” is no e-mail; write it as name@body.gov.vn`,
      noRole: () => "The role is missing: clerk, officer, leader, administrator or observer",
      roleUnknown: (said) =>
        `There is no role “${said}”; write clerk, officer, leader, administrator or observer`,
      tooManyRoles: () => "At most three roles for one person",
      unitUnknown: (said) =>
        `Your body has no unit “${said}”; add it on the page of units, or leave it empty`,
      bodyUnknown: (said) =>
        `Nobody can be invited to “${said}”: write the body as the chart names it; only the body that keeps the chart invites elsewhere`,
      elsewhere: (said) => `At ${said} only an administrator can be invited, who then invites the others`,
      twice: (said) => `${said} stands in a line above; write all roles into one line`,
      tooLong: () => "A cell is too long: a name has at most 120 characters, a title 160, an e-mail 254",
    },
    noFile: "Choose a CSV or XLSX file",
    tooLarge: "The file is larger than 2 MB; divide it",
    troubles: {
      unreadable: () =>
        "The file cannot be read: wrong encoding, a password, or no table. Open it in a spreadsheet, save it as XLSX or CSV UTF-8 and send it again",
      tooManyRows: (at) =>
        `A cell lies too far down (${at}). Delete it, or divide the list, and send it again`,
      tooManyColumns: (at) => `A cell lies too far to the right (${at}). Delete it and send it again`,
      unfoldsTooFar: () => "The file holds more than we can open. Copy the list into a new file and send it",
      noColumns: () =>
        "One line must name the columns “Họ và tên”, “Vai trò” and “Thư điện tử”; see the example",
      tooMany: () => "More than 300 lines; divide the list",
      nothing: () => "There is no line below the names of the columns",
    },
  },
})
