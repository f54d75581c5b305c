/** Deputies sign for their heads (KT.), as their body's administrator wrote it down. */
import type { Desk } from "../kernel/http/env.ts"
import { giveDelegation } from "../organizations/actions/inside.ts"

type Post = { postId: string }

export async function letDeputySign(administrator: Desk, head: Post, deputy: Post): Promise<void> {
  const given = await giveDelegation(administrator, {
    ...{ fromPostId: head.postId, toPostId: deputy.postId, form: "KT" },
    ...{ validFrom: "2023-01-01", validTo: null },
    scope: "văn bản thuộc lĩnh vực được phân công",
    basis: "Quyết định phân công công tác (minh họa)",
  })
  if ("refused" in given) throw new Error(`the demo's deputy may not sign: ${given.refused}`)
}
