/** Forms of a proposal and of a request for an opinion, declared once (decision 0012). */
import { namingWords } from "../directives/index.ts"
import {
  choice,
  day,
  form,
  lines,
  listed,
  paragraph,
  pick,
  several,
  text,
  tick,
} from "../kernel/forms/index.ts"
import { say, sayEach } from "../kernel/words.ts"
import { words } from "./words.ts"

const problemMax = 8_000
const whatItSays = {
  title: text(say("Đề xuất điều gì", "What is proposed"), {
    hint: say("Một câu, như trích yếu của tờ trình", "One sentence, as the subject of the paper"),
  }),
  problem: paragraph(say("Vấn đề", "The problem"), {
    max: problemMax,
    rows: 6,
    hint: say(
      "Điều gì đang xảy ra, vì sao cách đang làm chưa đủ, căn cứ pháp luật",
      "What happens, why what is done is not enough, the legal ground",
    ),
  }),
  toBody: pick(say("Trình", "Goes to")),
  ministry: text(say("Tên Bộ", "Name of the ministry"), {
    max: 200,
    hint: say("Chỉ khi trình Bộ", "Only where it goes to a ministry"),
  }).optional(),
}

export const newProposal = form({
  slug: "moi",
  verb: "proposal.write",
  title: say("Soạn đề xuất", "Write a proposal"),
  submit: say("Lưu đề xuất", "Save the proposal"),
  asks: whatItSays,
})

const reason = (label = say("Lý do", "Reason")) => paragraph(label, { max: 2_000 })
const paperNumber = text(say("Số, ký hiệu văn bản", "Number of the paper"), { max: 60 })
const paperDay = day(say("Ngày văn bản", "Day of the paper"))

