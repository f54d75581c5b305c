/** `/quan-tri/cai-dat`: what the set-up asked, for the administrators who keep it. */
import { Hono, type MiddlewareHandler } from "hono"
import { requireOfficer } from "../../accounts/index.ts"
import { type Ctx, deskOf, type Env } from "../../kernel/http/env.ts"
import { listsOf } from "../../kernel/http/fields.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import { missingPage } from "../../kernel/http/mishaps.tsx"
import { refuse } from "../../kernel/http/refusal.tsx"
import { secretly } from "../../kernel/http/secretly.ts"
import { readRefused } from "../../kernel/http/typed.tsx"
import { proposedNumbers } from "../actions/data.ts"
import { backupFault } from "../actions/keeping.ts"
import { sendTestMail } from "../actions/mail-test.ts"
import { agreeChange, askChange, endChange, readSettings, settingsNow } from "../actions/settings.ts"
import { type SettingPart, type Setup, settingParts, stepShapes } from "../domain/plan.ts"
import { ofNumbers } from "../domain/whole.ts"
import { answersOf, complaintErrors, errorsOf, forms, textOf } from "../forms.ts"
import { type Said, SettingPage, SettingsPage } from "../pages/settings.tsx"
import { paths } from "../paths.ts"
import { words } from "../words.ts"
import { settingWords } from "../words-settings.ts"
import { settingPictureRoutes } from "./pictures.tsx"
import { rowsFor } from "./steps.tsx"

const idPattern = /^[0-9a-f-]{36}$/

/** Somebody may have lost this right while they typed: a form with files is read here, for its words alone. */
async function refused(c: Ctx): Promise<Response> {
  if (c.req.method === "POST" && c.get("sent") === undefined) await readRefused(c)
  return refuse(c, "forbidden")
}

/** Administrators of the body that keeps the chart, and of the lead department, as the database has it. */
const looks: MiddlewareHandler<Env> = async (c, next) => {
  const { role, keepsChart, isLead } = deskOf(c).officer
  return role === "administrator" && (keepsChart || isLead) ? next() : refused(c)
}
const changes: MiddlewareHandler<Env> = async (c, next) =>
  deskOf(c).officer.keepsChart ? next() : refused(c)

export const settingRoutes = new Hono<Env>()
  .use(paths.settings, requireOfficer, looks)
  .use(`${paths.settings}/*`, requireOfficer, looks)
  .get(paths.settings, async (c) => {
    secretly(c)
    const desk = deskOf(c)
    const view = await readSettings(desk)
    const mayChange = desk.officer.keepsChart
    const { crest, outlines } = desk.house
    const pictures = { hasCrest: crest !== null, outlines: outlines?.shapes.length ?? null }
    const dataNumbers = desk.house.numbers === null ? proposedNumbers().map(({ number }) => number) : null
    const more = { mayChange, pictures, dataNumbers, officerId: desk.who.officerId, said: saidOn(c) }
    return c.html(<SettingsPage frame={frameOf(c)} {...view} {...more} />)
  })
  .post(paths.settingAgree(":id"), (c) => on(c, agreeChange, "dong-y"))
  .post(paths.settingWithdraw(":id"), (c) => on(c, endChange, "rut-lai"))
  .post(paths.settingMailTest, changes, async (c) => {
    const t = words[c.get("language")].reach
    const lists = await listsOf(c)
    const fields = answersOf(lists)
    const parsed = stepShapes.reach.safeParse(forms.reach.value(textOf(lists)))
    if (!parsed.success)
      return form(c, "reach", {
        fields,
        errors: errorsOf("reach", parsed.error.issues, words[c.get("language")]),
      })
    const to = textOf(lists)("test").trim()
    if (parsed.data.mail === null) return form(c, "reach", { fields, errors: { server: t.wrongServer } })
    if (!/^[^@\s]{1,64}@[^@\s]+\.[^@\s]+$/.test(to))
      return form(c, "reach", { fields, errors: { test: t.wrongTest } })
    const why = await sendTestMail(c.get("house"), {
      ...parsed.data.mail,
      to,
      subject: t.subject,
      text: t.text,
    })
    const said = why === null ? { good: true, text: t.sent(to) } : { good: false, text: t.failed(why) }
    return form(c, "reach", { fields, said })
  })

settingRoutes.route("/", settingPictureRoutes(changes))

for (const part of settingParts) {
  settingRoutes.get(paths.setting(part), changes, (c) => form(c, part, {}))
  settingRoutes.post(paths.setting(part), changes, (c) => take(c, part))
}

type Shown = {
  fields?: ReturnType<typeof answersOf>
  errors?: Record<string, string | undefined>
  said?: Said
}

async function form(c: Ctx, part: SettingPart, shown: Shown): Promise<Response> {
  secretly(c)
  const fieldsOf = <P extends SettingPart>(which: P, value: Setup[P]) => forms[which].fields(value)
  const fields =
    shown.fields ?? fieldsOf(part, (await settingsNow(c.get("house")))[part] as Setup[typeof part])
  const errors = shown.errors ?? {}
  const view = { frame: frameOf(c), part, fields, errors, rows: rowsFor(fields), said: shown.said ?? null }
  return c.html(<SettingPage {...view} />, Object.keys(errors).length > 0 ? 422 : 200)
}

async function take(c: Ctx, part: SettingPart): Promise<Response> {
  const t = words[c.get("language")]
  const lists = await listsOf(c)
  const fields = forms[part].again?.(textOf(lists)) ?? answersOf(lists)
  const parsed = stepShapes[part].safeParse(forms[part].value(textOf(lists)))
  if (!parsed.success) return form(c, part, { fields, errors: errorsOf(part, parsed.error.issues, t) })
  const complaints = part === "numbers" ? ofNumbers({ numbers: parsed.data as Setup["numbers"] }) : []
  if (complaints.length > 0) return form(c, part, { fields, errors: complaintErrors(part, complaints, t) })
  const fault = part === "keeping" ? await backupFault(parsed.data as Setup["keeping"]) : null
  if (fault !== null) return form(c, part, { fields, errors: { backupDir: t.keeping[fault] } })
  const asked = await askChange(deskOf(c), part, parsed.data as Setup[typeof part])
  if (asked === "another-waits")
    return form(c, part, { fields, errors: { "": settingWords[c.get("language")].anotherWaits } })
  return c.redirect(`${paths.settings}?da=${asked === "waits" ? "cho" : "luu"}`, 303)
}

async function on(c: Ctx, act: typeof agreeChange, said: "dong-y" | "rut-lai"): Promise<Response> {
  const id = c.req.param("id") ?? ""
  if (!idPattern.test(id)) return missingPage(c)
  const done = await act(deskOf(c), id)
  return c.redirect(`${paths.settings}?da=${done ? said : "khong-con"}`, 303)
}

function saidOn(c: Ctx): Said {
  const t = settingWords[c.get("language")]
  switch (c.req.query("da")) {
    case "luu":
      return { good: true, text: t.saved }
    case "cho":
      return { good: true, text: t.asked }
    case "dong-y":
      return { good: true, text: t.agreed }
    case "rut-lai":
      return { good: true, text: t.withdrawn }
    case "khong-con":
      return { good: false, text: t.gone }
    default:
      return null
  }
}
