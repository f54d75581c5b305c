/** Words of webhooks: programs of a body that are told of warnings. */
import { defineWords } from "../../kernel/words.ts"

export const hookWords = defineWords({
  vi: {
    title: "Webhook: báo cho chương trình của cơ quan",
    nav: "Webhook",
    lead: "Có cảnh báo mới, hay một cảnh báo được thu hồi, chương trình của cơ quan nhận một tin có chữ ký theo Standard Webhooks.",
    none: "Cơ quan chưa có webhook nào",
    noneHelp: "Điền địa chỉ mà chương trình của cơ quan đang chờ tin; mã bí mật hiện một lần sau khi thêm.",
    add: "Thêm webhook",
    name: "Tên chương trình",
    url: "Địa chỉ nhận tin",
    urlHint: "Bắt đầu bằng https://; mạng riêng phải được người vận hành nêu trong LIENPHONG_PEERS",
    send: "Thêm webhook này",
    secret: "Mã bí mật, chỉ hiện lần này",
    secretHelp:
      "Chép vào chương trình nhận tin: nó dùng mã này để kiểm chữ ký ở webhook-signature. Mất mã thì thôi webhook này và thêm lại.",
    refusals: {
      notAnAddress: "Điền một địa chỉ như https://may.vidu.vn/nhan-tin",
      known: "Địa chỉ này đã có",
      tooMany: "Cơ quan đã có 10 webhook: thôi một cái trước",
    },
    done: {
      ended: "Đã thôi: địa chỉ này không nhận tin nữa.",
      again: "Tin được gửi lại với mã cũ; kết quả hiện ở đây sau ít phút.",
      gone: "Không còn ở đây, hoặc không gửi lại được.",
    },
    end: "Thôi webhook này",
    log: "Các tin gần đây",
    neverTold: "Chưa có tin nào: tin đầu đi khi có cảnh báo mới.",
    columns: { at: "Lúc", message: "Tin", state: "Kết quả", again: "Gửi lại" },
    what: { released: "cảnh báo mới", recalled: "thu hồi" },
    states: {
      waiting: "đang chờ gửi",
      sent: "đã nhận",
      failed: "không gửi được",
      dropped: "không gửi: đã thu hồi trước khi gửi",
    },
    tries: (n: string) => `lần thử: ${n}`,
    again: (code: string) => `Gửi lại tin ${code}`,
    addedBy: (name: string, at: string) => `${name} thêm lúc ${at}`,
  },
  en: {
    title: "Webhooks: telling programs of the body",
    nav: "Webhooks",
    lead: "When there is a new warning, or one is recalled, a program of the body gets a signed message by Standard Webhooks.",
    none: "The body has no webhook yet",
    noneHelp:
      "Fill in the address where a program of the body listens; its secret is shown once after it was added.",
    add: "Add a webhook",
    name: "Name of the program",
    url: "Address that listens",
    urlHint: "Begins with https://; who runs the server has to name a private network in LIENPHONG_PEERS",
    send: "Add this webhook",
    secret: "Secret, shown this time only",
    secretHelp:
      "Copy it into the program: it checks the signature in webhook-signature with it. If it is lost, end this webhook and add it again.",
    refusals: {
      notAnAddress: "Fill in an address such as https://machine.example/listens",
      known: "This address is here already",
      tooMany: "The body has 10 webhooks: end one first",
    },
    done: {
      ended: "Ended: this address gets no message any more.",
      again: "The message is sent again under its own id; the outcome stands here within minutes.",
      gone: "Not here any more, or not to be sent again.",
    },
    end: "End this webhook",
    log: "Latest messages",
    neverTold: "No message yet: the first goes out with the next warning.",
    columns: { at: "When", message: "Message", state: "Outcome", again: "Send again" },
    what: { released: "new warning", recalled: "recall" },
    states: {
      waiting: "waits",
      sent: "arrived",
      failed: "could not be sent",
      dropped: "not sent: recalled before it went out",
    },
    tries: (n: string) => `tries: ${n}`,
    again: (code: string) => `Send message ${code} again`,
    addedBy: (name: string, at: string) => `Added by ${name}, ${at}`,
  },
})
