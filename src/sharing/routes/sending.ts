/** What each form of an indicator does. */
import type { SendingOf } from "../../kernel/forms/index.ts"
import { answerIndicator } from "../actions/answering.ts"
import { rewriteIndicator } from "../actions/proposing.ts"
import { placesOf } from "../actions/reading.ts"
import type { Seat } from "../actions/seat.ts"
import { nameTask } from "../actions/serving.ts"
import { noteSighting } from "../actions/sighting.ts"
import { recallShared, takeStep } from "../actions/steps.ts"
import type { forms } from "../forms.ts"

export type To = { seat: Seat; id: string }
type Refusal<Key extends string> = { refused: Key }
const refuse = <const Key extends string>(refused: Key): Refusal<Key> => ({ refused })

/** A choice of our page names a body that is still there. */
export async function arePlaces(seat: Seat, ids: readonly string[]): Promise<boolean> {
  if (ids.length === 0) return true
  const places = new Set((await placesOf(seat)).map((one) => one.value))
  return ids.every((id) => places.has(id))
}

const of = (id: string) => ({ kind: "indicator", id }) as const

export const sending = {
  release: ({ seat, id }) => takeStep(seat, of(id), { step: "release" }),
  giveBack: ({ seat, id }, { reason }) => takeStep(seat, of(id), { step: "giveBack", note: reason }),
  refuse: ({ seat, id }, { reason }) => takeStep(seat, of(id), { step: "refuse", note: reason }),
  takeBack: ({ seat, id }) => takeStep(seat, of(id), { step: "takeBack" }),
  edit: async ({ seat, id }, { recipients, ...change }) =>
    (await arePlaces(seat, recipients ?? []))
      ? rewriteIndicator(seat, id, { ...change, recipients: recipients ?? [] })
      : refuse("noPlace"),
  send: ({ seat, id }) => takeStep(seat, of(id), { step: "send" }),
  drop: ({ seat, id }, { reason }) => takeStep(seat, of(id), { step: "drop", note: reason }),
  recall: ({ seat, id }, { reason }) => recallShared(seat, of(id), reason),
  sight: ({ seat, id }, { seenOn, seenTime, note }) =>
    noteSighting(seat, id, { seenAt: new Date(`${seenOn}T${seenTime ?? "00:00"}:00+07:00`), note }),
  serve: ({ seat, id }, { assignmentId }) => nameTask(seat, of(id), assignmentId),
  answer: ({ seat, id }, { answer, doneOn, doneTime, note, assignmentId }) => {
    // Offices keep the province's time: UTC+7 all year.
    const doneAt = doneOn === null ? null : new Date(`${doneOn}T${doneTime ?? "00:00"}:00+07:00`)
    return answerIndicator(seat, id, { answer, doneAt, note, assignmentId })
  },
} satisfies SendingOf<typeof forms, To>
