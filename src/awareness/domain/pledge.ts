/** Commitments (cam kết): what is signed, in the words of the day, and when it is renewed. Pure. */
import { addDays, addMonths } from "../../kernel/time.ts"

/** From this day on agents sell SIMs no more: they promise another thing. */
const stoppedOn = "2023-09-10"

export const pledgeOfCourse = (course: string): string | null => (course === "ban-sim" ? "ban-sim" : null)

/** In Vietnamese: these are the words that bind. */
export function pledgeWords(on: string): readonly string[] {
  return [
    on < stoppedOn
      ? "Chỉ đăng ký và bán SIM khi có văn bản ủy quyền còn hạn của doanh nghiệp viễn thông."
      : "Không bán, không tặng, không cho mượn và không lưu giữ SIM; chỉ khách mua SIM đến điểm của chính nhà mạng.",
    "Không dùng giấy tờ của người khác để đăng ký thông tin thuê bao; không đứng tên thuê bao hộ ai.",
    "Không lưu ảnh giấy tờ của khách trong máy của cửa hàng; không trao thông tin khách cho người khác.",
    "Không cho thuê, cho mượn chỗ hoặc đường truyền để đặt thiết bị phát sóng, thiết bị chứa nhiều SIM.",
    "Nhắc khách khi thấy dấu hiệu lừa đảo, treo áp phích cảnh báo và báo ngay cho nhà mạng hoặc Công an.",
  ]
}

export const committedUntil = (signedOn: string): string => addMonths(signedOn, 12)

/** A month before it ends it may be signed again. */
export const mayRenew = (validUntil: string | null, today: string): boolean =>
  validUntil === null || today >= addDays(validUntil, -30)
