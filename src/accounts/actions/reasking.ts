/** What a leaving administrator has asked and no second person has agreed to yet: asked again by who stays, or it is gone. */

import { journal } from "../../kernel/journal.ts"
import { say } from "../../kernel/words.ts"
import type { OfficerHolder } from "../holdings.ts"
import { revokeInvitation, waitingAskedBy } from "../store/invitations.ts"
import { words } from "../words.ts"
import { askAgain } from "./invitations.ts"

export const reasked: OfficerHolder = {
  name: "accounts.asked",
  label: say(
    "Đề nghị về tài khoản chờ người thứ hai",
    "Requests about accounts that wait for a second person",
  ),
  takes: null,
  becomes: say(
    "Được nêu lại bằng tên bạn và vẫn chờ người thứ hai; đề nghị cũ bị thu hồi.",
    "Asked again in your name, and still waits for a second person; the old request is withdrawn.",
  ),
  heldBy: async (tx, { officerId }, limit) =>
    (await waitingAskedBy(tx, officerId, limit)).map((one) => ({
      id: one.id,
      title: say(
        `${one.fullName}, ${one.title} (${words.vi.roles[one.role]})`,
        `${one.fullName}, ${one.title} (${words.en.roles[one.role]})`,
      ),
    })),
  async settle(tx, desk, { officerId }, ids) {
    for (const asked of await waitingAskedBy(tx, officerId, ids.length)) {
      await revokeInvitation(tx, asked.id)
      await journal(tx, { what: "invitation.revoked", record: { kind: "invitation", id: asked.id } })
      await askAgain(tx, desk, asked)
    }
  },
}
