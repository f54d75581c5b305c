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
  locked: (day: string) => `Số liệu đã khóa ngày ${day} (mã băm ghi ở Phụ lục I).`,
  hash: (hash: string) => `Mã băm SHA-256 của số liệu đã khóa: ${hash}.`,
  /** `joined`: the provinces that were joined with it. */
  territory: (province: string, joined: string) =>
    `Số liệu của địa bàn ${province} trước khi sắp xếp ngày 01/7/2025, không gồm ${joined}.`,
  results: "Kết quả phối hợp phòng, chống tội phạm",
  parts: (parts: string) => ` (${parts})`,
  lastYear: (value: string) => `so với cùng kỳ năm trước (${value})`,
  lastYearUnknown: "Cùng kỳ năm trước chưa có số liệu trong hệ thống nên so với kỳ liền trước.",
  running: (days: string, from: string, to: string) =>
    `Kỳ mới qua ${days} ngày nên chỉ so với ${days} ngày đầu của kỳ đem so (kỳ liền trước: từ ${from} đến ${to}).`,
  partly: (day: string) => `Kỳ đem so chỉ có số liệu từ ngày ${day} nên không tính tăng, giảm với kỳ đó.`,
  emptied: (names: string) => `Không phát sinh trong kỳ: ${names}.`,
  tricks: (list: string) => `Thủ đoạn, dấu hiệu được báo nhiều nhất: ${list}.`,
  tips: (count: string) => `${count} tin`,
  places: (list: string) => `Địa bàn có nhiều tin báo nhất: ${list}.`,
  peak: (month: string, count: string) => `Tháng có nhiều tin báo nhất là tháng ${month} (${count} tin).`,
  risen: (list: string) => `Tăng rõ so với kỳ liền trước: ${list}.`,
  fromTo: (name: string, was: string, now: string) => `${name} (từ ${was} lên ${now} tin)`,
  dutiesDone: (share: string, late: string) =>
    `Tỷ lệ nhiệm vụ xong đúng hạn trên số đã đến hạn hoặc đã xong: ${share}; ${late} nhiệm vụ xong trễ hạn.`,
  partsSent: (sent: string, asked: string) => `${sent} trong ${asked} cơ quan được giao đã gửi phần báo cáo.`,
  campaignMissing: (names: string) => `Cơ quan chưa gửi phần báo cáo: ${names}.`,
  andOthers: (count: string) => `và ${count} cơ quan khác`,
  several: (name: string, count: string) => `${name} (${count})`,
  previous: (value: string) => `so với kỳ liền trước (${value})`,
  lastYearOnly: (value: string) => `; cùng kỳ năm trước ${value}`,
  previousOnly: (value: string) => `; kỳ liền trước ${value}`,
  notComputed: (names: string) => `Không có trường hợp nào để tính: ${names}.`,
  since: (day: string) => `Hệ thống có số liệu từ ngày ${day}.`,
  didNotOccur: "không phát sinh trong kỳ",
  nothingOpen: "Không có nhiệm vụ chưa xong chuyển sang kỳ tới.",
  up: (by: string) => `tăng ${by}`,
  down: (by: string) => `giảm ${by}`,
  same: "không đổi",
  share: (share: string) => `${share} %`,
  /** A share moves by points, not by a part of itself. */
  points: (points: string) => `${points} điểm %`,
  /** The yearly limit of checks of businesses (Chỉ thị 20/CT-TTg of 2017, Nghị quyết 198/2025/QH15). */
  passes: (count: string) =>
    `Trong kỳ có ${count} cuộc kiểm tra tiến hành ngoài giới hạn số lần kiểm tra trong năm do có dấu hiệu vi phạm rõ ràng, với lý do như sau:`,
  pass: (code: string, body: string, day: string, reason: string) =>
    `${code} của ${body}, công bố ngày ${day}: ${reason.replaceAll(/\s+/g, " ").trim()}`,
  morePasses: (count: string) => `và ${count} cuộc khác`,
  byBodies: (count: string) => `theo báo cáo của ${count} cơ quan`,
  none: (names: string) => `Chưa có số liệu: ${names}.`,
  overdue: (count: string, day: string, bodies: string) =>
    `Đến hết ngày ${day} còn ${count} nhiệm vụ quá hạn chưa hoàn thành, thuộc: ${bodies}.`,
  withoutSource: (count: string, names: string) =>
    `${count} chỉ tiêu của đề cương chưa có nguồn số liệu vì chưa cơ quan nào báo: ${names}.`,
  cause: (annex: string) => `Nguyên nhân do từng cơ quan nêu ở ${annex}.`,
  noCause: "Nguyên nhân: chưa cơ quan nào nêu trong phần báo cáo của mình.",
  noDifficulty: "Không có nhiệm vụ quá hạn tại ngày cuối kỳ; các chỉ tiêu đều có nguồn số liệu.",
  next: (count: string) => `Tiếp tục thực hiện ${count} nhiệm vụ chưa đến hạn chuyển sang kỳ tới.`,
  catchUp: (count: string, bodies: string) =>
    `Hoàn thành ${count} nhiệm vụ quá hạn, trước hết tại ${bodies}.`,
  warn: (names: string) => `Tập trung cảnh báo, tuyên truyền về các thủ đoạn đang tăng: ${names}.`,
  warnMost: (names: string) =>
    `Tiếp tục cảnh báo, tuyên truyền về các thủ đoạn được báo nhiều nhất: ${names}.`,
  collect: (count: string) =>
    `Thu thập số liệu của ${count} chỉ tiêu chưa có nguồn qua đợt báo cáo của các cơ quan.`,
  askCatchUp: (count: string) =>
    `Chỉ đạo các cơ quan, đơn vị nêu ở Phụ lục II hoàn thành ${count} nhiệm vụ quá hạn; xem xét trách nhiệm nơi để quá hạn nhiều.`,
  askFigures: (names: string) => `Giao các cơ quan, doanh nghiệp báo cáo định kỳ số liệu về: ${names}.`,
  askWarn: (places: string) =>
    `Chỉ đạo các địa phương có nhiều tin báo (${places}) tăng cường tuyên truyền đến từng thôn, tổ dân phố.`,
  askWhom: (body: string) => `Đề nghị ${body}:`,
  fates: "Kết quả xử lý các kiến nghị đã nêu:",
  fateColumns: ["TT", "Kiến nghị", "Đã trình", "Kết quả"],
  fateSubmitted: (to: string, number: string, day: string) => `${to}, số ${number}, ${day}`,
  fateUnsubmitted: (to: string) => `Chưa trình ${to}`,
  fateWaiting: "Chưa có kết quả",
  fateTasks: (given: number, done: number, overdue: number) =>
    `; đã giao ${given} nhiệm vụ: ${done} xong, ${overdue} quá hạn`,
  nextOfProposals: (count: string) =>
    `Hoàn thành ${count} nhiệm vụ còn lại đã giao theo các kiến nghị được chấp thuận.`,
  nextCampaign: (title: string, day: string) =>
    `Tiếp tục chiến dịch tuyên truyền “${title}” đến ngày ${day}.`,
  fateOutcome: (outcome: string, number: string, day: string) => `${outcome}, số ${number}, ${day}`,
  noProposal: "Không có kiến nghị.",
  annexFigures: "Bảng số liệu, so sánh với kỳ trước và cùng kỳ",
  annexBodies: "Kết quả thực hiện nhiệm vụ được giao theo cơ quan",
  annexCharts: "Biểu đồ, địa bàn có nhiều tin báo",
  annexParts: "Nội dung do các cơ quan báo cáo",
  partsAnnex: (number: string) => `Phụ lục ${number}`,
  annexCorrections: "Đính chính số liệu sau khi khóa",
  columns: {
    order: "TT",
    figure: "Chỉ tiêu",
    unit: "Đơn vị",
    now: "Kỳ này",
    previous: "Kỳ trước",
    lastYear: "Cùng kỳ",
    change: "Tăng, giảm",
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
  sources: {
    system: "Hệ thống",
    bodies: "Cơ quan báo cáo",
    mixed: "Hệ thống, cơ quan báo cáo",
    none: "Chưa có",
  },
  monthChart: "Tin báo tiếp nhận theo tháng",
  typeChart: "Thủ đoạn, dấu hiệu được báo nhiều nhất",
  month: (month: string, year: string) => `${month}/${year}`,
  tipsSeries: "Tin báo",
  part: (name: string) => `- ${name}`,
  noteOfLastYear: "Cùng kỳ năm trước chưa có số liệu trong hệ thống nên bảng không có cột cùng kỳ.",
  all: "Cộng",
  placesTitle: "Tin báo theo địa bàn (8 nơi nhiều nhất)",
  placeColumn: "Địa bàn",
  shareColumn: "Tỷ lệ",
  noteOfFigures:
    "Kỳ trước bằng 0 thì ghi số tuyệt đối, không ghi phần trăm. Thiệt hại theo lời người báo, chưa xác minh.",
  recipients: (kind: string) => [`UBND ${kind} (để báo cáo)`, "Lưu: VT"],
  position: "Giám đốc",
  province: (name: string) => `tỉnh ${name}`,
  committee: "Ủy ban nhân dân",
  campaign: {
    kind: "công văn",
    subject: (period: string) =>
      `báo cáo kết quả công tác phối hợp phòng, chống tội phạm trong lĩnh vực thông tin và truyền thông ${period}`,
    task: (period: string, from: string, to: string) =>
      `Báo cáo số liệu (từ ${from} đến hết ${to}) và kết quả, khó khăn, kiến nghị ${period} của cơ quan, đơn vị; viết tại mục Báo cáo.`,
    deadline: (day: string) => `chậm nhất ngày ${day}`,
  },
} as const
