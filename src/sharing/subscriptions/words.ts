/** Words of subscriptions to warnings. */
import { defineWords } from "../../kernel/words.ts"

type Told = { title: string; looksLike: string; whatToDo: readonly string[]; page: string; end: string }

export const subscriptionWords = defineWords({
  vi: {
    title: "Nhận cảnh báo qua thư điện tử",
    lead: "Có cảnh báo mới, hay một cảnh báo được thu hồi, bạn nhận một thư. Không cần tài khoản; thôi nhận bằng một lần bấm.",
    address: "Địa chỉ thư của bạn",
    addressHint: "Được niêm phong, chỉ dùng để gửi cảnh báo; xóa khi bạn thôi nhận",
    addressWrong: "Nhập địa chỉ thư như ten@vidu.vn",
    tooOften: (minutes: number) =>
      `Mạng bạn đang dùng vừa đăng ký quá nhiều lần. Chờ ${minutes} phút rồi gửi lại; những gì bạn nhập còn nguyên ở đây.`,
    area: "Chỉ ở nơi",
    trick: "Chỉ kiểu lừa",
    send: "Gửi thư xác nhận cho tôi",
    sent: "Mở hộp thư và bấm đường dẫn xác nhận",
    sentHow:
      "Thư đến trong vài phút; mỗi địa chỉ nhận nhiều nhất ba thư xác nhận một ngày, thư sau đến hôm sau. Chưa bấm thì chưa ai nhận gì; sau ba ngày địa chỉ bị xóa.",
    noMail: "Nơi này chưa gửi được thư: theo dõi bằng Atom, RSS ở trang nguồn cấp tin.",
    confirm: "Xác nhận nhận cảnh báo",
    confirmPress: "Tôi muốn nhận",
    live: "Bạn đang nhận cảnh báo",
    leave: "Thôi nhận cảnh báo",
    leavePress: "Thôi nhận",
    left: "Bạn không còn nhận cảnh báo; địa chỉ đã xóa",
    gone: "Đường dẫn này không còn dùng được: đăng ký lại nếu bạn vẫn muốn nhận.",
    again: "Đăng ký nhận",
    mails: {
      confirm: {
        subject: "Xác nhận: bạn muốn nhận cảnh báo lừa đảo?",
        text: (link: string) =>
          `Ai đó, có thể là bạn, đã xin nhận cảnh báo lừa đảo của tỉnh ở địa chỉ này.\n\nĐúng là bạn thì mở đường dẫn này và bấm "Tôi muốn nhận":\n${link}\n\nKhông phải bạn thì không cần làm gì: không có thư nào nữa.`,
      },
      released: {
        subject: (title: string) => `Cảnh báo: ${title}`,
        text: ({ title, looksLike, whatToDo, page, end }: Told) =>
          `${title}\n\n${looksLike}\n\nLàm gì:\n${whatToDo.map((one) => `- ${one}`).join("\n")}\n\nXem đủ: ${page}\n\nThôi nhận: ${end}`,
      },
      recalled: {
        subject: (title: string) => `Thu hồi cảnh báo: ${title}`,
        text: ({ reason, page, end }: { reason: string; page: string; end: string }) =>
          `Cảnh báo đã gửi bạn không còn đúng và đã được thu hồi.${reason === "" ? "" : `\n\nLý do: ${reason}`}\n\nXem: ${page}\n\nThôi nhận: ${end}`,
      },
    },
  },
  en: {
    title: "Get warnings by mail",
    lead: "A new warning, or the recall of one, is one mail. No account is needed; one press ends it.",
    address: "Your mail address",
    addressHint: "Kept under seal and used for warnings only; erased when you leave",
    addressWrong: "Type a mail address such as name@example.com",
    tooOften: (minutes) =>
      `The network you use has asked too often. Wait ${minutes} min and send again; what you typed stays here.`,
    area: "Only in",
    trick: "Only this trick",
    send: "Send me the mail to confirm",
    sent: "Open your mail and follow the link to confirm",
    sentHow:
      "It comes within minutes; an address gets at most three mails to confirm a day, further ones the day after. Until you follow it nobody gets anything; after three days the address is erased.",
    noMail: "This installation sends no mail yet: follow by Atom or RSS from the page of feeds.",
    confirm: "Confirm that you want warnings",
    confirmPress: "I want them",
    live: "You get warnings",
    leave: "Stop getting warnings",
    leavePress: "Stop",
    left: "You get no more warnings; the address is erased",
    gone: "This link is used up: ask again if you still want warnings.",
    again: "Get warnings by mail",
    mails: {
      confirm: {
        subject: "Confirm: do you want warnings of fraud?",
        text: (link: string) =>
          `Somebody, perhaps you, asked for the province's warnings of fraud at this address.\n\nIf it was you, open this link and press "I want them":\n${link}\n\nIf not, do nothing: there will be no other mail.`,
      },
      released: {
        subject: (title: string) => `Warning: ${title}`,
        text: ({ title, looksLike, whatToDo, page, end }: Told) =>
          `${title}\n\n${looksLike}\n\nWhat to do:\n${whatToDo.map((one) => `- ${one}`).join("\n")}\n\nAll of it: ${page}\n\nStop: ${end}`,
      },
      recalled: {
        subject: (title: string) => `Recalled: ${title}`,
        text: ({ reason, page, end }: { reason: string; page: string; end: string }) =>
          `A warning that you got is not right any more and was recalled.${reason === "" ? "" : `\n\nWhy: ${reason}`}\n\nSee: ${page}\n\nStop: ${end}`,
      },
    },
  },
})
