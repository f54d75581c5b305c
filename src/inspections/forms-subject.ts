/** Forms of a subject of the register. */
import { choice, day, form, listed, paragraph, text } from "../kernel/forms/index.ts"
import { say, sayEach } from "../kernel/words.ts"
import { words } from "./words.ts"

export const newSubject = form({
  slug: "moi",
  verb: "inspection.plan",
  title: say("Ghi đối tượng vào sổ", "Write a subject into the register"),
  submit: say("Ghi vào sổ", "Write it down"),
  asks: {
    kind: listed(
      say("Loại", "Kind"),
      sayEach(words, (t) => t.kinds),
    ),
    name: text(say("Tên", "Name"), { max: 200 }),
    form: choice(
      say("Hình thức", "Form"),
      sayEach(words, (t) => t.forms),
    ),
    taxCode: text(
      say("Mã số thuế, mã số doanh nghiệp hoặc số định danh", "Tax, enterprise or personal number"),
      {
        max: 14,
      },
    ).optional(),
    licenceNumber: text(say("Số giấy phép, hợp đồng ủy quyền", "Number of the licence or authorisation"), {
      max: 100,
    }).optional(),
    licenceOn: day(say("Cấp ngày", "Given on")).optional(),
    licenceUntil: day(say("Hết hạn ngày", "Until")).optional(),
    address: text(say("Địa chỉ", "Address"), { max: 300 }),
    commune: text(say("Xã, phường", "Commune"), { max: 100 }).optional(),
  },
})

const { kind: _kind, name: _name, form: _form, ...licence } = newSubject.asks

export const subjectForms = {
  change: form({
    slug: "sua",
    verb: "inspection.plan",
    title: say("Sửa giấy phép, địa chỉ, mã số", "Change licence, address, code"),
    follows: say(
      "Thay đổi ở lại trong diễn biến của đối tượng; các cuộc kiểm tra đã lập giữ địa chỉ của mình.",
      "The change stays in the history of the subject; checks keep the address they were planned with.",
    ),
    look: "second",
    asks: licence,
  }),
  complies: form({
    slug: "tuan-thu",
    verb: "inspection.conclude",
    title: say("Miễn kiểm tra tại chỗ vì tuân thủ tốt", "Exempt from visits as a good complier"),
    look: "second",
    asks: {
      compliesUntil: day(say("Đến ngày", "Until")),
      compliesNote: paragraph(say("Căn cứ", "Why"), { max: 1_000 }),
    },
  }),
}
export type SubjectFormName = keyof typeof subjectForms
export const subjectFormNames = Object.keys(subjectForms) as SubjectFormName[]
