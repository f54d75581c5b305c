/** Forms of the plan of protection of a critical asset. */
import { day, form, paragraph, pick, text } from "../kernel/forms/index.ts"
import { say } from "../kernel/words.ts"

export const protectionForms = {
  protect: form({
    slug: "bao-ve",
    verb: "infrastructure.change",
    title: say("Lập, sửa kế hoạch bảo vệ", "Write the plan of protection"),
    follows: say(
      "Công an và UBND được nêu tên thấy kế hoạch này.",
      "The police and the committee that it names see this plan.",
    ),
    edits: true,
    asks: {
      ownerContact: text(say("Người trực của chủ hạ tầng", "On duty at the owner"), {
        max: 200,
        hint: say("Tên, số điện thoại", "Name, telephone"),
      }),
      policeId: pick(say("Công an phụ trách", "Police in charge")),
      policeContact: text(say("Người liên hệ ở công an", "Contact at the police"), { max: 200 }).optional(),
      committeeId: pick(say("UBND nơi có tài sản", "Committee of the place")),
      committeeContact: text(say("Người liên hệ ở UBND", "Contact at the committee"), {
        max: 200,
      }).optional(),
      measures: paragraph(say("Biện pháp", "Measures"), {
        max: 4_000,
        rows: 4,
        hint: say(
          "Khóa, chuông, camera, người canh; xảy ra việc thì ai làm gì",
          "Locks, alarms, cameras, guards; who does what when it happens",
        ),
      }),
      drilledOn: day(say("Diễn tập gần nhất", "Last drill")).optional(),
      nextCheckOn: day(say("Kiểm tra lần tới", "Next check")),
    },
  }),
  checked: form({
    slug: "da-kiem-tra",
    verb: "infrastructure.change",
    title: say("Ghi đã kiểm tra", "Note a check"),
    asks: {
      on: day(say("Ngày kiểm tra", "Day of the check")),
      note: text(say("Thấy gì", "What was seen"), { max: 1_000 }).optional(),
      nextCheckOn: day(say("Kiểm tra lần tới", "Next check")),
    },
  }),
}
