/** Words of an incident that is made of a tip, and of words that name who told of it. */
import { defineWords } from "../kernel/words.ts"

export const tipWords = defineWords({
  vi: {
    makeFromTip: "Lập sự cố từ tin báo",
    backToTip: "Tin báo",
    choosePlace: "Chọn xã, phường",
    tipMissing: {
      kind: "Tin chưa cho biết loại sự cố: chọn một loại",
      areaCode: "Tin chưa cho biết xã, phường nào: chọn nơi xảy ra",
    },
    tipRefusals: {
      notCompared:
        "Sự cố được nơi khác đọc: mở nguyên văn của tin, đối chiếu rồi lưu lời đã che, sau đó lập sự cố.",
      namesReporter:
        "Lời đã che còn tên hoặc cách liên lạc của người báo: sửa phần che của tin, rồi lập sự cố.",
    },
    naming: {
      inWords:
        "Ở đây có tên, cách liên lạc hoặc số của người báo tin, đang được niêm phong; cơ quan khác đọc được lời này. Viết “người báo tin” thay vào.",
      alreadyThere:
        "Mô tả hoặc chỗ xảy ra của sự cố còn tên hoặc cách liên lạc của người báo tin: chưa cho thêm nơi nào xem được.",
    },
    fromTip: (at: string) =>
      `Theo tin báo của người dân lúc ${at}. Giờ xảy ra là trước lúc đó, theo lời dưới đây.`,
    pictureOfTip: (n: number) => `Ảnh ${n} của tin báo`,
  },
  en: {
    makeFromTip: "Make an incident of the tip",
    backToTip: "The tip",
    choosePlace: "Choose the commune",
    tipMissing: {
      kind: "The tip does not say which kind it is: choose one",
      areaCode: "The tip does not say in which commune: choose where it happened",
    },
    tipRefusals: {
      notCompared:
        "Others read an incident: open the full text of the tip, compare and keep the masked words, then make it.",
      namesReporter:
        "The reporter's name or contact still stands in the masked words: mask it in the tip, then make it.",
    },
    naming: {
      inWords:
        "The name, contact or number of who told of it stands here and lies sealed; other bodies read these words. Write “who told of it” instead.",
      alreadyThere:
        "The description or place of the incident still names who told of it: it cannot be shown to more bodies.",
    },
    fromTip: (at) => `From a citizen's tip of ${at}. It happened before that, as told below.`,
    pictureOfTip: (n) => `Picture ${n} of the tip`,
  },
})
