import { defineWords } from "../kernel/words.ts"

/** The sentences around the steps that a task may take. */
export const stepWords = defineWords({
  vi: {
    next: {
      title: "Bước tiếp theo",
      none: "Hiện bạn không phải làm gì ở nhiệm vụ này.",
      waiting: "Đang chờ cơ quan giao việc nghiệm thu.",
      waitingBody: "Đang chờ cơ quan được giao.",
      closed: "Nhiệm vụ đã kết thúc.",
    },
    files: {
      label: "Minh chứng",
      hint: "Ảnh, tài liệu; tối đa 6 tệp",
      declared: "Tôi cam đoan các tệp không chứa bí mật nhà nước",
      declaration: "Cam đoan",
      again: "Chọn lại tệp: trình duyệt không giữ tệp khi biểu mẫu còn chỗ cần sửa.",
    },
    entries: {
      title: "Kèm số liệu báo cáo",
      row: (row: string) => `Số liệu ${row}`,
      figure: "Chỉ tiêu",
      period: "Kỳ (ví dụ 2023-08, 2023-Q3, 2023-H1, 2023)",
      value: "Giá trị",
      note: "Ghi chú",
    },
    extensionAsked: (name: string, wanted: string) => `${name} xin gia hạn đến ${wanted}.`,
  },
  en: {
    next: {
      title: "Next step",
      none: "There is nothing for you to do here now.",
      waiting: "Awaiting the issuer's acceptance.",
      waitingBody: "Awaiting the body that was given it.",
      closed: "The task has ended.",
    },
    files: {
      label: "Evidence",
      hint: "Photos, documents; 6 files at most",
      declared: "I declare that the files hold no state secret",
      declaration: "Declaration",
      again: "Choose the files again: the browser does not keep them while something is to be put right.",
    },
    entries: {
      title: "Add figures",
      row: (row) => `Figure ${row}`,
      figure: "Figure",
      period: "Period (such as 2023-08, 2023-Q3, 2023-H1, 2023)",
      value: "Value",
      note: "Note",
    },
    extensionAsked: (name, wanted) => `${name} asks for an extension until ${wanted}.`,
  },
})
