/** One number of the leader's page, down to the records that this officer may open; of the others, how many and why. */
import { casePaths } from "../../../cases/index.ts"
import { formatDay, formatNumber } from "../../../kernel/format.ts"
import type { Frame } from "../../../kernel/http/frame.ts"
import { Banner, type Column, DataTable, Layout, type ListState } from "../../../kernel/ui/index.ts"
import { signalPaths } from "../../../signals/index.ts"
import { figureOf } from "../../outline.ts"
import { figureName } from "../../pages/values.ts"
import { words as figureWords } from "../../words.ts"
import type { OpenedRecords } from "../actions/records.ts"
import { leadershipPaths } from "../paths.ts"
import { words } from "../words.ts"

type Row = OpenedRecords["rows"][number]
export type RecordsView = {
  frame: Frame
  opened: OpenedRecords
  state: ListState
  /** Names of tricks by slug. */
  types: ReadonlyMap<string, string>
  may: Readonly<Record<Row["kind"], boolean>>
}

export function recordsPage(view: RecordsView) {
  const { frame, opened, state, types, may } = view
  const { lang } = frame
  const t = words[lang].records
  const said = figureWords[lang].figure
  const { signal, case: cases } = opened.counted
  const counted = signal + cases
  const mayOpen = opened.rows.every(({ kind }) => may[kind])
  const closed = counted - opened.open
  const number = (value: number) => formatNumber(value, lang)
  return (
    <Layout
      {...frame}
      title={t.title(nameOf(view), countWords(opened, lang))}
      current={leadershipPaths.overview}
      crumbs={[{ href: leadershipPaths.overview, label: words[lang].nav }, { label: nameOf(view) }]}
      lead={figureWords[lang].figures.window(
        formatDay(opened.window.from, lang),
        formatDay(opened.window.to, lang),
      )}
    >
      {counted > 0 && (
        <Banner title={said.counted(number(counted))}>
          {!mayOpen
            ? said.notYourRole
            : closed <= 0
              ? said.openAll
              : opened.open === 0
                ? said.openNone
                : said.openSome(number(opened.open), number(closed))}
        </Banner>
      )}
      <p class="quiet">{t.how[opened.of.is]}</p>
      {mayOpen && opened.rows.length > 0 && (
        <DataTable
          caption={said.caption}
          columns={columns(lang, types)}
          rows={opened.rows}
          state={state}
          total={opened.open}
        />
      )}
    </Layout>
  )
}

function nameOf({ opened: { of }, types, frame: { lang } }: RecordsView): string {
  if (of.is === "commune") return of.name
  if (of.is === "type") return types.get(of.type) ?? of.type
  const definition = figureOf(of.figure)
  const what = definition === null ? of.figure : figureName(definition, lang)
  return words[lang].records.month(what, `${of.month.slice(5)}/${of.month.slice(0, 4)}`)
}

function countWords({ counted, of }: OpenedRecords, lang: Frame["lang"]): string {
  const t = words[lang].records
  const tips = t.tips(formatNumber(counted.signal, lang))
  const cases = t.cases(formatNumber(counted.case, lang))
  if (of.is === "type") return tips
  return of.is === "commune" ? `${tips}, ${cases}` : counted.case > 0 ? cases : tips
}

function columns(lang: Frame["lang"], types: ReadonlyMap<string, string>): Column<Row>[] {
  const t = figureWords[lang].figure
  return [
    {
      key: "ban-ghi",
      label: t.columns.record,
      heading: true,
      cell: ({ kind, id, day }) => {
        const text = t.of(t.kinds[kind], formatDay(day, lang))
        if (id === null) return text
        return <a href={kind === "signal" ? signalPaths.signal(id) : casePaths.case(id)}>{text}</a>
      },
    },
    {
      key: "loai",
      label: words[lang].records.trick,
      cell: ({ type }) => (type === null ? "" : (types.get(type) ?? type)),
    },
    { key: "co-quan", label: t.columns.body, cell: ({ body }) => body },
  ]
}
