import { say } from "../../kernel/words.ts"
import { delegationsAtPost, endDelegationsAtPost } from "../../organizations/index.ts"
import type { OfficerHolder } from "../holdings.ts"

/** Kept by organizations, a slice below, which knows no officer who leaves. */
export const delegationHoldings: OfficerHolder = {
  name: "organizations.delegation",
  label: say("Quyền ký thay, ký thừa lệnh, thừa ủy quyền", "Signing for another"),
  takes: null,
  becomes: say("Hết hiệu lực hôm nay; người ở lại được giao mới.", "Ends today; who stays is given it anew."),
  heldBy: async (tx, of, limit) =>
    (await delegationsAtPost(tx, of)).slice(0, limit).map(({ id, form, fromName, toName }) => {
      const title = `${form}. ${fromName} → ${toName}`
      return { id, title: say(title, title) }
    }),
  settle: (tx, _desk, of) => endDelegationsAtPost(tx, of),
}
