/** Each form of a check with what it does. */
import type { SendingOf } from "../../kernel/forms/index.ts"
import { inviteBody } from "../actions/joint.ts"
import { draftCheckPaper } from "../actions/papers.ts"
import { publishCheck, withdrawPublished } from "../actions/publishing.ts"
import type { Seat } from "../actions/seat.ts"
import {
  announceCheck,
  approveCheck,
  closeCheck,
  concludeCheck,
  decideCheck,
  dropCheck,
  extendCheck,
  openCaseOf,
  pauseCheck,
  putRight,
  recordCheck,
  resumeCheck,
  stopCheck,
} from "../actions/steps.ts"
import type { forms } from "../forms.ts"

export type To = { seat: Seat; id: string }

export const sending = {
  decide: ({ seat, id }, input) => decideCheck(seat, id, input),
  approve: ({ seat, id }, input) => approveCheck(seat, id, input),
  announce: ({ seat, id }, input) => announceCheck(seat, id, input),
  record: ({ seat, id }, input) => recordCheck(seat, id, input),
  extend: ({ seat, id }, input) => extendCheck(seat, id, input),
  invite: ({ seat, id }, input) => inviteBody(seat, id, input),
  pause: ({ seat, id }, input) => pauseCheck(seat, id, input),
  resume: ({ seat, id }, input) => resumeCheck(seat, id, input),
  openCase: ({ seat, id }, input) => openCaseOf(seat, id, input),
  conclude: ({ seat, id }, input) => concludeCheck(seat, id, input),
  publish: ({ seat, id }, input) => publishCheck(seat, id, input),
  withdraw: ({ seat, id }, input) => withdrawPublished(seat, id, input),
  putRight: ({ seat, id }, input) => putRight(seat, id, input),
  close: ({ seat, id }) => closeCheck(seat, id),
  paper: ({ seat, id }, input) => draftCheckPaper(seat, id, input),
  stop: ({ seat, id }, input) => stopCheck(seat, id, input),
  drop: ({ seat, id }, input) => dropCheck(seat, id, input),
} satisfies SendingOf<typeof forms, To>
