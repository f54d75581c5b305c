/** From the record of the violation to the sanction that is executed. */
import { choice, day, form, money, paragraph, pick, text } from "../../kernel/forms/index.ts"
import { say, sayEach } from "../../kernel/words.ts"
import { words } from "../words.ts"
import { formWords } from "../words-forms.ts"
import { doneOn, note, number, numbers, points, reason } from "./asks.ts"

const postThatDecides = say("Chức danh ra quyết định", "Post that decides")
const office = pick(postThatDecides, {
  hint: say(
    "Chọn khi người ký ở cơ quan khác; người trong cơ quan thì theo chức vụ của họ",
    "Where the signer is elsewhere; in this body their title says it",
  ),
})
const source = text(say("Văn bản đã đối chiếu", "Text that was checked"))
const actId = pick(say("Hành vi", "Violation"))
const remedy = paragraph(say("Tịch thu, khắc phục hậu quả", "Confiscation and remedy"))
const mitigating = paragraph(say("Tình tiết giảm nhẹ", "Mitigating facts"), {
  hint: say(
    "Có thì mức phạt có thể thấp hơn mức giữa khung (Đ9, Đ23.4)",
    "With one the fine may be below the middle (Articles 9 and 23.4)",
  ),
})
const aggravating = paragraph(say("Tình tiết tăng nặng", "Aggravating facts"), {
  hint: say(
    "Có thì mức phạt có thể cao hơn mức giữa khung (Đ10, Đ23.4)",
    "With one the fine may be above the middle (Articles 10 and 23.4)",
  ),
})
const deciding = {
  number,
  decidedOn: day(say("Ngày ra quyết định", "Day of the decision"), {
    hint: say("Để trống: hôm nay", "Left empty: today"),
  }).optional(),
  signerId: pick(say("Người ký trong cơ quan", "Signer in this body"), {
    hint: say(
      "Chỉ gồm người giữ chức danh được xử phạt; để trống khi người ký ở cơ quan khác",
      "Only who holds a post that may sanction; empty where the signer is elsewhere",
    ),
  }).optional(),
  office: office.optional(),
  signerName: text(say("Họ tên người ký ở cơ quan khác", "Name of a signer elsewhere")).optional(),
  delegation: text(say("Số quyết định giao quyền", "Number of the delegation"), {
    hint: say(
      "Cấp phó chỉ ký khi được giao quyền bằng văn bản (Đ54)",
      "A deputy signs by a delegation in writing only (Article 54)",
    ),
  }).optional(),
  delegatedOn: day(say("Ngày giao quyền", "Delegated on")).optional(),
}

