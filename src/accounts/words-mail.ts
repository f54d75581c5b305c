/** What mails about an account say. */
import { defineWords } from "../kernel/words.ts"

export const mailWords = defineWords({
  vi: {
    post: {
      subject: (body: string) => `${body} mời bạn vào Liên Phòng`,
      text: (body: string, title: string, link: string) =>
        `${body} mời bạn nhận vị trí: ${title}.\n\nMở đường dẫn này để nhận (dùng một lần, trong bảy ngày):\n${link}\n\nNếu bạn không chờ lời mời này, bỏ qua thư.\n`,
    },
    password: {
      subject: "Đặt mật khẩu mới cho Liên Phòng",
      text: (by: string | null, link: string) =>
        `${by === null ? "Có người đã nhập thư điện tử này để đặt lại mật khẩu." : `${by} đã tạo cho bạn một đường dẫn đặt mật khẩu mới.`}\n\nMở đường dẫn này (dùng một lần):\n${link}\n\nNếu không phải bạn yêu cầu, đừng mở; mật khẩu của bạn vẫn như cũ. Báo người quản trị của cơ quan bạn.\n`,
    },
    asked: {
      subject: "Có yêu cầu về tài khoản Liên Phòng của bạn",
      text: (by: string, body: string) =>
        `${by} đã yêu cầu một đường dẫn cho tài khoản hoặc vị trí của bạn tại ${body}.\n\nYêu cầu chờ một người thứ hai đồng ý. Nếu bạn không biết việc này, báo ngay lãnh đạo hoặc người quản trị khác của cơ quan.\n`,
    },
  },
  en: {
    post: {
      subject: (body) => `${body} invites you to Liên Phòng`,
      text: (body, title, link) =>
        `${body} invites you to the post: ${title}.\n\nOpen this link to accept (once, within seven days):\n${link}\n\nIf you do not expect it, ignore this mail.\n`,
    },
    password: {
      subject: "A new password for Liên Phòng",
      text: (by, link) =>
        `${by === null ? "Somebody entered this e-mail to set a new password." : `${by} made a link for you to set a new password.`}\n\nOpen this link (once):\n${link}\n\nIf it was not you who asked, do not open it; your password stays. Tell your body's administrator.\n`,
    },
    asked: {
      subject: "Somebody asks for your Liên Phòng account",
      text: (by, body) =>
        `${by} asks for a link to your account or post at ${body}.\n\nIt waits for a second person. If you do not know of it, tell the head or another administrator of the body at once.\n`,
    },
  },
})
