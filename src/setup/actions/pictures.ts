/** The crest and the boundaries of a province: read apart, and changed later by an administrator alone. */
import { apart, Overrun, reading } from "../../kernel/apart/apart.ts"
import { asOfficer } from "../../kernel/db/database.ts"
import type { Desk } from "../../kernel/http/env.ts"
import { hereOf } from "../../kernel/installation.ts"
import { journal } from "../../kernel/journal.ts"
import type { Outlines } from "../../kernel/outlines/outlines.ts"
import { localDateOf } from "../../kernel/time.ts"
import { communesOn } from "../../organizations/index.ts"
import { putPicture } from "../store/settings.ts"
import type { CrestDrawn, drawCrest } from "./crest.apart.ts"

export const crestBytesMax = 2_000_000

const draw = apart<typeof drawCrest>(
  reading,
  { file: new URL("./crest.apart.ts", import.meta.url), name: "drawCrest" },
  { ms: 15_000 },
)

export async function readCrest(file: Uint8Array): Promise<CrestDrawn> {
  try {
    return await draw(file)
  } catch (error) {
    if (error instanceof Overrun) return { refused: "notPicture" }
    throw error
  }
}

/** Today's communes of the province, as a file of boundaries is held against them. */
export function unitsToOutline({ house, who }: Desk): Promise<{ code: string; name: string }[]> {
  const today = localDateOf(house.clock.now())
  return asOfficer(house.db, who, (tx) => communesOn(tx, hereOf(house).code, today))
}

export const changeCrest = (desk: Desk, png: Uint8Array | null): Promise<void> =>
  change(desk, "crest", png === null ? null : Buffer.from(png))
export const changeOutlines = (desk: Desk, drawn: Outlines | null): Promise<void> =>
  change(desk, "outlines", drawn)

async function change<P extends "crest" | "outlines">(
  { house, who }: Desk,
  part: P,
  value: (P extends "crest" ? Buffer : Outlines) | null,
): Promise<void> {
  await asOfficer(house.db, who, async (tx) => {
    await putPicture(tx, part, value)
    await journal(tx, { what: "settings.changed", details: { part, isGone: value === null } })
  })
  await house.refresh()
}
