/** What each form of a tip does. Opening a seal shows what lies in it, once, and writes down why. */
import { colleaguesOf } from "../../accounts/index.ts"
import type { SendingOf } from "../../kernel/forms/index.ts"
import {
  addIdentifiers,
  checkRedaction,
  noteReceiptTold,
  reclassify,
  sayWhetherMoving,
} from "../actions/correcting.ts"
import { correctRole, type OwnAfterAll } from "../actions/deciding.ts"
import { lookElsewhere, requestShare } from "../actions/elsewhere.ts"
import { forwardSignal } from "../actions/forwarding.ts"
import { followTip, noteOnTip } from "../actions/notes.ts"
import { openSeal } from "../actions/opening.ts"
import type { SignalPage } from "../actions/reading.ts"
import { holdTip, liftHold } from "../actions/retention.ts"
import type { Seat } from "../actions/seat.ts"
import {
  admitSignal,
  askReporter,
  assignSignal,
  closeSignal,
  mergeSignal,
  reopenSignal,
  splitSignal,
} from "../actions/steps.ts"
import { scamTypes } from "../catalogue.ts"
import { type forms, otherOf } from "../forms.ts"
import { dueWords } from "../words-dues.ts"

export type To = { seat: Seat; id: string; page: SignalPage; ownAfterAll: OwnAfterAll }
type Refusal<Key extends string> = { refused: Key }
const refuse = <const Key extends string>(refused: Key): Refusal<Key> => ({ refused })

export const sending = {
  admit: ({ seat, id }) => admitSignal(seat, id),
  assign: async ({ seat, id }, { officerId }) => {
    const to = (await colleaguesOf(seat.desk)).find((one) => one.officerId === officerId)
    return to === undefined ? refuse("noColleague") : assignSignal(seat, id, to)
  },
  ask: ({ seat, id }, { text }) => askReporter(seat, id, text),
  forward: async ({ seat, id, page }, { toBodyId, reason }) => {
    const to = page.bodies.find((one) => one.value === toBodyId)
    return to === undefined
      ? refuse("noBody")
      : forwardSignal(seat, id, { toBodyId, toName: to.label, reason })
  },
  merge: async ({ seat, id }, other) => {
    const into = otherOf(other)
    return into === null ? refuse("noOther") : mergeSignal(seat, id, into)
  },
  close: ({ seat, id }, { closeReason: reason, note, ...other }) =>
    closeSignal(seat, id, { reason, note, duplicateOf: otherOf(other) }),
  split: ({ seat, id }, { reason }) => splitSignal(seat, id, reason),
  reopen: ({ seat, id }, { reason }) => reopenSignal(seat, id, reason),
  classify: async ({ seat, id }, { type, urgency }) =>
    scamTypes().some((one) => one.value === type)
      ? reclassify(seat, id, { type, urgency })
      : refuse("noType"),
  moving: ({ seat, id }, { isMoving }) => sayWhetherMoving(seat, id, isMoving === "yes"),
  told: ({ seat, id }, { how }) => noteReceiptTold(seat, id, dueWords.vi.told.hows[how]),
  note: ({ seat, id }, { words }) => noteOnTip(seat, id, words),
  followUp: ({ seat, id }, { followOn: on, followFor: what }) => followTip(seat, id, { on, what }),
  holdBack: ({ seat, id }, { holdReason }) => holdTip(seat, id, holdReason),
  liftHold: ({ seat, id }) => liftHold(seat, id),
  name: ({ seat, id }, { typed }) => addIdentifiers(seat, id, typed),
  setRole: ({ seat, id, ownAfterAll }, decision) => correctRole(seat, id, decision, ownAfterAll),
  lookUp: ({ seat, id }, { indicatorId }) => lookElsewhere(seat, id, indicatorId),
  askShare: ({ seat, id }, input) => requestShare(seat, id, input),
  mask: ({ seat, id }, { redactedText }) => checkRedaction(seat, id, redactedText),
  openText: async ({ seat, id }, { reason }) => {
    const opened = await openSeal(seat, id, { what: "text", reason })
    return opened === null ? refuse("nothingSealed") : { opened }
  },
  openIdentity: async ({ seat, id }, { reason }) => {
    const opened = await openSeal(seat, id, { what: "identity", reason })
    return opened === null ? refuse("nothingSealed") : { opened }
  },
} satisfies SendingOf<typeof forms, To>
