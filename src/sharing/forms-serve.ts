/** Which task of a letter something serves: a question of other forms, and a form of its own. */
import { form, pick } from "../kernel/forms/index.ts"
import { say } from "../kernel/words.ts"

export const servesTask = pick(
  say("Nhiệm vụ của văn bản mà việc này thực hiện", "Task of a letter that this serves"),
  {
    hint: say(
      "Đề xuất đứng đầu, theo lời của nhiệm vụ; bỏ trống nếu không thuộc nhiệm vụ nào",
      "Proposals come first, by the task's words; leave it empty where it serves none",
    ),
  },
).optional()

const asks = { assignmentId: servesTask }
const title = say("Gắn với nhiệm vụ của văn bản", "Name the task that it serves")
const submit = say("Lưu nhiệm vụ", "Save the task")

export const serveIndicator = form({
  slug: "nhiem-vu",
  verb: "indicator.answer",
  title,
  submit,
  look: "second",
  asks,
})
export const serveWarning = form({
  slug: "nhiem-vu",
  verb: "warning.propose",
  title,
  submit,
  look: "second",
  asks,
})
