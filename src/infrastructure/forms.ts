/** What may be done with an incident. */
import { namingWords } from "../directives/index.ts"
import {
  choice,
  day,
  files,
  form,
  hidden,
  listed,
  money,
  number,
  paragraph,
  pick,
  search,
  several,
  severalOf,
  text,
  tick,
  time,
} from "../kernel/forms/index.ts"
import { say, sayEach } from "../kernel/words.ts"
import { evidenceForms } from "./forms-evidence.ts"
import { words } from "./words.ts"

export const newIncident = form({
  slug: "moi",
  verb: "incident.report",
  title: say(words.vi.report, words.en.report),
  asks: {
    kind: choice(
      say("Loại sự cố", "Kind"),
      sayEach(words, (t) => t.kinds),
    ),
    happenedOn: day(say("Ngày xảy ra", "Day on which it happened"), {
      hint: say(
        "Không ai thấy lúc xảy ra: ghi lúc sớm nhất có thể",
        "Nobody saw it: the earliest that it can have been",
      ),
    }),
    happenedTime: time(say("Giờ xảy ra", "Time"), {
      hint: say("Ví dụ 02:15", "For example 02:15"),
    }).optional(),
    foundOn: day(say("Ngày phát hiện", "Day on which it was found")).optional(),
    foundTime: time(say("Giờ phát hiện", "Time at which it was found")).optional(),
    assets: text(say("Mã tài sản bị hại", "Codes of the assets hit"), {
      max: 500,
      hint: say(
        "Mã của đơn vị bạn, hoặc số TS-…; nhiều mã cách nhau dấu phẩy. Nơi xảy ra được lấy theo tài sản",
        "Codes of your body, or numbers TS-…; several between commas. The place is taken from the asset",
      ),
    }).optional(),
    ownerId: pick(say("Hạ tầng của", "Whose network"), {
      hint: say("Để trống nếu là của đơn vị bạn", "Empty where it is your own"),
    }).optional(),
    areaCode: search(say("Xã, phường xảy ra", "Commune"), {
      hint: say("Để trống nếu đã ghi mã tài sản", "Empty where an asset was named"),
    }).optional(),
    place: text(say("Chỗ cụ thể", "Exact place in words"), {
      max: 300,
      hint: say("Ví dụ: cột số 12, đường thôn Mẫu", "For example: pole 12, road of Mẫu hamlet"),
    }).optional(),
    lat: text(say("Vĩ độ", "Latitude"), { max: 20 }).optional(),
    lon: text(say("Kinh độ", "Longitude"), { max: 20 }).optional(),
    trick: listed(
      say("Cách làm", "How it was done"),
      sayEach(words, (t) => t.tricks),
    ),
    tools: severalOf(
      say("Dụng cụ, phương tiện", "Tools"),
      sayEach(words, (t) => t.tools),
    ).optional(),
    taken: severalOf(
      say("Mất gì", "What is missing"),
      sayEach(words, (t) => t.taken),
    ).optional(),
    what: paragraph(say("Mô tả", "Description"), {
      max: 4_000,
      rows: 4,
      hint: say(
        "Thấy gì, ai phát hiện. Không ghi tên người tố giác",
        "What was seen, who found it. No name of who accuses",
      ),
    }),
    subscribers: number(say("Thuê bao bị gián đoạn", "Subscribers without service"), {
      least: 0,
      most: 50_000_000,
    }).optional(),
    outageHours: text(say("Gián đoạn mấy giờ", "Hours of outage"), {
      max: 8,
      hint: say("Ví dụ 2,5", "For example 2.5"),
    }).optional(),
    services: severalOf(
      say("Dịch vụ bị gián đoạn", "Services"),
      sayEach(words, (t) => t.services),
    ).optional(),
    damageVnd: money(say("Thiệt hại, đồng", "Damage, đồng")).optional(),
    damageBasis: text(say("Cách tính thiệt hại", "How the damage was computed"), {
      max: 1_000,
      hint: say(
        "Ví dụ: đơn giá vật tư kho × 42 m + công lắp lại",
        "For example: unit price × 42 m and the work",
      ),
    }).optional(),
    declared: tick(
      say("Ảnh, tệp kèm theo", "Attached files"),
      say("Ảnh, tệp không chứa bí mật nhà nước", "They hold no state secret"),
    ),
    file: files(say("Ảnh, tệp", "Photos, files")),
  },
})

export const incidentForms = {
  openCase: form({
    slug: "mo-vu-viec",
    verb: "case.open",
    title: say("Mở vụ việc", "Open a case"),
    asks: {},
  }),
  receive: form({
    slug: "da-nhan-tin",
    verb: "incident.report",
    title: say("Đã nhận tin", "Taken note"),
    follows: say(
      "Người báo và chủ hạ tầng thấy đơn vị bạn đã nhận tin, và lúc nào.",
      "Who told of it and the owner see that your body took note, and when.",
    ),
    asks: { note: text(say("Nói thêm", "More"), { max: 300 }).optional() },
  }),
  resolve: form({
    slug: "khac-phuc",
    verb: "incident.report",
    title: say("Ghi đã khắc phục", "Note as repaired"),
    asks: {
      on: day(say("Ngày khắc phục", "Day of the repair")),
      time: time(say("Giờ khắc phục", "Time")).optional(),
      note: text(say("Đã làm gì, thu hồi được gì", "What was done, what was recovered"), {
        max: 1_000,
      }).optional(),
    },
  }),
  grant: form({
    slug: "cho-xem",
    verb: "incident.report",
    title: say("Cho xem đúng chỗ, mô tả và ảnh", "Show the exact place, description and photos"),
    follows: say(
      "Công an và UBND nơi xảy ra thấy sẵn. Chọn thêm nơi cần xem, ví dụ Sở chủ trì; danh sách mới thay danh sách cũ.",
      "The police and the committee of the place see them anyway. Choose who else needs to, such as the lead department; the new list replaces the old.",
    ),
    asks: { bodies: several(say("Nơi được xem", "Who may see it")).optional() },
  }),
  /** Beside each of those that are likely the same. */
  join: form({
    slug: "gop",
    verb: "incident.report",
    title: say("Gộp vào sự cố này", "Join to this incident"),
    asks: { into: hidden() },
  }),
  serve: form({
    slug: "nhiem-vu",
    verb: "incident.report",
    title: namingWords.title,
    submit: namingWords.submit,
    look: "second",
    asks: { assignmentId: pick(namingWords.task, { hint: namingWords.hint }).optional() },
  }),
  ...evidenceForms,
  dismiss: form({
    slug: "bo",
    verb: "incident.report",
    title: say("Bỏ: nhập nhầm, trùng", "Drop it: a mistake or a duplicate"),
    look: "harm",
    asks: { reason: text(say("Lý do", "Reason"), { max: 1_000 }) },
  }),
}
export type IncidentFormName = keyof typeof incidentForms
export const incidentFormNames = Object.keys(incidentForms) as IncidentFormName[]
