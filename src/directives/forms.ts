/** The forms of a task's page: what each asks, at which address, and which verb of the policy it needs. */
import type { Action } from "../accounts/index.ts"
import { day, type Form, files, form, number, paragraph, pick, text } from "../kernel/forms/index.ts"
import { say } from "../kernel/words.ts"
import { actionOf } from "./domain/permission.ts"

const evidence = files(say("Minh chứng", "Evidence"), {
  hint: say("Ảnh, tài liệu; tối đa 6 tệp", "Photos, documents; 6 files at most"),
})
const because = {
  max: 2_000,
  wrong: say("Ghi lý do (tối đa 2.000 chữ)", "Write the reason (2,000 characters at most)"),
}
const remark = { max: 2_000, rows: 2, wrong: say("Ghi tối đa 2.000 chữ", "Write 2,000 characters at most") }
const work = {
  rows: 4,
  wrong: say("Ghi đã làm được gì (tối đa 5.000 chữ)", "Write what has been done (5,000 characters at most)"),
}
const whom = { wrong: say("Chọn một người của cơ quan", "Choose an officer of the body") }
const upcoming = {
  wrong: say("Chọn một ngày có thật, từ hôm nay trở đi", "Choose a day that exists, from today on"),
}

/** In the order of a good day. */
export const forms = {
  receive: form({
    slug: "tiep-nhan",
    verb: actionOf.receive,
    title: say("Tiếp nhận nhiệm vụ", "Receive the task"),
    submit: say("Tiếp nhận", "Receive"),
    follows: say(
      "Cơ quan giao việc thấy ngày giờ và người tiếp nhận.",
      "The issuer sees when it was received, and by whom.",
    ),
    asks: {},
  }),
  grantExtension: form({
    slug: "gia-han/chap-thuan",
    verb: actionOf.grantExtension,
    title: say("Đồng ý gia hạn", "Grant the extension"),
    submit: say("Gia hạn", "Extend"),
    follows: say("Thời hạn mới có hiệu lực ngay.", "The new deadline counts at once."),
    asks: {
      dueOn: day(say("Thời hạn mới", "New deadline"), {
        wrong: say(
          "Chọn thời hạn mới, sau thời hạn hiện nay",
          "Choose the new deadline, after the present one",
        ),
      }),
      answer: paragraph(say("Ý kiến", "Remark"), remark).optional(),
    },
  }),
  refuseExtension: form({
    slug: "gia-han/tu-choi",
    verb: actionOf.refuseExtension,
    title: say("Từ chối gia hạn", "Refuse the extension"),
    submit: say("Từ chối", "Refuse"),
    follows: say(
      "Thời hạn cũ giữ nguyên; cơ quan được giao có thể xin lại.",
      "The old deadline stays; the body may ask again.",
    ),
    asks: { answer: paragraph(say("Lý do từ chối", "Reason for the refusal"), because) },
  }),
  accept: form({
    slug: "nghiem-thu",
    verb: actionOf.accept,
    title: say("Nghiệm thu", "Accept"),
    follows: say("Nhiệm vụ kết thúc; không mở lại được.", "The task ends and cannot be opened again."),
    asks: { note: paragraph(say("Nhận xét", "Remark"), remark).optional() },
  }),
  return: form({
    slug: "tra-lai",
    verb: actionOf.return,
    title: say("Trả lại để làm tiếp", "Return for more work"),
    submit: say("Trả lại", "Return"),
    follows: say(
      "Cơ quan được giao làm tiếp theo lý do bạn ghi; thời hạn không đổi.",
      "The body works on, for the reason you give; the deadline stays.",
    ),
    asks: { reason: paragraph(say("Còn thiếu gì", "What is missing"), because) },
  }),
  plan: form({
    slug: "ke-hoach",
    verb: actionOf.plan,
    title: say("Lập kế hoạch", "Plan"),
    submit: say("Lưu kế hoạch", "Keep the plan"),
    follows: say("Cơ quan giao việc đọc được kế hoạch này.", "The issuer can read this plan."),
    asks: {
      text: paragraph(say("Sẽ làm gì, ai làm", "What will be done, and by whom"), {
        rows: 4,
        wrong: say(
          "Ghi sẽ làm gì và ai làm (tối đa 5.000 chữ)",
          "Write what will be done and by whom (5,000 characters at most)",
        ),
      }),
      until: day(say("Dự kiến xong ngày", "Expected to be done on"), upcoming).optional(),
    },
    edits: true,
  }),
  report: form({
    slug: "tien-do",
    verb: actionOf.report,
    title: say("Báo cáo tiến độ", "Report progress"),
    submit: say("Gửi báo cáo", "Send the report"),
    follows: say(
      "Cơ quan giao việc thấy báo cáo và tệp đính kèm.",
      "The issuer sees the report and its files.",
    ),
    asks: {
      text: paragraph(say("Đã làm được gì", "What has been done"), work),
      percent: number(say("Tiến độ", "Progress"), {
        ...{ least: 0, most: 100, unit: say("%", "%") },
        wrong: say("Ghi số từ 0 đến 100", "Enter a number from 0 to 100"),
      }),
      files: evidence,
    },
    edits: true,
  }),
  finish: form({
    slug: "hoan-thanh",
    verb: actionOf.finish,
    title: say("Báo hoàn thành", "Report it done"),
    follows: say(
      "Cơ quan giao việc sẽ nghiệm thu hoặc trả lại. Sau khi gửi không sửa được báo cáo.",
      "The issuer will accept or return it. The report cannot be changed afterwards.",
    ),
    asks: { text: paragraph(say("Kết quả thực hiện", "The result"), work), files: evidence },
  }),
  askExtension: form({
    slug: "gia-han",
    verb: actionOf.askExtension,
    title: say("Xin gia hạn", "Ask for an extension"),
    submit: say("Gửi đề nghị", "Send the request"),
    follows: say(
      "Cơ quan giao việc quyết định; trong lúc chờ, thời hạn cũ vẫn tính.",
      "The issuer decides; until then the old deadline counts.",
    ),
    asks: {
      wantedOn: day(say("Xin đến ngày", "Until"), {
        wrong: say("Chọn ngày sau thời hạn hiện nay", "Choose a day after the present deadline"),
      }),
      reason: paragraph(say("Lý do", "Reason"), because),
    },
  }),
  assign: form({
    slug: "nguoi-phu-trach",
    verb: actionOf.assign,
    title: say("Phân công người phụ trách", "Put an officer in charge"),
    submit: say("Phân công", "Put in charge"),
    follows: say(
      "Người được phân công thấy nhiệm vụ ở mục “Tôi phụ trách”.",
      "The officer finds the task under “In my charge”.",
    ),
    asks: { officer: pick(say("Người phụ trách", "Officer in charge"), whom) },
    edits: true,
  }),
  withdraw: form({
    slug: "thu-hoi",
    verb: actionOf.withdraw,
    title: say("Thu hồi nhiệm vụ", "Withdraw the task"),
    submit: say("Thu hồi", "Withdraw"),
    follows: say(
      "Cơ quan được giao không phải làm nữa; không giao lại được từ trang này.",
      "The body need not do it any more; it cannot be given again from this page.",
    ),
    asks: { reason: paragraph(say("Lý do thu hồi", "Reason for the withdrawal"), because) },
    look: "harm",
  }),
  comment: form({
    slug: "trao-doi",
    verb: "assignment.comment",
    title: say("Gửi ý kiến", "Send the comment"),
    asks: {
      text: paragraph(say("Ý kiến", "Comment"), {
        wrong: say("Ghi ý kiến (tối đa 5.000 chữ)", "Write the comment (5,000 characters at most)"),
      }),
    },
    look: "second",
  }),
  subTask: form({
    slug: "viec-con",
    verb: "assignment.plan",
    title: say("Giao việc con", "Give a sub-task"),
    submit: say("Giao việc", "Give"),
    asks: {
      title: text(say("Tên việc", "Name of the sub-task"), {
        max: 500,
        wrong: say(
          "Ghi tên việc (tối đa 500 chữ)",
          "Write the name of the sub-task (500 characters at most)",
        ),
      }),
      officer: pick(say("Giao cho", "Given to"), whom),
      dueOn: day(say("Hạn", "Due"), upcoming).optional(),
    },
    look: "second",
  }),
} satisfies Record<string, Form<Action>>

/** Every form that a task's page may carry. */
export type FormName = keyof typeof forms
