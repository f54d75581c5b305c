/** Opening a case: from nothing, or from a tip; or the tip joins a case that is open. */
import { Hono } from "hono"
import { allow, requireOfficer } from "../../accounts/index.ts"
import { freeTextIn, readForm } from "../../kernel/forms/index.ts"
import { type Ctx, deskOf, type Env } from "../../kernel/http/env.ts"
import { fieldsOf, listsOf } from "../../kernel/http/fields.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import { missingPage } from "../../kernel/http/mishaps.tsx"
import { isRecordId } from "../../kernel/http/record.ts"
import type { Answers } from "../../kernel/ui/form.tsx"
import type { Lang } from "../../kernel/words.ts"
import { scamTypes, scamTypesIn } from "../../signals/index.ts"
import { readCases } from "../actions/reading.ts"
import { openCase } from "../actions/steps.ts"
import { joinCase, openCaseFrom, type TipToOpen, tipToOpenFrom } from "../actions/tips.ts"
import { opening } from "../forms.ts"
import { openingPage } from "../pages/opening.tsx"
import { paths } from "../paths.ts"
import { tipWords } from "../words-tips.ts"
import { sealedWordsIn } from "./naming.ts"

export const openingRoutes = new Hono<Env>()

const idOf = (text = "") => (isRecordId(text) ? text : null)

openingRoutes.get(paths.newCase, requireOfficer, allow("case.open"), (c) =>
  show(c, { signalId: idOf(c.req.query("tin")) }, 200),
)

openingRoutes.post(paths.newCase, requireOfficer, allow("case.open"), async (c) => {
  const answers = await listsOf(c)
  const signalId = idOf(answers.tin?.at(-1))
  const read = readForm(opening, answers, c.get("language"))
  if ("errors" in read) return show(c, { signalId, answers, errors: read.errors }, 422)
  const about = signalId === null ? null : { signalId }
  const errors = about === null ? {} : await sealedWordsIn(c, about, freeTextIn(opening, answers))
  if (Object.keys(errors).length > 0) return show(c, { signalId, answers, errors }, 422)
  const { title, summary, kind } = read.input
  const known = scamTypes().find((one) => one.value === kind)?.value ?? null
  const input = { title, summary: summary ?? "", kind: known }
  const made =
    signalId === null ? await openCase(deskOf(c), input) : await openCaseFrom(deskOf(c), input, signalId)
  if (!("refused" in made)) return c.redirect(paths.case(made.id), 303)
  return show(c, { signalId: null, answers, errors: { "": tipWords[c.get("language")].gone } }, 409)
})

openingRoutes.post(paths.joinCase, requireOfficer, allow("case.open"), async (c) => {
  const answers = await fieldsOf(c)
  const [signalId, caseId] = [idOf(answers.tin), idOf(answers.caseId)]
  const t = tipWords[c.get("language")]
  if (signalId === null) return missingPage(c)
  if (caseId === null) return show(c, { signalId, joinErrors: { caseId: t.chooseCase } }, 422)
  const done = await joinCase(deskOf(c), { caseId, signalId, withSiblings: answers.ca === "yes" })
  if (!("refused" in done)) return c.redirect(paths.case(done.id), 303)
  if (done.refused === "named") {
    const where = done.places.map((place) => t.places[place]).join(", ")
    return show(c, { signalId, joinErrors: { caseId: t.alreadyNames(where) } }, 409)
  }
  const joinErrors = done.refused === "noCase" ? { caseId: t.chooseCase } : { "": t.gone }
  return show(c, { signalId, joinErrors }, 409)
})

type Shown = {
  signalId: string | null
  answers?: Answers
  errors?: Readonly<Record<string, string>>
  joinErrors?: Readonly<Record<string, string>>
}
const openCasesMax = 100

async function show(c: Ctx, shown: Shown, status: 200 | 409 | 422): Promise<Response> {
  const desk = deskOf(c)
  const tip = shown.signalId === null ? null : await tipToOpenFrom(desk, shown.signalId)
  if (shown.signalId !== null && tip === null) return missingPage(c)
  const page = { sort: "so", descending: true, limit: openCasesMax, offset: 0 } as const
  const open = tip === null ? [] : (await readCases(desk, { text: "", state: "open" }, page)).rows
  const lang = c.get("language")
  const shares = (id: string) => tip?.cases.includes(id) === true
  return c.html(
    openingPage({
      frame: frameOf(c),
      kinds: scamTypes(),
      tip,
      open: open
        .filter((row) => row.isOurs)
        // What shares a clue with the tip comes first.
        .toSorted((one, other) => Number(shares(other.id)) - Number(shares(one.id)))
        .map((row) => ({
          value: row.id,
          label: `${row.number}: ${row.title}${shares(row.id) ? ` · ${tipWords[lang].sharesClue}` : ""}`,
        })),
      answers: shown.answers ?? (tip === null ? {} : startFrom(tip, lang)),
      errors: shown.errors ?? {},
      joinErrors: shown.joinErrors ?? {},
    }),
    status,
  )
}

/** The trick and the number, account or site that it came with: what an officer would type. */
function startFrom(tip: TipToOpen, lang: Lang): Answers {
  const trick = scamTypesIn(lang).find(({ value }) => value === tip.type)?.label ?? ""
  const title = [trick, tip.clue ?? ""].filter((part) => part !== "").join(": ")
  return { title: title.slice(0, 200), kind: tip.type, summary: tip.text.slice(0, 2_000) }
}
