/** What may be done with a series. */
import { form, paragraph } from "../kernel/forms/index.ts"
import { say } from "../kernel/words.ts"

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
}
export type SeriesFormName = keyof typeof seriesForms

export const alarmForms = {
  note: form({
    slug: "da-nhan",
    verb: "incident.report",
    title: say("Đã nhận", "Taken note"),
    asks: {},
  }),
}
export type AlarmFormName = keyof typeof alarmForms
