import { plural } from "../../kernel/format.ts"
import { defineWords, joinWords } from "../../kernel/words.ts"
import { reviewWords } from "./words-review.ts"

/** The sentences of the import page. */
const uploadWords = defineWords({
  vi: {
    crumb: { directives: "Văn bản chỉ đạo", import: "Nhập văn bản" },
    upload: {
      title: "Đưa văn bản vào, máy đọc thành nhiệm vụ, người kiểm tra rồi mới giao.",
      lead: "Trong vài giây thấy văn bản bên trái và những gì đọc được bên phải. Chưa có gì được giao cho đến khi có người xác nhận.",
      file: "Tệp văn bản",
      paste: "Hoặc dán nội dung",
      pasteHint: "Dán cả phần đầu (số, ngày, trích yếu) và phần cuối (nơi nhận, người ký) nếu có.",
      scan: "Tệp là bản chụp, không có chữ",
      declare: "Tôi đã xem: tệp này không chứa bí mật nhà nước",
      declareHint: "Cần xác nhận khi tệp là bản chụp, vì máy không đọc được dấu độ mật trên ảnh.",
      secrets:
        "Văn bản có dấu MẬT, TỐI MẬT, TUYỆT MẬT bị từ chối ngay khi đọc và không được ghi vào đâu cả. Dấu nằm trong hình (bản chụp, hình chèn trong tệp) chương trình không đọc được: người nhập phải xem trước khi tải lên, và được hỏi lại ở bản đọc.",
      submit: "Đọc văn bản",
      drafts: "Bản nháp của tôi",
      draftChanged: (when: string) => `sửa lần cuối ${when}`,
      typing: "chờ nhập nội dung",
      expires: (days: number) => `Bản nháp không ai sửa trong ${days} ngày sẽ được xóa.`,
      untitled: "Văn bản chưa có trích yếu",
    },
    refused: {
      nothing: "Chọn một tệp hoặc dán nội dung văn bản.",
      tooLarge: (size: string) =>
        `Tệp lớn hơn ${size}. Xuất lại PDF ở độ phân giải thấp hơn, hoặc tách phụ lục ra.`,
      secret:
        "Văn bản có dấu chỉ độ mật nên không được nhận. Không có phần nào của văn bản được lưu. Xử lý văn bản này theo quy định về bảo vệ bí mật nhà nước.",
      scan: "Tệp là bản chụp, không có chữ để đọc. Chọn lại tệp, xác nhận tệp không chứa bí mật nhà nước, rồi nhập nội dung bên cạnh bản chụp.",
      encrypted: "Tệp có mật khẩu nên không đọc được. Bỏ mật khẩu rồi gửi lại, hoặc dán nội dung.",
      broken: "Tệp bị hỏng hoặc không mở được. Xuất lại tệp, hoặc dán nội dung.",
      unknownType: "Nhận tệp .txt, .pdf, .docx. Lưu lại văn bản ở một trong các dạng này.",
      tooLong: "Văn bản dài quá mức đọc được. Tách phụ lục ra rồi nhập phần chính.",
      noText: "Không thấy chữ nào trong nội dung. Kiểm tra lại tệp hoặc phần đã dán.",
      busy: "Máy chủ đang đọc nhiều tệp khác. Chờ một phút rồi gửi lại; nội dung đã dán vẫn còn.",
    },
    typing: {
      title: "Nhập nội dung của bản chụp, rồi máy đọc tiếp.",
      scan: "Bản chụp",
      page: (page: number) => `Trang ${page} của bản chụp`,
      none: "Không tách được ảnh trang từ tệp. Mở bản gốc để xem.",
      text: "Nội dung văn bản",
      hint: "Gõ hoặc dán đúng như bản chụp, mỗi đoạn một dòng, giữ số thứ tự và dấu gạch đầu dòng.",
      submit: "Đọc nội dung",
    },
    twin: {
      same: "Tệp này đã được nhập trước đây.",
      key: "Đã có văn bản cùng số, cùng ngày, cùng cơ quan ban hành.",
      alike: (percent: string) => `Gần giống một văn bản đã nhập (${percent} nội dung trùng).`,
      earlier: (subject: string, when: string) => `"${subject}", nhập ${when}`,
      openDirective: "Mở văn bản đã giao",
      openDraft: "Mở bản nháp đã có",
      colleague: "Bản nháp của đồng nghiệp cùng cơ quan.",
      anyway: "Vẫn nhập văn bản này",
      needed: "Xác nhận vẫn nhập, vì văn bản này trùng với một văn bản đã có.",
    },
    issue: {
      title: (assignments: number, bodies: number) => `Giao ${assignments} nhiệm vụ cho ${bodies} cơ quan?`,
      consequence:
        "Mỗi cơ quan nhận đúng nhiệm vụ của mình và thấy tên văn bản này ngay khi giao. Văn bản đã giao không sửa được: sửa sau này là một văn bản mới; từng nhiệm vụ thì còn thu hồi được, có lý do.",
      preview: (assignments: number, bodies: number) =>
        `Sẽ giao ${assignments} nhiệm vụ cho ${bodies} cơ quan`,
      previewLead:
        "Đọc từ lời văn hiện tại của dự thảo. Chưa giao gì; trước khi phát hành còn xem và sửa được từng việc.",
      previewBack: "Về văn bản",
      consequenceOwn:
        "Xác nhận thì văn bản này được phát hành, và mỗi cơ quan nhận đúng nhiệm vụ của mình, cùng lúc. Văn bản đã giao không sửa được: sửa sau này là một văn bản mới; từng nhiệm vụ thì còn thu hồi được, có lý do.",
      blocked: (count: number) => `Còn ${count} việc phải làm trước khi giao.`,
      noDate: "Đặt ngày phát hành.",
      noSubject: "Nhập trích yếu.",
      noIssuer: "Nhập cơ quan ban hành.",
      noTasks: "Thêm ít nhất một nhiệm vụ.",
      noBodies: (label: string) => `Chọn cơ quan cho nhiệm vụ ${label}.`,
      dueBeforeIssue: (label: string) => `Thời hạn của nhiệm vụ ${label} ở trước ngày phát hành.`,
      unknownName: (label: string, name: string) =>
        `Nhóm ${label}: "${name}" chưa khớp cơ quan nào. Chọn cơ quan, sửa tên, hoặc xác nhận không giao cho tên này.`,
      doubts: (count: number) => `Vẫn còn ${count} chỗ chưa rõ, giao như hiện có:`,
      byTask: "Theo nhiệm vụ",
      byBody: "Theo cơ quan",
      task: "Nhiệm vụ",
      bodies: "Cơ quan nhận",
      due: "Thời hạn",
      body: "Cơ quan",
      tasks: "Nhiệm vụ",
      confirm: (assignments: number, bodies: number) => `Giao ${assignments} nhiệm vụ cho ${bodies} cơ quan`,
      back: "Quay lại kiểm tra",
      mayNot: "Chỉ văn thư hoặc lãnh đạo của cơ quan được giao văn bản.",
      failed: (at: string) => `Chưa giao được: nội dung ở ${at} chưa đúng. Quay lại sửa rồi giao.`,
      numberNone: "chưa có số",
    },
    discard: {
      title: "Bỏ bản nháp này?",
      consequence: "Bản đọc và những chỗ đã sửa sẽ bị xóa. Không có gì đã được giao.",
      confirm: "Bỏ bản nháp",
    },
    notFound: {
      title: "Không có bản nháp này.",
      why: "Bản nháp đã được bỏ, đã hết hạn, hoặc do người khác lập.",
    },
  },
  en: {
    crumb: { directives: "Directives", import: "Import a letter" },
    upload: {
      title: "Bring in a letter: the program reads it into tasks, a person checks before anything is sent.",
      lead: "In a few seconds you see the letter on the left and what was read on the right. Nothing is sent until a person confirms.",
      file: "The letter's file",
      paste: "Or paste its text",
      pasteHint:
        "Paste the head (number, date, subject) and the foot (recipients, signer) too if you have them.",
      scan: "The file is a scan, without text",
      declare: "I have looked: this file holds no state secret",
      declareHint: "Needed for a scan, because the program cannot read a secrecy stamp in a picture.",
      secrets:
        "A letter stamped MẬT, TỐI MẬT or TUYỆT MẬT is refused as soon as it is read, and written nowhere. A stamp inside a picture (a scan, a picture in the file) cannot be read: look before you upload; you are asked again in the reading.",
      submit: "Read the letter",
      drafts: "My drafts",
      draftChanged: (when) => `last changed ${when}`,
      typing: "waiting for its text",
      expires: (days) => `A draft that nobody changes for ${days} days is deleted.`,
      untitled: "A letter without a subject yet",
    },
    refused: {
      nothing: "Choose a file or paste the letter's text.",
      tooLarge: (size) =>
        `The file is larger than ${size}. Export the PDF again at a lower resolution, or leave out annexes.`,
      secret:
        "The letter carries a secrecy stamp and is not taken. No part of it was kept. Handle it under the rules on state secrets.",
      scan: "The file is a scan without text to read. Choose it again, declare that it holds no state secret, then enter the text beside the scan.",
      encrypted:
        "The file has a password and cannot be read. Remove the password and send it again, or paste the text.",
      broken: "The file is damaged or cannot be opened. Export it again, or paste the text.",
      unknownType: "Takes .txt, .pdf, .docx files. Save the letter in one of these forms.",
      tooLong: "The letter is too long to read. Leave out the annexes and import the main part.",
      noText: "No words were found. Check the file or what you pasted.",
      busy: "The server is reading many other files. Wait a minute and send it again; what you pasted is still here.",
    },
    typing: {
      title: "Enter the text of the scan, then the program reads on.",
      scan: "The scan",
      page: (page) => `Page ${page} of the scan`,
      none: "No page pictures could be taken from the file. Open the original to see it.",
      text: "The letter's text",
      hint: "Type or paste exactly as scanned, one paragraph a line, with its numbers and dashes.",
      submit: "Read the text",
    },
    twin: {
      same: "This file was imported before.",
      key: "There is a letter of the same number, date and issuer.",
      alike: (percent) => `Nearly the same as a letter imported before (${percent} of the text agrees).`,
      earlier: (subject, when) => `"${subject}", imported ${when}`,
      openDirective: "Open the sent letter",
      openDraft: "Open the earlier draft",
      colleague: "A draft of a colleague in this body.",
      anyway: "Import this letter all the same",
      needed: "Confirm importing all the same: this letter agrees with an earlier one.",
    },
    issue: {
      title: (assignments, bodies) =>
        `Send ${assignments} assignments to ${bodies} ${plural(bodies, "body", "bodies")}?`,
      consequence:
        "Each body gets exactly its tasks and sees this letter at once. A letter that was sent is not changed: a later change is a new letter; a single task can still be withdrawn, with a reason.",
      preview: (assignments, bodies) =>
        `Will give ${assignments} ${plural(assignments, "assignment", "assignments")} to ${bodies} ${plural(bodies, "body", "bodies")}`,
      previewLead:
        "Read from the draft as it stands. Nothing is given yet; each task can still be looked at and corrected before issue.",
      previewBack: "Back to the document",
      consequenceOwn:
        "Confirming issues this document and gives each body its tasks at once. A letter that was sent is not changed: a later change is a new letter; a single task can still be withdrawn, with a reason.",
      blocked: (count) => `${count} ${plural(count, "thing is", "things are")} to be done before sending.`,
      noDate: "Set the day of issue.",
      noSubject: "Enter the subject.",
      noIssuer: "Enter the issuer.",
      noTasks: "Add at least one task.",
      noBodies: (label) => `Choose bodies for task ${label}.`,
      dueBeforeIssue: (label) => `The deadline of task ${label} is before the day of issue.`,
      unknownName: (label, name) =>
        `Group ${label}: no body answers to "${name}". Choose bodies, correct the name, or confirm that it gets nothing.`,
      doubts: (count) =>
        `${count} ${plural(count, "place is", "places are")} still in doubt, sent as they are:`,
      byTask: "By task",
      byBody: "By body",
      task: "Task",
      bodies: "Receiving bodies",
      due: "Deadline",
      body: "Body",
      tasks: "Tasks",
      confirm: (assignments, bodies) =>
        `Send ${assignments} assignments to ${bodies} ${plural(bodies, "body", "bodies")}`,
      back: "Back to checking",
      mayNot: "Only a clerk or a leader of the body may send a letter.",
      failed: (at) => `Not sent: the content at ${at} is wrong. Go back, correct it, then send.`,
      numberNone: "no number yet",
    },
    discard: {
      title: "Discard this draft?",
      consequence: "The reading and its corrections are deleted. Nothing was sent.",
      confirm: "Discard the draft",
    },
    notFound: {
      title: "There is no such draft.",
      why: "It was discarded, has expired, or belongs to somebody else.",
    },
  },
})

export const words = joinWords(uploadWords, reviewWords)
