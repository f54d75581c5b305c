/** What an officer may do with a tip: each form's address, what it asks, the verb of the policy that it needs. */
import type { Action } from "../accounts/index.ts"
import { choice, type Form, form, hidden, paragraph, pick, text } from "../kernel/forms/index.ts"
import { type Say, say, sayEach, sayOf } from "../kernel/words.ts"
import { lawfulSteps, type State } from "./domain/life.ts"
import { noteForms } from "./forms-notes.ts"
import { deskWords } from "./words-desk.ts"
import { dueWords } from "./words-dues.ts"
import { retentionWords } from "./words-retention.ts"
import { signalWords } from "./words-signal.ts"

const typed = (label: Say) => paragraph(label, { max: 4_000 })
const reason = typed(say("Lý do", "Reason"))
/** The other tip: chosen from the list, or its address pasted. */
const other = {
  into: pick(say("Tin kia", "The other report")).optional(),
  link: text(say("Hoặc dán địa chỉ của tin kia", "Or paste its address")).optional(),
}
const indicatorId = hidden()

/** Steps of its life, in the order of a good day. */
export const stepForms = {
  admit: form({
    slug: "cho-vao",
    verb: "signal.handle",
    title: say("Cho vào danh sách", "Let in"),
    follows: say("Tin vào danh sách chờ xử lý như mọi tin khác.", "It joins the queue like any other."),
    asks: {},
  }),
  assign: form({
    slug: "giao",
    verb: "signal.handle",
    title: say("Giao người xử lý", "Assign"),
    follows: say("Tin nằm trong ngăn “Của tôi” của người được giao.", "It is in that person's “Mine”."),
    edits: true,
    asks: { officerId: pick(say("Người xử lý", "Who")) },
  }),
  ask: form({
    slug: "hoi",
    verb: "signal.handle",
    title: say("Hỏi người báo", "Ask the reporter"),
    follows: say(
      "Người báo đọc câu hỏi ở trang theo dõi và trả lời không cần nêu tên. Đừng hỏi mật khẩu hay mã xác thực.",
      "The reporter reads it on the follow page and answers without a name. Never ask for passwords or codes.",
    ),
    asks: { text: typed(say("Câu hỏi", "Question")) },
  }),
  forward: form({
    slug: "chuyen",
    verb: "signal.forward",
    title: say("Chuyển nơi khác", "Forward"),
    follows: say(
      "Nơi nhận thấy lời đã che và các đầu mối; không thấy danh tính. Họ ký nhận hoặc trả lại, kết quả tự quay về.",
      "They see the masked words and the clues, no identity. They sign or return; the outcome flows back.",
    ),
    asks: { toBodyId: pick(say("Nơi nhận", "To")), reason },
  }),
  merge: form({
    slug: "gop",
    verb: "signal.handle",
    title: say("Gộp vào tin khác", "Merge into another"),
    follows: say(
      "Hai tin vẫn còn nguyên; người báo tin này đọc kết quả của tin kia. Tách ra được.",
      "Both stay; this one's reporter reads what the other says. It can be split again.",
    ),
    asks: other,
  }),
  close: form({
    slug: "ket-thuc",
    verb: "signal.handle",
    title: say("Kết thúc", "Close"),
    follows: say(
      "Lý do trở thành lời trả lời cho người báo.",
      "The reason becomes the answer to the reporter.",
    ),
    asks: {
      closeReason: choice(
        say("Kết quả", "Outcome"),
        sayEach(signalWords, (t) => t.closeReasons),
      ),
      note: typed(say("Lời thêm cho người báo", "More for the reporter")).optional(),
      ...other,
    },
  }),
  split: form({
    slug: "tach",
    verb: "signal.handle",
    title: say("Tách ra lại", "Split again"),
    follows: say("Tin trở lại danh sách chờ xử lý.", "It is back in the queue."),
    asks: { reason },
  }),
  reopen: form({
    slug: "mo-lai",
    verb: "signal.handle",
    title: say("Mở lại", "Reopen"),
    follows: say("Tin trở lại danh sách chờ xử lý.", "It is back in the queue."),
    asks: { reason },
  }),
}

