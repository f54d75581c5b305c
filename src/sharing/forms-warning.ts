/** What an officer may do with a warning: each form's address, what it asks, the verb of the policy that it needs. */
import type { Action } from "../accounts/index.ts"
import { choice, day, type Form, form, must, paragraph, pick, several, text } from "../kernel/forms/index.ts"
import { say, sayEach } from "../kernel/words.ts"
import type { Step } from "./domain/life.ts"
import { servesTask, serveWarning } from "./forms-serve.ts"
import { warningWords } from "./words-warning.ts"

const content = {
  title: text(say("Tên cảnh báo", "Name of the warning"), {
    max: 160,
    hint: say("Ngắn, nói kẻ xấu làm gì: “Dọa cắt điện, bắt tải ứng dụng lạ”", "Short, what they do"),
  }),
  looksLike: paragraph(say("Trông như thế này", "What it looks like"), {
    max: 2_000,
    rows: 4,
    hint: say(
      "Tin nhắn hay lời gọi mẫu, viết lại bằng lời của mình; không chép lời người báo",
      "A message or call as an example, in your own words; do not copy a report",
    ),
  }),
  signs: paragraph(say("Ba dấu hiệu", "Three signs"), {
    max: 1_200,
    rows: 4,
    hint: say("Mỗi dòng một dấu hiệu, nhiều nhất 5", "One a line, five at most"),
  }),
  whatToDo: paragraph(say("Làm gì", "What to do"), {
    max: 1_400,
    rows: 4,
    hint: say("Mỗi dòng một việc, nhiều nhất 6", "One a line, six at most"),
  }),
  spoken: paragraph(say("Bài đọc loa xã, 30 giây", "For the loudspeaker, 30 seconds"), {
    max: 1_000,
  }).optional(),
  trick: pick(say("Thủ đoạn", "Trick")).optional(),
  severity: choice(
    say("Mức độ", "Severity"),
    sayEach(warningWords, (t) => t.severities),
  ),
  audience: choice(
    say("Gửi đến đâu", "Where it goes"),
    sayEach(warningWords, (t) => t.audiences),
  ),
  areas: paragraph(say("Nơi gặp", "Where it was seen"), {
    max: 5_000,
    rows: 3,
    hint: say("Mỗi dòng một xã, phường", "One commune a line"),
  }).optional(),
  indicators: several(say("Chỉ báo đi kèm", "Indicators that go along"), {
    hint: say(
      "Chỉ những cái đang phát; mỗi cái vẫn theo TLP của nó",
      "Only what is released; each keeps its own TLP",
    ),
  }).optional(),
  expiresOn: day(say("Hết hạn sau ngày", "Expires after"), {
    hint: say("Dài nhất 90 ngày", "90 days at most"),
  }),
}

export const newWarning = form({
  slug: "moi",
  verb: "warning.propose",
  title: say("Soạn cảnh báo", "Write a warning"),
  submit: say("Gửi người thứ hai đọc", "Send to a second person"),
  asks: { ...content, assignmentId: servesTask },
})

const reason = paragraph(say("Lý do", "Reason"), { max: 2_000 })

const bothTicked = say(
  "Đánh dấu cả hai điều mà máy không biết được",
  "Tick both things that the machine cannot know",
)

const stepForms = {
  release: form({
    slug: "phat",
    verb: "warning.release",
    title: say("Phát", "Release"),
    asks: {
      blamesNobody: must(
        say("Lời lẽ", "Words"),
        say(
          "Lời lẽ không nêu tên ai, không đổ lỗi cho ai, kể cả nhà mạng, ngân hàng, cơ quan bị mạo danh.",
          "It names nobody and blames nobody, nor the operator, bank or office that is impersonated.",
        ),
        bothTicked,
      ),
      isPlain: must(
        say("Dễ hiểu", "Plain"),
        say(
          "Người già đọc một lần là biết phải làm gì. Nếu chưa, trả về và chỉ chỗ khó hiểu.",
          "An old person reads it once and knows what to do. If not, give it back and say where.",
        ),
        bothTicked,
      ),
    },
  }),
  giveBack: form({
    slug: "tra-lai",
    verb: "warning.release",
    title: say("Trả về, nêu lý do", "Give it back, say why"),
    look: "second",
    asks: { reason },
  }),
  refuse: form({
    slug: "tu-choi",
    verb: "warning.release",
    title: say("Từ chối, không phát", "Refuse, do not release"),
    look: "harm",
    asks: { reason },
  }),
  takeBack: form({
    slug: "lay-lai",
    verb: "warning.propose",
    title: say("Lấy lại để sửa", "Take it back to change it"),
    look: "second",
    asks: {},
  }),
  edit: form({
    slug: "sua",
    verb: "warning.propose",
    title: say("Sửa", "Change"),
    follows: say(
      "Ai sửa cũng là người viết: người ấy không phát bài này.",
      "Whoever changes it is one who wrote it, and will not release it.",
    ),
    asks: content,
    edits: true,
  }),
  send: form({
    slug: "gui",
    verb: "warning.propose",
    title: say("Gửi người thứ hai đọc", "Send to a second person"),
    asks: {},
  }),
  drop: form({
    slug: "bo",
    verb: "warning.propose",
    title: say("Bỏ bản nháp", "Drop the draft"),
    look: "harm",
    asks: { reason },
  }),
  recall: form({
    slug: "thu-hoi",
    verb: "warning.propose",
    title: say("Thu hồi", "Recall"),
    submit: say("Thu hồi ngay", "Recall now"),
    follows: say(
      "Một người là đủ, có hiệu lực ngay. Lý do được nêu ở trang công khai.",
      "One person is enough; it holds at once. The reason is told on the public page.",
    ),
    look: "harm",
    asks: { reason },
  }),
} satisfies Partial<Record<Step, Form<Action>>>

/** Where others recalled what its words name. */
const keep = form({
  slug: "giu-nguyen",
  verb: "warning.propose",
  title: say("Đã xem lại, giữ nguyên", "Looked at again, kept as it is"),
  follows: say(
    "Trang công khai thôi ghi rằng cảnh báo này đang được xem lại.",
    "The public page no longer says that this warning is being looked at again.",
  ),
  look: "second",
  asks: { reason },
})

export const warningForms = { ...stepForms, keep, serve: serveWarning }
export type WarningFormName = keyof typeof warningForms
export const warningFormNames = Object.keys(warningForms) as WarningFormName[]
