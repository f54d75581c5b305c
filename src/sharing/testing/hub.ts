/** A tip with a suspect's number at the hub, and an indicator proposed from it. */

import type { TestDatabase } from "../../kernel/testing/database.ts"
import { signalPaths } from "../../signals/index.ts"
import type { Hub } from "../../signals/testing/hub.ts"
import { once } from "../../signals/testing/hub.ts"
import { paths } from "../paths.ts"

let nth = 0

/** Of a citizen; gives the tip and the clue that names the number. */
export async function tipAbout(
  hub: Hub,
  db: TestDatabase,
  number: string,
): Promise<{ tip: string; clue: string }> {
  nth += 1
  await hub.post(signalPaths.reportIdentifier, {
    target: number,
    text: `Số này giả làm công an, bảo tôi chuyển tiền. Lần ${nth}.`,
    once: once(0x5a0000 + nth),
  })
  const { rows } = await db.admin(
    `select m.signal_id as tip, m.indicator_id as clue from signal_identifiers m join indicators i on i.id = m.indicator_id
     where m.role = 'suspect' and i.kind <> 'evidence' order by m.at desc, m.signal_id desc limit 1`,
  )
  return { tip: String(rows[0]?.tip), clue: String(rows[0]?.clue) }
}

export const proposal = {
  tlp: "clear",
  audience: "public",
  confidence: "medium",
  reasons: "Nhiều người báo cùng một lời thoại.",
  validUntil: "2023-12-01",
}

/** Typed at the desk of that person; answers with its address. */
export async function proposeNumber(
  hub: Hub,
  number: string,
  { who = hub.minh, ...more }: { who?: Hub["minh"] } & Record<string, unknown> = {},
): Promise<string> {
  const fields = { kind: "phone", value: number, ...proposal, ...more } as Record<string, string>
  const answer = await hub.post(paths.newIndicator, fields, who)
  const at = answer.headers.get("location")?.split("?")[0]
  if (at === undefined)
    throw new Error(`not proposed: ${answer.status} ${(await answer.text()).slice(0, 4000)}`)
  return at
}
