/**
 * What the report itself prints. It is Vietnamese whatever the reader's language: an English form of it would not be an
 * official document (as `letters/write/words.ts`).
 */
export const printed = {
  subject: (period: string) =>
    `Kết quả công tác phối hợp phòng, chống tội phạm trong lĩnh vực thông tin và truyền thông ${period}`,
  opening: (directives: string, issuer: string, period: string) =>
    directives === ""
      ? `${issuer} báo cáo kết quả ${period} như sau:`
      : `Thực hiện ${directives}, ${issuer} báo cáo kết quả ${period} như sau:`,
  directive: (kind: string, number: string, day: string, issuer: string, subject: string) =>
    `${kind}${number === "" ? "" : ` số ${number}`} ngày ${day} của ${issuer} về việc ${subject}`,
  window: (from: string, to: string) =>
    `Số liệu đếm từ ngày ${from} đến hết ngày ${to} (cách chốt số liệu theo Nghị định số 09/2019/NĐ-CP).`,
  provisional: (day: string) => `Số liệu tạm tính đến ngày ${day}, chưa khóa.`,
  locked: (day: string, hash: string) => `Số liệu đã khóa ngày ${day}; mã băm SHA-256: ${hash}.`,
  territory: "Số liệu của địa bàn tỉnh Hưng Yên trước khi sắp xếp ngày 01/7/2025, không gồm tỉnh Thái Bình.",
  results: "Kết quả phối hợp phòng, chống tội phạm",
  figure: (name: string, value: string) => `${name}: ${value}`,
  parts: (parts: string) => ` (${parts})`,
  lastYear: (value: string) => `cùng kỳ năm trước ${value}`,
  lastYearUnknown: "Cùng kỳ năm trước chưa có số liệu trong hệ thống nên so với kỳ liền trước.",
  previous: (value: string) => `kỳ liền trước ${value}`,
  since: (day: string) => `Hệ thống có số liệu từ ngày ${day}.`,
  didNotOccur: "không phát sinh trong kỳ",
  nothingOpen: "Không có nhiệm vụ chưa xong chuyển sang kỳ tới.",
  up: (by: string) => `tăng ${by}`,
  down: (by: string) => `giảm ${by}`,
  same: "không đổi",
  share: (share: string) => `${share} %`,
  byBodies: (count: string) => `theo báo cáo của ${count} cơ quan`,
  none: (names: string) => `Chưa có số liệu: ${names}.`,
  overdue: (count: string, day: string) =>
    `Đến ngày ${day} còn ${count} nhiệm vụ được giao quá hạn chưa hoàn thành.`,
  withoutSource: (count: string) =>
    `${count} chỉ tiêu của đề cương chưa có nguồn số liệu (xem Phụ lục 1, cột Nguồn).`,
  noDifficulty: "Không có nhiệm vụ quá hạn tại ngày cuối kỳ; các chỉ tiêu đều có nguồn số liệu.",
  next: (count: string) => `Tiếp tục thực hiện ${count} nhiệm vụ chưa đến hạn chuyển sang kỳ tới.`,
  catchUp: (count: string) => `Hoàn thành ${count} nhiệm vụ đã quá hạn.`,
  noProposal: "Không có kiến nghị.",
  annexFigures: "Bảng số liệu kỳ này, kỳ trước, cùng kỳ, tăng giảm",
  annexBodies: "Kết quả thực hiện nhiệm vụ được giao theo cơ quan",
  annexParts: "Nội dung do các cơ quan báo cáo",
  annexCorrections: "Đính chính số liệu sau khi khóa",
  columns: {
    order: "TT",
    figure: "Chỉ tiêu",
    unit: "Đơn vị",
    now: "Kỳ này",
    previous: "Kỳ trước",
    lastYear: "Cùng kỳ",
    change: "Tăng, giảm so với cùng kỳ",
    source: "Nguồn",
    body: "Cơ quan",
    onTime: "Xong đúng hạn",
    late: "Xong trễ",
    overdue: "Quá hạn",
    open: "Chưa đến hạn",
    total: "Cộng",
    before: "Đã báo cáo",
    after: "Đính chính",
    reason: "Lý do",
    text: "Nội dung",
  },
  sources: { system: "Hệ thống", bodies: "Cơ quan báo cáo", none: "Chưa có" },
  chart: "Tin báo, xử phạt, hồ sơ chuyển Công an qua các kỳ",
  noteOfFigures:
    "Kỳ trước bằng 0 thì ghi số tuyệt đối, không ghi phần trăm. Thiệt hại theo lời người báo, chưa xác minh.",
  recipients: ["UBND tỉnh (để báo cáo)", "Lưu: VT"],
  position: "Giám đốc",
  place: "Hưng Yên",
  province: /tỉnh (.+)$/u,
  committee: "Ủy ban nhân dân",
  campaign: {
    kind: "công văn",
    subject: (period: string) =>
      `báo cáo kết quả công tác phối hợp phòng, chống tội phạm trong lĩnh vực thông tin và truyền thông ${period}`,
    task: (period: string, from: string, to: string) =>
      `Báo cáo số liệu (từ ${from} đến hết ${to}) và kết quả, khó khăn, kiến nghị ${period} của cơ quan, đơn vị; viết tại mục Báo cáo.`,
    deadline: (day: string) => `trước ngày ${day}`,
  },
} as const
