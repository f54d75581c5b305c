/** Faults of a photo or file of a visit. */
import { defineWords } from "../kernel/words.ts"

const named = (name: string) => (name === "" ? "" : `${name}: `)

export const uploadWords = defineWords({
  vi: {
    troubles: {
      tooMany: (_name: string) => "Nhiều tệp quá: gửi nhiều nhất 10 tệp một lần",
      broken: (_name: string) => "Tệp chưa đến đủ: chọn lại tệp rồi gửi",
      empty: (name: string) => `${named(name)}tệp rỗng, chọn lại`,
      kind: (name: string) => `${named(name)}loại tệp này không nhận: dùng ảnh, PDF hoặc âm thanh`,
      undeclared: (_name: string) => "Đánh dấu rằng ảnh, tệp không chứa bí mật nhà nước, rồi gửi lại",
      tooLarge: (name: string) => `${named(name)}tệp lớn hơn 25 MB: chọn tệp nhỏ hơn`,
      stamped: (name: string) => `${named(name)}có dấu bí mật nhà nước: không nhận, không giữ lại gì`,
      locked: (name: string) => `${named(name)}bị khóa bằng mật khẩu: mở khóa rồi lưu lại`,
      unread: (name: string) => `${named(name)}máy đang bận nên chưa xem được: gửi lại sau ít phút`,
    },
  },
  en: {
    troubles: {
      tooMany: (_name) => "Too many files: at most 10 at a time",
      broken: (_name) => "The file did not arrive whole: choose it again",
      empty: (name) => `${named(name)}the file is empty, choose again`,
      kind: (name) => `${named(name)}this kind is not taken: use a picture, PDF or sound`,
      undeclared: (_name) => "Mark that the files hold no state secret, and send again",
      tooLarge: (name) => `${named(name)}larger than 25 MB: choose a smaller one`,
      stamped: (name) => `${named(name)}it bears a stamp of secrecy: not taken, nothing of it kept`,
      locked: (name) => `${named(name)}locked by a password: unlock it and save it again`,
      unread: (name) => `${named(name)}the machine is busy: send it again in some minutes`,
    },
  },
})
