/** Words of incidents that are likely the same. */
import { defineWords } from "../kernel/words.ts"

export const twinWords = defineWords({
  vi: {
    title: "Có thể là cùng một sự cố",
    lead: "Gợi ý theo giờ và nơi; cán bộ quyết định. Gộp: sự cố đang xem kết thúc vì trùng, hai bên đều ghi trong diễn biến, không xóa gì.",
    minutes: (n: string) => `cách nhau ${n} phút`,
    hours: (n: string) => `cách nhau khoảng ${n} giờ`,
    sameCommune: "cùng xã, phường",
    metres: (n: string) => `cách khoảng ${n} m`,
    cells: "cùng ô hoặc ô sát cạnh (khoảng 1 km)",
    sameKind: "cùng loại",
    sameOwner: "cùng chủ hạ tầng",
  },
  en: {
    title: "Likely the same incident",
    lead: "A hint by time and place; an officer decides. Joining ends the incident on this page as a duplicate, both histories say so, nothing is deleted.",
    minutes: (n) => `${n} minutes apart`,
    hours: (n) => `about ${n} hours apart`,
    sameCommune: "the same commune",
    metres: (n) => `about ${n} m apart`,
    cells: "the same cell or the next (about 1 km)",
    sameKind: "the same kind",
    sameOwner: "the same owner",
  },
})
