/** Forms of a true story. */
import { choice, form, paragraph, pick, text } from "../../kernel/forms/index.ts"
import { say, sayEach } from "../../kernel/words.ts"
import { storyWords } from "./words.ts"

export const newStory = form({
  slug: "moi",
  verb: "material.write",
  title: say("Viết một chuyện", "Write a story"),
  submit: say("Gửi người thứ hai đọc", "Send to a second person"),
  asks: {
    source: text(say("Từ tin báo hoặc vụ việc nào", "From which tip or case"), {
      max: 300,
      hint: say("Chép địa chỉ trang của tin hoặc vụ vào đây", "Copy the address of its page"),
    }),
    trick: pick(say("Kiểu lừa", "Trick")),
    title: text(say("Tên chuyện", "Title"), {
      max: 120,
      hint: say("Ví dụ: Cuộc gọi lúc trưa", "Such as: A call at noon"),
    }),
    told: paragraph(say("Chuyện xảy ra thế nào", "What happened"), {
      max: 1_500,
      rows: 8,
      hint: say(
        "Bắt đầu ra sao, lúc nào tin, mất gì; không tên người, nơi, số",
        "How it began, what made them believe it, what was lost; no name, place or number",
      ),
    }),
    turn: paragraph(say("Điều đã cứu, hoặc lẽ ra cứu được", "What saved the day, or would have"), {
      max: 400,
      rows: 3,
      hint: say("Một việc ai cũng làm được", "One thing that anybody can do"),
    }),
    basis: choice(
      say("Người trong chuyện", "Whoever it happened to"),
      sayEach(storyWords, (t) => t.bases),
    ),
  },
})

export const storyForms = {
  release: form({
    slug: "phat-hanh",
    verb: "awareness.publish",
    title: say("Phát hành", "Release"),
    edits: true,
    follows: say(
      "Chuyện lên bảng số liệu công khai và trang của kiểu lừa ngay.",
      "It stands on the public board and on the page of its trick at once.",
    ),
    asks: {},
  }),
  refuse: form({
    slug: "tra-lai",
    verb: "awareness.publish",
    title: say("Trả lại người viết", "Send it back"),
    look: "second",
    edits: true,
    asks: { note: paragraph(say("Cần sửa gì", "What to put right"), { max: 2_000 }) },
  }),
  recall: form({
    slug: "rut",
    verb: "awareness.publish",
    title: say("Rút khỏi trang công khai", "Take it back from the public"),
    look: "harm",
    asks: { note: paragraph(say("Lý do", "Reason"), { max: 2_000 }) },
  }),
} as const
export type StoryFormName = keyof typeof storyForms
export const storyFormNames = Object.keys(storyForms) as StoryFormName[]
