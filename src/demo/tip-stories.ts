/** What people tell in the demo. Every number, account and address in it is invented. */
import type { TipPath } from "../signals/domain/intake.ts"

export type Slots = { phone: string; account: string; site: string; money: string; at: number }
export type TipStory = { path: TipPath; target?: boolean; text: (of: Slots) => string }

export const tipStories = {
  police: {
    path: "identifier",
    target: true,
    text: ({ phone }) =>
      `Số ${phone} gọi xưng là công an, nói tôi liên quan vụ rửa tiền và bắt giữ bí mật với gia đình.`,
  },
  transfer: {
    path: "money",
    text: ({ account, money, phone }) =>
      `Tôi vừa chuyển ${money} vào tài khoản ${account} Techcombank theo lời số ${phone} thì mới biết bị lừa.`,
  },
  bank: {
    path: "identifier",
    text: ({ site }) => `Nhận tin nhắn ngân hàng giả, bảo bấm vào http://${site}/xac-thuc để mở khóa thẻ.`,
  },
  sim: {
    path: "identifier",
    text: ({ phone }) =>
      `${phone} gọi bảo thuê bao của tôi sắp bị khóa hai chiều, đọc mã OTP để chuẩn hóa thông tin.`,
  },
  tasks: {
    path: "identifier",
    text: ({ site, money }) =>
      `Nhóm làm nhiệm vụ online trả hoa hồng, nạp tiền ở ${site}, tuần trước tôi mất ${money} không rút được.`,
  },
  cable: {
    path: "infrastructure",
    text: ({ at }) =>
      `Đêm qua có người cắt trộm khoảng ${40 + (at % 9) * 20} m cáp đồng ở cột gần nhà văn hóa thôn.`,
  },
  cabinet: {
    path: "infrastructure",
    text: () => `Nắp cống bể cáp viễn thông bị lấy mất, tủ cáp bị cạy khóa, dây bên trong đứt.`,
  },
  shop: {
    path: "other",
    text: ({ phone }) =>
      `Cửa hàng ở chợ bán SIM đã kích hoạt sẵn, không hỏi giấy tờ, số ${phone} là một trong các số đó.`,
  },
  portal: {
    path: "identifier",
    text: ({ site }) => `Trang ${site} giả cổng dịch vụ công, đòi cài ứng dụng lạ để làm định danh mức 2.`,
  },
  deposit: {
    path: "money",
    text: ({ account, money }) =>
      `Shop nhận cọc ${money} vào tài khoản ${account} Vietcombank rồi chặn liên lạc, tôi vừa chuyển cách đây 20 phút.`,
  },
  threat: {
    path: "identifier",
    target: true,
    text: ({ phone }) =>
      `Số ${phone} ngày nào cũng gọi dọa đăng ảnh ghép của con tôi nếu không trả nợ hộ người khác.`,
  },
  spam: {
    path: "other",
    text: ({ phone }) => `Tin nhắn rác mời vay tiền liên tục từ ${phone}, đã chặn vẫn gửi bằng số khác.`,
  },
  obstruction: {
    path: "infrastructure",
    text: () => `Có hộ chặn không cho công nhân kéo cáp viễn thông trên cột đầu thôn, dọa cắt dây đã treo.`,
  },
  leak: {
    path: "identifier",
    text: ({ site }) =>
      `Trang ${site} rao bán danh sách họ tên, số điện thoại, địa chỉ của phụ huynh học sinh.`,
  },
  network: {
    path: "other",
    text: ({ site }) =>
      `Trang ${site} mở mạng xã hội cho người trong huyện đăng ký, không thấy ghi số giấy phép.`,
  },
} as const satisfies Record<string, TipStory>

export type StoryName = keyof typeof tipStories
export const storyNames = Object.keys(tipStories) as StoryName[]
