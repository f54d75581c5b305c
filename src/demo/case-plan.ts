/**
 * Thirty cases, two of each story that people tell: what the case is called and where it stands on the demo's day.
 * Offenders are invented; a fine lies within the range of the catalogue, or of the range that two officers typed and confirmed.
 */
import type { StoryName } from "./tip-stories.ts"

export const endings = [
  "opened",
  "verifying",
  "recorded",
  "rangeWaits",
  "decided",
  "executed",
  "paidUp",
  "preventing",
  "refused",
  "prevented",
  "cleared",
  "noViolation",
  "transferred",
  "signed",
  "suspended",
  "prosecuted",
  "tried",
  "returned",
  "returnedThenClosed",
] as const
export type Ending = (typeof endings)[number]

/** What an officer finds where the story is one that is sanctioned. */
export type FoundAct = {
  violationId: string
  description: string
  offender: string
  offenderKind: "individual" | "organisation"
  /** đồng. */
  fine: number
  /** Typed from the paper and confirmed by a second person, where the catalogue has no verified range. */
  typed?: { article: string; min: number; max: number; source: string }
}

export type CaseStory = {
  title: string
  /** Of the older tip, then of the newer: what is done lies behind, what is open is near today. */
  endings: readonly [Ending, Ending]
  act?: FoundAct
  /** The article of which there are signs, as the transfer says it. */
  crime?: string
  asks?: "block" | "suspend" | "keep-logs"
}

const sample = "Số liệu mẫu của bản dùng thử; cán bộ chép từ bản in Công báo của đơn vị."

export const caseStories: Readonly<Record<StoryName, CaseStory>> = {
  police: {
    title: "Số điện thoại giả danh công an",
    endings: ["tried", "signed"],
    crime: "Điều 174 Bộ luật Hình sự",
  },
  transfer: {
    title: "Chuyển tiền theo cuộc gọi lừa đảo",
    endings: ["returnedThenClosed", "transferred"],
    crime: "Điều 174 Bộ luật Hình sự",
  },
  bank: { title: "Tin nhắn giả ngân hàng", endings: ["prevented", "preventing"], asks: "block" },
  sim: { title: "Gọi dọa khóa SIM để lấy mã OTP", endings: ["prevented", "verifying"], asks: "suspend" },
  tasks: {
    title: "Nhóm tuyển cộng tác viên làm nhiệm vụ trả tiền",
    endings: ["tried", "suspended"],
    crime: "Điều 290 Bộ luật Hình sự",
  },
  cable: {
    title: "Cắt trộm cáp đồng dọc tuyến đường thôn",
    endings: ["tried", "signed"],
    crime: "Điều 173 Bộ luật Hình sự",
  },
  cabinet: {
    title: "Cạy tủ cáp, lấy nắp cống bể",
    endings: ["noViolation", "returned"],
    crime: "Điều 178 Bộ luật Hình sự",
  },
  shop: {
    title: "Bán SIM kích hoạt sẵn ở chợ",
    endings: ["paidUp", "rangeWaits"],
    act: {
      violationId: "V-SIM-01",
      description: "Bán 12 SIM đã kích hoạt sẵn cho khách không xuất trình giấy tờ",
      offender: "Hộ kinh doanh Điện thoại Mẫu",
      offenderKind: "individual",
      fine: 4_000_000,
      typed: { article: "Điều 33", min: 3_000_000, max: 5_000_000, source: sample },
    },
  },
  portal: { title: "Trang giả cổng dịch vụ công", endings: ["prevented", "refused"], asks: "block" },
  deposit: {
    title: "Nhận cọc mua hàng rồi chặn liên lạc",
    endings: ["prosecuted", "opened"],
    crime: "Điều 174 Bộ luật Hình sự",
  },
  threat: { title: "Gọi dọa đòi nợ người không vay", endings: ["noViolation", "cleared"], asks: "suspend" },
  spam: {
    title: "Phát tán tin nhắn rác mời vay tiền",
    endings: ["decided", "recorded"],
    act: {
      violationId: "V-RAC-01",
      description: "Gửi 340 tin nhắn rác mời vay tiền từ một thuê bao",
      offender: "Ngô Văn Mẫu",
      offenderKind: "individual",
      fine: 7_500_000,
      typed: { article: "Điều 94", min: 5_000_000, max: 10_000_000, source: sample },
    },
  },
  obstruction: {
    title: "Cản trở lắp đặt cáp trên cột điện",
    endings: ["paidUp", "executed"],
    act: {
      violationId: "V-HT-04",
      description: "Chặn đường, không cho công nhân kéo cáp viễn thông trên cột điện đầu thôn",
      offender: "Đặng Văn Thử",
      offenderKind: "individual",
      fine: 3_750_000,
    },
  },
  leak: {
    title: "Rao bán danh sách phụ huynh học sinh",
    endings: ["paidUp", "recorded"],
    act: {
      violationId: "V-DL-CN-02",
      description: "Cung cấp danh sách 1.200 phụ huynh cho bên thứ ba khi chưa được đồng ý",
      offender: "Công ty Tuyển sinh Mẫu",
      offenderKind: "organisation",
      fine: 50_000_000,
    },
  },
  network: {
    title: "Mở mạng xã hội không có giấy phép",
    endings: ["paidUp", "decided"],
    act: {
      violationId: "V-WEB-02",
      description: "Thiết lập mạng xã hội cho 2.300 người đăng ký, không có giấy phép",
      offender: "Công ty Truyền thông Mẫu",
      offenderKind: "organisation",
      fine: 60_000_000,
    },
  },
}

/** What an open case has come to where its stage of the demo is long over. */
export const cameTo: Partial<Record<Ending, Ending>> = {
  opened: "noViolation",
  verifying: "noViolation",
  cleared: "noViolation",
  recorded: "paidUp",
  rangeWaits: "paidUp",
  decided: "paidUp",
  executed: "paidUp",
  preventing: "prevented",
  refused: "prevented",
  transferred: "tried",
  signed: "tried",
  suspended: "tried",
  prosecuted: "tried",
  returned: "returnedThenClosed",
}

/** How many days ago the last step of a case that is still open was taken. */
export const lastStepDaysAgo: Partial<Record<Ending, number>> = {
  opened: 1,
  verifying: 2,
  recorded: 4,
  rangeWaits: 3,
  preventing: 1,
  refused: 1,
  transferred: 1,
  signed: 6,
  suspended: 3,
  prosecuted: 2,
  returned: 1,
  cleared: 1,
}

/** On which day after it was opened the last step of such a case is taken. */
export const lastStepOn: Partial<Record<Ending, number>> = {
  verifying: 1,
  recorded: 5,
  rangeWaits: 5,
  preventing: 2,
  refused: 3,
  cleared: 6,
  transferred: 5,
  signed: 6,
  suspended: 9,
  prosecuted: 16,
  returned: 14,
}
