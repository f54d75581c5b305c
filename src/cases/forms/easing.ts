/** Money that comes in parts, and what eases its payment. */
import { day, form, money, pick, text } from "../../kernel/forms/index.ts"
import { say } from "../../kernel/words.ts"
import { note, reason } from "./asks.ts"

const number = text(say("Số quyết định", "Number of the decision"))
const decidedOn = day(say("Ngày ra quyết định", "Day of the decision"))
const unread = say(
  "Điều kiện, mức và thời gian theo luật chưa đối chiếu với văn bản gốc: cán bộ pháp chế xem trước khi ký.",
  "The law's conditions, amounts and times were not checked against its text: a legal officer looks before it is signed.",
)

export const easing = {
  payPart: form({
    slug: "nop-mot-phan",
    verb: "case.record",
    title: say("Ghi một lần nộp, chưa đủ", "Note a payment of a part"),
    follows: say(
      "Phần còn lại vẫn phải nộp; tiền chậm nộp chỉ tính trên phần chưa nộp. Lần nộp cuối ghi ở “Ghi nhận thi hành”.",
      "The rest stays owed, and only the rest is charged. The last payment is noted with “Note the execution”.",
    ),
    asks: {
      paidOn: day(say("Ngày nộp", "Paid on")),
      amount: money(say("Số tiền (đồng)", "Amount (VND)")),
      receipt: text(say("Số chứng từ của Kho bạc, ngân hàng", "Number of the treasury's or bank's receipt")),
      note: note.optional(),
    },
  }),
  payInParts: form({
    slug: "nop-nhieu-lan",
    verb: "case.decide",
    title: say("Ghi quyết định cho nộp nhiều lần (Đ79)", "Note a decision on instalments (Article 79)"),
    follows: say(
      "Tối đa 3 lần, lần đầu ít nhất 40% tiền phạt, không quá 6 tháng từ ngày quyết định xử phạt có hiệu lực; cá nhân bị phạt từ 15 triệu đồng, tổ chức từ 150 triệu đồng. Trong thời gian đó không tính tiền chậm nộp, không cưỡng chế.",
      "Three times at most, the first at least 40% of the fine, within 6 months of the decision's effect; for fines from 15 million (individuals) and 150 million VND (organisations). Meanwhile nothing is charged and nobody is forced.",
    ),
    asks: {
      number,
      decidedOn,
      firstOn: day(say("Lần 1: chậm nhất ngày", "First: until")),
      firstAmount: money(say("Lần 1: số tiền (đồng)", "First: amount (VND)")),
      secondOn: day(say("Lần 2: chậm nhất ngày", "Second: until")),
      secondAmount: money(say("Lần 2: số tiền (đồng)", "Second: amount (VND)")),
      thirdOn: day(say("Lần 3: chậm nhất ngày", "Third: until")).optional(),
      thirdAmount: money(say("Lần 3: số tiền (đồng)", "Third: amount (VND)")).optional(),
      reason,
    },
  }),
  payLater: form({
    slug: "hoan-nop",
    verb: "case.decide",
    title: say("Ghi quyết định hoãn nộp phạt (Đ76)", "Note a decision to postpone payment (Article 76)"),
    follows: unread,
    asks: { number, decidedOn, untilOn: day(say("Hoãn đến hết ngày", "Postponed until")), reason },
  }),
  reduce: form({
    slug: "giam-tien-phat",
    verb: "case.decide",
    title: say(
      "Ghi quyết định giảm, miễn tiền phạt (Đ77)",
      "Note a decision to reduce or waive the fine (Article 77)",
    ),
    follows: unread,
    asks: {
      number,
      decidedOn,
      amount: money(say("Số tiền được giảm (đồng)", "Reduced by (VND)"), {
        hint: say(
          "Miễn phần còn lại thì ghi đúng số còn phải nộp",
          "To waive the rest, give what is still owed",
        ),
      }),
      reason,
    },
  }),
  strike: form({
    slug: "go-lan-ghi",
    verb: "case.record",
    title: say("Gỡ một lần nộp, một quyết định ghi sai", "Strike out a payment or decision typed wrongly"),
    follows: say(
      "Lần ghi đó không còn tính vào số phải nộp; nó và lý do vẫn nằm trong diễn biến. Sau đó ghi lại cho đúng.",
      "It counts no more; it and the reason stay in the history. Then enter it rightly.",
    ),
    look: "second",
    asks: { entryId: pick(say("Lần ghi", "Entry")), reason },
  }),
}
