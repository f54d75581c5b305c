import type { Child } from "hono/jsx"
import { formatDate, formatDay, formatInstant } from "../../../kernel/format.ts"
import { OwnForm, Tag, useLang } from "../../../kernel/ui/index.ts"
import type { Lang } from "../../../kernel/words.ts"
import { type Doubt, doubtKey, isToFill } from "../domain.ts"
import type { DueHow, DueProposal } from "../due.ts"
import { importPaths as paths } from "../paths.ts"
import type { Review } from "../review.ts"
import { words } from "../words.ts"

/** A one-button form of the review page. */
export function OneButton(props: {
  review: Review
  fields: Readonly<Record<string, string>>
  look?: "button plain" | "button second"
  children?: Child
}) {
  const { review, fields, look = "button plain" } = props
  return (
    <form class="one-button" method="post" action={paths.corrections(review.id)}>
      <OwnForm />
      <Hidden fields={{ ...fields, version: String(review.version) }} />
      <button class={look} type="submit">
        {props.children}
      </button>
    </form>
  )
}

export function Hidden({ fields }: { fields: Readonly<Record<string, string>> }) {
  return (
    <>
      {Object.entries(fields).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
    </>
  )
}

/** What a doubt needs, in amber. */
export function DoubtTag({ doubt }: { doubt: Doubt }) {
  return <Tag tone="soon">{doubtWords(doubt, useLang())}</Tag>
}

export function doubtWords(doubt: Doubt, lang: Lang): string {
  const t = words[lang].doubt
  if (doubt.kind === "unknownName") return t.unknown(doubt.words)
  if (doubt.kind === "uncovered") return t.uncovered(shortened(doubt.words))
  if (doubt.kind === "untasked") return t.untasked(doubt.words)
  if (doubt.kind === "noTask") return t.noTask
  if (doubt.kind === "pictures")
    return doubt.declaredAt === null ? t.pictures : t.scanned(formatInstant(doubt.declaredAt, lang))
  if (doubt.kind === "otherYear") return t.otherYear
  if (doubt.about === "clause" || doubt.about === "task") return t[doubt.kind]
  return doubt.kind === "unsure" ? t.unsure : t[doubt.about]
}

/** The press that makes a task of a sentence that became none. */
export function TakeOrder({ review, doubt }: { review: Review; doubt: Doubt }) {
  const t = words[useLang()]
  if (doubt.kind !== "uncovered") return null
  const fields = { form: "takeOrder", clauseId: doubt.clauseId ?? "", text: doubt.words }
  return (
    <OneButton
      review={review}
      fields={{ ...fields, doubt: doubtKey(doubt), row: rowOfDoubt(doubt) }}
      look="button second"
    >
      {t.doubt.take}
    </OneButton>
  )
}

/** The press that takes a doubt away; none where something must be filled in. */
export function Settle({ review, doubt }: { review: Review; doubt: Doubt }) {
  const t = words[useLang()]
  if (isToFill(doubt)) return null
  const said =
    doubt.kind === "unknownName"
      ? t.doubt.leaveOut
      : doubt.kind === "pictures"
        ? t.doubt.picturesSeen
        : t.review.settle
  return (
    <OneButton review={review} fields={{ form: "settle", doubt: doubtKey(doubt), row: rowOfDoubt(doubt) }}>
      {said}
    </OneButton>
  )
}

const shortened = (text: string) => (text.length > 120 ? `${text.slice(0, 117)}…` : text)

/** The row on which a doubt stands. */
export const rowOfDoubt = (doubt: Doubt): string =>
  doubt.about === "letter"
    ? "new"
    : doubt.about === "task"
      ? doubt.taskId
      : doubt.about === "clause"
        ? doubt.clauseId
        : doubt.about

export function howWords(proposal: DueProposal, lang: Lang): string | null {
  const t = words[lang].task.how
  if (proposal.kind === "none") return proposal.why === "noWords" ? null : t[proposal.why]
  return `${proposal.dueOn === null ? "" : `${formatDate(proposal.dueOn, lang)}, `}${howOf(proposal.how, lang)}`
}

function howOf(how: DueHow, lang: Lang): string {
  const t = words[lang].task.how
  switch (how.by) {
    case "date":
      return t.date
    case "beforeDate":
      return t.beforeDate(formatDay(how.day, lang))
    case "endOfQuarter":
      return t.endOfQuarter(how.quarter, how.year)
    case "endOfMonth":
      return t.endOfMonth(how.month, how.year)
    case "middleOfMonth":
      return t.middleOfMonth(how.month, how.year)
    case "endOfYear":
      return t.endOfYear(how.year)
    case "partOfYear":
      return t.partOfYear(how.months, how.part, how.year)
    case "days":
      return (how.working ? t.workingDays : t.days)(how.count, formatDay(how.from, lang))
    case "months":
      return t.months(how.count, formatDay(how.from, lang))
    case "every":
      return t.every
  }
}