export const proposalForms = {
  consult: form({
    slug: "lay-y-kien",
    verb: "proposal.write",
    title: say("Gửi lấy ý kiến", "Ask for opinions"),
    follows: say(
      "Mỗi cơ quan nhận đúng nội dung này, trả lời riêng, không thấy trả lời của nhau.",
      "Each body gets these words, answers by itself and does not see the others.",
    ),
    asks: {
      bodies: several(say("Cơ quan được hỏi", "Bodies")),
      question: paragraph(say("Nội dung hỏi", "What is asked"), { max: 4_000 }),
      dueOn: day(say("Hạn trả lời", "Answer by")),
    },
  }),
  close: form({
    slug: "ket-thuc-lay-y-kien",
    verb: "proposal.write",
    title: say("Kết thúc lấy ý kiến", "End the consultation"),
    follows: say(
      "Cơ quan chưa trả lời được ghi là không trả lời.",
      "Bodies that did not answer are noted as such.",
    ),
    asks: {},
  }),
  take: form({
    slug: "tiep-thu",
    verb: "proposal.write",
    title: say("Xử lý ý kiến", "Deal with an opinion"),
    asks: {
      requestId: pick(say("Ý kiến của", "Opinion of")),
      taken: choice(
        say("Xử lý", "How"),
        sayEach(words, (t) => t.takings),
      ),
      note: paragraph(say("Nội dung tiếp thu, giải trình", "What is taken up, or why not"), {
        max: 3_800,
        hint: say("Bắt buộc khi chưa tiếp thu hết", "Needed where not all of it is taken up"),
      }).optional(),
    },
  }),
  paper: form({
    slug: "van-ban",
    verb: "proposal.write",
    title: say("Soạn văn bản trình", "Draft the paper"),
    follows: say(
      "Văn bản đi qua soát xét, ký, lấy số như mọi văn bản đi; bảng tổng hợp ý kiến là phụ lục.",
      "It goes through review, signature and number as every outgoing document; the synthesis is its annex.",
    ),
    asks: {
      kind: choice(
        say("Loại", "Kind"),
        sayEach(words, (t) => t.paperKinds),
      ),
      signerId: pick(say("Người ký", "Signer")),
    },
  }),
  submit: form({
    slug: "trinh",
    verb: "proposal.write",
    title: say("Ghi đã trình", "Note that it was submitted"),
    asks: { number: paperNumber, on: paperDay },
  }),
  decide: form({
    slug: "quyet-dinh",
    verb: "proposal.write",
    title: say("Ghi kết quả", "Note the outcome"),
    asks: {
      outcome: choice(
        say("Kết quả", "Outcome"),
        sayEach(words, (t) => t.outcomes),
      ),
      number: paperNumber,
      on: paperDay,
      note: paragraph(say("Nội dung, lý do", "What was decided, and why"), {
        max: 4_000,
        hint: say("Bắt buộc khi không chấp thuận toàn bộ", "Needed unless all of it is approved"),
      }).optional(),
    },
  }),
  follow: form({
    slug: "giao-viec",
    verb: "proposal.write",
    title: say("Gắn văn bản giao việc", "Name the letter that gives the tasks"),
    asks: { directiveId: pick(say("Văn bản giao việc", "Letter with the tasks")) },
  }),
  keep: form({
    slug: "so-lieu",
    verb: "proposal.write",
    title: say("Giữ số liệu", "Keep figures"),
    look: "second",
    asks: {
      period: pick(say("Kỳ", "Period")),
      figures: several(say("Chỉ tiêu", "Figures")),
    },
  }),
  drop: form({
    slug: "bo-so-lieu",
    verb: "proposal.write",
    title: say("Bỏ số liệu", "Drop a figure"),
    look: "second",
    asks: { snapshotId: pick(say("Số liệu", "Figure")) },
  }),
  weigh: form({
    slug: "phuong-an",
    verb: "proposal.write",
    title: say("Thêm phương án", "Add an option"),
    look: "second",
    asks: {
      title: text(say("Phương án", "Option")),
      effects: paragraph(say("Hệ quả", "Consequences"), {
        max: 4_000,
        hint: say("Tác động đến ai, lợi, hại, rủi ro", "For whom; gains, harm, risks"),
      }),
      cost: text(say("Chi phí, nguồn lực", "Cost and means"), { max: 1_000 }).optional(),
      isProposed: tick(
        say("Phương án đề xuất chọn", "The proposed option"),
        say("Đây là phương án đề xuất chọn", "This is the option that is proposed"),
      ),
    },
  }),
  choose: form({
    slug: "chon-phuong-an",
    verb: "proposal.write",
    title: say("Chọn hoặc bỏ phương án", "Propose or drop an option"),
    look: "second",
    asks: {
      optionId: pick(say("Phương án", "Option")),
      how: listed(say("Việc", "What"), {
        propose: say("Đề xuất chọn", "Propose it"),
        drop: say("Bỏ phương án", "Drop it"),
      }),
    },
  }),
  rewrite: form({
    slug: "noi-dung",
    verb: "proposal.write",
    title: say("Sửa nội dung", "Change the words"),
    look: "second",
    edits: true,
    asks: whatItSays,
  }),
  goUnasked: form({
    slug: "khong-lay-y-kien",
    verb: "proposal.write",
    title: say("Không lấy ý kiến", "Ask nobody"),
    look: "second",
    asks: { reason: reason(say("Vì sao không lấy ý kiến", "Why nobody is asked")) },
  }),
  give: form({
    slug: "giao-theo-quyet-dinh",
    verb: "directive.issue",
    title: say("Giao việc theo quyết định", "Give the tasks that follow"),
    follows: say(
      "Mỗi việc thành một nhiệm vụ của từng cơ quan được chọn, theo dõi như văn bản chỉ đạo.",
      "Each becomes a task of every body that is chosen, followed like those of any letter.",
    ),
    asks: {
      tasks: lines(say("Việc phải làm", "What is to be done"), {
        max: 20,
        rows: 4,
        hint: say("Mỗi dòng một việc, nhiều nhất 20", "One a line, twenty at most"),
      }),
      bodies: several(say("Cơ quan làm", "Bodies that do it")),
      dueOn: day(say("Xong trước hết ngày", "Done by the end of")),
    },
  }),
  serve: form({
    slug: "nhiem-vu",
    verb: "proposal.write",
    title: namingWords.title,
    submit: namingWords.submit,
    look: "second",
    asks: { assignmentId: pick(namingWords.task, { hint: namingWords.hint }).optional() },
  }),
  withdraw: form({
    slug: "thoi",
    verb: "proposal.write",
    title: say("Thôi không trình", "Withdraw it"),
    look: "harm",
    asks: { reason: reason() },
  }),
} as const
export type ProposalFormName = keyof typeof proposalForms
export const proposalFormNames = Object.keys(proposalForms) as ProposalFormName[]

export const requestForms = {
  answer: form({
    slug: "tra-loi",
    verb: "proposal.answer",
    title: say("Trả lời ý kiến", "Give the opinion"),
    follows: say(
      "Gửi rồi thì không sửa được; chỉ cơ quan hỏi đọc.",
      "It cannot be changed once sent; only who asked reads it.",
    ),
    asks: {
      stance: choice(
        say("Ý kiến", "Opinion"),
        sayEach(words, (t) => t.stances),
      ),
      opinion: paragraph(say("Nội dung ý kiến", "What is said"), { max: 3_800, rows: 5 }).optional(),
    },
  }),
} as const
export type RequestFormName = keyof typeof requestForms
