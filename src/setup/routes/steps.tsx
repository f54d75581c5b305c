/** The page of a step, with what was answered, proposed or typed before. */
import type { Ctx } from "../../kernel/http/env.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import type { FieldErrors, Answers as Fields } from "../../kernel/ui/form.tsx"
import { readSoFar } from "../actions/answering.ts"
import { proposedNumbers, provinceOf, provinces } from "../actions/data.ts"
import type { Answers, Setup, Step } from "../domain/plan.ts"
import {
  type Complaint,
  ofChart,
  ofNumbers,
  ofPeople,
  ofPosts,
  ofUnits,
  type Written,
} from "../domain/whole.ts"
import { blankNumbers, forms, numberRows } from "../forms.ts"
import {
  AdministratorsPage,
  ChartPage,
  KeepingPage,
  NumbersPage,
  PostsPage,
  ProvincePage,
  ReachPage,
  type StepView,
  UnitsPage,
} from "../pages/steps.tsx"
import { paths } from "../paths.ts"

export type Shown = { fields?: Fields; errors?: FieldErrors; said?: StepView["said"] }

export async function showStep(c: Ctx, step: Step, shown: Shown = {}): Promise<Response> {
  const { answers, written } = await readSoFar(c.get("house"))
  // What follows is built from the province's name and units.
  if (written === null && needsProvince.includes(step)) return c.redirect(paths.step("province"), 303)
  const errors = shown.errors ?? {}
  const fields = shown.fields ?? keptOrProposed(step, answers, written, new URL(c.req.url).origin)
  const view: StepView = {
    frame: frameOf(c),
    written,
    fields,
    errors,
    said: shown.said ?? null,
    isOwn: isOwnList(answers, step),
  }
  const isRefused = Object.keys(errors).length > 0
  return c.html(pageOf(c, step, view), isRefused ? 422 : 200)
}

const needsProvince: readonly Step[] = ["units", "chart", "posts", "administrators"]
const nobody: Written = { province: { code: "", name: "", kind: "tỉnh" }, units: [], bodies: [], groups: [] }

const isOwnList = ({ units, chart }: Answers, step: Step): boolean =>
  step === "units" ? units?.from === "list" : step === "chart" && chart?.from === "list"

function pageOf(c: Ctx, step: Step, view: StepView) {
  const written = view.written ?? nobody
  switch (step) {
    case "province":
      return <ProvincePage {...view} provinces={provinces()} />
    case "units":
      return <UnitsPage view={view} written={written} />
    case "chart":
      return <ChartPage view={view} written={written} />
    case "posts":
      return <PostsPage view={view} written={written} />
    case "administrators":
      return <AdministratorsPage view={view} written={written} />
    case "numbers":
      return <NumbersPage view={view} rows={rowsFor(view.fields)} />
    case "reach":
      return <ReachPage view={view} />
    case "keeping":
      return <KeepingPage view={view} keysDir={c.get("house").config.keysDir} />
    default:
      return step satisfies never
  }
}

/** `origin`: by which the browser found the set-up; proposed as the address, and taken only when a person sends it. */
function keptOrProposed(step: Step, answers: Answers, written: Written | null, origin: string): Fields {
  const fieldsOf = <S extends Step>(which: S, value: Setup[S]) => forms[which].fields(value)
  const kept = answers[step]
  if (kept !== undefined) return fieldsOf(step, kept as Setup[typeof step])
  if (step === "reach") return { address: origin }
  if (step === "numbers") return forms.numbers.fields(proposedNumbers())
  if (written === null) return {}
  const first = (test: (kind: string, name: string) => boolean) =>
    written.bodies.find(({ kind, name }) => test(kind, name))?.name ?? ""
  const lead = first((kind, name) => kind === "department" && name.startsWith("Sở Khoa học và Công nghệ"))
  const chartKeeper = first((kind) => kind === "province-office")
  if (step === "posts") return forms.posts.fields({ lead, chartKeeper })
  if (step === "administrators")
    return { body0: answers.posts?.chartKeeper ?? chartKeeper, body1: answers.posts?.lead ?? lead }
  return {}
}

export const rowsFor = (fields: Fields) => {
  const typed = Array.from({ length: numberRows }, (_, at) => at).filter(
    (at) => (fields[`number${at}`] ?? "") !== "",
  )
  return Math.min(numberRows, (typed.at(-1) ?? -1) + 1 + blankNumbers)
}

/** What of the whole is wrong at this step, given what is answered already. */
export function misfitsSoFar(step: Step, answers: Answers, written: Written): Complaint[] {
  const { posts, administrators, numbers } = answers
  switch (step) {
    case "province":
      return answers.province !== undefined && provinceOf(answers.province.code) === null
        ? [{ path: ["province", "code"], why: "provinceUnknown" }]
        : []
    case "units":
      return ofUnits(written)
    case "chart":
      return ofChart(written)
    case "posts":
      return posts === undefined ? [] : ofPosts({ posts }, written)
    case "administrators":
      return posts === undefined || administrators === undefined
        ? []
        : ofPeople({ administrators, posts }, written)
    case "numbers":
      return numbers === undefined ? [] : ofNumbers({ numbers })
    case "reach":
    case "keeping":
      return []
    default:
      return step satisfies never
  }
}
