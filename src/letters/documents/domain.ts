/**
 * The life of an outgoing document and who may sign it (Nghị định 30/2020/NĐ-CP, Điều 10–19: soạn thảo, duyệt, kiểm tra,
 * ký, cấp số, phát hành, lưu). Pure.
 */
import type { OfficialDocument, Signature } from "../write/model.ts"

export const states = ["draft", "review", "approved", "signed", "numbered", "issued", "archived"] as const
export type State = (typeof states)[number]

export const steps = ["submit", "return", "approve", "sign", "number", "issue", "archive"] as const
export type Step = (typeof steps)[number]

const ways: Readonly<Record<Step, { from: readonly State[]; to: State }>> = {
  submit: { from: ["draft"], to: "review" },
  // Also what is signed and numbered: something may be learned of its words until it has gone out. It keeps its number.
  return: { from: ["review", "approved", "signed", "numbered"], to: "draft" },
  approve: { from: ["review"], to: "approved" },
  sign: { from: ["approved"], to: "signed" },
  // On paper a number is given once the document is signed, "chậm nhất là trong ngày làm việc tiếp theo" (Điều 15).
  number: { from: ["signed"], to: "numbered" },
  issue: { from: ["numbered"], to: "issued" },
  archive: { from: ["issued"], to: "archived" },
}

/** As printed: a number below 10 carries a zero (Phụ lục I). */
export const shownNumber = (number: number, symbol: string) => `${String(number).padStart(2, "0")}/${symbol}`

export const stateAfter = (step: Step): State => ways[step].to
export const isOpen = (step: Step, state: State): boolean => ways[step].from.includes(state)

/** What the rules ask of who takes a step, beyond the role. */
export type Acting = { isDrafter: boolean; isSigner: boolean }
export type StepFault = "step.notNow" | "review.own" | "sign.notSigner"

export function stepFault(step: Step, state: State, { isDrafter, isSigner }: Acting): StepFault | null {
  if (!isOpen(step, state)) return "step.notNow"
  // Whoever wrote it does not check it: two pairs of eyes.
  if (step === "approve" && isDrafter) return "review.own"
  return step === "sign" && !isSigner ? "sign.notSigner" : null
}

export const signatureFaults = [
  "signature.name",
  "signature.deputyAlone",
  "signature.notCollective",
  "signature.noPower",
  "signature.notDeputy",
  "signature.acting",
  "signature.position",
] as const
export type SignatureFault = (typeof signatureFaults)[number]

export type Seat = {
  name: string
  title: string
  /** For whom this post may sign today: from the organisation's own delegations. `from`: title and name. */
  powers: readonly { form: "KT" | "TL" | "TUQ"; from: string }[]
}

/** Does what is printed above the name say the truth about who signs? Null: it does. */
export function signatureFault(
  { inStead, acting, position, name }: Signature,
  seat: Seat,
  issuer: OfficialDocument["issuer"],
): SignatureFault | null {
  if (name === null || fold(name) !== fold(seat.name)) return "signature.name"
  const isCollective = /^(?:ủy ban|ubnd|hội đồng|hđnd|ban |đoàn |thường trực)/.test(fold(issuer.name))
  if (inStead.some(({ form }) => form === "TM") && !isCollective) return "signature.notCollective"
  const stead = inStead.findLast(({ form }) => form !== "TM")
  if (acting !== /^(?:quyền |q\. ?)/.test(fold(seat.title))) return "signature.acting"
  if (!isSamePost(position, seat.title)) return "signature.position"
  if (stead === undefined) return /^phó /.test(fold(position)) ? "signature.deputyAlone" : null
  if (stead.form === "KT" && !/^(?:phó|thứ trưởng)/.test(fold(position))) return "signature.notDeputy"
  const isGiven = seat.powers.some(({ form, from }) => form === stead.form && isFor(stead.of, from))
  return isGiven ? null : "signature.noPower"
}

const fold = (text: string) => text.toLocaleLowerCase("vi").replace(/\s+/g, " ").trim()

/** "Phó Giám đốc" is printed for the post "Phó Giám đốc Sở"; "Q." stands for "Quyền". */
function isSamePost(printed: string, title: string): boolean {
  const [one, other] = [fold(printed), fold(title).replace(/^(?:quyền |q\. ?)/, "")]
  return one === other || other.startsWith(`${one} `) || one.startsWith(`${other} `)
}

const isFor = (of: string, from: string) => fold(from) === fold(of) || fold(from).startsWith(`${fold(of)} `)
