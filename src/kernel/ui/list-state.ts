/** What a list shows is in its address: filters, order and page. Whoever sends the link sends the view. */

export type ListState<Filter extends string = string, Sort extends string = string> = {
  path: string
  /** Trimmed; "" when not asked. */
  filters: Readonly<Record<Filter, string>>
  sort: Sort
  descending: boolean
  page: number
  perPage: number
  /** Rows to skip: for `offset`. */
  offset: number
  /** Whether anything narrows the list. */
  isFiltered: boolean
  /** Parameters of the page that are not the list's, kept in every link. */
  kept: Readonly<Record<string, string>>
}

export type ListOptions<Filter extends string, Sort extends string> = {
  filters: readonly Filter[]
  /** The first is the order when none is asked. */
  sorts: readonly [Sort, ...Sort[]]
  descending?: boolean
  perPage?: number
  keep?: readonly string[]
}

/** Nobody reads page 5,000; a filter is the better way, and a deep offset costs the database dearly. */
export const pageMax = 5000
export const perPageMax = 200
export const filterLengthMax = 200
const perPageDefault = 25

/** Whatever stands in the address, the answer is in bounds: an unknown sort or page becomes the default. */
export function listState<Filter extends string, Sort extends string>(
  url: string,
  options: ListOptions<Filter, Sort>,
): ListState<Filter, Sort> {
  const { pathname, searchParams } = new URL(url, "http://here.invalid")
  const filters = Object.fromEntries(
    options.filters.map((name) => [name, (searchParams.get(name) ?? "").trim().slice(0, filterLengthMax)]),
  ) as Record<Filter, string>
  const asked = searchParams.get("sap") ?? ""
  const wanted = asked.replace(/^-/, "")
  const known = options.sorts.find((sort) => sort === wanted)
  const page = within(searchParams.get("trang"), 1, pageMax, 1)
  const perPage = within(searchParams.get("moi-trang"), 1, perPageMax, options.perPage ?? perPageDefault)
  const kept = (options.keep ?? []).flatMap((name) => {
    const value = searchParams.get(name)
    return value === null ? [] : [[name, value.slice(0, filterLengthMax)] as const]
  })
  return {
    path: pathname,
    filters,
    sort: known ?? options.sorts[0],
    descending: known === undefined ? options.descending === true : asked.startsWith("-"),
    page,
    perPage,
    offset: (page - 1) * perPage,
    isFiltered: Object.values(filters).some((value) => value !== ""),
    kept: Object.fromEntries(kept),
  }
}

export type ListChange = {
  filters?: Readonly<Record<string, string>>
  sort?: string
  descending?: boolean
  page?: number
  /** Another address that takes the same questions: an export. */
  path?: string
}

/** The address of the same list with a change. A new filter or order begins again at page 1. */
export function listHref(state: ListState, change: ListChange = {}): string {
  const query = new URLSearchParams(state.kept)
  for (const [name, value] of Object.entries({ ...state.filters, ...change.filters }))
    if (value !== "") query.set(name, value)
  const sort = change.sort ?? state.sort
  const descending = change.descending ?? state.descending
  query.set("sap", descending ? `-${sort}` : sort)
  const restarts = change.filters !== undefined || change.sort !== undefined
  const page = change.page ?? (restarts ? 1 : state.page)
  if (page > 1) query.set("trang", String(page))
  if (state.perPage !== perPageDefault) query.set("moi-trang", String(state.perPage))
  return `${change.path ?? state.path}?${query}`
}

/** Everything again: no filter, first page. */
export function listCleared(state: ListState): string {
  const query = new URLSearchParams(state.kept).toString()
  return query === "" ? state.path : `${state.path}?${query}`
}

function within(text: string | null, least: number, most: number, otherwise: number): number {
  const value = Number(text ?? "")
  return text !== null && Number.isInteger(value) && value >= least ? Math.min(most, value) : otherwise
}
