/** Communes, bodies and groups by list, and edited in a table. */
import { defineWords } from "../kernel/words.ts"

export const listWords = defineWords({
  vi: {
    titles: {
      units: "Xã, phường theo danh sách",
      bodies: "Cơ quan theo danh sách",
      groups: "Nhóm theo danh sách",
    },
    links: {
      units: "Dùng danh sách của tỉnh (CSV, XLSX)",
      bodies: "Nhập cơ quan từ danh sách (CSV, XLSX)",
      groups: "Nhập nhóm từ danh sách (CSV, XLSX)",
    },
    how: {
      units:
        "Một dòng tên cột: Mã (năm chữ số), Tên, Loại (xã, phường, đặc khu). “Xã Bát Xát” ở cột Tên thì không cần cột Loại.",
      bodies:
        "Một dòng tên cột: Tên, Loại, Xã phường (tên hoặc mã; để trống là của cả tỉnh), Nhóm, Tên khác. Nhiều nhóm hay nhiều tên cách nhau bằng dấu |. Danh sách thay toàn bộ cơ quan đang có.",
      groups:
        "Một dòng tên cột: Tên, Mã (để trống cũng được), Gồm (cơ quan được chọn, mọi xã phường, chỉ gọi chung), Tên khác. Danh sách thay toàn bộ nhóm đang có; cơ quan thuộc nhóm không còn thì ra khỏi nhóm đó.",
    },
    getCurrent: "Tải danh sách đang có làm mẫu",
    file: "Tệp danh sách",
    send: "Xem từng dòng",
    preview: (good: string, all: string) => `${good} trong ${all} dòng dùng được`,
    someWrong: "Có dòng chưa dùng được. Sửa tệp rồi gửi lại, hoặc dùng riêng các dòng đúng.",
    unused: (names: string) => `Không dùng các cột: ${names}`,
    line: "Dòng",
    name: "Tên",
    detail: "Đọc được",
    outcome: "Kết quả",
    good: "dùng được",
    use: (n: string) => `Dùng ${n} dòng này`,
    again: "Chọn tệp khác",
    edit: "Sửa trong bảng",
    editTitle: "Sửa cơ quan và nhóm",
    editLead:
      "Sửa tên, loại, nhóm; đánh dấu bỏ; điền dòng trống để thêm. Cơ quan của xã, phường sửa bằng danh sách.",
    groupsOf: "Nhóm (mã, cách nhau bằng |)",
    otherNames: "Tên khác (cách nhau bằng |)",
    remove: "Bỏ",
    removeOf: (name: string) => `Bỏ ${name}`,
    newRow: "Dòng mới",
    save: "Lưu bảng",
    id: "Mã",
    rule: "Gồm",
    faults: {
      noName: (_: string) => "Thiếu tên",
      kindDiffers: (said: string) => `Tên mở đầu bằng loại khác với cột loại (“${said}”): sửa một trong hai`,
      noCode: (said: string) => `Mã “${said}” phải có năm chữ số`,
      kindUnknown: (said: string) => `Loại “${said}” không có; dùng đúng tên loại trong danh sách đang có`,
      unitUnknown: (said: string) => `Không có xã, phường “${said}”; ghi đúng tên hoặc mã ở bước trước`,
      groupUnknown: (said: string) => `Không có nhóm “${said}”; thêm nhóm trước, hoặc để trống`,
      ruleUnknown: (said: string) =>
        `“${said}” không phải một trong: cơ quan được chọn, mọi xã phường, chỉ gọi chung`,
      twice: (said: string) => `“${said}” đã có ở dòng trên`,
      tooLong: (_: string) =>
        "Có ô quá dài hoặc mã có ký tự lạ (chỉ dùng chữ thường không dấu, số, gạch nối)",
    },
    noFile: "Chọn một tệp CSV hoặc XLSX",
    tooLarge: "Tệp lớn hơn 2 MB",
    stale: "Không đọc lại được danh sách đã xem. Chọn tệp và gửi lại.",
    troubles: {
      unreadable: (_: string) =>
        "Không đọc được tệp: sai bảng mã, có mật khẩu hoặc không phải bảng tính. Lưu lại thành XLSX hoặc CSV UTF-8 rồi gửi lại",
      tooManyRows: (at: string) => `Có ô ở quá xa phía dưới (${at}). Xóa ô đó rồi gửi lại`,
      tooManyColumns: (at: string) => `Có ô ở quá xa bên phải (${at}). Xóa ô đó rồi gửi lại`,
      unfoldsTooFar: (_: string) => "Tệp chứa nhiều hơn mức chúng tôi mở được. Chép danh sách sang tệp mới",
      noColumns: (_: string) => "Phải có một dòng tên cột như hướng dẫn; tải danh sách đang có làm mẫu",
      tooMany: (_: string) => "Nhiều dòng hơn mức cho phép (400 xã phường, 2.000 cơ quan, 100 nhóm)",
      nothing: (_: string) => "Dưới dòng tên cột chưa có dòng nào",
    },
  },
  en: {
    titles: { units: "Communes by list", bodies: "Bodies by list", groups: "Groups by list" },
    links: {
      units: "Use a list of the province (CSV, XLSX)",
      bodies: "Import bodies from a list (CSV, XLSX)",
      groups: "Import groups from a list (CSV, XLSX)",
    },
    how: {
      units:
        "One line names the columns: Mã (five digits), Tên (name), Loại (xã, phường, đặc khu). A name such as “Xã Bát Xát” needs no column Loại.",
      bodies:
        "One line names the columns: Tên (name), Loại (kind), Xã phường (name or code; empty: the whole province), Nhóm (groups), Tên khác (other names). Several are divided by |. The list takes the place of all bodies.",
      groups:
        "One line names the columns: Tên (name), Mã (code, may be empty), Gồm (who is in it), Tên khác (other names). The list takes the place of all groups; bodies leave a group that is gone.",
    },
    getCurrent: "Download what stands now as an example",
    file: "The list",
    send: "See each line",
    preview: (good, all) => `${good} of ${all} lines can be used`,
    someWrong:
      "Some lines cannot be used. Put the file right and send it again, or use the good lines alone.",
    unused: (names) => `Columns not used: ${names}`,
    line: "Line",
    name: "Name",
    detail: "Read as",
    outcome: "Outcome",
    good: "can be used",
    use: (n) => `Use these ${n} lines`,
    again: "Choose another file",
    edit: "Edit in a table",
    editTitle: "Edit bodies and groups",
    editLead:
      "Change names, kinds and groups; mark what goes; fill an empty row to add one. Bodies of communes are edited by a list.",
    groupsOf: "Groups (codes, divided by |)",
    otherNames: "Other names (divided by |)",
    remove: "Remove",
    removeOf: (name) => `Remove ${name}`,
    newRow: "New row",
    save: "Save the table",
    id: "Code",
    rule: "Who is in it",
    faults: {
      noName: () => "The name is missing",
      kindDiffers: (said) => `The name begins with another kind than its column says (“${said}”)`,
      noCode: (said) => `The code “${said}” must have five digits`,
      kindUnknown: (said) => `There is no kind “${said}”; write it as the present list does`,
      unitUnknown: (said) => `There is no commune “${said}”; write its name or code of the step before`,
      groupUnknown: (said) => `There is no group “${said}”; add it first, or leave it empty`,
      ruleUnknown: (said) => `“${said}” is none of: chosen bodies, all communes, no fixed members`,
      twice: (said) => `“${said}” stands in a line above`,
      tooLong: () => "A cell is too long, or a code has other signs than small letters, digits and hyphens",
    },
    noFile: "Choose a CSV or XLSX file",
    tooLarge: "The file is larger than 2 MB",
    stale: "The list that you looked at could not be read again. Choose the file once more.",
    troubles: {
      unreadable: () =>
        "The file cannot be read: wrong encoding, a password, or no table. Save it as XLSX or CSV UTF-8 and send it again",
      tooManyRows: (at) => `A cell lies too far down (${at}). Delete it and send it again`,
      tooManyColumns: (at) => `A cell lies too far to the right (${at}). Delete it and send it again`,
      unfoldsTooFar: () => "The file holds more than we can open. Copy the list into a new file",
      noColumns: () => "One line must name the columns as told; download what stands now as an example",
      tooMany: () => "More lines than allowed (400 communes, 2,000 bodies, 100 groups)",
      nothing: () => "There is no line below the names of the columns",
    },
  },
})
