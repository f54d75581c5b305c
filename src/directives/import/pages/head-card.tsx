import type { Child } from "hono/jsx"
import { formatDate } from "../../../kernel/format.ts"
import { Actions, Button, Field, Form, useLang } from "../../../kernel/ui/index.ts"
import { doubtKey, numberSymbol } from "../domain.ts"
import { referenceLine } from "../forms.ts"
import { importPaths as paths } from "../paths.ts"
import type { Review } from "../review.ts"
import { words } from "../words.ts"
import { DoubtTag, OneButton, rowOfDoubt } from "./parts.tsx"

export const headRows = [
  "number",
  "date",
  "issuer",
  "type",
  "subject",
  "references",
  "addressees",
  "recipients",
  "signer",
] as const
type HeadRow = (typeof headRows)[number]

export type Editing = { what: string | null; errors: Readonly<Record<string, string>>; answers: Answered }
type Answered = Readonly<Record<string, readonly string[]>>

/** The letter's head as facts, each with its way to the letter and its way to be corrected. */
export function HeadCard(props: { review: Review; marks: ReadonlyMap<string, string>; editing: Editing }) {
  const { review, marks, editing } = props
  const t = words[useLang()]
  return (
    <section class="card" aria-label={t.review.reading}>
      <dl class="facts import-facts">
        {headRows.map((row) => (
          <div id={`r-${row}`} data-row={row} tabindex={-1}>
            <dt>
              <RowName row={row} mark={marks.get(row)} />
            </dt>
            <dd>
              {editing.what === row ? (
                <HeadForm review={review} row={row} editing={editing} />
              ) : (
                <Shown review={review} row={row} />
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function RowName({ row, mark }: { row: HeadRow; mark: string | undefined }) {
  const t = words[useLang()]
  if (mark === undefined) return <>{t.head[row]}</>
  return (
    <a href={`#m-${mark}`} aria-label={t.review.seeInLetter(t.head[row])}>
      {t.head[row]}
    </a>
  )
}

function Shown({ review, row }: { review: Review; row: HeadRow }) {
  const t = words[useLang()]
  const doubts = review.doubts.filter((doubt) => rowOfDoubt(doubt) === row)
  return (
    <div class="import-value">
      <div>
        <Value review={review} row={row} />
        {doubts.map((doubt) => (
          <>
            {" "}
            <DoubtTag doubt={doubt} />
            {(doubt.kind === "unsure" || doubt.kind === "otherYear" || doubt.kind === "untasked") && (
              <OneButton review={review} fields={{ form: "settle", doubt: doubtKey(doubt), row }}>
                {t.review.settle}
              </OneButton>
            )}
          </>
        ))}
      </div>
      <a href={paths.edit(review.id, row)} aria-label={t.review.editWhat(t.head[row])}>
        {t.review.edit}
      </a>
    </div>
  )
}

function Value({ review, row }: { review: Review; row: HeadRow }) {
  const lang = useLang()
  const t = words[lang].head
  const { head, issuedOn, letterDate } = review.draft
  const none = <span class="quiet">{t.none}</span>
  switch (row) {
    case "number":
      return <>{head.number ?? `… ${numberSymbol(review.reading) ?? ""}`}</>
    case "date":
      return (
        <>
          {issuedOn === null ? partialDate(letterDate) : formatDate(issuedOn, lang)}
          {issuedOn !== null && letterDate !== null && !issuedOn.startsWith(letterDate) && (
            <span class="tag soon">{t.otherMonth}</span>
          )}
        </>
      )
    case "references":
      return head.references.length === 0 ? (
        none
      ) : (
        <Lines of={head.references.map((one) => referenceText(one))} />
      )
    case "addressees":
    case "recipients":
      return head[row].length === 0 ? none : <Lines of={head[row]} />
    case "signer": {
      const { authority, position, name } = head.signer
      const said = [authority, position, name].filter((part) => part !== null)
      return said.length === 0 ? none : <span>{said.join(", ")}</span>
    }
    case "issuer":
    case "type":
    case "subject":
      return head[row] === null ? none : <span>{head[row]}</span>
  }
}

const Lines = ({ of }: { of: readonly string[] }): Child => (
  <ul>
    {of.map((line) => (
      <li>{line}</li>
    ))}
  </ul>
)

const referenceText = (one: { number: string | null; date: string | null; issuer: string | null }) =>
  [one.number, one.date === null ? null : dayMonthYear(one.date), one.issuer]
    .filter((part) => part !== null)
    .join(", ")

const dayMonthYear = (iso: string) => iso.split("-").toReversed().join("/")
/** "2023-07" → "…/07/2023": the blank stays visible. */
const partialDate = (date: string | null) => {
  const [year = "…", month = "…"] = (date ?? "").split("-").map((part) => part || "…")
  return `…/${month}/${year}`
}

function HeadForm({ review, row, editing }: { review: Review; row: HeadRow; editing: Editing }) {
  const t = words[useLang()]
  const { head } = review.draft
  const hidden = {
    version: String(review.version),
    row,
    ...(row === "date" ? { form: "date" } : { form: "head", field: row }),
  }
  return (
    <Form
      id={`edit-${row}`}
      action={paths.corrections(review.id)}
      hidden={hidden}
      errors={editing.errors}
      answers={editing.answers}
    >
      {row === "date" ? (
        <Field
          kind="date"
          name="issuedOn"
          label={t.head.date}
          hint={t.head.dateHint}
          value={editing.answers.issuedOn ?? review.draft.issuedOn ?? ""}
        />
      ) : row === "signer" ? (
        (["authority", "position", "name"] as const).map((part) => (
          <Field kind="text" name={part} label={t.head[part]} value={head.signer[part] ?? ""} optional />
        ))
      ) : row === "references" || row === "addressees" || row === "recipients" ? (
        <Field
          kind="textarea"
          name="value"
          label={t.head[row]}
          hint={row === "references" ? t.head.referenceHint : t.head.perLine}
          value={row === "references" ? head.references.map(referenceLine).join("\n") : head[row].join("\n")}
          optional
        />
      ) : (
        <Field
          kind={row === "subject" ? "textarea" : "text"}
          name="value"
          label={t.head[row]}
          {...(row === "number" ? { hint: t.head.numberHint, optional: true } : {})}
          value={editing.answers.value?.[0] ?? head[row] ?? ""}
        />
      )}
      <Actions>
        <Button>{t.edit.save1}</Button>
        <Button look="plain" href={paths.at(review.id, row)}>
          {t.edit.cancel}
        </Button>
      </Actions>
    </Form>
  )
}
