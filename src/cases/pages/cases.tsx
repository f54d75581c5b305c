/** The list of cases, the form that opens one. */
import { daysBetween, formatDate, formatNumber } from "../../kernel/format.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import { localDateOf } from "../../kernel/time.ts"
import {
  Actions,
  Button,
  type Column,
  DataTable,
  DueTag,
  EmptyState,
  Field,
  Layout,
  type ListState,
  Tag,
} from "../../kernel/ui/index.ts"
import { notesWords } from "../../signals/index.ts"
import type { CaseList } from "../actions/reading.ts"
import { states } from "../domain/life.ts"
import { paths } from "../paths.ts"
import { words } from "../words.ts"
import { handlerWords } from "../words-handler.ts"
import { successionWords } from "../words-succession.ts"
import { StateTag } from "./state-tag.tsx"

export type CasesView = { frame: Frame; list: CaseList; state: ListState<"q" | "tt">; mayOpen: boolean }
type Row = CaseList["rows"][number]

export function casesPage({ frame, list, state, mayOpen }: CasesView) {
  const { lang } = frame
  const t = words[lang]
  const open = mayOpen ? <Button href={paths.newCase}>{t.list.open1}</Button> : null
  return (
    <Layout {...frame} title={titleOf(list, lang)} current={paths.cases} lead={formatDate(list.today, lang)}>
      {open !== null && list.rows.length > 0 && <Actions>{open}</Actions>}
      <DataTable
        caption={t.list.caption}
        quietCaption
        columns={columnsOf(list, lang)}
        rows={list.rows}
        state={state}
        total={list.total}
        filters={
          <>
            <Field kind="search" name="q" label={t.list.search} hint={t.list.searchHint} optional />
            <Field
              kind="select"
              name="tt"
              label={t.list.state}
              empty={t.list.openOnly}
              options={[
                { value: "all", label: t.list.all },
                { value: "late", label: t.list.lateOnly },
                { value: "mine", label: handlerWords[lang].mine },
                { value: "nobodys", label: handlerWords[lang].nobodys },
                { value: "follow", label: handlerWords[lang].follow },
                ...states.map((one) => ({ value: one, label: t.states[one] })),
              ]}
              optional
            />
          </>
        }
        exports={(["csv", "xlsx"] as const).map((format) => ({
          label: format.toUpperCase(),
          path: paths.caseExport(format),
        }))}
        empty={
          <EmptyState title={t.list.empty} {...(open === null ? {} : { action: open })}>
            {t.list.emptyHint}
          </EmptyState>
        }
      />
    </Layout>
  )
}

function titleOf({ late, open }: CaseList, lang: "vi" | "en"): string {
  const t = words[lang].list
  if (late > 0) return t.late(formatNumber(late, lang))
  return open > 0 ? t.open(formatNumber(open, lang)) : t.none
}

function columnsOf({ today, followOn }: CaseList, lang: "vi" | "en"): Column<Row>[] {
  const t = words[lang].list
  return [
    {
      key: "so",
      label: t.number,
      sortable: true,
      cell: (row) => (
        <>
          <span class="unbroken">{row.number}</span>
          {row.numberedName !== null && (
            <p class="quiet">{successionWords[lang].numberedBy(row.numberedName)}</p>
          )}
        </>
      ),
    },
    {
      key: "ten",
      label: t.title,
      heading: true,
      cell: (row) => (
        <>
          <a href={paths.case(row.id)}>{row.title}</a> {!row.isOurs && <Tag>{t.theirs}</Tag>}{" "}
          <FollowTag on={followOn.get(row.id)} today={today} lang={lang} />
        </>
      ),
    },
    {
      key: "nguoi",
      label: handlerWords[lang].handler,
      cell: (row) => row.handlerName ?? <span class="quiet">{handlerWords[lang].nobody}</span>,
    },
    { key: "tt", label: t.state, cell: (row) => <StateTag state={row.state} lang={lang} /> },
    {
      key: "han",
      label: t.due,
      sortable: true,
      cell: (row) => <Due row={row} today={today} lang={lang} />,
    },
  ]
}

function FollowTag({ on, today, lang }: { on: string | undefined; today: string; lang: "vi" | "en" }) {
  if (on === undefined) return null
  return <Tag tone={on <= today ? "soon" : "calm"}>{notesWords[lang].tag(formatDate(on, lang))}</Tag>
}

/** From so many days without a step on, a case that no clock presses is pointed at: the law is silent, we are not. */
const stillDays = 10

function Due({ row, today, lang }: { row: Row; today: string; lang: "vi" | "en" }) {
  const t = words[lang].list
  if (row.dueOn !== null)
    return (
      <>
        {formatDate(row.dueOn, lang)}{" "}
        {(row.state !== "closed" || !row.isOurs) && <DueTag dueOn={row.dueOn} today={today} />}
      </>
    )
  const days = daysBetween(localDateOf(new Date(row.changedAt)), today)
  return (
    <>
      <span class="quiet">{t.noDue}</span>{" "}
      {row.state !== "closed" && days > 0 && (
        <Tag tone={days >= stillDays ? "soon" : "calm"}>{t.still(days)}</Tag>
      )}
    </>
  )
}
