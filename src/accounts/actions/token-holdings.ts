import { journal } from "../../kernel/journal.ts"
import { say } from "../../kernel/words.ts"
import type { OfficerHolder } from "../holdings.ts"
import { revokeToken, tokensMadeBy } from "../store/tokens.ts"

/**
 * Whoever made a token has seen it, and a post that ends takes nothing out of a memory. The list names each, so that a colleague
 * can make another for the program before.
 */
export const tokenHoldings: OfficerHolder = {
  name: "accounts.token",
  label: say(
    "Mã truy cập do người này cấp cho chương trình",
    "Access tokens that this person made for programs",
  ),
  takes: null,
  becomes: say(
    "Hết hiệu lực hôm nay, vì người cấp đã biết mã; quản trị ở lại cấp mã mới cho chương trình còn dùng.",
    "End today, since who made them has seen them; an administrator who stays makes new ones for programs still in use.",
  ),
  heldBy: async (tx, { officerId, bodyId }, limit) =>
    (await tokensMadeBy(tx, { officerId, bodyId, limit })).map(({ id, name, usedOn }) => {
      const used = usedOn === null ? null : usedOn.split("-").reverse().join("/")
      return {
        id,
        title: say(
          used === null ? `${name} (chưa dùng)` : `${name} (dùng lần cuối ${used})`,
          used === null ? `${name} (never used)` : `${name} (last used ${used})`,
        ),
      }
    }),
  async settle(tx, desk, _leaving, ids) {
    for (const id of ids) {
      await revokeToken(tx, id, desk.who.officerId)
      await journal(tx, { what: "token.revoked", record: { kind: "token", id } })
    }
  },
}
