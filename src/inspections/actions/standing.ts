/** The standing of a visit: other visits of the year, own and others', the limits it would pass. */
import { legalRules } from "../../kernel/calendar/data.ts"
import type { Tx } from "../../kernel/db/database.ts"
import { type Limit, limitsOf, type Visit } from "../domain/limits.ts"
import type { Power } from "../domain/powers.ts"
import { isBusiness, type Subject } from "../domain/subject.ts"
import { type Elsewhere, ownVisits, visitsElsewhere } from "../store/inspections.ts"

export type Standing = {
  limits: Limit[]
  /** Others' approved and held visits, by name; a plan that is not approved yet only as "bận". */
  elsewhere: Elsewhere[]
}

export async function standingOf(
  tx: Tx,
  of: {
    power: Power
    matter: string
    on: string
    subject: Subject
    bodyName: string
    without: string | null
  },
): Promise<Standing> {
  const { subject, on, power, matter } = of
  const year = Number(on.slice(0, 4))
  const own = await ownVisits(tx, { subjectId: subject.id, year, without: of.without })
  const elsewhere = await visitsElsewhere(tx, subject.id, year)
  const visits: Visit[] = [
    ...own.map((one) => ({ ...one, bodyName: of.bodyName, isOwn: true })),
    ...elsewhere.flatMap((one) =>
      one.standing === "busy"
        ? []
        : [{ power: one.power, matter: one.matter, on: one.onDay, bodyName: one.bodyName, isOwn: false }],
    ),
  ]
  return {
    limits: limitsOf({ power, matter, on, isBusiness: isBusiness(subject) }, visits, legalRules()),
    elsewhere,
  }
}
