/** Related cases, each with the reason; only within what the acting officer may see. */
import type { Tx } from "../../kernel/db/database.ts"
import type { Desk } from "../../kernel/http/env.ts"
import { casesSharing } from "../../signals/index.ts"
import { maskedIn } from "../domain/masked.ts"
import type { Exhibit } from "../store/files.ts"
import { casesNamed, casesOfSameFile, casesOfSameOffender, type OtherCase } from "../store/relations.ts"
import { maskFor } from "./masking.ts"

export type Reason = { kind: "offender" | "file" | "identifier" | "evidence"; value: string }
export type Related = { other: OtherCase; reasons: Reason[] }

const relatedMax = 20
const reasonsMax = 5

export async function relatedCases(
  tx: Tx,
  desk: Desk,
  caseId: string,
  exhibits: readonly Pick<Exhibit, "sha256">[],
): Promise<Related[]> {
  const files = exhibits.flatMap(({ sha256 }) => (sha256 === null ? [] : [sha256]))
  const found: { caseId: string; reason: Reason }[] = [
    ...[...(await casesOfSameOffender(tx, caseId)), ...(await casesOfSameFile(tx, caseId))].map((one) => ({
      caseId: one.caseId,
      reason: { kind: one.kind, value: one.value },
    })),
    ...(await casesSharing(tx, caseId, files)).map(
      (one) =>
        ({
          caseId: one.caseId,
          reason:
            one.kind === "evidence"
              ? { kind: "evidence", value: "" }
              : { kind: "identifier", value: one.value },
        }) satisfies { caseId: string; reason: Reason },
    ),
  ]
  const ids = [...new Set(found.map((one) => one.caseId))].filter((id) => id !== caseId).slice(0, relatedMax)
  const others = await casesNamed(tx, ids)
  const maskOf = await maskFor(tx, desk, others)
  return others.map((other) => {
    const reasons = found.filter((one) => one.caseId === other.id).map((one) => one.reason)
    return maskedIn({ other, reasons: reasons.slice(0, reasonsMax) }, maskOf(other.id))
  })
}
