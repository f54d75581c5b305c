/** What each form of a tip does once its fields are there. Opening a seal is not here: it shows, and writes down why. */
import { addIdentifiers, checkRedaction, reclassify } from "../actions/correcting.ts"
import { correctRole, decidedRoles } from "../actions/deciding.ts"
import { lookElsewhere, requestShare } from "../actions/elsewhere.ts"
import { forwardSignal } from "../actions/forwarding.ts"
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
import { type FormName, otherOf, reasonOf, type Values } from "../forms.ts"
import { urgencies } from "../read/urgency.ts"
import type { formWords } from "../words-forms.ts"

export type RefusalKey = keyof (typeof formWords)["vi"]["refusals"]
export type Sent = { refused: RefusalKey } | { state: string } | { done: true }
export type Surround = {
  colleagues: readonly { officerId: string; name: string }[]
  bodies: readonly { value: string; label: string }[]
  types: ReadonlySet<string>
}
type Send = (seat: Seat, id: string, values: Values, around: Surround) => Promise<Sent>

const text = (values: Values, name: string) => (values[name] ?? "").trim()
const because = (values: Values) => text(values, "reason")
const nobody = "00000000-0000-0000-0000-000000000000"
/** What is no id names nothing. */
const indicatorOf = (values: Values) => /^[0-9a-f-]{36}$/.exec(values.indicatorId ?? "")?.[0] ?? nobody
const refuse = (refused: RefusalKey): Promise<Sent> => Promise.resolve({ refused })

export const sending: Readonly<Record<Exclude<FormName, "openText" | "openIdentity">, Send>> = {
  admit: (seat, id) => admitSignal(seat, id),
  assign: (seat, id, values, { colleagues }) => {
    const to = colleagues.find((one) => one.officerId === values.officerId)
    return to === undefined ? refuse("noColleague") : assignSignal(seat, id, to)
  },
  ask: (seat, id, values) => askReporter(seat, id, text(values, "text")),
  forward: (seat, id, values, { bodies }) => {
    const to = bodies.find((one) => one.value === values.toBodyId)
    if (to === undefined) return refuse("noBody")
    return forwardSignal(seat, id, { toBodyId: to.value, toName: to.label, reason: because(values) })
  },
  merge: (seat, id, values) => {
    const into = otherOf(values)
    return into === null ? refuse("noOther") : mergeSignal(seat, id, into)
  },
  close: (seat, id, values) => {
    const reason = reasonOf(values)
    if (reason === null) return refuse("noReason")
    return closeSignal(seat, id, { reason, note: text(values, "note") || null, duplicateOf: otherOf(values) })
  },
  split: (seat, id, values) => splitSignal(seat, id, because(values)),
  reopen: (seat, id, values) => reopenSignal(seat, id, because(values)),
  classify: (seat, id, values, { types }) => {
    const urgency = urgencies.find((one) => one === values.urgency)
    const type = values.type ?? ""
    return urgency === undefined || !types.has(type)
      ? refuse("noType")
      : reclassify(seat, id, { type, urgency })
  },
  name: (seat, id, values) => addIdentifiers(seat, id, text(values, "typed")),
  setRole: (seat, id, values) => {
    const role = decidedRoles.find((one) => one === values.role)
    return role === undefined
      ? refuse("notFound")
      : correctRole(seat, id, { indicatorId: indicatorOf(values), role })
  },
  lookUp: (seat, id, values) => lookElsewhere(seat, id, indicatorOf(values)),
  askShare: (seat, id, values) =>
    requestShare(seat, id, { indicatorId: indicatorOf(values), reason: because(values) }),
  mask: (seat, id, values) => checkRedaction(seat, id, text(values, "redactedText").replaceAll("\r\n", "\n")),
}
