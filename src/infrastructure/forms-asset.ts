/** What may be done with an asset. */
import { form, listed, search, several, text } from "../kernel/forms/index.ts"
import { say, sayEach } from "../kernel/words.ts"
import { protectionForms } from "./forms-protection.ts"
import { assetWords } from "./words-asset.ts"

const asks = {
  // Not "code": a field of that name opens something, and is never kept (`kernel/http/typed.tsx`).
  assetCode: text(say("Mã", "Code"), {
    max: 60,
    hint: say("Mã mà đơn vị bạn dùng", "The code that your body uses"),
  }),
  name: text(say("Tên", "Name"), { max: 200 }),
  kind: listed(
    say("Loại", "Kind"),
    sayEach(assetWords, (t) => t.kinds),
  ),
  areaCode: search(say("Xã, phường", "Commune")),
  lat: text(say("Vĩ độ", "Latitude"), { max: 20 }).optional(),
  lon: text(say("Kinh độ", "Longitude"), { max: 20 }).optional(),
  place: text(say("Địa chỉ, dấu hiệu nhận ra", "Address, landmark"), { max: 300 }).optional(),
  criticality: listed(
    say("Mức quan trọng", "Importance"),
    sayEach(assetWords, (t) => t.criticalities),
  ),
  state: listed(
    say("Tình trạng", "State"),
    sayEach(assetWords, (t) => t.states),
  ),
}

export const newAsset = form({
  slug: "moi",
  verb: "infrastructure.change",
  title: say("Thêm tài sản", "Add an asset"),
  asks,
})

export const assetForms = {
  change: form({
    slug: "sua",
    verb: "infrastructure.change",
    title: say("Sửa tài sản", "Change the asset"),
    asks,
    edits: true,
  }),
  share: form({
    slug: "dung-chung",
    verb: "infrastructure.change",
    title: say("Ghi nơi dùng chung", "Note who shares it"),
    follows: say(
      "Nơi dùng chung thấy đúng chỗ. Danh sách mới thay danh sách cũ.",
      "Who shares it sees the exact place. The new list replaces the old.",
    ),
    asks: { bodies: several(say("Nơi dùng chung", "Who shares it")).optional() },
  }),
  grant: form({
    slug: "cho-xem",
    verb: "infrastructure.change",
    title: say("Cho xem đúng chỗ", "Show the exact place"),
    follows: say(
      "Công an thấy sẵn. Danh sách mới thay danh sách cũ.",
      "The police see it anyway. The new list replaces the old.",
    ),
    asks: { bodies: several(say("Nơi được xem", "Who may see it")).optional() },
  }),
  ...protectionForms,
}
export type AssetFormName = keyof typeof assetForms
export const assetFormNames = Object.keys(assetForms) as AssetFormName[]
