/** Handing over, coming to an end, and more time for it. */
import { day, form, pick, text } from "../../kernel/forms/index.ts"
import { say } from "../../kernel/words.ts"
import { doneOn, reason } from "./asks.ts"

const paperNumber = text(say("Số quyết định", "Number of the decision"))
const policeDecidedOn = day(say("Ngày quyết định có hiệu lực", "The decision takes effect on"))
const extension = pick(say("Cách gia hạn", "How to extend"))
const lengthening = {
  extension,
  decision: text(say("Số văn bản gia hạn", "Number of the paper that extends it")),
  signedOn: day(say("Ngày ký văn bản gia hạn", "Extension signed on"), {
    hint: say("Để trống: hôm nay", "Left empty: today"),
  }).optional(),
  reason,
}

export const ending = {
  prosecute: form({
    slug: "khoi-to",
    verb: "case.resolve",
    title: say("Ghi nhận khởi tố", "Note the prosecution"),
    follows: say(
      "Cơ quan chuyển hồ sơ được báo kết quả.",
      "The body that handed over the file learns the result.",
    ),
    asks: { paperNumber, decidedOn: policeDecidedOn, reason },
  }),
  return: form({
    slug: "tra-ho-so",
    verb: "case.resolve",
    title: say("Trả hồ sơ", "Return the file"),
    follows: say(
      "Cơ quan chuyển hồ sơ tiếp tục xử lý; bạn không còn xem được hồ sơ.",
      "The body that handed over the file goes on; you will no longer see it.",
    ),
    asks: {
      paperNumber: text(say("Số quyết định", "Number of the decision"), {
        hint: say(
          "Quyết định không khởi tố, hủy khởi tố hoặc đình chỉ; chỉ để trống khi trả mà chưa ký nhận",
          "Not to prosecute, or to give a prosecution up; empty only where the file was never signed for",
        ),
      }).optional(),
      decidedOn: policeDecidedOn.optional(),
      doneOn: day(say("Ngày trả hồ sơ", "File returned on"), {
        hint: say(
          "Ghi ngày thật nếu nhập sau; để trống: hôm nay",
          "The true day, where it is entered later; left empty: today",
        ),
      }).optional(),
      reason,
    },
    look: "harm",
  }),
  suspend: form({
    slug: "tam-dinh-chi",
    verb: "case.decide",
    title: say("Tạm đình chỉ giải quyết", "Suspend the resolution"),
    follows: say("Thời hạn giải quyết ngừng chạy.", "The deadline of the resolution stops."),
    asks: { doneOn: doneOn.optional(), reason },
  }),
  extend: form({
    slug: "gia-han",
    verb: "case.decide",
    title: say("Gia hạn", "Extend a deadline"),
    follows: say(
      "Chỉ gia hạn theo cách luật cho phép, bằng văn bản ký khi chưa hết hạn.",
      "Only as the law allows, by a paper signed before the deadline.",
    ),
    asks: lengthening,
  }),
  prolong: form({
    slug: "keo-dai",
    verb: "case.decide",
    title: say("Kéo dài thời hạn giải quyết", "Prolong the resolution"),
    follows: say(
      "Chỉ kéo dài theo cách luật cho phép, bằng văn bản ký khi chưa hết hạn.",
      "Only as the law allows, by a paper signed before the deadline.",
    ),
    asks: lengthening,
  }),
  close: form({
    slug: "ket-thuc",
    verb: "case.decide",
    title: say("Kết thúc vụ việc", "Close the case"),
    follows: say("Kết quả được giữ cùng vụ việc.", "The outcome is kept with the case."),
    asks: { reason },
  }),
  reopen: form({
    slug: "mo-lai",
    verb: "case.decide",
    title: say("Mở lại vụ việc", "Open the case again"),
    follows: say(
      "Vụ việc trở lại bước xác minh; thời hiệu xử phạt của từng hành vi chạy tiếp từ ngày đầu, không tính lại.",
      "The case goes back to verification; the limitation of each act runs on from its first day.",
    ),
    asks: { reason },
  }),
  clear: form({
    slug: "khong-vi-pham",
    verb: "case.decide",
    title: say("Kết luận không có vi phạm", "Conclude that there is no violation"),
    follows: say(
      "Mọi thời hạn dừng lại, trừ thời hạn tạm giữ tang vật.",
      "All deadlines stop, but that of things that are kept.",
    ),
    asks: { doneOn: doneOn.optional(), reason },
    look: "harm",
  }),
  transfer: form({
    slug: "chuyen-cong-an",
    verb: "case.transfer",
    title: say("Chuyển Công an", "Hand to the police"),
    follows: say(
      "Từ lúc chuyển, không ra quyết định xử phạt cho đến khi hồ sơ được trả lại; các thời hạn khác của vụ việc tạm ngừng, thời hiệu vẫn chạy.",
      "From now on no sanction is decided until the file is returned; other deadlines stand still, the limitation runs on.",
    ),
    asks: {
      toBodyId: pick(say("Cơ quan Công an", "Police body")),
      signerId: pick(say("Người ký quyết định chuyển hồ sơ", "Who signs the decision to hand over"), {
        hint: say(
          "Người có thẩm quyền xử phạt, theo chức danh ghi ở tài khoản; để trống: chính bạn",
          "A post that may sanction, by the title of the account; left empty: yourself",
        ),
      }).optional(),
      suspension: text(
        say("Số quyết định tạm đình chỉ thi hành", "Number of the decision that suspends execution"),
        {
          hint: say(
            "Đã có quyết định xử phạt thì phải tạm đình chỉ thi hành trước khi chuyển (Đ62.2).",
            "Where there is a sanction its execution is suspended before the file goes over (Article 62.2).",
          ),
        },
      ).optional(),
      suspendedOn: day(say("Ngày tạm đình chỉ thi hành", "Execution suspended on")).optional(),
      doneOn: doneOn.optional(),
      reason,
    },
  }),
  assign: form({
    slug: "nguoi-thu-ly",
    verb: "case.record",
    title: say("Giao người thụ lý", "Say who handles the case"),
    follows: say(
      "Tên người thụ lý đứng cùng vụ việc; cán bộ khác của cơ quan vẫn làm được các bước.",
      "The name stands with the case; other officers of the body may still take its steps.",
    ),
    edits: true,
    asks: { officerId: pick(say("Người thụ lý", "Handled by")) },
  }),
  openWords: form({
    slug: "loi-chua-che",
    verb: "signal.open-text",
    title: say("Xem lời chưa che", "Read the words unmasked"),
    follows: say(
      "Lý do được ghi vào diễn biến và nhật ký trước khi hiện; lời chưa che hiện một lần, ở trang trả lời.",
      "The reason goes into the history and the journal first; the words are shown once, on the answer.",
    ),
    asks: { reason },
  }),
  nameOfficer: form({
    slug: "nguoi-lien-quan",
    verb: "case.decide",
    title: say("Ghi cán bộ có liên quan", "Note an officer who is involved"),
    follows: say(
      "Cán bộ này không còn xem và không còn xử lý được vụ việc.",
      "This officer can no longer see or handle the case.",
    ),
    asks: { officerId: pick(say("Cán bộ", "Officer")), reason },
  }),
}
