/** `/quan-tri/ky-hieu`: what stands behind the numbers of one's own body, kept by its administrators. */
import { Hono } from "hono"
import { allow, requireOfficer } from "../../accounts/index.ts"
import { type Ctx, deskOf, type Env } from "../../kernel/http/env.ts"
import { fieldsOf } from "../../kernel/http/fields.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import type { Answers, FieldErrors } from "../../kernel/ui/form.tsx"
import { paths } from "../paths.ts"
import { symbolsPage } from "./pages/symbols.tsx"
import { changeSymbols, readSymbols, symbolFaults } from "./symbols.ts"
import { symbolWords } from "./words.ts"

export const symbolRoutes = new Hono<Env>()
  .get(paths.symbols, requireOfficer, allow("officer.change"), (c) => show(c, null, {}))
  .post(paths.symbols, requireOfficer, allow("officer.change"), async (c) => {
    const answers = await fieldsOf(c)
    const said = (name: string) => (answers[name] ?? "").trim().toLocaleUpperCase("vi")
    const symbols = { abbreviation: said("abbreviation"), field: said("field") || null }
    const t = symbolWords[c.get("language")].wrong
    const faults = symbolFaults(symbols)
    if (faults.length > 0) return show(c, answers, Object.fromEntries(faults.map((name) => [name, t[name]])))
    await changeSymbols(deskOf(c), symbols)
    return c.redirect(`${paths.symbols}?da=luu`, 303)
  })

async function show(c: Ctx, answers: Answers | null, errors: FieldErrors): Promise<Response> {
  const desk = deskOf(c)
  const symbols = await readSymbols(desk)
  const kept = { abbreviation: symbols.abbreviation, field: symbols.field ?? "" }
  const view = {
    frame: frameOf(c),
    bodyName: desk.officer.bodyName,
    symbols,
    answers: answers ?? kept,
    errors,
  }
  const isSaved = c.req.query("da") === "luu"
  return c.html(symbolsPage({ ...view, isSaved }), answers === null ? 200 : 422)
}
