/** Words of a joint team. */
import { defineWords } from "../kernel/words.ts"

export const jointWords = defineWords({
  vi: {
    waiting: "Lời mời tham gia đoàn, chờ trả lời",
    invitation: "Lời mời tham gia đoàn kiểm tra",
    invitationOf: (body: string, subject: string) => `${body} mời cùng kiểm tra ${subject}`,
    from: "Cơ quan chủ trì",
    to: "Cơ quan được mời",
    code: "Cuộc",
    why: "Lý do mời",
    asked: "Người mời",
    answered: "Trả lời",
    states: {
      asked: "chờ trả lời",
      accepted: "tham gia",
      declined: "không tham gia",
      withdrawn: "đã quá bước mời",
    },
    joint: "Đoàn liên ngành",
    line: (body: string, state: string) => `${body}: ${state}`,
    see: "Xem cuộc kiểm tra",
    goesAlong: (body: string) =>
      `Cơ quan bạn tham gia đoàn: xem được cuộc này; ${body} ghi phiếu, biên bản, kết luận.`,
    refusals: {
      notFound: "Không thấy lời mời này",
      answeredBefore: "Lời mời này đã có trả lời, hoặc kế hoạch đã duyệt nên không mời nữa",
      badJointMember:
        "Viết mỗi người một dòng như “Trần Văn Mẫu; Trinh sát viên”, từ 1 đến 20 người của cơ quan bạn, không lặp",
    },
  },
  en: {
    waiting: "Asked to go along, to be answered",
    invitation: "Asked to go along with a check",
    invitationOf: (body, subject) => `${body} asks to check ${subject} together`,
    from: "Leading body",
    to: "Body that was asked",
    code: "Check",
    why: "Why together",
    asked: "Asked by",
    answered: "Answer",
    states: {
      asked: "not answered yet",
      accepted: "goes along",
      declined: "does not go along",
      withdrawn: "past the step of asking",
    },
    joint: "Joint team",
    line: (body, state) => `${body}: ${state}`,
    see: "See the check",
    goesAlong: (body) =>
      `Your body goes along: it reads this check; ${body} writes the checklist, the record, the conclusion.`,
    refusals: {
      notFound: "This invitation is not there",
      answeredBefore: "It was answered before, or the plan was approved and nobody is asked any more",
      badJointMember:
        "Write one a line, like “Trần Văn Mẫu; Investigator”, 1 to 20 of your own body, none twice",
    },
  },
})
