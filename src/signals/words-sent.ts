/** Words of the list of what a body handed in. */
import { plural } from "../kernel/format.ts"
import { defineWords } from "../kernel/words.ts"

export const sentWords = defineWords({
  vi: {
    nav: "Tin đã gửi",
    title: (n: string) => `${n} tin đơn vị bạn đã gửi`,
    none: "Đơn vị bạn chưa gửi tin nào",
    noneHint: "Tin gửi bằng mẫu, bằng danh sách hay bằng chương trình (API) hiện ở đây cùng tình trạng.",
    caption: "Tin đã gửi, mới nhất trước",
    lead: "Nội dung tin thuộc cơ quan nhận; ở đây là thứ đã nêu và tin đang ở đâu.",
    sent: "Gửi lúc",
    named: "Đã nêu",
    nothing: "không nêu số, đường dẫn",
    door: "Cách gửi",
    doors: { form: "mẫu", file: "danh sách", api: "chương trình" } as Record<string, string>,
    state: "Tình trạng",
    holder: "Cơ quan nhận",
    changed: "Thay đổi",
    note: "Lời cơ quan",
    report: "Báo tin",
  },
  en: {
    nav: "Sent",
    title: (n: string) => `${n} ${plural(Number(n), "tip", "tips")} sent by your body`,
    none: "Your body has sent no tip yet",
    noneHint: "What is sent by form, list or program (API) stands here with where it is.",
    caption: "Tips sent, newest first",
    lead: "A tip's words belong to the body that received it; here is what it named and where it stands.",
    sent: "Sent at",
    named: "Named",
    nothing: "no number or link",
    door: "By",
    doors: { form: "form", file: "list", api: "program" } as Record<string, string>,
    state: "Where it stands",
    holder: "Received by",
    changed: "Changed",
    note: "What the body says",
    report: "Report",
  },
})