/** Putting right what was read, and opening what is sealed: at any time. */
const otherForms = {
  ...noteForms("signal.handle"),
  holdBack: form({
    slug: "giu-lai",
    verb: "signal.handle",
    title: sayOf(retentionWords, (t) => t.hold.title),
    follows: sayOf(retentionWords, (t) => t.hold.follows),
    look: "second",
    asks: {
      holdReason: paragraph(
        sayOf(retentionWords, (t) => t.hold.reason),
        { max: 1_000 },
      ),
    },
  }),
  liftHold: form({
    slug: "thoi-giu-lai",
    verb: "signal.handle",
    title: sayOf(retentionWords, (t) => t.lift.title),
    follows: sayOf(retentionWords, (t) => t.lift.follows),
    look: "second",
    asks: {},
  }),
  moving: form({
    slug: "con-chuyen",
    verb: "signal.handle",
    title: say("Tiền còn chuyển không?", "Is money still moving?"),
    follows: say(
      "Còn: tin đứng đầu danh sách thêm một ngày. Không: tin xuống mức “Đã qua”.",
      "Yes: it heads the queue for another day. No: it becomes “Past”.",
    ),
    asks: {
      isMoving: choice(say("Người báo hoặc ngân hàng trả lời", "The reporter or the bank says"), {
        yes: say("Còn đang chuyển", "It still moves"),
        no: say("Không còn, hoặc đã chặn được", "No longer, or it was stopped"),
      }),
    },
  }),
  classify: form({
    slug: "phan-loai",
    verb: "signal.handle",
    title: say("Sửa thủ đoạn, mức khẩn cấp", "Correct trick and urgency"),
    follows: say("Máy đọc theo từ ngữ; bạn quyết định.", "The program reads words; you decide."),
    asks: {
      type: pick(say("Thủ đoạn", "Trick")),
      urgency: choice(
        say("Mức khẩn cấp", "Urgency"),
        sayEach(deskWords, (t) => t.urgencies),
      ),
    },
    edits: true,
  }),
  told: form({
    slug: "da-bao-tiep-nhan",
    verb: "signal.handle",
    title: sayOf(dueWords, (t) => t.told.title),
    follows: sayOf(dueWords, (t) => t.told.follows),
    asks: {
      how: choice(
        sayOf(dueWords, (t) => t.told.how),
        sayEach(dueWords, (t) => t.told.hows),
      ),
    },
  }),
  name: form({
    slug: "them-dinh-danh",
    verb: "signal.handle",
    title: say("Thêm số, tài khoản, đường dẫn", "Add numbers, accounts, links"),
    follows: say("Đối chiếu ngay với các tin khác.", "Compared with other reports at once."),
    asks: {
      typed: typed(say("Số, tài khoản, đường dẫn; mỗi dòng một mục", "Numbers, accounts, links; one a line")),
    },
  }),
  setRole: form({
    slug: "vai-tro",
    verb: "signal.handle",
    title: say("Sửa vai trò", "Correct a role"),
    asks: {
      indicatorId,
      role: choice(
        say("Vai trò", "Role"),
        sayEach(signalWords, (t) => t.roles),
      ),
    },
    edits: true,
  }),
  lookUp: form({
    slug: "noi-khac",
    verb: "signal.handle",
    title: say("Hỏi nơi khác", "Ask elsewhere"),
    asks: { indicatorId },
  }),
  askShare: form({
    slug: "xin-chia-se",
    verb: "signal.forward",
    title: say("Xin chia sẻ", "Ask to share"),
    asks: { indicatorId, reason },
  }),
  mask: form({
    slug: "loi-da-che",
    verb: "signal.open-text",
    title: say("Lưu lời đã che", "Keep the masked words"),
    follows: say(
      "Bạn xác nhận đã đọc cả hai bản. Từ nay lời này đi theo tin.",
      "You confirm that you read both. From now on these words go along.",
    ),
    // The masked text of a long tip is as long as the tip.
    asks: { redactedText: paragraph(say("Lời đã che", "Masked words"), { max: 20_000, rows: 8 }) },
    edits: true,
  }),
  openText: form({
    slug: "mo-nguyen-van",
    verb: "signal.open-text",
    title: say("Mở nguyên văn", "Open the full text"),
    follows: say(
      "Nguyên văn có thể chứa danh tính. Việc mở và lý do được ghi vào nhật ký.",
      "The full text may hold an identity. The opening and its reason are journaled.",
    ),
    asks: { reason },
    look: "harm",
  }),
  openIdentity: form({
    slug: "mo-danh-tinh",
    verb: "signal.open-identity",
    title: say("Mở danh tính người báo", "Open the reporter's identity"),
    follows: say(
      "Chỉ mở khi luật cho phép. Việc mở và lý do được ghi vào nhật ký, người kiểm tra sẽ đọc.",
      "Only where the law allows. The opening and its reason are journaled and will be read.",
    ),
    asks: { reason },
    look: "harm",
  }),
}

