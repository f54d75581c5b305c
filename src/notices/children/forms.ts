/** Forms of the committee that was told of a child in danger. */
import { form, paragraph } from "../../kernel/forms/index.ts"
import { say } from "../../kernel/words.ts"

export const childForms = {
  receive: form({
    slug: "nhan",
    verb: "notice.draft",
    title: say("Nhận tin", "Take it"),
    follows: say("Nơi báo thấy ngay ai đã nhận.", "Who told you sees at once who took it."),
    asks: {},
  }),
  close: form({
    slug: "da-xu-ly",
    verb: "notice.draft",
    title: say("Ghi việc đã làm", "Say what was done"),
    asks: {
      note: paragraph(say("Đã can thiệp thế nào", "How you intervened"), {
        max: 4_000,
        rows: 4,
        hint: say(
          "Đã gặp trẻ lúc nào, ai ở cạnh, đã áp dụng biện pháp gì",
          "When the child was met, who is with it, which measures were taken",
        ),
      }),
    },
  }),
} as const
export type ChildFormName = keyof typeof childForms
export const childFormNames = Object.keys(childForms) as ChildFormName[]
