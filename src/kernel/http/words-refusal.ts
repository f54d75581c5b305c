import { defineWords } from "../words.ts"

/** Each says what happened, then what to do. */
export const refusalWords = defineWords({
  vi: {
    home: "Về trang đầu",
    form: "Mở lại biểu mẫu",
    cleanAddress: "Mở lại, bỏ ký tự đó",
    broken: {
      title: "Nội dung gửi lên bị đứt hoặc hỏng nên chưa được ghi",
      help: "Quay lại trang trước, xem lại rồi gửi lần nữa. Mạng yếu thì gửi ít tệp hơn mỗi lần.",
    },
    address: {
      title: "Địa chỉ có ký tự không dùng được",
      help: "Địa chỉ có thể đã bị chép thiếu hoặc lẫn ký tự lạ. Về trang đầu rồi đi tiếp từ đó.",
    },
    characters: {
      title: "Có ký tự ẩn không lưu được nên chưa có gì được ghi",
      help: "Ký tự ẩn (NUL) thường lẫn vào khi chép từ chương trình khác. Gõ lại mục đó, hoặc dùng lại phần chữ đã bỏ ký tự ẩn, rồi gửi lần nữa.",
    },
    value: {
      title: "Có một mục gửi lên mà hệ thống không đọc được, việc chưa được ghi",
      help: "Quay lại trang trước, mở lại biểu mẫu rồi chọn và nhập từ chính trang đó.",
    },
    unauthorized: {
      title: "Chưa có mã truy cập, hoặc mã đã hết hạn",
      help: "Chương trình gửi mã truy cập của cơ quan ở đầu yêu cầu: Authorization: Bearer. Người dùng thì đăng nhập bằng tài khoản.",
    },
    otherSite: {
      title: "Chưa thực hiện được: không rõ yêu cầu được gửi từ trang nào",
      help: "Mở lại trang rồi gửi lại từ chính trang đó, trong cùng cửa sổ. Nếu vẫn bị từ chối, cho phép trang này lưu cookie trong cài đặt của trình duyệt.",
    },
    forbidden: {
      title: "Yêu cầu này không được phép",
      help: "Quay lại trang trước. Nếu việc này thuộc phần của bạn, nhờ quản trị của cơ quan xem lại quyền.",
    },
    missing: {
      title: "Không có trang này",
      help: "Địa chỉ có thể đã gõ thiếu, hoặc trang thuộc về cơ quan khác. Về trang đầu rồi đi tiếp từ đó.",
    },
    again: {
      title: "Biểu mẫu này đã được gửi và đã ghi một lần",
      help: "Không cần gửi lại. Mở lại trang để xem kết quả; muốn ghi thêm lần nữa thì điền biểu mẫu mới.",
    },
    method: {
      title: "Địa chỉ này không nhận cách gửi như vậy",
      help: "Trang có thể là kết quả của một biểu mẫu. Về trang đầu, mở biểu mẫu rồi gửi lại.",
    },
    tooLarge: {
      title: "Nội dung gửi lên lớn quá mức trang này nhận",
      help: "Chưa có gì được ghi. Quay lại trang trước, viết ngắn lại hoặc gửi tệp nhỏ hơn.",
    },
    tooMuch: {
      title: "Mạng này đã gửi quá nhiều tệp trong một giờ",
      help: "Chưa có gì được ghi. Quay lại trang trước, bỏ tệp ra rồi gửi phần chữ ngay; tệp thì gửi sau một giờ.",
    },
    noRoom: {
      title: "Máy chủ tạm hết chỗ cho tệp",
      help: "Chưa có gì được ghi. Quay lại trang trước, bỏ tệp ra rồi gửi phần chữ ngay; tệp thì gửi sau.",
    },
    mediaType: {
      title: "Trang này không nhận loại nội dung đã gửi",
      help: "Trang chỉ nhận biểu mẫu của chính nó, và chỉ nhận tệp ở nơi có ô đính kèm. Chương trình thì gửi JSON.",
    },
    encoded: {
      title: "Nội dung gửi lên bị nén nên không được đọc",
      help: "Gửi lại không nén (bỏ Content-Encoding).",
    },
    keyReused: {
      title: "Idempotency-Key này đã dùng cho một nội dung khác",
      help: "Gửi lại đúng nội dung lần đầu để nhận lại câu trả lời, hoặc đặt khóa mới cho nội dung mới. Lần này chưa ghi gì.",
    },
    slow: {
      title: "Yêu cầu gửi chậm quá nên chưa được ghi",
      help: "Mạng có thể đang yếu. Quay lại trang trước rồi gửi lần nữa, gửi ít tệp hơn mỗi lần.",
    },
    heads: {
      title: "Phần đầu của yêu cầu dài quá mức máy chủ đọc",
      help: "Xóa cookie của trang này trong cài đặt của trình duyệt rồi mở lại.",
    },
  },
  en: {
    home: "To the first page",
    form: "Open the form again",
    cleanAddress: "Open it without that character",
    broken: {
      title: "What was sent broke off or is damaged; nothing was recorded",
      help: "Go back, look it over and send it again. On a weak network send fewer files at a time.",
    },
    address: {
      title: "The address holds characters that cannot be used",
      help: "It may have been copied in part. Go to the first page and on from there.",
    },
    characters: {
      title: "There is a hidden character that cannot be kept; nothing was recorded",
      help: "A hidden character (NUL) often comes along with a copy from another program. Type that answer again, or use your words as they stand without it, and send once more.",
    },
    value: {
      title: "One of the values sent cannot be read; nothing was recorded",
      help: "Go back, open the form again, and choose and type on that page itself.",
    },
    unauthorized: {
      title: "There is no access token, or it has expired",
      help: "A program sends the token of its body: Authorization: Bearer. A person signs in with an account.",
    },
    otherSite: {
      title: "Not done: it is unclear which page the request came from",
      help: "Open the page again and send from that page, in the same window. If it is refused again, let this site keep cookies in the browser's settings.",
    },
    forbidden: {
      title: "This request is not allowed",
      help: "Go back. If this is part of your work, ask the administrator of your body to look at your role.",
    },
    missing: {
      title: "There is no such page",
      help: "The address may be mistyped, or the page belongs to another body. Go to the first page and on from there.",
    },
    again: {
      title: "This form was sent before and was recorded once",
      help: "There is no need to send it again. Open the page to see the result; to record it once more, fill in a new form.",
    },
    method: {
      title: "This address does not take requests of that kind",
      help: "The page may be the answer to a form. Go to the first page, open the form and send it again.",
    },
    tooLarge: {
      title: "What was sent is larger than this page takes",
      help: "Nothing was recorded. Go back and write less, or send a smaller file.",
    },
    tooMuch: {
      title: "This network has sent too many files within an hour",
      help: "Nothing was recorded. Go back, take the files out and send your words now; send the files in an hour.",
    },
    noRoom: {
      title: "The server has no room for files at the moment",
      help: "Nothing was recorded. Go back, take the files out and send your words now; send the files later.",
    },
    mediaType: {
      title: "This page does not take what was sent",
      help: "It takes its own form only, and files only where there is a place to attach them. A program sends JSON.",
    },
    encoded: {
      title: "What was sent is compressed and was not read",
      help: "Send it uncompressed (without Content-Encoding).",
    },
    keyReused: {
      title: "This Idempotency-Key was used for other content",
      help: "Send the very content of the first time to be given its answer again, or a new key for what is new. Nothing was recorded this time.",
    },
    slow: {
      title: "The request came too slowly and was not recorded",
      help: "The network may be weak. Go back and send it again, fewer files at a time.",
    },
    heads: {
      title: "The head of the request is longer than the server reads",
      help: "Delete this site's cookies in the browser's settings and open it again.",
    },
  },
})
