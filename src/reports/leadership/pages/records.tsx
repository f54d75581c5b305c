/** One number of the leader's page, down to the records that this officer may open; of the others, how many and why. */
import { casePaths } from "../../../cases/index.ts"
import { formatDay, formatNumber } from "../../../kernel/format.ts"
import type { Frame } from "../../../kernel/http/frame.ts"
import { Banner, type Column, DataTable, Layout, type ListState, Split } from "../../../kernel/ui/index.ts"
import { signalPaths } from "../../../signals/index.ts"
import { figureOf } from "../../outline.ts"
import { figureName } from "../../pages/values.ts"
import { words as figureWords } from "../../words.ts"
import type { OpenedRecords, Part } from "../actions/records.ts"
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
      <Spread view={view} />
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

/** Where they lie, of which trick, who keeps them: for whoever may not open the records too. */
function Spread({ view }: { view: RecordsView }) {
  const { opened, types, frame } = view
  const t = words[frame.lang].records
  const { communes, tricks, bodies } = opened.spread
  const period = opened.period.label
  const lists = [
    {
      caption: t.spread.communes,
      parts: communes,
      href: (key: string) => ({ commune: key }),
      name: (part: Part) => part.name || t.elsewhere,
    },
    {
      caption: t.spread.tricks,
      parts: tricks,
      href: (key: string) => ({ type: key }),
      name: (part: Part) => types.get(part.name) ?? part.name,
    },
    { caption: t.spread.bodies, parts: bodies, href: null, name: (part: Part) => part.name },
  ].filter(({ parts }) => parts.length > 0)
  if (lists.length === 0) return null
  return (
    <Split>
      {lists.map(({ caption, parts, href, name }) => (
        <DataTable
          caption={caption}
          rows={parts}
          columns={[
            {
              key: "ten",
              label: caption,
              heading: true,
              cell: (part) =>
                href === null || part.key === null ? (
                  name(part)
                ) : (
                  <a href={leadershipPaths.records({ ...href(part.key), period })}>{name(part)}</a>
                ),
            },
            { key: "so", label: t.count, numeric: true, cell: (part) => formatNumber(part.tips, frame.lang) },
          ]}
        />
      ))}
    </Split>
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
