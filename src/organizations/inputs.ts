/** What addresses and the choices of a reform bring, parsed once at the door. */
import { isRecordId } from "../kernel/http/record.ts"
import { parseLocalDate } from "../kernel/time.ts"

export const dayIn = (text: string | undefined, otherwise: string) =>
  text !== undefined && parseLocalDate(text) !== null ? text : otherwise

export type Choosing = { beforeId: string; holder: string; dutyId: string; to: string }
/** As many as one page shows. */
const choicesMax = 500

/** Fields `to:BODY` for a body as a whole, `to:BODY:HOLDER:DUTY` for one duty. */
export function choosingsIn(form: Readonly<Record<string, string>>): Choosing[] {
  return Object.entries(form)
    .slice(0, choicesMax)
    .flatMap(([field, to]) => {
      const match = /^to:([0-9a-f-]{36})(?::([a-z.-]{1,60}):([\w-]{1,60}))?$/.exec(field)
      if (match === null || !(to === "" || to === "each" || isRecordId(to))) return []
      return [{ beforeId: match[1] ?? "", holder: match[2] ?? "", dutyId: match[3] ?? "", to }]
    })
}

export const choiceField = (beforeId: string, duty?: { holder: string; id: string }) =>
  duty === undefined ? `to:${beforeId}` : `to:${beforeId}:${duty.holder}:${duty.id}`