/** They stand with the clue that they are about; what is wrong with one is said above the page. */
export const besideAClue: readonly string[] = ["setRole", "lookUp", "askShare"]

export const forms = { ...stepForms, ...otherForms } satisfies Record<string, Form<Action>>
export type StepName = keyof typeof stepForms
export type FormName = keyof typeof forms
export const formNames = Object.keys(forms) as readonly FormName[]

/** Forms of the life that are lawful in this state. */
export function stepsFor(state: State): StepName[] {
  const lawful: readonly string[] = lawfulSteps(state)
  return (Object.keys(stepForms) as StepName[]).filter((name) => lawful.includes(name))
}

const desk = (of: (t: (typeof deskWords)["vi"]) => string) => sayOf(deskWords, of)

/** A tip that another body takes for our work is signed for with a number of our own, or goes back with a reason. */
export const arriving = {
  receive: form({
    slug: "ky-nhan",
    verb: "signal.handle",
    title: desk((t) => t.forwards.receive),
    asks: {
      number: text(
        desk((t) => t.forwards.number),
        {
          max: 60,
          hint: say(
            `${deskWords.vi.forwards.numberHint} ${deskWords.vi.forwards.receiveHint}`,
            `${deskWords.en.forwards.numberHint} ${deskWords.en.forwards.receiveHint}`,
          ),
          wrong: desk((t) => t.forwards.missing.number),
        },
      ),
    },
  }),
  sendBack: form({
    slug: "tra-lai",
    verb: "signal.handle",
    title: desk((t) => t.forwards.giveBack),
    asks: {
      reason: paragraph(
        desk((t) => t.forwards.reason),
        {
          ...{ max: 1_000, rows: 2 },
          wrong: desk((t) => t.forwards.missing.reason),
        },
      ),
    },
    look: "harm",
  }),
}

/** What another body asked to share; the button says whether it is. */
export const shareAnswer = form({
  slug: "tra-loi",
  verb: "signal.forward",
  title: desk((t) => t.shares.share),
  asks: {
    answer: paragraph(
      desk((t) => t.shares.answer),
      {
        max: 2_000,
        hint: desk((t) => t.shares.answerHint),
        wrong: desk((t) => t.shares.missing),
      },
    ),
  },
})

const idIn = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/
/** The tip that is meant; null where neither field names one. */
export const otherOf = ({ into, link }: { into: string | null; link: string | null }): string | null =>
  idIn.exec(into ?? "")?.[0] ?? idIn.exec(link ?? "")?.[0] ?? null
