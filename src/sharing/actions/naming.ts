/**
 * Words of what is shared beside the seals of the tips on which it rests: reasons, notes and the text of a warning go to
 * other bodies and to everybody, so a reporter's name, contact or own number in them is found before they are written.
 */
import type { Desk } from "../../kernel/http/env.ts"
import { fieldsNamingReporter, seatOf } from "../../signals/index.ts"
import { tipsBehind } from "../store/naming.ts"

/** `indicators`: those it names; `warning`: one that is written already; `tip`: the one it is proposed from. */
export type RestsOn = { indicators?: readonly string[]; warning?: string; tip?: string }

export async function fieldsNaming(
  desk: Desk,
  { indicators = [], warning, tip }: RestsOn,
  values: Readonly<Record<string, string>>,
): Promise<string[]> {
  const behind = await seatOf(desk).open((tx) => tipsBehind(tx, { indicators, warning: warning ?? null }))
  const tips = new Set([...behind, ...(tip === undefined ? [] : [tip])])
  const named = new Set<string>()
  for (const signalId of tips)
    for (const field of await fieldsNamingReporter(desk, { signalId }, values)) named.add(field)
  return [...named]
}
