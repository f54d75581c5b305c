/** Forms of a material. */
import { choice, form, paragraph, pick, text } from "../../kernel/forms/index.ts"
import { say, sayEach } from "../../kernel/words.ts"
import { materialWords } from "./words.ts"

const lang = choice(
  say("Ngôn ngữ", "Language"),
  sayEach(materialWords, (t) => t.langs),
)
const content = {
  lang,
  title: text(say("Tiêu đề", "Title"), { max: 160 }),
  lead: paragraph(say("Chuyện gì", "What it is about"), {
    max: 2_000,
    hint: say(
      "Hai, ba câu bằng lời của mình; không tên, không số của ai",
      "Two or three sentences of your own; nobody's name or number",
    ),
  }),
  points: paragraph(say("Điều cần nhớ", "What to remember"), {
    max: 1_300,
    rows: 4,
    hint: say("Mỗi dòng một điều, nhiều nhất 6", "One a line, six at most"),
  }),
  toDo: paragraph(say("Làm gì", "What to do"), {
    max: 1_300,
    rows: 4,
    hint: say("Mỗi dòng một việc, nhiều nhất 6", "One a line, six at most"),
  }),
  spoken: paragraph(say("Bài đọc loa", "For the loudspeaker"), {
    max: 4_000,
    rows: 5,
    hint: say("Viết như nói; khoảng 130 tiếng là một phút", "As one speaks; some 130 syllables are a minute"),
  }).optional(),
}

export const newMaterial = form({
  slug: "moi",
  verb: "material.write",
  title: say("Soạn tài liệu", "Write a material"),
  submit: say("Gửi người thứ hai đọc", "Send to a second person"),
  asks: { ...content, campaignId: pick(say("Của chiến dịch", "Of the campaign")).optional() },
})

export const materialForms = {
  release: form({
    slug: "phat-hanh",
    verb: "awareness.publish",
    title: say("Phát hành", "Release"),
    edits: true,
    follows: say(
      "Ai cũng đọc, in được ngay. Bản cùng ngôn ngữ đang phát hành được thay.",
      "Everybody reads and prints it at once. The released version in that language is replaced.",
    ),
    asks: { lang },
  }),
  refuse: form({
    slug: "tra-lai",
    verb: "awareness.publish",
    title: say("Trả lại người soạn", "Send it back"),
    look: "second",
    edits: true,
    asks: { lang, note: paragraph(say("Cần sửa gì", "What to put right"), { max: 2_000 }) },
  }),
  write: form({
    slug: "ban-moi",
    verb: "material.write",
    title: say("Soạn bản mới", "Write a new version"),
    submit: say("Gửi người thứ hai đọc", "Send to a second person"),
    look: "second",
    asks: content,
  }),
  withdraw: form({
    slug: "thu-hoi",
    verb: "awareness.publish",
    title: say("Thu hồi khỏi trang công khai", "Take it away from the public"),
    look: "harm",
    asks: { lang, note: paragraph(say("Lý do", "Reason"), { max: 2_000 }) },
  }),
} as const
export type MaterialFormName = keyof typeof materialForms
export const materialFormNames = Object.keys(materialForms) as MaterialFormName[]
