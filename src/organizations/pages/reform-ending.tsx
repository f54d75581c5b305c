/** The bodies that end: their successors, what they still owe, and the choice for a body as a whole. */
import { formatNumber } from "../../kernel/format.ts"
import { Actions, Button, type Column, DataTable, Field, Form } from "../../kernel/ui/index.ts"
import { type Passing, successorsByBody } from "../domain/reform.ts"
import { choiceField } from "../inputs.ts"
import { paths } from "../paths.ts"
import { pageWords } from "../words-pages.ts"
import type { ReformPage } from "./reform.tsx"
import { choiceOptions, endingIn, nameIn } from "./reform-names.ts"

type Row = { id: string; name: string; after: readonly Passing[]; duties: number; open: number }

export function Ending(props: ReformPage) {
  const { frame, view } = props
  const t = pageWords[frame.lang].reform
  const rows = rowsOf(props)
  if (rows.length === 0) return null
  return (
    <section class="stack">
      <h2>{t.ending}</h2>
      <Form action={paths.choices(view.reform.id)} id="lua-chon" answers={answersOf(props, rows)}>
        <DataTable caption={t.endingCaption} quietCaption columns={columnsOf(props)} rows={rows} />
        {rows.some((row) => row.after.length > 1) && (
          <Actions>
            <Button look="second">{t.save}</Button>
          </Actions>
        )}
      </Form>
    </section>
  )
}

function rowsOf({ view }: ReformPage): Row[] {
  const { moves = [], open = [] } = view.foresight ?? {}
  return endingIn(view, successorsByBody(view.passings)).map((one) => {
    const isOpen = open.filter((duty) => duty.bodyId === one.id).length
    return {
      ...one,
      open: isOpen,
      duties: isOpen + moves.filter((move) => move.duty.bodyId === one.id).length,
    }
  })
}

function answersOf({ view }: ReformPage, rows: readonly Row[]): Record<string, string> {
  const whole = new Map(
    view.choices.filter((choice) => choice.duty === null).map((choice) => [choice.beforeId, choice]),
  )
  return Object.fromEntries(
    rows.map((row) => {
      const choice = whole.get(row.id)
      return [choiceField(row.id), choice === undefined ? "" : (choice.passingId ?? "each")]
    }),
  )
}

function columnsOf({ frame: { lang }, view }: ReformPage): Column<Row>[] {
  const t = pageWords[lang].reform
  return [
    { key: "ten", label: t.body, heading: true, cell: (row) => row.name },
    { key: "ke-tuc", label: t.successors, cell: (row) => <Successors row={row} lang={lang} view={view} /> },
    {
      key: "viec",
      label: t.duties,
      cell: (row) =>
        row.duties === 0 ? (
          <span class="quiet">{t.noDuties}</span>
        ) : (
          <a href={paths.dutiesOf(view.reform.id, row.id)}>
            {t.dutiesLink(formatNumber(row.duties, lang), formatNumber(row.open, lang))}
          </a>
        ),
    },
    {
      key: "cho",
      label: t.to,
      cell: (row) =>
        row.after.length === 1 ? (
          t.toOnly(nameIn(view, row.after[0]?.afterId ?? ""))
        ) : (
          <Field
            kind="select"
            name={choiceField(row.id)}
            label={t.toOf(row.name)}
            quietLabel
            optional
            empty={t.undecided}
            options={choiceOptions(view, row.after, lang)}
          />
        ),
    },
  ]
}

const shownMax = 3

function Successors({ row, lang, view }: { row: Row; lang: "vi" | "en"; view: ReformPage["view"] }) {
  const t = pageWords[lang].reform
  const passings = view.passings.filter((one) => one.beforeId === row.id)
  const list = (
    <ul>
      {passings.map((passing) => (
        <li>
          {nameIn(view, passing.afterId)}
          {passing.isFounded && ` (${t.founded})`} <span class="quiet">{passing.share}</span>
          {view.reform.state === "draft" && (
            <>
              {" "}
              <Button look="plain" formaction={paths.passingEnd(view.reform.id, passing.id)}>
                {t.remove} <span class="hidden">{nameIn(view, passing.afterId)}</span>
              </Button>
            </>
          )}
        </li>
      ))}
    </ul>
  )
  if (passings.length <= shownMax) return list
  return (
    <details>
      <summary>{t.successorsMany(formatNumber(row.after.length, lang))}</summary>
      {list}
    </details>
  )
}
