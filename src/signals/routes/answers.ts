/** What was wrong with a tip's form, at the field where it can be put right. */
import { formatNumber } from "../../kernel/format.ts"
import type { Ctx } from "../../kernel/http/env.ts"
import type { FieldErrors } from "../../kernel/ui/index.ts"
import {
  contactCharsMax,
  nameCharsMax,
  placeCharsMax,
  targetCharsMax,
  textCharsMax,
} from "../domain/intake.ts"
import { portalWords } from "../words-portal.ts"
import type { FileTrouble } from "./upload.ts"

export function tipErrors(
  c: Ctx,
  issues: readonly { path: readonly PropertyKey[]; message: string }[],
): FieldErrors {
  const t = portalWords[c.get("language")].form
  return Object.fromEntries(
    issues.map(({ path, message }) => [
      String(path[0]),
      message === "empty" ? t.textOrTarget : t.tooLong(formatNumber(mostOf(path[0]), c.get("language"))),
    ]),
  )
}

const mosts: Readonly<Record<string, number>> = {
  target: targetCharsMax,
  place: placeCharsMax,
  name: nameCharsMax,
  contact: contactCharsMax,
}
const mostOf = (field: PropertyKey | undefined) => mosts[String(field)] ?? textCharsMax

export function troubleOf(c: Ctx, trouble: FileTrouble): FieldErrors {
  const t = portalWords[c.get("language")].files
  return trouble === "undeclared" ? { declared: t.undeclared } : { files: t[trouble] }
}
