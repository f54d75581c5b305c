/** What hangs on an officer is seen and handed over; the post may end with it. */
import type { Ctx } from "../../kernel/http/env.ts"
import { deskOf } from "../../kernel/http/env.ts"
import { fieldsOf } from "../../kernel/http/fields.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import { missingPage } from "../../kernel/http/mishaps.tsx"
import type { Answers, FieldErrors } from "../../kernel/ui/index.ts"
import { handOver, readHandover } from "../actions/handover.ts"
import type { OfficerHolder } from "../holdings.ts"
import { HandoverPage, takerField } from "../pages/handover.tsx"
import { paths } from "../paths.ts"
import { words } from "../words.ts"
import { handoverWords } from "../words-handover.ts"

export async function handoverPage(
  c: Ctx,
  holders: readonly OfficerHolder[],
  id: string,
  refused?: { errors: FieldErrors; answers: Answers },
): Promise<Response> {
  const handover = await readHandover(deskOf(c), holders, id)
  if (handover === null) return missingPage(c)
  const passed = Number(c.req.query("da") ?? Number.NaN)
  const said = Number.isInteger(passed) ? handoverWords[c.get("language")].done(passed) : null
  const view = { frame: frameOf(c), handover, said, ...refused }
  return c.html(<HandoverPage {...view} />, refused === undefined ? 200 : 422)
}

export async function takeHandover(c: Ctx, holders: readonly OfficerHolder[], id: string): Promise<Response> {
  const fields = await fieldsOf(c)
  const ends = fields.end === "1"
  const takers = Object.fromEntries(holders.map(({ name }) => [name, fields[takerField(name)] ?? ""]))
  const result = await handOver(deskOf(c), holders, id, { takers, ends })
  if (result.at === "done") {
    const to = ends
      ? `${paths.officers}?ban-giao=${result.passed}`
      : `${paths.postHandover(id)}?da=${result.passed}`
    return c.redirect(to, 303)
  }
  if (result.at === "refused" && result.why === "not-found") return missingPage(c)
  const t = handoverWords[c.get("language")]
  const errors =
    result.at === "nobody"
      ? Object.fromEntries(result.kinds.map((kind) => [takerField(kind), t.chooseTaker]))
      : { "": words[c.get("language")].admin.post.refusals[result.why] }
  return handoverPage(c, holders, id, { errors, answers: fields })
}
