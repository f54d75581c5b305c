/** What a tip's page says of clues that nobody can place yet. */
import { defineWords } from "../kernel/words.ts"

export const unclearWords = defineWords({
  vi: {
    ask: (n: number) => `Của ai? Máy chưa rõ ${n} đầu mối`,
    why: "Đang được che và chưa đối chiếu với tin nào. Đọc lời quanh đó rồi bấm một nút; bấm nhầm thì sửa lại được.",
    name: (kind: string, place: number) => `${kind} thứ ${place} (đã che)`,
    here: "[đầu mối này]",
    also: "Tin còn nêu",
    alsoWhy: "Đọc từ lời đã che; máy không đối chiếu các mục này với tin khác.",
    moreKinds: {
      crypto: "Ví tiền mã hóa",
      imei: "Số IMEI của máy",
      brandname: "Tên người gửi (brandname)",
      name: "Tên hiển thị",
      sum: "Số tiền nước ngoài, không quy đổi",
    },
    choices: {
      suspect: "Của bên bị nghi",
      theirs: "Của người báo, người bị hại",
      "official-mentioned": "Số chính thức",
    },
  },
  en: {
    ask: (n: number) =>
      n === 1 ? "Whose is it? One clue is unclear" : `Whose are they? ${n} clues are unclear`,
    why: "Masked, and compared with no report so far. Read the words around it and press one button; a wrong press can be put right.",
    name: (kind: string, place: number) => `${kind} no. ${place} (masked)`,
    here: "[this one]",
    also: "The report also names",
    alsoWhy: "Read from the masked words; none of these is compared with other reports.",
    moreKinds: {
      crypto: "Crypto wallet",
      imei: "IMEI of a device",
      brandname: "Sender name (brandname)",
      name: "Display name",
      sum: "Sum in foreign money, not converted",
    },
    choices: {
      suspect: "The suspect's",
      theirs: "The reporter's or a victim's",
      "official-mentioned": "An official number",
    },
  },
})