export const sanctioning = {
  countUnits: form({
    slug: "so-luong",
    verb: "case.record",
    title: say("Ghi số thuê bao, số điểm của hành vi", "Note how many numbers or points an act is about"),
    follows: say(
      "Mức phạt theo số lượng được tính lại. Hành vi chưa ghi số thì chưa xử phạt theo mức của mỗi số được.",
      "A fine that depends on it is counted anew. Until it is noted, an act is not fined by the amount of each number.",
    ),
    edits: true,
    asks: { actId, numbers: numbers.optional(), points: points.optional() },
  }),
  typeRange: form({
    slug: "khung-phat",
    verb: "case.record",
    title: say("Nhập khung phạt từ văn bản gốc", "Type the range from the official text"),
    follows: say(
      "Người thứ hai xác nhận rồi mới dùng được.",
      "It may be used once a second person has confirmed it.",
    ),
    edits: true,
    asks: {
      actId,
      article: text(say("Điều, khoản, điểm", "Article, clause, point")),
      min: money(say("Mức thấp nhất (đồng)", "Least (VND)")),
      max: money(say("Mức cao nhất (đồng)", "Most (VND)")),
      source,
    },
  }),
  confirmRange: form({
    slug: "xac-nhan-khung",
    verb: "case.record",
    title: say("Xác nhận khung phạt", "Confirm the range"),
    follows: say(
      "Bạn đã đối chiếu với văn bản gốc và không phải là người đã nhập.",
      "You have checked the official text and are not the one who typed it.",
    ),
    edits: true,
    asks: { actId },
  }),
  confirmCompetence: form({
    slug: "xac-nhan-tham-quyen",
    verb: "case.record",
    title: say("Pháp chế xác nhận thẩm quyền", "Confirm the competence as legal officer"),
    follows: say(
      "Bạn đã đối chiếu thẩm quyền, mức phạt tối đa của chức danh và điều khoản được in với văn bản gốc. Tên bạn đứng cùng quyết định; người ký phải là người khác.",
      "You have held the post's power, the most it may fine and the printed provisions against the texts. Your name stands with the decision; who signs is another.",
    ),
    edits: true,
    asks: {
      office: pick(postThatDecides, {
        hint: say(
          "Chức danh sẽ ký quyết định của vụ việc này",
          "The post that will sign the decision of this case",
        ),
      }),
      source,
      doneOn: doneOn.optional(),
    },
  }),
  askHearing: form({
    slug: "yeu-cau-giai-trinh",
    verb: "case.record",
    title: say("Ghi yêu cầu giải trình trực tiếp", "Note a request for a hearing"),
    follows: say(
      "Thời hạn ra quyết định thành một tháng từ ngày lập biên bản (Đ66.1.b); thời hạn thông báo phiên giải trình bắt đầu chạy, chưa ra quyết định khi phiên chưa họp.",
      "The decision now has one month from the record (Article 66.1.b); the session must be announced in time, and nobody decides before it was held.",
    ),
    asks: { askedOn: day(say("Ngày nhận yêu cầu", "Request received on")), note: note.optional() },
  }),
  explain: form({
    slug: "giai-trinh",
    verb: "case.record",
    title: say("Ghi nhận giải trình", "Note the explanation"),
    follows: say(
      "Sau đó có thể ra quyết định ngay. Có giải trình trong hạn thì thời hạn ra quyết định là một tháng từ ngày lập biên bản (Đ66.1.b).",
      "The decision may follow at once. Who explained in time has given it one month from the record (Article 66.1.b).",
    ),
    asks: {
      way: choice(
        say("Hình thức", "Form"),
        sayEach(words, (t) => t.ways),
      ),
      doneOn: doneOn.optional(),
      note: note.optional(),
    },
  }),
  examine: form({
    slug: "xac-minh-tinh-tiet",
    verb: "case.record",
    title: say("Ghi tình tiết làm đổi thời hạn theo luật", "Note facts that change the deadline by law"),
    follows: say(
      "Luật tự cho thời hạn dài hơn khi có tình tiết này (Đ58, Đ66.1); không ai phải gia hạn. Ghi ngày thấy tình tiết, không phải ngày nhập.",
      "The law itself gives more time for such facts (Articles 58 and 66.1); nobody extends it. Give the day on which they were seen, not that of typing.",
    ),
    asks: {
      matter: choice(
        say("Tình tiết", "Facts"),
        sayEach(formWords, (t) => t.matters),
      ),
      doneOn: doneOn.optional(),
      reason,
    },
  }),
  onSpot: form({
    slug: "xu-phat-tai-cho",
    verb: "case.decide",
    title: say(
      "Xử phạt tại chỗ, không lập biên bản (Đ56)",
      "Sanction on the spot, without a record (Article 56)",
    ),
    follows: say(
      "Chỉ trong mức của ngày phát hiện, ra ngay ngày đó, và hành vi không phát hiện bằng phương tiện kỹ thuật. Cao hơn thì lập biên bản.",
      "Only within the limit of the day of the finding, on that day, and where no technical means found the act. Above it make a record.",
    ),
    asks: {
      ...deciding,
      seenBy: choice(
        say("Hành vi được phát hiện", "The act was found"),
        sayEach(formWords, (t) => t.seenBy),
      ),
      mitigating: mitigating.optional(),
      aggravating: aggravating.optional(),
      remedy: remedy.optional(),
    },
  }),
  decide: form({
    slug: "quyet-dinh",
    verb: "case.decide",
    title: say("Ra quyết định xử phạt", "Decide the sanction"),
    follows: say("Mỗi hành vi chỉ bị xử phạt một lần.", "An act is sanctioned only once."),
    asks: {
      ...deciding,
      mitigating: mitigating.optional(),
      aggravating: aggravating.optional(),
      remedy: remedy.optional(),
    },
  }),
  remedy: form({
    slug: "khac-phuc",
    verb: "case.decide",
    title: say("Quyết định khắc phục hậu quả", "Decide the remedy"),
    follows: say(
      "Đã quá hạn xử phạt: chỉ tịch thu và khắc phục hậu quả.",
      "Past the deadline: confiscation and remedy only.",
    ),
    asks: { ...deciding, remedy },
  }),
  serve: form({
    slug: "tong-dat",
    verb: "case.record",
    title: say("Ghi ngày giao quyết định", "Note the day of service"),
    follows: say(
      "Thời hạn thi hành bắt đầu chạy từ ngày nhận quyết định.",
      "The deadline of execution runs from the day the decision was received.",
    ),
    asks: { servedOn: day(say("Ngày nhận quyết định", "Decision received on")) },
  }),
  execute: form({
    slug: "thi-hanh",
    verb: "case.record",
    title: say("Ghi nhận thi hành", "Note the execution"),
    follows: say("Vụ việc có thể kết thúc sau bước này.", "The case may be closed after this."),
    asks: {
      paidOn: day(say("Ngày thi hành xong", "Executed on")),
      paid: money(say("Số tiền đã nộp (đồng)", "Amount paid (VND)"), {
        hint: say("Để trống khi quyết định không phạt tiền", "Left empty where the decision fines nobody"),
      }).optional(),
      note: text(say("Ghi chú", "Note")).optional(),
    },
  }),
  enforce: form({
    slug: "cuong-che",
    verb: "case.record",
    title: say("Ghi quyết định cưỡng chế", "Note the decision to enforce"),
    follows: say(
      "Người bị xử phạt đã hết thời hạn tự nguyện thi hành. Thời hiệu thi hành vẫn chạy.",
      "The days to execute freely are over. The limitation of execution runs on.",
    ),
    asks: { number, doneOn: doneOn.optional(), note: note.optional() },
  }),
}
