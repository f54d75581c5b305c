/** What the reader says when it refuses a letter. */
import { defineWords } from "../../kernel/words.ts"

export const refusalWords = defineWords({
  vi: {
    secret:
      "Văn bản đóng dấu độ mật bí mật nhà nước: không đọc, không lưu. Xử lý theo Luật Bảo vệ bí mật nhà nước.",
    tooLong:
      "Tệp quá lớn: nhận tối đa 20 MB, 150 trang, 5.000 đoạn, 5 triệu chữ cái. Tách phụ lục dài thành tệp riêng.",
    scan: "PDF chỉ có ảnh chụp, không có lớp chữ. Dùng bản .docx, bản PDF xuất từ máy, hoặc nhận dạng chữ (OCR) trước.",
    encrypted: "PDF có mật khẩu. Bỏ mật khẩu rồi đọc lại.",
    broken: "Tệp hỏng, không mở được.",
    unknownType: "Chỉ đọc được .txt, .docx và .pdf có lớp chữ.",
    noText: "Tệp không có chữ nào.",
    busy: "Máy chủ đang đọc nhiều tệp khác. Chờ một phút rồi gửi lại.",
    usage: "Cách dùng: lienphong letter read TỆP|- [--json]",
    notFound: "Không mở được tệp: kiểm tra đường dẫn và quyền đọc.",
  },
  en: {
    secret:
      "The letter bears a state-secret stamp: it is neither read nor kept. Handle it under the Law on State Secrets.",
    tooLong:
      "The file is too large: at most 20 MB, 150 pages, 5,000 paragraphs, 5 million characters. Put a long annex in a file of its own.",
    scan: "The PDF holds pictures only, no text layer. Use the .docx, a PDF exported by a program, or recognise its text (OCR) first.",
    encrypted: "The PDF has a password. Remove it and read again.",
    broken: "The file is damaged and cannot be opened.",
    unknownType: "Only .txt, .docx, and .pdf with a text layer can be read.",
    noText: "The file holds no letters.",
    busy: "The server is reading many other files. Wait a minute and send it again.",
    usage: "Usage: lienphong letter read FILE|- [--json]",
    notFound: "The file cannot be opened: check the path and the right to read it.",
  },
})
