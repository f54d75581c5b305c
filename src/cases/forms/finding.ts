/** Taking a case up, noting what was found, and asking an enterprise to prevent more of it. */
import { choice, day, form, lines, paragraph, pick, text, tick, time } from "../../kernel/forms/index.ts"
import { say, sayEach } from "../../kernel/words.ts"
import { words } from "../words.ts"
import { doneOn, note, number, numbers, points, reason } from "./asks.ts"

/** As many as one request names. */
export const targetsMax = 500

export const finding = {
  verify: form({
    slug: "xac-minh",
    verb: "case.record",
    title: say("Bắt đầu xác minh", "Begin verification"),
    follows: say("Cán bộ được phân công bắt đầu xác minh.", "The assigned officer begins to verify."),
    asks: { note: note.optional() },
  }),
  sign: form({
    slug: "tiep-nhan",
    verb: "case.resolve",
    title: say("Ký nhận hồ sơ", "Sign for the file"),
    follows: say("Thời hạn 20 ngày bắt đầu chạy từ ngày nhận.", "Twenty days run from the day of receipt."),
    asks: { doneOn: doneOn.optional() },
  }),
  resume: form({
    slug: "phuc-hoi",
    verb: "case.decide",
    title: say("Phục hồi giải quyết", "Resume the resolution"),
    follows: say("Một tháng bắt đầu chạy từ ngày phục hồi.", "A month runs from the day of resumption."),
    asks: { doneOn: doneOn.optional(), reason },
  }),
  record: form({
    slug: "bien-ban",
    verb: "case.record",
    title: say("Lập biên bản vi phạm", "Record the violation"),
    follows: say(
      "Thời hạn ra quyết định bắt đầu chạy từ ngày lập biên bản.",
      "The deadline of the decision runs from the day of the record.",
    ),
    asks: {
      number,
      recordedOn: day(say("Ngày lập biên bản", "Day of the record")),
      time: time(say("Giờ lập biên bản", "Time of the record"), {
        hint: say("Ví dụ 09:40", "For example 09:40"),
      }),
      note: note.optional(),
    },
  }),
  find: form({
    slug: "hanh-vi",
    verb: "case.record",
    title: say("Ghi nhận hành vi vi phạm", "Note a violation"),
    follows: say(
      "Thời hạn lập biên bản và thời hiệu xử phạt bắt đầu chạy.",
      "The deadline of the record and the limitation period begin to run.",
    ),
    asks: {
      committedOn: day(say("Ngày vi phạm", "Committed on")),
      foundOn: day(say("Ngày phát hiện", "Found on")),
      isOngoing: tick(
        say("Hành vi", "The act"),
        say(
          "Hành vi còn đang diễn ra lúc phát hiện (áp dụng luật và tính thời hiệu từ ngày phát hiện)",
          "It still went on when it was found (law and limitation of the day of finding)",
        ),
      ),
      identifiedOn: day(
        say(
          "Ngày xác định được người vi phạm, hoặc ngày nhận kết quả giám định",
          "Day on which the offender was known, or the expert's result came",
        ),
        {
          hint: say(
            "Chỉ ghi khi phát hiện bằng phương tiện kỹ thuật hoặc phải giám định: biên bản lập trong 3 ngày làm việc từ ngày này. Để trống: 2 ngày từ ngày phát hiện",
            "Only where technical means or an expert found it: the record is due 3 working days from this day. Left empty: 2 from the finding",
          ),
        },
      ).optional(),
      violationId: pick(say("Hành vi", "Violation"), {
        hint: say(
          "Theo luật có hiệu lực ngày vi phạm; chọn sai ngày thì không được nhận.",
          "Under the law in force on the day of the act; a wrong day is refused.",
        ),
      }),
      numbers: numbers.optional(),
      points: points.optional(),
      description: paragraph(say("Mô tả hành vi", "What was done")),
      offenderName: text(say("Tên người hoặc tổ chức vi phạm", "Name of the offender")),
      offenderKind: choice(
        say("Người vi phạm là", "The offender is"),
        sayEach(words, (t) => t.offenders),
      ),
      offenderCode: text(say("Số giấy tờ hoặc mã số thuế", "Number of papers or tax code"), {
        hint: say(
          "Chỉ giữ dạng băm có khóa, để nhận ra tái phạm.",
          "Kept as a keyed hash only, to find repetition.",
        ),
      }).optional(),
    },
  }),
  prevent: form({
    slug: "yeu-cau",
    verb: "prevention.request",
    title: say("Yêu cầu doanh nghiệp ngăn chặn", "Ask an enterprise to prevent"),
    follows: say(
      "Doanh nghiệp chỉ thấy yêu cầu này, không thấy vụ việc.",
      "The enterprise sees this request and nothing of the case.",
    ),
    asks: {
      enterpriseId: pick(say("Doanh nghiệp", "Enterprise")),
      asks: choice(
        say("Yêu cầu", "Request"),
        sayEach(words, (t) => t.asks),
      ),
      targets: lines(
        say("Số máy, trang, tài khoản; mỗi dòng một đối tượng", "Numbers, sites, accounts; one a line"),
        { max: targetsMax },
      ),
      ported: tick(
        say("Đầu số của nhà mạng khác", "Prefix of another operator"),
        say(
          "Đã xem lại: vẫn gửi cho doanh nghiệp này, số có thể đã chuyển mạng giữ số",
          "Looked at again: send it to this enterprise all the same, the number may have been ported",
        ),
      ),
      basis: text(say("Căn cứ", "Basis")),
      dueOn: day(say("Trả lời trước ngày", "Answer by")),
    },
  }),
  withdraw: form({
    slug: "rut-yeu-cau",
    verb: "prevention.request",
    title: say("Rút yêu cầu doanh nghiệp", "Give up a request to an enterprise"),
    follows: say(
      "Doanh nghiệp thấy yêu cầu đã rút và không phải trả lời nữa.",
      "The enterprise sees that the request was given up and need not answer.",
    ),
    asks: { requestId: pick(say("Yêu cầu", "Request")), reason },
  }),
  remind: form({
    slug: "nhac-yeu-cau",
    verb: "prevention.request",
    title: say("Nhắc doanh nghiệp trả lời", "Remind an enterprise"),
    submit: say("Nhắc", "Remind"),
    follows: say(
      "Doanh nghiệp thấy lời nhắc ở đầu yêu cầu.",
      "The enterprise sees the reminder on top of the request.",
    ),
    look: "second",
    asks: { requestId: pick(say("Yêu cầu", "Request")) },
  }),
  fulfil: form({
    slug: "da-lam",
    verb: "case.record",
    title: say("Ghi việc có hạn đã làm", "Note a duty as done"),
    follows: say("Thời hạn của việc này dừng lại.", "The deadline of this duty stops."),
    asks: {
      clockId: pick(say("Việc đã làm", "What was done")),
      doneOn: doneOn.optional(),
      note: note.optional(),
    },
  }),
  endPrevention: form({
    slug: "het-ngan-chan",
    verb: "case.record",
    title: say("Tiếp tục xác minh sau ngăn chặn", "Go on verifying after prevention"),
    follows: say("Vụ việc trở lại bước xác minh.", "The case goes back to verification."),
    asks: { note: note.optional() },
  }),
}
