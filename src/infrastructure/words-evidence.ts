/** Words of recovered goods and of witnesses. */
import { defineWords } from "../kernel/words.ts"

export const evidenceWords = defineWords({
  vi: {
    goods: "Tang vật thu hồi",
    kept: (day: string, at: string, body: string) => `Thu hồi ${day}, giữ tại ${at} (${body})`,
    returned: (day: string, to: string) => `Đã trả ${day}, cho ${to}`,
    foundAt: "Thu hồi ở",
    marks: "Dấu hiệu",
    witnesses: "Người làm chứng",
    sealed: (body: string) => `Danh tính niêm phong tại ${body}`,
    opened: "Danh tính đã mở, lần mở này vào nhật ký",
    refusals: {
      returnedBefore: "Ngày trả lại sớm hơn ngày thu hồi",
      goneThing: "Tang vật này đã trả, hoặc do đơn vị khác ghi: xem lại trang",
      goneWitness: "Không thấy người làm chứng này nữa: xem lại trang",
      namesWitness: "Lời này có tên, số hoặc địa chỉ của người làm chứng: bỏ ra, chỉ ghi điều đã thấy",
    },
    exhibitReason: (number: string) => `Tang vật thu hồi của sự cố ${number}`,
    carriedWitness: (n: string) => `Người làm chứng (danh tính niêm phong): ${n}`,
  },
  en: {
    goods: "Recovered goods",
    kept: (day, at, body) => `Recovered on ${day}, kept at ${at} (${body})`,
    returned: (day, to) => `Given back on ${day}, to ${to}`,
    foundAt: "Found at",
    marks: "Marks",
    witnesses: "Witnesses",
    sealed: (body) => `Identity sealed at ${body}`,
    opened: "The identity is open; this opening stands in the journal",
    refusals: {
      returnedBefore: "Given back before it was recovered",
      goneThing: "It was given back already, or another body wrote it: look at the page again",
      goneWitness: "This witness is not there any more: look at the page again",
      namesWitness:
        "These words hold the name, number or address of the witness: take them out, write what was seen",
    },
    exhibitReason: (number) => `Recovered goods of incident ${number}`,
    carriedWitness: (n) => `Witnesses (identity sealed): ${n}`,
  },
})
