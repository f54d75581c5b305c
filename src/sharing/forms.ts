/** What an officer may do with an indicator: each form's address, what it asks, the verb of the policy that it needs. */
import type { Action } from "../accounts/index.ts"
import {
  choice,
  day,
  type Form,
  form,
  listed,
  must,
  paragraph,
  pick,
  several,
  text,
  time,
} from "../kernel/forms/index.ts"
import { say, sayEach } from "../kernel/words.ts"
import type { Step } from "./domain/life.ts"
import { serveIndicator, servesTask } from "./forms-serve.ts"
import { indicatorWords } from "./words-indicator.ts"

/** What may be put right as long as it was not sent. */
const content = {
  tlp: choice(
    say("Được chia sẻ đến mức nào (TLP 2.0)", "How far it may be shared (TLP 2.0)"),
    sayEach(indicatorWords, (t) => t.tlps),
  ),
  audience: choice(
    say("Gửi đến đâu", "Where it goes"),
    sayEach(indicatorWords, (t) => t.audiences),
  ),
  recipients: several(say("Nơi nhận", "Receivers"), {
    hint: say("Chỉ khi gửi đến nơi được chọn", "Only where it goes to chosen bodies"),
  }).optional(),
  trick: pick(say("Thủ đoạn", "Trick")).optional(),
  confidence: choice(
    say("Tin cậy đến đâu", "How sure"),
    sayEach(indicatorWords, (t) => t.confidences),
  ),
  reasons: paragraph(say("Vì sao tin như vậy", "Why so sure"), {
    max: 2_000,
    hint: say(
      "Nơi nhận cũng đọc: không nêu tên người báo, khách hàng, người bị hại",
      "Receivers read it too: name no reporter, customer or victim",
    ),
  }),
  validUntil: day(say("Hết hiệu lực sau ngày", "In force until"), {
    hint: say("Dài nhất một năm", "One year at most"),
  }),
}

export const newIndicator = form({
  slug: "moi",
  verb: "indicator.propose",
  title: say("Đề xuất chỉ báo", "Propose an indicator"),
  submit: say("Gửi người thứ hai đọc", "Send to a second person"),
  asks: {
    kind: listed(
      say("Loại", "Kind"),
      sayEach(indicatorWords, (t) => t.kinds),
    ),
    value: text(say("Số, đường dẫn, tài khoản", "Number, link, account"), {
      max: 2_000,
      hint: say(
        "Dải số viết như 0249 999 xxx; ví điện tử như MoMo 0951 234 567",
        "A range like 0249 999 xxx; a wallet like MoMo 0951 234 567",
      ),
    }),
    ...content,
    assignmentId: servesTask,
  },
})
/** From a clue of a tip: what it names is taken from there. */
export const newFromTip = form({
  slug: "moi",
  verb: "indicator.propose",
  title: newIndicator.title,
  submit: newIndicator.submit,
  asks: { ...content, assignmentId: servesTask },
})

const reason = paragraph(say("Lý do", "Reason"), { max: 2_000 })

export const stepForms = {
  release: form({
    slug: "phat",
    verb: "indicator.release",
    title: say("Phát", "Release"),
    submit: say("Ký và phát", "Sign and release"),
    follows: say(
      "Có ở trang Kiểm tra và mọi nơi được gửi trong vài giây.",
      "It is in the public check and wherever it goes within seconds.",
    ),
    asks: {
      isRead: must(
        say("Đã đọc", "Read"),
        say(
          "Tôi đã tự đọc nguồn và lý do; đây không phải số của người báo, người bị hại hay người vô can.",
          "I have read the sources and the reasons myself; it is not a reporter's, a victim's or a bystander's.",
        ),
        say(
          "Đánh dấu rằng bạn đã tự đọc nguồn và lý do",
          "Tick that you have read the sources and the reasons yourself",
        ),
      ),
    },
  }),
  giveBack: form({
    slug: "tra-lai",
    verb: "indicator.release",
    title: say("Trả lại, nêu lý do", "Give it back, say why"),
    look: "second",
    asks: { reason },
  }),
  refuse: form({
    slug: "tu-choi",
    verb: "indicator.release",
    title: say("Từ chối, không phát", "Refuse, do not release"),
    look: "harm",
    asks: { reason },
  }),
  takeBack: form({
    slug: "lay-lai",
    verb: "indicator.propose",
    title: say("Lấy lại để sửa", "Take it back to change it"),
    look: "second",
    asks: {},
  }),
  edit: form({
    slug: "sua",
    verb: "indicator.propose",
    title: say("Sửa", "Change"),
    follows: say(
      "Ai sửa cũng là người viết: người ấy không phát bản này.",
      "Whoever changes it is one who wrote it, and will not release it.",
    ),
    asks: content,
    edits: true,
  }),
  send: form({
    slug: "gui",
    verb: "indicator.propose",
    title: say("Gửi người thứ hai đọc", "Send to a second person"),
    asks: {},
  }),
  drop: form({
    slug: "bo",
    verb: "indicator.propose",
    title: say("Bỏ bản nháp", "Drop the draft"),
    look: "harm",
    asks: { reason },
  }),
  recall: form({
    slug: "thu-hoi",
    verb: "indicator.propose",
    title: say("Thu hồi", "Recall"),
    submit: say("Thu hồi ngay", "Recall now"),
    follows: say(
      "Một người là đủ, có hiệu lực ngay và đi đến mọi nơi đã nhận. Lý do được gửi theo.",
      "One person is enough; it holds at once and reaches everybody who received it. The reason goes along.",
    ),
    look: "harm",
    asks: { reason },
  }),
} satisfies Partial<Record<Step, Form<Action>>>

/** The answer of a body to which the indicator was released. */
const answer = form({
  slug: "tra-loi",
  verb: "indicator.answer",
  title: say("Trả lời nơi chia sẻ", "Answer who shared it"),
  follows: say(
    "Nơi chia sẻ thấy câu trả lời này; nơi nhận khác thì không. Trả lời lại thì câu sau thay câu trước.",
    "Who shared it sees this answer, other receivers do not. A later answer stands in place of the earlier.",
  ),
  asks: {
    answer: choice(
      say("Đã làm gì", "What was done"),
      sayEach(indicatorWords, (t) => t.answers),
    ),
    doneOn: day(say("Ngày chặn", "Day of the block")).optional(),
    doneTime: time(say("Giờ chặn", "Hour of the block")).optional(),
    note: paragraph(say("Nói thêm, không nêu khách hàng", "More, naming no customer"), {
      max: 2_000,
    }).optional(),
    assignmentId: servesTask,
  },
})

/** Seen at work, by whoever may read it. */
const sight = form({
  slug: "da-thay",
  verb: "indicator.answer",
  title: say("Ghi lần thấy nó hoạt động", "Note that it was seen at work"),
  follows: say(
    "Cơ quan phát thấy lần này; nơi khác thì không.",
    "Who shared it reads this sighting, others do not.",
  ),
  look: "second",
  asks: {
    seenOn: day(say("Ngày thấy", "Day it was seen")),
    seenTime: time(say("Giờ thấy", "Hour it was seen")).optional(),
    note: paragraph(say("Thấy thế nào, không nêu khách hàng", "What it did, naming no customer"), {
      max: 1_000,
    }).optional(),
  },
})

export const forms = { ...stepForms, answer, sight, serve: serveIndicator }
export type FormName = keyof typeof forms
export const formNames = Object.keys(forms) as FormName[]
