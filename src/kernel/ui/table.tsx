import type { Child } from "hono/jsx"
import { formatNumber } from "../format.ts"
import { Form } from "./form.tsx"
import { useLang, useWords } from "./language.ts"
import { type ListState, listCleared, listHref, pageMax } from "./list-state.ts"
import { EmptyState } from "./notices.tsx"

export type Column<Row> = {
  /** The name by which the list is sorted, when `sortable`. */
  key: string
  label: string
  cell: (row: Row) => Child
  sortable?: boolean
  /** Figures: to the right, digits under digits. */
  numeric?: boolean
  /** The column that names the row: a row header, and the title of the card on a phone. */
  heading?: boolean
}

export type DataTableProps<Row> = {
  /** What the rows are: read aloud before them, shown above them. */
  caption: string
  /** Distinguishes the filters of two lists on one page. */
  id?: string
  quietCaption?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  /** Absent: a plain table without order, filter or pages. */
  state?: ListState
  /** Rows in all, over all pages. */
  total?: number
  /** Fields of the filter form; they find their values in the address. */
  filters?: Child
  /** Formats that can be downloaded: the same filters and order, every row up to the export's own limit. */
  exports?: readonly { label: string; path: string }[]
  /** Shown when there is nothing at all; says what to do first. */
  empty?: Child
}

/** A list that reads as a table on a desk and as cards on a phone; its whole state is in the address. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { state, rows, total = rows.length } = props
  const lang = useLang()
  const t = useWords().table
  if (rows.length === 0 && state?.isFiltered !== true && state?.page !== 1 && state !== undefined)
    return <NoRows href={listHref(state, { page: 1 })} />
  return (
    <div class="list stack">
      {props.filters !== undefined && state !== undefined && (state.isFiltered || rows.length > 0) && (
        <FilterForm state={state} id={props.id ?? "loc"}>
          {props.filters}
        </FilterForm>
      )}
      {rows.length === 0 && (state?.isFiltered === true ? <NoRows href={listCleared(state)} /> : props.empty)}
      {rows.length > 0 && (
        <>
          <table class="table">
            <caption class={props.quietCaption === true ? "hidden" : undefined}>{props.caption}</caption>
            <thead>
              <tr>
                {props.columns.map((column) => (
                  <Head column={column} state={state} />
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr>
                  {props.columns.map((column) => (
                    <Cell column={column}>{column.cell(row)}</Cell>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
          {state !== undefined && (
            <div class="under">
              <p class="quiet">
                {t.rows(
                  formatNumber(state.offset + 1, lang),
                  formatNumber(state.offset + rows.length, lang),
                  formatNumber(total, lang),
                )}
              </p>
              <Pagination
                page={state.page}
                pages={Math.ceil(total / state.perPage)}
                hrefOf={(page) => listHref(state, { page })}
              />
              <Exports {...props} />
            </div>
          )}
        </>
      )}
    </div>
  )
}

function NoRows({ href }: { href: string }) {
  const t = useWords().table
  return (
    <EmptyState title={t.none} action={<a href={href}>{t.showAll}</a>}>
      {t.noneHint}
    </EmptyState>
  )
}

function Head<Row>({ column, state }: { column: Column<Row>; state: ListState | undefined }) {
  const t = useWords().table
  const style = column.numeric === true ? "number" : undefined
  if (column.sortable !== true || state === undefined)
    return (
      <th scope="col" class={style}>
        {column.label}
      </th>
    )
  const isCurrent = state.sort === column.key
  const direction = state.descending ? "descending" : "ascending"
  const href = listHref(state, { sort: column.key, descending: isCurrent && !state.descending })
  return (
    <th scope="col" class={style} aria-sort={isCurrent ? direction : undefined}>
      <a href={href} class="sort">
        <span class="hidden">{t.sortBy} </span>
        {column.label}
        {isCurrent && <Arrow down={state.descending} />}
      </a>
    </th>
  )
}

function Arrow({ down }: { down: boolean }) {
  return (
    <svg class="arrow" viewBox="0 0 10 10" width="10" height="10" aria-hidden="true">
      <path d={down ? "M1 3h8L5 8z" : "M1 7h8L5 2z"} fill="currentColor" />
    </svg>
  )
}

function Cell<Row>({ column, children }: { column: Column<Row>; children?: Child }) {
  const style = column.numeric === true ? "number" : undefined
  if (column.heading === true)
    return (
      <th scope="row" class={style}>
        {children}
      </th>
    )
  return (
    <td class={style} data-label={column.label}>
      <div>{children}</div>
    </td>
  )
}

/** Filters are a GET form: they work without scripts, and their answer is an address. */
export function FilterForm({
  state,
  id = "loc",
  children,
}: {
  state: ListState
  id?: string
  children?: Child
}) {
  const t = useWords().table
  const sort = state.descending ? `-${state.sort}` : state.sort
  return (
    <search class="filters">
      <Form
        id={id}
        method="get"
        action={state.path}
        answers={state.filters}
        hidden={{ ...state.kept, sap: sort }}
      >
        <div class="filter-row">
          {children}
          <div class="filter-go">
            <button class="button second" type="submit">
              {t.filter}
            </button>
            {state.isFiltered && <a href={listCleared(state)}>{t.clear}</a>}
          </div>
        </div>
      </Form>
    </search>
  )
}

function Exports<Row>({ exports = [], state }: DataTableProps<Row>) {
  const t = useWords().table
  if (exports.length === 0 || state === undefined) return null
  return (
    <p class="exports quiet">
      {t.export}:{" "}
      {exports.map((format, index) => (
        <>
          {index > 0 && " · "}
          <a href={listHref(state, { path: format.path, page: 1 })} download>
            {format.label}
          </a>
        </>
      ))}
    </p>
  )
}

export type PaginationProps = { page: number; pages: number; hrefOf: (page: number) => string }

/** First, last, and the neighbours of the current page: seven links at most, whatever the length. */
export function Pagination({ page, pages, hrefOf }: PaginationProps) {
  const t = useWords().pages
  const lang = useLang()
  const last = Math.min(pages, pageMax)
  if (last <= 1) return null
  const near = [1, page - 1, page, page + 1, last].filter((number) => number >= 1 && number <= last)
  const shown = [...new Set(near)].sort((one, other) => one - other)
  return (
    <nav class="pages" aria-label={t.label}>
      <ul>
        {page > 1 && (
          <li>
            <a href={hrefOf(page - 1)} rel="prev">
              {t.previous}
            </a>
          </li>
        )}
        {shown.map((number, index) => (
          <>
            {index > 0 && number - (shown[index - 1] ?? number) > 1 && <li aria-hidden="true">…</li>}
            <li>
              <a
                href={hrefOf(number)}
                aria-label={t.page(formatNumber(number, lang))}
                aria-current={number === page ? "page" : undefined}
              >
                {formatNumber(number, lang)}
              </a>
            </li>
          </>
        ))}
        {page < last && (
          <li>
            <a href={hrefOf(page + 1)} rel="next">
              {t.next}
            </a>
          </li>
        )}
      </ul>
    </nav>
  )
}
