/** Naming the task of a letter that a record serves: what any room's form asks and shows. */
import type { Option } from "../kernel/ui/index.ts"
import { type Lang, say } from "../kernel/words.ts"
import type { ServingReading, TaskOption } from "./actions/serving.ts"
import { shortened } from "./domain/shortened.ts"

export const namingWords = {
  title: say("Gắn với nhiệm vụ của văn bản", "Name the task that it serves"),
  submit: say("Lưu nhiệm vụ", "Save the task"),
  task: say("Nhiệm vụ của văn bản mà việc này thực hiện", "Task of a letter that this serves"),
  hint: say(
    "Đề xuất đứng đầu, theo lời của nhiệm vụ; bỏ trống nếu không thuộc nhiệm vụ nào",
    "Proposals come first, by the task's words; leave it empty where it serves none",
  ),
  serves: say("Việc này là tiến độ của nhiệm vụ:", "It counts as progress of the task:"),
  gone: say(
    "Nhiệm vụ này không còn là của cơ quan bạn: chọn nhiệm vụ khác",
    "This task is not your body's any more: choose another",
  ),
  proposed: say("Đề xuất, theo lời nhiệm vụ", "Proposed, by the task's words"),
  others: say("Các nhiệm vụ khác", "Other tasks"),
}

const textCharsMax = 90

/** "12/CT-UBND, 1.2: Chia sẻ thông tin …" */
export const taskNamed = ({ directive, path, text }: Pick<TaskOption, "directive" | "path" | "text">) =>
  `${directive}, ${path}: ${shortened(text, textCharsMax)}`

/** Proposals in a group of their own, first; the task that is named already stays there to be kept. */
export function taskOptions({ now, tasks }: ServingReading, lang: Lang): Option[] {
  const kept = now === null || tasks.some(({ id }) => id === now.id) ? [] : [{ ...now, isProposed: false }]
  return [...tasks, ...kept].map((one) => ({
    value: one.id,
    label: taskNamed(one),
    group: (one.isProposed ? namingWords.proposed : namingWords.others)[lang],
  }))
}

/** What the form begins with: the task that is named, else the best proposal. */
export const taskChosen = ({ now, tasks }: ServingReading) => ({
  assignmentId: now?.id ?? tasks.find(({ isProposed }) => isProposed)?.id ?? "",
})

/** There is a task to name, or one to take back. */
export const hasTask = ({ now, tasks }: ServingReading) => now !== null || tasks.length > 0
