/** What is said about a campaign: asking the bodies, their parts, what to look at again. */
import { plural } from "../kernel/format.ts"
import { defineWords } from "../kernel/words.ts"

export const campaignWords = defineWords({
  vi: {
    crumb: "Đợt báo cáo",
    open: "Đợt báo cáo của các cơ quan",
    start: (period: string) => `Giao đợt báo cáo ${period}`,
    startLead:
      "Mỗi cơ quan nhận một nhiệm vụ có hạn: số liệu đã điền sẵn phần hệ thống biết, và nội dung bằng lời.",
    dueOn: "Hạn gửi",
    groups: "Giao cho",
    groupNames: {
      departments: "Sở, ban, ngành",
      police: "Công an",
      local: "UBND cấp huyện, cấp xã",
      enterprises: "Doanh nghiệp",
    },
    submit: "Giao cho các cơ quan",
    confirm: "Giao xong, nhiệm vụ hiện ngay trong việc của từng cơ quan và được nhắc trước hạn.",
    titleLate: (late: string, all: string) => `${late} trong ${all} cơ quan chưa gửi và đã quá hạn`,
    titleWaiting: (sent: string, all: string) => `${sent} trong ${all} cơ quan đã gửi phần báo cáo`,
    due: (day: string) => `Hạn gửi ${day}`,
    caption: "Phần của từng cơ quan",
    columns: {
      body: "Cơ quan",
      state: "Tình trạng",
      figures: "Số liệu",
      doubts: "Cần xem lại",
      text: "Nội dung",
    },
    states: { missing: "chưa gửi", late: "quá hạn, chưa gửi", sent: "đã gửi", sentLate: "gửi trễ" },
    figures: (count: string) => `${count} chỉ tiêu`,
    earlier: (count: string) => `${count} chỉ tiêu báo theo tháng, quý`,
    doubts: {
      muchMore: (id: string, value: string, most: string) =>
        `${id}: ${value}, cao hơn 3 lần mức cao nhất trước đây (${most})`,
      muchLess: (id: string, value: string, least: string) =>
        `${id}: ${value}, thấp hơn 1/3 mức thấp nhất trước đây (${least})`,
      newlyNone: (id: string, _value: string, least: string) => `${id}: bằng 0, trước đây ít nhất ${least}`,
    },
    directive: "Mở văn bản giao",
    mine: (day: string) => `Cơ quan anh/chị được giao viết phần của mình, hạn ${day}.`,
    write: "Viết phần của cơ quan tôi",
    done: "Đã giao đợt báo cáo",
    refusals: {
      again: "Kỳ này đã giao đợt báo cáo.",
      dueBefore: "Chọn hạn gửi từ hôm nay trở đi",
      noBody: "Chọn ít nhất một nhóm cơ quan",
    },
    part: {
      title: (period: string) => `Phần báo cáo của cơ quan: ${period}`,
      figures: "Số liệu",
      hint: "Số đã điền là số hệ thống đếm được của cơ quan trong kỳ; sửa nếu khác và ghi lý do trong phần nội dung. Bỏ trống chỉ tiêu không có.",
      text: "Nội dung: kết quả, khó khăn, kiến nghị",
      textMissing: "Nhập nội dung: kết quả, khó khăn, kiến nghị",
      number: (name: string) => `Nhập số từ 0 trở lên cho “${name}”`,
      submit: "Gửi phần báo cáo",
      sent: "Đã gửi phần báo cáo.",
      what: "Đã gửi",
      notYours: "Phần này chưa gửi. Chuyên viên của cơ quan viết và gửi; vai trò của anh/chị chỉ xem.",
      closed:
        "Phần này đã gửi, chờ cơ quan tổng hợp. Cần sửa thì ghi ý kiến trong nhiệm vụ, đề nghị trả lại.",
      system: (value: string) => `hệ thống đếm: ${value}`,
      given: {
        part: (value: string) => `cơ quan đã gửi: ${value}`,
        shorter: (value: string) => `cơ quan đã báo các tháng, quý trong kỳ: ${value}`,
      },
      task: "Mở nhiệm vụ",
    },
  },
  en: {
    crumb: "Campaign",
    open: "Bodies' parts of the report",
    start: (period: string) => `Ask the bodies for their parts: ${period}`,
    startLead:
      "Each body gets one task with a deadline: figures filled in where the system knows them, and a text.",
    dueOn: "Due",
    groups: "Give it to",
    groupNames: {
      departments: "Departments",
      police: "Police",
      local: "District and commune committees",
      enterprises: "Enterprises",
    },
    submit: "Give it to the bodies",
    confirm: "The task then stands in each body's work and is reminded of before it is due.",
    titleLate: (late: string, all: string) =>
      `${late} of ${all} bodies have not sent their part and are late`,
    titleWaiting: (sent: string, all: string) => `${sent} of ${all} bodies have sent their part`,
    due: (day: string) => `Due ${day}`,
    caption: "Each body's part",
    columns: { body: "Body", state: "State", figures: "Figures", doubts: "To look at again", text: "Text" },
    states: { missing: "not sent", late: "late, not sent", sent: "sent", sentLate: "sent late" },
    figures: (count: string) => `${count} ${plural(Number(count), "figure", "figures")}`,
    earlier: (count: string) => `${count} given by month or quarter`,
    doubts: {
      muchMore: (id: string, value: string, most: string) =>
        `${id}: ${value}, over 3 times the most so far (${most})`,
      muchLess: (id: string, value: string, least: string) =>
        `${id}: ${value}, under a third of the least so far (${least})`,
      newlyNone: (id: string, _value: string, least: string) => `${id}: none, at least ${least} before`,
    },
    directive: "Open the letter",
    mine: (day: string) => `Your body has been asked for its part, due ${day}.`,
    write: "Write my body's part",
    done: "The bodies have been asked",
    refusals: {
      again: "The bodies have been asked for this period already.",
      dueBefore: "Choose a due date from today on",
      noBody: "Choose at least one group of bodies",
    },
    part: {
      title: (period: string) => `The body's part of the report: ${period}`,
      figures: "Figures",
      hint: "Numbers filled in are what the system counts for your body in the period; change them where they differ and say why in the text. Leave empty what you have not.",
      text: "Text: results, difficulties, proposals",
      textMissing: "Enter the text: results, difficulties, proposals",
      number: (name: string) => `Enter a number from 0 for “${name}”`,
      submit: "Send the part",
      sent: "The part is sent.",
      what: "What was sent",
      notYours: "This part is not sent yet. An officer of the body writes it; your role may look.",
      closed: "This part is sent and waits to be accepted; to change it, ask for it to be returned.",
      system: (value: string) => `the system counts ${value}`,
      given: {
        part: (value: string) => `the body sent ${value}`,
        shorter: (value: string) => `the body gave ${value} for months and quarters of the period`,
      },
      task: "Open the task",
    },
  },
})
