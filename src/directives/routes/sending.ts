/** What each form of a task's page does; where the action takes what the form asks, it is only named. */
import { colleaguesOf } from "../../accounts/index.ts"
import type { SendingOf } from "../../kernel/forms/index.ts"
import type { Desk } from "../../kernel/http/env.ts"
import type { Seat } from "../actions/seat.ts"
import { commentOn, giveSubTask } from "../actions/sharing.ts"
import {
  acceptAssignment,
  askForExtension,
  assignHandler,
  type EvidenceInput,
  finishAssignment,
  grantExtension,
  planAssignment,
  receiveAssignment,
  refuseExtension,
  reportProgress,
  returnAssignment,
  withdrawAssignment,
} from "../actions/steps.ts"
import type { forms } from "../forms.ts"
import type { FigureEntry } from "../store/assignments.ts"

export type To = {
  desk: Desk
  seat: Seat
  id: string
  today: string
  figures: readonly FigureEntry[]
  /** Keeps what was sent along; called once the fields are right. */
  keep(): Promise<EvidenceInput>
}

const by =
  <Input, Done>(act: (seat: Seat, id: string, input: Input) => Promise<Done>) =>
  ({ seat, id }: To, input: Input): Promise<Done> =>
    act(seat, id, input)

const refuse = <const Key extends string>(refused: Key) => ({ refused })

export const sending = {
  receive: ({ seat, id }) => receiveAssignment(seat, id),
  plan: async ({ seat, id, today }, input) =>
    input.until !== null && input.until < today ? refuse("until") : planAssignment(seat, id, input),
  report: async ({ seat, id, keep, figures }, { text, percent }) =>
    reportProgress(seat, id, { text, percent, figures, files: await keep() }),
  finish: async ({ seat, id, keep, figures }, { text }) =>
    finishAssignment(seat, id, { text, figures, files: await keep() }),
  accept: by(acceptAssignment),
  return: by(returnAssignment),
  askExtension: by(askForExtension),
  grantExtension: by(grantExtension),
  refuseExtension: by(refuseExtension),
  withdraw: by(withdrawAssignment),
  assign: async ({ desk, seat, id }, { officer: officerId }) => {
    const name = await colleague(desk, officerId)
    return name === null ? refuse("officer") : assignHandler(seat, id, { officerId, unitId: null, name })
  },
  comment: ({ seat, id }, { text }) => commentOn(seat, id, text),
  subTask: async ({ desk, seat, id }, { title, officer: officerId, dueOn }) => {
    const name = await colleague(desk, officerId)
    if (name === null) return refuse("officer")
    return giveSubTask(seat, id, { title, officerId, unitId: null, assigneeName: name, dueOn })
  },
} satisfies SendingOf<typeof forms, To>

/** The name of an officer of the body; null for anybody else's id. */
async function colleague(desk: Desk, officerId: string): Promise<string | null> {
  const all = await colleaguesOf(desk)
  return all.find((one) => one.officerId === officerId)?.name ?? null
}
