/** What may be done with an incident's evidence: goods that were recovered, and who saw it. */
import { day, form, hidden, paragraph, text } from "../kernel/forms/index.ts"
import { say } from "../kernel/words.ts"

export const evidenceForms = {
  recover: form({
    slug: "tang-vat",
    verb: "incident.report",
    title: say("Ghi tang vật thu hồi", "Note recovered goods"),
    look: "second",
    asks: {
      what: text(say("Tang vật", "What"), {
        max: 300,
        hint: say("Ví dụ: dây đồng tiếp địa M50", "For example: copper earth cable M50"),
      }),
      amount: text(say("Số lượng", "How much"), {
        max: 100,
        hint: say("Ví dụ: 42 m, khoảng 21 kg", "For example: 42 m, about 21 kg"),
      }),
      marks: text(say("Dấu hiệu nhận ra", "Marks"), {
        max: 1_000,
        hint: say(
          "Ví dụ: vỏ in chữ, số sê-ri, vết cắt",
          "For example: print on the sheath, serial number, cuts",
        ),
      }).optional(),
      recoveredOn: day(say("Ngày thu hồi", "Day of the recovery")),
      foundAt: text(say("Thu hồi ở đâu", "Where it was found"), { max: 300 }).optional(),
      keptAt: text(say("Đang giữ ở đâu", "Where it is kept"), { max: 300 }),
    },
  }),
  /** Beside each thing that is kept. */
  giveBack: form({
    slug: "tra-lai",
    verb: "incident.report",
    title: say("Ghi đã trả lại", "Note as given back"),
    look: "second",
    asks: {
      thing: hidden(),
      returnedOn: day(say("Ngày trả lại", "Day on which it was given back")),
      returnedTo: text(say("Trả cho ai", "To whom"), { max: 300 }),
    },
  }),
  witness: form({
    slug: "nguoi-lam-chung",
    verb: "incident.report",
    title: say("Ghi người làm chứng (niêm phong)", "Note a witness (sealed)"),
    look: "second",
    follows: say(
      "Họ tên, liên hệ được niêm phong: chỉ công an và cơ quan ghi mở được, mỗi lần mở có lý do và vào nhật ký. Điều đã thấy thì người xem được vụ việc đọc được.",
      "Name and contact are sealed: only the police and the agency that wrote them open them, each time with a reason and in the journal. What was seen is read by who works on it.",
    ),
    asks: {
      saw: paragraph(say("Điều đã thấy", "What was seen"), {
        max: 2_000,
        hint: say(
          "Không ghi tên, số điện thoại, nhà của người làm chứng",
          "No name, number or home of the witness",
        ),
      }),
      name: text(say("Họ tên người làm chứng", "Name of the witness"), { max: 200 }),
      contact: text(say("Cách liên hệ", "How to reach them"), { max: 300 }),
    },
  }),
  /** Beside each witness. */
  openWitness: form({
    slug: "mo-niem-phong",
    verb: "signal.open-identity",
    title: say("Mở danh tính người làm chứng", "Open the witness's identity"),
    follows: say(
      "Chỉ mở khi luật cho phép. Việc mở và lý do được ghi vào nhật ký, người kiểm tra sẽ đọc.",
      "Only where the law allows. The opening and its reason are journaled and will be read.",
    ),
    look: "harm",
    asks: { witness: hidden(), reason: text(say("Lý do", "Reason"), { max: 500 }) },
  }),
}
