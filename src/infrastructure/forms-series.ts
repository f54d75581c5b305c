/** What may be done with a series. */
import { form, paragraph } from "../kernel/forms/index.ts"
import { say } from "../kernel/words.ts"

/** Opening one case: of a series that is proposed, and later on the page of its alarm. */
const openCaseForm = form({
  slug: "mo-vu-viec",
  verb: "case.open",
  title: say("Mở một vụ việc cho cả chuỗi", "Open one case of the whole series"),
  look: "second",
  follows: say(
    "Dữ kiện, ảnh, tang vật của từng sự cố được mang theo, phần nào đơn vị bạn được xem; sự cố đã có vụ việc thì ở lại vụ việc đó.",
    "Facts, photos and goods of each incident go along, as far as your body sees them; an incident of which there is a case stays in that one.",
  ),
  asks: {},
})

export const seriesForms = {
  alarm: form({
    slug: "bao-dong",
    verb: "case.record",
    title: say("Báo động", "Raise the alarm"),
    asks: {
      alarm: paragraph(say("Tin sẽ gửi", "The text"), {
        max: 2_000,
        rows: 5,
        hint: say(
          "Nêu xã, giờ, cách làm; không nêu trạm, tuyến của nhà mạng nào",
          "Communes, hours and way; no station or route of any operator",
        ),
      }),
    },
  }),
  openCase: openCaseForm,
}
export type SeriesFormName = keyof typeof seriesForms
export const seriesFormNames = Object.keys(seriesForms) as SeriesFormName[]

export const alarmForms = {
  note: form({
    slug: "da-nhan",
    verb: "incident.report",
    title: say("Đã nhận", "Taken note"),
    asks: {},
  }),
  openCase: openCaseForm,
}
export type AlarmFormName = keyof typeof alarmForms
export const alarmFormNames = Object.keys(alarmForms) as AlarmFormName[]
