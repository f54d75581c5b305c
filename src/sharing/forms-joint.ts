/** What may be done with a joint action. */
import { choice, day, form, paragraph, several, text } from "../kernel/forms/index.ts"
import { say, sayEach } from "../kernel/words.ts"
import { servesTask } from "./forms-serve.ts"
import { jointWords } from "./words-joint.ts"

export const newJoint = form({
  slug: "moi",
  verb: "indicator.propose",
  title: say(jointWords.vi.propose, jointWords.en.propose),
  asks: {
    title: text(say("Tên việc", "Name"), { max: 160 }),
    what: paragraph(say("Làm gì, đến đâu là xong", "What to do, and when it is done"), {
      max: 4_000,
      rows: 5,
      hint: say(
        "Không viết số, tài khoản: chia sẻ chúng bằng chỉ báo",
        "No numbers or accounts: share them as indicators",
      ),
    }),
    dueOn: day(say("Xong trước ngày", "Done by")),
    bodies: several(say("Mời cùng làm", "Who is asked to join")),
    assignmentId: servesTask,
  },
})

export const jointForms = {
  answer: form({
    slug: "tra-loi",
    verb: "indicator.answer",
    title: say("Trả lời phần của đơn vị mình", "Answer for your own part"),
    follows: say(
      "Nơi chủ trì thấy câu trả lời này. Trả lời lại thì câu sau thay câu trước.",
      "Who leads it reads this answer. A later answer stands in place of the earlier.",
    ),
    asks: {
      answer: choice(
        say("Trả lời", "Answer"),
        sayEach(jointWords, (t) => t.answers),
      ),
      note: paragraph(say("Nói thêm, không nêu khách hàng", "More, naming no customer"), {
        max: 2_000,
      }).optional(),
      assignmentId: servesTask,
    },
  }),
  finish: form({
    slug: "xong",
    verb: "indicator.propose",
    title: say("Kết thúc: đã xong", "End it: done"),
    asks: { outcome: paragraph(say("Kết quả", "Outcome"), { max: 4_000 }) },
  }),
  drop: form({
    slug: "bo",
    verb: "indicator.propose",
    title: say("Bỏ việc này", "Drop it"),
    look: "harm",
    asks: { outcome: paragraph(say("Lý do", "Reason"), { max: 4_000 }) },
  }),
}
export type JointFormName = keyof typeof jointForms
export const jointFormNames = Object.keys(jointForms) as JointFormName[]
