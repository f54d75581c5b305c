/**
 * One tip in one person's voice: a telling, sometimes with what came before or what they ask for, sometimes typed without
 * accents, in a hurry or in anger. And what else comes to a desk that is open to everybody: the wrong door, thanks, trials,
 * advertisements, half a sentence. By rule: the same tip has the same words each time.
 */
import type { Slots, StoryName } from "./tip-stories.ts"
import { type Telling, tellings } from "./tip-tellings.ts"

/** Spread over its range, and the same for the same tip. */
export const pick = (at: number, salt: number, of: number): number =>
  Number((BigInt(at * 2_654_435_761 + salt * 40_503 + 12_345) >> 7n) % BigInt(of))

const before: readonly string[] = [
  "Kính gửi Sở. ",
  "Tôi là cán bộ hưu trí, xin phản ánh việc sau. ",
  "Chào anh chị, ",
  "Thưa các đồng chí, ",
  "Tôi viết hộ mẹ tôi, bà không biết dùng máy. ",
  "Đây là lần thứ hai tôi báo, lần trước chưa thấy ai trả lời. ",
  "Cháu là học sinh, cháu báo giúp ông bà. ",
  "Em ngại gọi điện nên viết ở đây ạ. ",
]
const after: readonly string[] = [
  " Ảnh chụp tôi còn giữ.",
  " Xin đừng nêu tên tôi vì là người cùng làng.",
  " Mong được trả lời sớm.",
  " Tôi báo để mọi người cảnh giác thôi, không cần trả lời.",
  " Việc xảy ra tối thứ Sáu, tầm 20 giờ.",
  " Đã trình báo công an xã, được hướng dẫn gửi thêm ở đây.",
  " Nếu cần tôi sẽ mang điện thoại lên.",
  " Không hiểu sao chúng biết tên tôi.",
  " Trong xóm còn mấy người nữa bị y như vậy.",
  " Cảm ơn.",
  " Nhờ các anh chị chỉ giúp bây giờ phải làm gì.",
  " Tôi đọc được cảnh báo trên loa thôn nên mới biết mà báo.",
  " Bực không chịu được.",
  " Gia đình tôi thuộc hộ cận nghèo.",
]

/** What is no sign of anything, or not for this desk. */
const strays: readonly Telling[] = [
  () => "test",
  () => "alo",
  () => "Cho tôi hỏi làm lại căn cước bị mất thì đến đâu, cần giấy tờ gì?",
  () => "Đường thôn tôi đèn hỏng hai tháng nay chưa ai sửa.",
  () => "Mạng nhà tôi chậm, trả tiền 100 Mb mà đo chỉ được 8. Tôi phản ánh nhà mạng ba lần rồi.",
  () => "Đề nghị đòi lại đất cho gia đình tôi, ông N. lấn sang 2 mét từ năm 2009.",
  () => "Chương trình rất hay, cảm ơn các anh chị đã làm trang này.",
  () => "VAY TIEN NHANH 24H KHONG THE CHAP LAI SUAT THAP LIEN HE NGAY",
  () => "Em gửi nhầm, anh chị bỏ qua giúp em.",
  () => "Lương hưu tháng này chưa thấy vào thẻ, hỏi ai?",
  () => "Hàng xóm hát karaoke đến 11 giờ đêm, đã góp ý không nghe.",
  () => "asdfgh",
  () => "Tôi muốn tố cáo ông chủ tịch xã cũ về việc thu tiền làm đường.",
  () => "Bao giờ có kết quả tin tôi báo tháng trước?",
  () => "Chủ trọ giữ giấy tờ của em, em báo ở đây có được không ạ?",
  () => "Wrong number? I am looking for the immigration office, how to extend my visa.",
  () => "Chó nhà tôi mất đêm qua, nghi bị bắt trộm bằng súng điện.",
  () => "Làm thế nào để đăng ký học lớp kỹ năng số cho người cao tuổi?",
  () => "👍",
  () => "Quán internet cạnh trường mở quá 22 giờ, học sinh ngồi kín.",
  ({ at }) => `Chia sẻ cho ${10 + (at % 20)} người để được tặng 50GB data, tin này thật không?`,
  () => "Trang này trên điện thoại của tôi chữ nhỏ quá, xin phóng to.",
  () => "Bưu tá để hàng ngoài cổng bị mất, công ty không đền.",
  () => "ban nen kiem tra ky tin nhan truoc khi gui cho nguoi khac",
]
const straysEvery = 13

/** `isPlain`: it tells its story in whole sentences, since a case is opened from it or an office wrote it down. */
export function tipText(name: StoryName, slots: Slots, isPlain: boolean): { text: string; isStray: boolean } {
  const { at } = slots
  if (!isPlain && at % straysEvery === 6)
    return { text: strays[pick(at, 1, strays.length)]?.(slots) ?? "", isStray: true }
  const own = tellings[name]
  const told = own[pick(at, 2, own.length)]?.(slots) ?? ""
  // A long telling, and one typed without accents or in English, stands alone.
  const isAlone = told.length > 260 || /^[\x20-\x7e]+$/.test(told)
  const framed =
    (pick(at, 3, 4) === 0 && !isAlone ? (before[pick(at, 4, before.length)] ?? "") : "") +
    told +
    (pick(at, 5, 5) < 3 && !isAlone ? (after[pick(at, 6, after.length)] ?? "") : "")
  return { text: isPlain ? framed : typedAs(pick(at, 7, 12), framed), isStray: false }
}

/** One in six types without accents, one in twelve in capitals, one in twelve with the short forms of a chat. */
function typedAs(hand: number, text: string): string {
  if (hand < 2) return bare(text)
  if (hand === 2 && text.length < 200)
    return text.toLocaleUpperCase("vi").replace(/HTTPS?:\S+/g, (link) => link.toLowerCase())
  if (hand === 3) return chatted(text)
  return text
}

const bare = (text: string) =>
  text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d").replace(/Đ/g, "D")

const shortForms: readonly (readonly [RegExp, string])[] = [
  [/(?<!\p{L})không(?!\p{L})/giu, "ko"],
  [/(?<!\p{L})được(?!\p{L})/giu, "đc"],
  [/(?<!\p{L})mọi người(?!\p{L})/giu, "mn"],
  [/(?<!\p{L})điện thoại(?!\p{L})/giu, "đt"],
  [/(?<!\p{L})tài khoản(?!\p{L})/giu, "tk"],
  [/(?<!\p{L})chuyển khoản(?!\p{L})/giu, "ck"],
  [/(?<!\p{L})với(?!\p{L})/giu, "vs"],
]
function chatted(text: string): string {
  const short = shortForms.reduce((words, [long, form]) => words.replace(long, form), text)
  return short.charAt(0).toLocaleLowerCase("vi") + short.slice(1).replace(/\.$/, "")
}
