/**
 * What the law asks of whoever holds a tip: to pass it on to the investigating police, and to tell its reporter that it was
 * taken in. A tip that is no sign of a crime asks nothing of the first kind; whether it is one, a person says.
 */
import type { LegalRule } from "../../kernel/calendar/deadline.ts"
import { isInForce } from "../../kernel/calendar/rules.ts"
import { isOnDesk, type State } from "./life.ts"

export type HeldTip = {
  state: State
  withdrawnAt: string | null
  channel: string
  /** The local day on which it came; by the law of that day. */
  receivedOn: string
  /** When its reporter was told that it was taken in, where somebody had to: a letter, a call, a question on the follow page. */
  toldAt: string | null
}

/** `isCommune`: of a commune's police; the others of the police investigate. */
export type Holder = { kind: string; isCommune: boolean }

export type DueKind = "pass" | "pass-urgent" | "outside" | "tell"
/**
 * `done`: the receipt was given as it came. `starts`: an event that nobody has recorded, so that nothing runs yet.
 * `at-once`: the law gives no number.
 */
export type Due = { kind: DueKind; rule: LegalRule; is: "runs" | "at-once" | "not-started" | "done" }

/** Its sender was answered by the receipt itself, on the same page or in the same answer. */
const answeredAtOnce: readonly string[] = ["portal", "form", "file", "api"]

export function duesOf(tip: HeldTip, holder: Holder, rules: readonly LegalRule[]): Due[] {
  const ruled = (id: string) => {
    const rule = rules.find((one) => one.id === id)
    return rule !== undefined && isInForce(rule, tip.receivedOn) ? rule : null
  }
  const dues: Due[] = []
  const add = (id: string, due: Omit<Due, "rule">) => {
    const rule = ruled(id)
    if (rule !== null) dues.push({ ...due, rule })
  }
  const isOpen = isOnDesk(tip) || (tip.state === "held" && tip.withdrawnAt === null)
  if (isOpen && holder.kind !== "police") add("TG-NGAY", { kind: "pass", is: "at-once" })
  if (isOpen && holder.kind === "police" && holder.isCommune) {
    add("TG-CAX-24H", { kind: "pass-urgent", is: "runs" })
    add("TG-CAX-7D", { kind: "pass", is: "runs" })
  }
  if (isOpen && holder.kind === "police" && !holder.isCommune)
    add("TG-24H", { kind: "outside", is: "not-started" })
  if (tip.state !== "withdrawn" && tip.withdrawnAt === null)
    add("TG-TB-TIEP-NHAN", { kind: "tell", is: isTold(tip) ? "done" : "runs" })
  return dues
}

const isTold = ({ channel, toldAt }: HeldTip) => toldAt !== null || answeredAtOnce.includes(channel)

/** A question to the reporter tells that the tip was taken in. */
export const tellsReceipt: readonly string[] = ["signal.told-receipt", "signal.asked"]
