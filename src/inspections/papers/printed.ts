/**
 * What the papers of a check print. Vietnamese whatever the reader's language. The parts follow NĐ 217/2025/NĐ-CP Đ11, Đ14 and Đ15 as the
 * data tell of them; the wording is ours, and a legal officer has not held it against the official forms yet (chưa đối chiếu).
 */
import type { Province } from "../../kernel/installation.ts"
export const printed = {
  names: {
    decision: "Quyết định",
    plan: "Kế hoạch tiến hành",
    notice: "Thông báo",
    record: "Biên bản kiểm tra",
    report: "Kết quả",
    conclusion: "Kết luận",
    "put-right": "Yêu cầu khắc phục",
  },
  powers: {
    inspection: "kiểm tra chuyên ngành",
    "state-inspection": "thanh tra",
    "police-check": "kiểm tra",
  },
  symbols: { decision: "QĐ", plan: "KH", notice: "TB", record: "BB", report: "BC", conclusion: "TB" },
  unverified: "(chưa đối chiếu)",
  of: (what: string, subject: string) => `${what} đối với ${subject}`,
  grounds: (basis: string) => `Căn cứ ${basis}`,
  groundNote: (ground: string, note: string) => `${ground}: ${note}`,
  decided: (number: string, day: string) => `Quyết định số ${number} ${day}`,
  articles: {
    first: (what: string, subject: string, place: string) =>
      `Tiến hành ${what} đối với ${subject}, tại ${place}.`,
    matter: (matter: string) => `Nội dung: ${matter}.`,
    time: (days: string) => `Thời hạn: ${days} ngày kể từ ngày công bố quyết định.`,
    team: "Thành lập đoàn gồm các ông, bà sau đây:",
    follow: (subject: string) => `Đoàn kiểm tra và ${subject} chịu trách nhiệm thi hành Quyết định này.`,
  },
  plan: {
    aim: "Mục đích",
    aimText: (ground: string, note: string) => `Làm rõ ${ground}: ${note}.`,
    subject: "Đối tượng, nội dung",
    how: "Cách tiến hành",
    remote: (note: string) => `Dữ liệu xem từ xa: ${note}`,
    when: "Thời gian, địa điểm",
    whenText: (day: string, place: string) => `Dự kiến ${day}, tại ${place}.`,
    who: "Người thực hiện",
    questions: "Nội dung kiểm tra theo phiếu",
  },
  notice: {
    text: (issuer: string, what: string, day: string, place: string) =>
      `${issuer} thông báo sẽ tiến hành ${what} vào ${day}, tại ${place}. Quyết định được công bố khi bắt đầu.`,
    bring:
      "Đề nghị cử người đại diện và chuẩn bị giấy phép, hợp đồng, sổ sách liên quan đến nội dung kiểm tra.",
  },
  record: {
    began: (at: { hour: string; minute: string; day: string; place: string }, decided: string) =>
      `Hồi ${at.hour} giờ ${at.minute} phút, ${at.day}, tại ${at.place}, đoàn kiểm tra theo ${decided} lập biên bản như sau:`,
    team: "Đoàn kiểm tra",
    subject: "Đối tượng kiểm tra",
    content: "Nội dung kiểm tra",
    found: "Kết quả kiểm tra",
    columns: { order: "STT", question: "Nội dung", answer: "Kết quả", note: "Ghi nhận, số đếm được" },
    violations: "Dấu hiệu vi phạm",
    noViolation: "Không phát hiện dấu hiệu vi phạm trong các nội dung đã kiểm tra.",
    opinion: "Ý kiến của đối tượng kiểm tra",
    refusal: (why: string, who: string) =>
      `Đại diện cơ sở không ký biên bản, lý do: ${why}. Người ký xác nhận việc không ký: ${who}.`,
    ended: "Biên bản được đọc lại cho những người có mặt cùng nghe và lập thành hai bản có giá trị như nhau.",
    signs: {
      head: "TRƯỞNG ĐOÀN",
      subject: "ĐẠI DIỆN CƠ SỞ",
      commune: "ĐẠI DIỆN UBND XÃ",
      witness: "NGƯỜI CHỨNG KIẾN",
    },
    licence: (number: string) => `Giấy phép, hợp đồng ủy quyền: ${number}`,
    code: (code: string) => `Mã số: ${code}`,
    address: (address: string) => `Địa chỉ: ${address}`,
  },
  report: {
    opening: (what: string, day: string, decided: string) =>
      `Thực hiện ${decided}, đoàn báo cáo kết quả ${what}, lập biên bản ${day}:`,
    done: "Việc đã làm",
    held: (answered: string) => `Đã kiểm tra ${answered} nội dung theo phiếu.`,
    findings: "Kết quả",
    limit: (why: string) =>
      `Cuộc kiểm tra vượt giới hạn số lần trong năm vì có dấu hiệu vi phạm rõ ràng: ${why}`,
    proposals: "Kiến nghị",
    cases: (n: string) => `Đã mở ${n} vụ việc để xử lý vi phạm hành chính.`,
    none: "Không có vi phạm phải xử lý.",
  },
  conclusion: {
    opening: (day: string, decided: string) => `Theo biên bản kiểm tra ${day} và ${decided}:`,
    result: "Kết luận",
    asks: "Yêu cầu, kiến nghị",
    none: "Không có kiến nghị.",
    by: (what: string, day: string) => `${what}, xong trước ${day}`,
  },
  putRight: {
    opening: (day: string) =>
      `Qua kiểm tra ${day}, đề nghị cơ sở thực hiện các việc sau và báo cáo bằng văn bản khi xong:`,
    none: "Không có việc phải khắc phục.",
  },
  recipients: {
    subject: "Như trên",
    inspectorate: (kind: Province["kind"]) => `Thanh tra ${kind}`,
    keep: "Lưu: VT, hồ sơ cuộc kiểm tra",
  },
  reaches: (count: string, n: string) => `${count}: ${n}`,
} as const
