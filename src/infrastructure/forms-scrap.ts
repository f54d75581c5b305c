/** A notice to dealers of scrap: written, brought to them, withdrawn. */
import { day, form, number, paragraph, pick, several, text } from "../kernel/forms/index.ts"
import { say } from "../kernel/words.ts"

export const newScrapNotice = form({
  slug: "moi",
  verb: "incident.report",
  title: say("Thông báo cơ sở thu mua phế liệu", "Notice to dealers of scrap"),
  asks: {
    incidentId: pick(say("Theo sự cố", "Of the incident"), {
      hint: say("Để trống nếu không theo một sự cố nào", "Empty where it is of none"),
    }).optional(),
    goods: text(say("Vật cần để ý", "What to look out for"), {
      max: 500,
      hint: say(
        "Ví dụ: dây đồng tiếp địa M50, ắc quy 2 V",
        "For example: copper earth cable M50, 2 V batteries",
      ),
    }),
    marks: text(say("Dấu hiệu nhận ra", "Marks"), {
      max: 1_000,
      hint: say(
        "Ví dụ: vỏ in tên nhà mạng, số sê-ri, vết cắt",
        "For example: an operator's print, serial number, cuts",
      ),
    }).optional(),
    areas: several(say("Xã, phường nhận thông báo", "Communes that are told")),
    contact: text(say("Báo tin cho ai", "Whom to tell"), {
      max: 300,
      hint: say("Tên, chức vụ, điện thoại của người trực", "Name, post and telephone of who is on duty"),
    }),
    untilOn: day(say("Có hiệu lực đến hết ngày", "Holds until")),
    text: paragraph(say("Lời thông báo", "The text"), {
      max: 3_000,
      rows: 5,
      hint: say(
        "Để trống: dùng lời soạn sẵn. Không nêu trạm, tuyến, tên người bị nghi",
        "Empty: the words that stand ready. No station, no route, no name of who is suspected",
      ),
    }).optional(),
  },
})

export const scrapForms = {
  note: form({
    slug: "da-pho-bien",
    verb: "incident.report",
    title: say("Ghi đã phổ biến", "Note as told"),
    asks: {
      dealers: number(say("Đã đến mấy cơ sở", "How many dealers were told"), { least: 0, most: 10_000 }),
      note: text(say("Nói thêm", "More"), { max: 1_000 }).optional(),
    },
  }),
  withdraw: form({
    slug: "thu-hoi",
    verb: "incident.report",
    title: say("Thu hồi thông báo", "Withdraw the notice"),
    look: "harm",
    asks: {},
  }),
}
export type ScrapFormName = keyof typeof scrapForms
