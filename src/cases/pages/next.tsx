/** What this person may do with the case now: the likely step open, the others folded, each with its consequence. */
import { legalRules } from "../../kernel/calendar/data.ts"
import { formatDate, formatDay, formatMoney, formatNumber } from "../../kernel/format.ts"
import { type Options, StepForm } from "../../kernel/forms/index.ts"
import { Banner, Card, Field, type Option } from "../../kernel/ui/index.ts"
import type { Lang } from "../../kernel/words.ts"
import { classOf, isOpenTo, matters } from "../domain/classes.ts"
import { posts } from "../domain/competence.ts"
import { middleOf } from "../domain/fines.ts"
import { isOpenRequest } from "../domain/requests.ts"
import { bandsOf } from "../domain/units.ts"
import { type FormName, forms } from "../forms.ts"
import { paths } from "../paths.ts"
import { words } from "../words.ts"
import { casefileWords } from "../words-casefile.ts"
import { formWords } from "../words-forms.ts"
import { Competence } from "./competence.tsx"
import { SpotLimits } from "./on-the-spot.tsx"
import { PaperSteps, papersThatWait } from "./papers.tsx"
import { type CaseView, lawDayTyped } from "./view.ts"

/** What is never simply the next step. */
const aside: readonly FormName[] = [
  "assign",
  "note",
  "followUp",
  "openWords",
  "nameOfficer",
  "fulfil",
  "withdraw",
  "remind",
  "payPart",
  "payLater",
  "payInParts",
  "reduce",
  "strike",
  "confirmCompetence",
  "countUnits",
  "examine",
  "onSpot",
  "halt",
  "transfer",
  "clear",
  "extend",
  "prolong",
  "keep",
  "release",
  "suspend",
  "return",
  "prevent",
]

export function NextSteps({ view }: { view: CaseView }) {
  const t = words[view.frame.lang].page
  const first = view.may.find((name) => !aside.includes(name)) ?? null
  const { state } = view.reading.row
  const isOnPaper = papersThatWait(view).length > 0
  return (
    <Card title={t.next} id="buoc-tiep">
      {state === "transferred" && view.reading.sides.includes("handler") && <p>{t.away}</p>}
      {first === null && !isOnPaper && view.mayWrite.length === 0 && <p>{t.nothing}</p>}
      <PaperSteps view={view} />
      {view.may.map((name) => (
        <One view={view} name={name} isOpen={name === first && !isOnPaper} />
      ))}
    </Card>
  )
}

function One({ view, name, isOpen }: { view: CaseView; name: FormName; isOpen: boolean }) {
  const { lang } = view.frame
  const { reading } = view
  return (
    <StepForm
      name={name}
      form={forms[name]}
      action={paths.form(reading.row.id, forms[name].slug)}
      failed={view.failed}
      isOpen={isOpen}
      {...startOf(name, reading)}
      options={optionsFor(view, name)}
      only={(field) => isAsked(view, name, field)}
    >
      <Warnings view={view} name={name} />
      {name === "find" && <RowsInForce view={view} />}
      {name === "onSpot" && (
        <SpotLimits acts={reading.shownActs.filter(({ act }) => act.sanction === null)} lang={lang} />
      )}
      {(name === "decide" || name === "remedy" || name === "onSpot") && (
        <Competence
          acts={reading.shownActs.filter(({ act }) => act.sanction === null)}
          row={reading.row}
          on={reading.today}
          lang={lang}
        />
      )}
      {(name === "decide" || name === "onSpot") && <Amounts view={view} />}
    </StepForm>
  )
}

/** What stands there already is where an edit begins. */
function startOf(name: FormName, { row, noted: { followUp } }: CaseView["reading"]) {
  if (name === "followUp" && followUp !== null)
    return { start: { followOn: followUp.on, followFor: followUp.what } }
  if (name === "confirmCompetence") return { start: checkedNow(row) }
  return name === "assign" && row.handlerId !== null ? { start: { officerId: row.handlerId } } : {}
}

/** What a colleague held against the texts; nothing where nobody has. */
const checkedNow = ({ checkedOffice, checkedSource }: CaseView["reading"]["row"]) =>
  checkedOffice === null ? {} : { office: checkedOffice, source: checkedSource ?? "" }

/** What a person should know before sending it, and what stops nobody. */
function Warnings({ view, name }: { view: CaseView; name: FormName }) {
  const { lang } = view.frame
  const { reading } = view
  const t = casefileWords[lang]
  const waiting = reading.requests.filter(isOpenRequest).length
  const isDated = (reading.steps as readonly FormName[]).includes(name)
  const isOver = isDated && !(reading.stepsToday as readonly FormName[]).includes(name)
  return (
    <>
      {waiting > 0 && besideRequests.includes(name) && (
        <Banner tone="soon" title={t.silent(formatNumber(waiting, lang))} />
      )}
      {isOver && reading.decideUntil !== null && inTime.includes(name) && (
        <Banner tone="soon" title={t.onlyEarlier(formatDate(reading.decideUntil, lang))} />
      )}
    </>
  )
}
const besideRequests: readonly FormName[] = ["endPrevention", "record", "clear", "close"]
const inTime: readonly FormName[] = ["decide", "examine"]

