/** Whom a check looks at: enterprises, agents, licensed sites. Pure. */
import type { LocalDate } from "../../kernel/time.ts"

export const subjectKinds = [
  "telecom-enterprise",
  "sim-point",
  "game-point",
  "internet-point",
  "licensed-site",
  "other",
] as const
export type SubjectKind = (typeof subjectKinds)[number]

export const subjectForms = ["enterprise", "household", "individual", "organisation"] as const
export type SubjectForm = (typeof subjectForms)[number]

export type NewSubject = {
  kind: SubjectKind
  name: string
  form: SubjectForm
  taxCode: string | null
  licenceNumber: string | null
  licenceOn: LocalDate | null
  licenceUntil: LocalDate | null
  address: string
  commune: string | null
}
export type Subject = NewSubject & {
  id: string
  bodyId: string
  compliesUntil: LocalDate | null
  compliesNote: string | null
}

/** The yearly limit is for enterprises, households and individuals in business (NQ 198/2025 Đ4). */
export const isBusiness = ({ form }: Pick<Subject, "form">): boolean => form !== "organisation"

export type SubjectFault = "badTaxCode" | "licenceBackwards"

/** Ten digits, with three more for a branch; twelve for a person (số định danh). */
export function subjectFault(
  one: Pick<NewSubject, "taxCode" | "licenceOn" | "licenceUntil">,
): SubjectFault | null {
  if (one.taxCode !== null && !/^(?:\d{10}(?:-\d{3})?|\d{12})$/.test(one.taxCode)) return "badTaxCode"
  if (one.licenceOn !== null && one.licenceUntil !== null && one.licenceUntil < one.licenceOn)
    return "licenceBackwards"
  return null
}
