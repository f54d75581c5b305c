/** What a case's page is given to show. */
import type { Failed as FailedForm } from "../../kernel/forms/index.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import { type LocalDate, parseLocalDate } from "../../kernel/time.ts"
import type { Answers } from "../../kernel/ui/index.ts"
import type { CaseReading, Choice } from "../actions/reading.ts"
import type { Thread } from "../domain/history.ts"
import type { FormName } from "../forms.ts"
import type { PaperKind } from "../papers/kinds.ts"

export type Failed = FailedForm<FormName>
/** The day whose law judges the act in a form that came back; null: not typed, or not a day. */
export function lawDayTyped(failed: Failed | null | undefined): LocalDate | null {
  if (failed?.form !== "find") return null
  const last = (name: string) => [failed.answers[name] ?? ""].flat().at(-1) ?? ""
  return parseLocalDate(last("isOngoing") === "yes" ? last("foundOn") : last("committedOn"))
}

/** `at`: "new" for a new exhibit, an exhibit's id for its hand-over, "dossier". */
export type FailedFile = {
  at: string
  answers: Answers
  errors: Readonly<Record<string, string>>
}
export type CaseView = {
  frame: Frame
  reading: CaseReading
  /** Forms that this person may send now. */
  may: readonly FormName[]
  violations: readonly Choice[]
  colleagues: readonly Choice[]
  /** Colleagues who may see to the case. */
  handlers: readonly Choice[]
  /** Colleagues whose post may sanction. */
  signers: readonly Choice[]
  failed: Failed | null
  /** Why nothing happened, when the form is no longer there. */
  refused: string | null
  isDone: boolean
  mayKeepFiles: boolean
  /** A tip that does not belong here may be taken out: no other body holds the file. */
  mayTakeTips: boolean
  /** Papers that may be written now; whether an issued one may be taken, and a request put in writing. */
  mayWrite: readonly PaperKind[]
  mayTake: boolean
  mayWriteLetters: boolean
  failedFile: FailedFile | null
  /** Of what happened, only this; null: all. */
  thread: Thread | null
}
