/** Forms of a body that was asked to go along with a check. */
import { form, must, paragraph } from "../kernel/forms/index.ts"
import { say } from "../kernel/words.ts"

export const invitationForms = {
  accept: form({
    slug: "nhan",
    verb: "inspection.plan",
    title: say("Cử người tham gia đoàn", "Send members along"),
    follows: say(
      "Cơ quan bạn xem được cuộc kiểm tra; quyết định, biên bản ghi tên người được cử. Cơ quan chủ trì ghi phiếu và kết luận. Cuộc riêng của cơ quan bạn với đối tượng này thì bỏ, để không tính hai lần.",
      "Your body reads the check; its decision and record name whom you send. The body that leads it writes the checklist and the conclusion. Drop a plan of your own for this subject, so that it does not count twice.",
    ),
    asks: {
      members: paragraph(say("Người được cử, mỗi người một dòng", "Members, one a line"), {
        max: 5_000,
        hint: say("Tên; chức vụ", "Name; post"),
      }),
      declared: must(
        say("Xung đột lợi ích", "Conflict of interest"),
        say(
          "Từng người được cử đã cam kết không có xung đột lợi ích với đối tượng",
          "Each of them declared that no interest of theirs stands against the subject",
        ),
        say(
          "Lấy cam kết không xung đột lợi ích của từng người trước",
          "Have each of them declare first that there is no conflict of interest",
        ),
      ),
    },
  }),
  decline: form({
    slug: "tu-choi",
    verb: "inspection.plan",
    title: say("Không tham gia", "Do not go along"),
    look: "second",
    asks: {
      reason: paragraph(say("Lý do", "Reason"), {
        max: 2_000,
        hint: say(
          "Như có xung đột lợi ích, đã có cuộc riêng, không thuộc lĩnh vực",
          "Such as a conflict of interest, a check of your own, another field",
        ),
      }),
    },
  }),
}
export type InvitationFormName = keyof typeof invitationForms
export const invitationFormNames = Object.keys(invitationForms) as InvitationFormName[]