/** Execution is suspended only where there is a sanction to execute; a number of another operator is confirmed only once it was seen. */
function isAsked({ reading, failed }: CaseView, name: FormName, field: string): boolean {
  if (name === "prevent" && field === "ported")
    return failed?.form === "prevent" && (failed.errors.ported ?? failed.answers.ported) !== undefined
  if (name !== "transfer" || (reading.row.state === "decided" && reading.row.haltedOn === null)) return true
  return field !== "suspension" && field !== "suspendedOn"
}

/** The form came back with the day of the act: how many rows were in force on it, or that none was. */
function RowsInForce({ view }: { view: CaseView }) {
  const { lang } = view.frame
  const day = lawDayTyped(view.failed)
  if (view.failed?.form !== "find" || day === null) return null
  const [t, count] = [words[lang].page, view.violations.length]
  const said = formatDay(day, lang)
  return <p>{count === 0 ? <b>{t.noRow(said)}</b> : t.rowsOf(formatNumber(count, lang), said)}</p>
}

/** One amount an act; the middle of the range is said, never filled in: a person decides. */
function Amounts({ view }: { view: CaseView }) {
  const { lang } = view.frame
  const t = words[lang].page
  return (
    <>
      {view.reading.shownActs
        .filter(({ act }) => act.sanction === null)
        .map(({ act, range: usable }) => {
          const hint =
            "refused" in usable
              ? t.rangeUnknown
              : t.amountHint(
                  t.rangeOf(formatMoney(usable.range.min, lang), formatMoney(usable.range.max, lang)),
                  formatMoney(middleOf(usable.range), lang),
                )
          return (
            <Field
              kind="text"
              name={`amount-${act.id}`}
              label={t.amount(act.description)}
              hint={hint}
              inputmode="numeric"
              width="short"
            />
          )
        })}
    </>
  )
}

function optionsFor(view: CaseView, name: FormName): Options {
  const t = words[view.frame.lang]
  const { reading } = view
  const dutyNames: Readonly<Record<string, string>> = t.duties
  const open = reading.acts.filter((act) => act.sanction === null)
  const counted = reading.shownActs.filter(({ violation }) => bandsOf(violation).length > 0)
  const acts = open.filter((act) => {
    if (name === "countUnits") return counted.some((one) => one.act.id === act.id)
    return name !== "confirmRange" || act.typed?.confirmedBy === null
  })
  return {
    violationId: view.violations,
    enterpriseId: reading.enterprises,
    matter: mattersNow(view),
    requestId: reading.requests.filter(isOpenRequest).map((one) => ({
      value: one.id,
      label: `${reading.bodyNames.get(one.enterpriseId) ?? ""}: ${t.asks[one.asks]} (${formatDate(one.dueOn, view.frame.lang)})`,
    })),
    entryId: reading.money.map(({ id, what, happenedOn, number }) => ({
      value: id,
      label: `${t.page.entries[what]}, ${formatDate(happenedOn, view.frame.lang)}, ${number}`,
    })),
    office: posts.map((post) => ({ value: post, label: t.offices[post] })),
    signerId: view.signers,
    toBodyId: reading.police,
    officerId: name === "assign" ? view.handlers : view.colleagues,
    clockId: reading.owedDuties.map((clock) => ({ value: clock.id, label: dutyNames[clock.purpose] ?? "" })),
    actId: acts.map((act) => ({ value: act.id, label: act.description })),
    extension: extensionOptions(view, name),
  }
}

/** Điểm c only to what is in điểm b; before the record nothing but its own class. */
function mattersNow({ frame, reading }: CaseView): Option[] {
  const t = formWords[frame.lang].matters
  const running = reading.clocks.filter((clock) => clock.stoppedOn === null)
  return matters.flatMap((value) => {
    const { purpose, grade } = classOf[value]
    const clock = running.find((one) => one.purpose === purpose)
    return clock !== undefined && isOpenTo(clock, grade) ? [{ value, label: t[value] }] : []
  })
}

/** "2 tháng: Ra quyết định xử phạt: đặc biệt nghiêm trọng, phức tạp (Luật … Đ66.1.c)": nobody knows a rule by its key. */
function ruleInWords(ruleId: string, lang: Lang): string {
  const rule = legalRules().find((one) => one.id === ruleId)
  if (rule === undefined) return ruleId
  const time =
    rule.quantity === null || rule.unit === null ? "" : `${rule.quantity} ${words[lang].units[rule.unit]}, `
  return `${time}${lang === "vi" ? rule.nameVi : rule.nameEn} (${rule.basis})`
}

/** Value: the clock, then the way: `id rule:ID`, `id time:5:working-day`. */
function extensionOptions(view: CaseView, name: FormName): Option[] {
  const { lang } = view.frame
  const t = words[lang]
  return view.reading.shownClocks
    .filter(({ clock }) => (clock.purpose === "resolve") === (name === "prolong"))
    .flatMap(({ clock, extensions }) =>
      extensions.map((one) => {
        const purpose = t.purposes[clock.purpose]
        const until = clock.due === null ? "" : formatDate(clock.due.slice(0, 10), lang)
        const by = until === "" ? "" : `; ${casefileWords[lang].signedBy(until)}`
        return one.by === "rule"
          ? {
              value: `${clock.id} rule:${one.ruleId}`,
              label: `${t.extendBy.rule(purpose, ruleInWords(one.ruleId, lang))}${by}`,
            }
          : {
              value: `${clock.id} time:${one.quantity}:${one.unit}`,
              label: `${t.extendBy.time(purpose, String(one.quantity), t.units[one.unit])}${by}`,
            }
      }),
    )
}
