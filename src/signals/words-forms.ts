/** What the forms of a tip answer when they refuse. */
import { defineWords } from "../kernel/words.ts"
import { notesWords } from "./words-notes.ts"
import { retentionWords } from "./words-retention.ts"

export const formWords = defineWords({
  vi: {
    namesReporter:
      "Ở đây có tên, cách liên lạc hoặc số của người báo tin, đang được niêm phong. Viết “người báo tin” thay vào; điều này đã ghi vào nhật ký",
    refusals: {
      notFound: "Không tìm thấy tin này, hoặc nơi khác đang giữ.",
      tooOften: "Bạn đã hỏi 30 lần trong một giờ. Hỏi tiếp sau.",
      notAlike: "Hai tin không có gì chung.",
      noOther:
        "Chọn tin kia trong danh sách hoặc dán địa chỉ của nó; không chọn chính tin này hay tin đã gộp.",
      nothingRead: "Không đọc được số, tài khoản hay đường dẫn nào. Mỗi dòng viết một mục.",
      notChecked: "Mở nguyên văn và đối chiếu phần che trước khi chuyển tin đi nơi khác.",
      stillNamed:
        "Lời đã che hoặc nơi xảy ra còn tên, cách liên lạc hoặc số của người báo tin. Mở nguyên văn, che phần đó rồi lưu lời đã che, sau đó chuyển lại.",
      toSelf: "Tin đang ở cơ quan của bạn.",
      noColleague: "Chọn một người của cơ quan bạn.",
      noBody: "Chọn một nơi nhận trong danh sách.",
      noReason: "Chọn một kết quả.",
      noType: "Chọn thủ đoạn và mức khẩn cấp trong danh sách.",
      nothingSealed: "Không có gì dưới niêm phong này: người báo không nêu tên, hoặc đã rút tin.",
      noWhy: "Viết lý do trước khi mở bản gốc.",
      held: "Tin đang chờ sàng lọc; cho vào danh sách trước.",
      closed: "Tin đã kết thúc; mở lại trước.",
      notOpen: "Tin không còn ở bước này; xem trạng thái mới ở trên.",
      notHeld: "Tin đã vào danh sách.",
      notMerged: "Tin không ở trạng thái đã gộp.",
      notClosed: "Tin chưa kết thúc.",
      notForwarded: "Tin chưa được chuyển đi.",
      notInCase: "Tin không nằm trong vụ việc nào.",
      withdrawn: "Người báo đã rút tin này.",
      followDay: notesWords.vi.refused,
      ...retentionWords.vi.refusals,
    },
  },
  en: {
    namesReporter:
      "This holds the name, contact or number of the reporter, which is sealed. Write “the reporter” instead; this was journaled",
    refusals: {
      notFound: "No such report, or another body holds it.",
      tooOften: "You asked thirty times within an hour. Ask again later.",
      notAlike: "The two have nothing in common.",
      noOther: "Choose the other report or paste its address; not this one, nor one already merged.",
      nothingRead: "No number, account or link was read. One a line.",
      notChecked: "Open the full text and compare the masking before forwarding.",
      stillNamed:
        "The masked words or the place still hold the reporter's name, contact or number. Open the full text, mask that and keep the masked words; then forward again.",
      toSelf: "Your own body holds it.",
      noColleague: "Choose somebody of your body.",
      noBody: "Choose a body of the list.",
      noReason: "Choose an outcome.",
      noType: "Choose trick and urgency from the lists.",
      nothingSealed: "Nothing is under this seal: no name was given, or the report was withdrawn.",
      noWhy: "Write why before opening the original.",
      held: "It waits to be let in; do that first.",
      closed: "It is closed; reopen it first.",
      notOpen: "It is no longer at this step; see its state above.",
      notHeld: "It is in the queue already.",
      notMerged: "It is not merged.",
      notClosed: "It is not closed.",
      notForwarded: "It was not forwarded.",
      notInCase: "It is in no case.",
      withdrawn: "The reporter withdrew it.",
      followDay: notesWords.en.refused,
      ...retentionWords.en.refusals,
    },
  },
})
